package dev.earshot.pipelines.sources.bytes;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;

/** Bytes that were read already, and then the rest of a channel, which it does not close. */
public final class PrefixedChannel implements ReadableByteChannel {
  private final ByteBuffer prefix;
  private final ReadableByteChannel rest;

  private PrefixedChannel(ByteBuffer prefix, ReadableByteChannel rest) {
    this.prefix = prefix;
    this.rest = rest;
  }

  /**
   * The prefix and then the rest; a rest of this class is joined, so that none nests in another.
   */
  public static PrefixedChannel of(ByteBuffer prefix, ReadableByteChannel rest) {
    if (!(rest instanceof PrefixedChannel second)) {
      return new PrefixedChannel(prefix, rest);
    }
    ByteBuffer joined = ByteBuffer.allocate(prefix.remaining() + second.prefix.remaining());
    joined.put(prefix).put(second.prefix).flip();
    return new PrefixedChannel(joined, second.rest);
  }

  @Override
  public int read(ByteBuffer target) throws IOException {
    if (!prefix.hasRemaining()) {
      return rest.read(target);
    }
    int count = Math.min(prefix.remaining(), target.remaining());
    target.put(prefix.slice(prefix.position(), count));
    prefix.position(prefix.position() + count);
    return count;
  }

  @Override
  public boolean isOpen() {
    return rest.isOpen();
  }

  @Override
  public void close() {}
}
