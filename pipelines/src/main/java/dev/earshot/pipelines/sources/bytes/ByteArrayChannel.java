package dev.earshot.pipelines.sources.bytes;

import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;

/** Bytes in memory as a channel. */
public final class ByteArrayChannel implements ReadableByteChannel {
  private final ByteBuffer bytes;
  private boolean isOpen = true;

  public ByteArrayChannel(byte[] bytes, int length) {
    this.bytes = ByteBuffer.wrap(bytes, 0, length);
  }

  @Override
  public int read(ByteBuffer target) {
    if (!bytes.hasRemaining()) {
      return -1;
    }
    int count = Math.min(bytes.remaining(), target.remaining());
    target.put(bytes.slice(bytes.position(), count));
    bytes.position(bytes.position() + count);
    return count;
  }

  @Override
  public boolean isOpen() {
    return isOpen;
  }

  @Override
  public void close() {
    isOpen = false;
  }
}
