package dev.earshot.pipelines.sources.tabular;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;

/** A file whose end is replaced by other bytes. */
final class ChannelWithTail implements SeekableByteChannel {
  private final SeekableByteChannel file;
  private final long tailStart;
  private final byte[] tail;
  private long position;

  ChannelWithTail(SeekableByteChannel file, long tailStart, byte[] tail) {
    this.file = file;
    this.tailStart = tailStart;
    this.tail = tail;
  }

  @Override
  public int read(ByteBuffer target) throws IOException {
    if (!target.hasRemaining()) {
      return 0;
    }
    if (position >= size()) {
      return -1;
    }
    int count;
    if (position >= tailStart) {
      int from = (int) (position - tailStart);
      count = Math.min(target.remaining(), tail.length - from);
      target.put(tail, from, count);
    } else {
      int wanted = (int) Math.min(target.remaining(), tailStart - position);
      ByteBuffer part = target.slice(target.position(), wanted);
      file.position(position);
      count = file.read(part);
      target.position(target.position() + Math.max(0, count));
    }
    position += Math.max(0, count);
    return count;
  }

  @Override
  public int write(ByteBuffer source) {
    throw new NonWritableChannelException();
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
    position = wanted;
    return this;
  }

  @Override
  public long size() {
    return tailStart + tail.length;
  }

  @Override
  public SeekableByteChannel truncate(long size) {
    throw new NonWritableChannelException();
  }

  @Override
  public boolean isOpen() {
    return file.isOpen();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
