package dev.earshot.pipelines.beam;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A record that is encoded at most once and decoded only where it is looked at. A step with several
 * outputs hands each of its elements to the consumers of all of them, and those drop what is not
 * theirs: that must not cost a decoding each time.
 *
 * @param <T> the record
 */
public final class Encoded<T extends Record> {
  private @Nullable T value;
  private byte @Nullable [] bytes;
  private final @Nullable RecordCoder<T> coder;

  private Encoded(@Nullable T value, byte @Nullable [] bytes, @Nullable RecordCoder<T> coder) {
    this.value = value;
    this.bytes = bytes;
    this.coder = coder;
  }

  /** Holds a record. */
  public static <T extends Record> Encoded<T> of(T value) {
    return new Encoded<>(value, null, null);
  }

  static <T extends Record> Encoded<T> of(byte[] bytes, RecordCoder<T> coder) {
    return new Encoded<>(null, bytes, coder);
  }

  /** The record. */
  public T value() {
    T known = value;
    if (known == null) {
      known = Objects.requireNonNull(coder).fromBytes(Objects.requireNonNull(bytes));
      value = known;
    }
    return known;
  }

  byte[] bytes(RecordCoder<T> with) {
    byte[] known = bytes;
    if (known == null) {
      known = with.toBytes(value());
      bytes = known;
    }
    return known;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Encoded<?> that && value().equals(that.value());
  }

  @Override
  public int hashCode() {
    return value().hashCode();
  }
}
