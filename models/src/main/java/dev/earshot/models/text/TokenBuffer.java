package dev.earshot.models.text;

import java.util.Arrays;
import java.util.Objects;

/** Growing arrays that one tokenizer fills again and again. */
final class TokenBuffer implements Tokens {
  private String text = "";
  private int size;
  private int[] starts = new int[64];
  private int[] ends = new int[64];
  private TokenType[] types = new TokenType[64];

  void reset(String newText) {
    text = newText;
    size = 0;
  }

  void add(int start, int end, TokenType type) {
    if (size == starts.length) {
      starts = Arrays.copyOf(starts, size * 2);
      ends = Arrays.copyOf(ends, size * 2);
      types = Arrays.copyOf(types, size * 2);
    }
    starts[size] = start;
    ends[size] = end;
    types[size] = type;
    size++;
  }

  /** Whether a token of this type ends at {@code offset}, and is the last one so far. */
  boolean lastIs(TokenType type, int offset) {
    return size > 0 && ends[size - 1] == offset && types[size - 1] == type;
  }

  @Override
  public String text() {
    return text;
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public int start(int i) {
    return starts[Objects.checkIndex(i, size)];
  }

  @Override
  public int end(int i) {
    return ends[Objects.checkIndex(i, size)];
  }

  @Override
  public TokenType type(int i) {
    return types[Objects.checkIndex(i, size)];
  }

  @Override
  public String normalised(int i) {
    char[] target = new char[end(i) - start(i)];
    return new String(target, 0, Normalisation.normalise(this, i, target));
  }
}
