package dev.earshot.pipelines.beam;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.beam.sdk.coders.CustomCoder;
import org.apache.beam.sdk.util.VarInt;
import org.jspecify.annotations.Nullable;

/** Moves an {@link Encoded} record as bytes behind their length. */
public final class EncodedCoder<T extends Record> extends CustomCoder<Encoded<T>> {
  private final RecordCoder<T> coder;

  public EncodedCoder(RecordCoder<T> coder) {
    this.coder = coder;
  }

  @Override
  public void encode(Encoded<T> value, OutputStream stream) throws IOException {
    byte[] bytes = value.bytes(coder);
    VarInt.encode(bytes.length, stream);
    stream.write(bytes, 0, bytes.length);
  }

  @Override
  public Encoded<T> decode(InputStream stream) throws IOException {
    int length = VarInt.decodeInt(stream);
    byte[] bytes = stream.readNBytes(length);
    if (bytes.length != length) {
      throw new EOFException("a record is cut off");
    }
    return Encoded.of(bytes, coder);
  }

  @Override
  public void verifyDeterministic() {
    coder.verifyDeterministic();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof EncodedCoder<?> that && that.coder.equals(coder);
  }

  @Override
  public int hashCode() {
    return coder.hashCode();
  }

  @Override
  public String toString() {
    return "EncodedCoder(" + coder + ")";
  }
}
