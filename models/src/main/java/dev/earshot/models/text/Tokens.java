package dev.earshot.models.text;

/**
 * The tokens of one text, as offsets into it. A tokenizer may reuse it: a caller reads it before
 * the tokenizer's next call.
 */
public interface Tokens {
  /** The text that was tokenised. */
  String text();

  /** The number of tokens. */
  int size();

  /** UTF-16 offset of token {@code i}'s first unit. */
  int start(int i);

  /** UTF-16 offset after token {@code i}'s last unit. */
  int end(int i);

  /** The kind of token {@code i}. */
  TokenType type(int i);

  /** Token {@code i} in lower case, elongation shortened ("sooo" to "soo"). Allocates. */
  String normalised(int i);
}
