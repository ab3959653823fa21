package dev.earshot.pipelines.beam;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.beam.sdk.coders.CustomCoder;
import org.apache.beam.sdk.util.VarInt;
import org.apache.beam.sdk.values.TypeDescriptor;
import org.jspecify.annotations.Nullable;

/**
 * Encodes a record field by field. Beam infers an empty schema or Java serialisation for records;
 * this coder is compact, deterministic, writes a record at once behind its length, and knows the
 * field types that {@link FieldCodec} lists.
 *
 * @param <T> the record
 */
public final class RecordCoder<T extends Record> extends CustomCoder<T> {
  private static final ThreadLocal<ByteWriter> WRITER = ThreadLocal.withInitial(ByteWriter::new);
  private static final ThreadLocal<ByteReader> READER = ThreadLocal.withInitial(ByteReader::new);

  private final Class<T> type;
  private transient volatile @Nullable RecordShape shape;

  private RecordCoder(Class<T> type) {
    this.type = type;
    this.shape = RecordShape.of(type);
  }

  /**
   * The coder of a record type.
   *
   * @throws IllegalArgumentException where a component's type is not supported
   */
  public static <T extends Record> RecordCoder<T> of(Class<T> type) {
    return new RecordCoder<>(type);
  }

  private RecordShape shape() {
    RecordShape known = shape;
    if (known == null) {
      known = RecordShape.of(type);
      shape = known;
    }
    return known;
  }

  @Override
  public void encode(T value, OutputStream stream) throws IOException {
    ByteWriter out = WRITER.get();
    out.clear();
    shape().write(value, out);
    VarInt.encode(out.size(), stream);
    stream.write(out.array(), 0, out.size());
  }

  @Override
  public T decode(InputStream stream) throws IOException {
    int length = VarInt.decodeInt(stream);
    byte[] bytes = stream.readNBytes(length);
    if (bytes.length != length) {
      throw new EOFException("a record is cut off");
    }
    return fromBytes(bytes);
  }

  /** The record's bytes, without their length. */
  byte[] toBytes(T value) {
    ByteWriter out = WRITER.get();
    out.clear();
    shape().write(value, out);
    return out.toByteArray();
  }

  /** The record that {@link #toBytes} wrote. */
  T fromBytes(byte[] bytes) {
    ByteReader in = READER.get();
    in.wrap(bytes);
    return type.cast(shape().read(in));
  }

  @Override
  public void verifyDeterministic() {
    // Fields are written in declaration order and no field type has two encodings of one value.
  }

  @Override
  public boolean consistentWithEquals() {
    return true;
  }

  @Override
  public TypeDescriptor<T> getEncodedTypeDescriptor() {
    return TypeDescriptor.of(type);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof RecordCoder<?> that && that.type == type;
  }

  @Override
  public int hashCode() {
    return type.hashCode();
  }

  @Override
  public String toString() {
    return "RecordCoder(" + type.getSimpleName() + ")";
  }
}
