package dev.earshot.pipelines.sources;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;

/** Bytes in memory as a file. */
public class SeekableBytes implements SeekableByteChannel {
  private final byte[] bytes;
  private int position;

  public SeekableBytes(byte[] bytes) {
    this.bytes = bytes;
  }

  @Override
  public int read(ByteBuffer target) throws IOException {
    int count = Math.min(target.remaining(), bytes.length - position);
    if (count <= 0) {
      return target.hasRemaining() ? -1 : 0;
    }
    target.put(bytes, position, count);
    position += count;
    return count;
  }

  @Override
  public int write(ByteBuffer source) {
    throw new UnsupportedOperationException();
  }

  @Override
  public long position() {
    return position;
  }

  @Override
  public SeekableByteChannel position(long wanted) {
    if (wanted < 0) {
      throw new IllegalArgumentException("before the beginning: " + wanted);
    }
    position = (int) Math.min(wanted, bytes.length);
    return this;
  }

  @Override
  public long size() {
    return bytes.length;
  }

  @Override
  public SeekableByteChannel truncate(long size) {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean isOpen() {
    return true;
  }

  @Override
  public void close() {}
}
