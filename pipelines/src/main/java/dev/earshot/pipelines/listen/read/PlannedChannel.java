package dev.earshot.pipelines.listen.read;

import dev.earshot.pipelines.run.SourceFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SeekableByteChannel;

/**
 * A file as long as it was when the run was planned: what was added since is not read, and a file
 * that was cut fails the run, which would else publish a part for the whole.
 */
final class PlannedChannel implements SeekableByteChannel {
  private final ReadableByteChannel channel;
  private final SourceFile file;
  private long position;

  PlannedChannel(ReadableByteChannel channel, SourceFile file) {
    this.channel = channel;
    this.file = file;
  }

  @Override
  public int read(ByteBuffer target) throws IOException {
    if (!target.hasRemaining()) {
      return 0;
    }
    long left = file.bytes() - position;
    if (left <= 0) {
      return -1;
    }
    int limit = target.limit();
    target.limit((int) Math.min(limit, target.position() + left));
    int count;
    try {
      count = channel.read(target);
    } finally {
      target.limit(limit);
    }
    if (count < 0) {
      throw new IOException(
          file.name()
              + " was cut during the run: it had "
              + file.bytes()
              + " bytes when the run began and has "
              + position
              + " now");
    }
    position += count;
    return count;
  }

  @Override
  public long position() {
    return position;
  }

  @Override
  public SeekableByteChannel position(long wanted) throws IOException {
    ((SeekableByteChannel) channel).position(wanted);
    position = wanted;
    return this;
  }

  @Override
  public long size() {
    return file.bytes();
  }

  @Override
  public int write(ByteBuffer source) {
    throw new NonWritableChannelException();
  }

  @Override
  public SeekableByteChannel truncate(long size) {
    throw new NonWritableChannelException();
  }

  @Override
  public boolean isOpen() {
    return channel.isOpen();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
