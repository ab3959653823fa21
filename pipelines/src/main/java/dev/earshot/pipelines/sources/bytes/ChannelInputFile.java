package dev.earshot.pipelines.sources.bytes;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import org.apache.parquet.io.DelegatingSeekableInputStream;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.SeekableInputStream;
import org.jspecify.annotations.Nullable;

/**
 * A seekable channel as Parquet wants it. Closing the stream leaves the channel open. The library
 * throws the same exceptions for what a channel fails with and for what a file is at fault with;
 * this remembers the former.
 */
public final class ChannelInputFile implements InputFile {
  private final SeekableByteChannel channel;
  private @Nullable IOException failure;

  /** The file that a channel reads. */
  public ChannelInputFile(SeekableByteChannel channel) {
    this.channel = channel;
  }

  /** What the channel failed with; null if it did not. */
  public @Nullable IOException failure() {
    return failure;
  }

  @Override
  public long getLength() throws IOException {
    return channel.size();
  }

  private int read(ByteBuffer target) throws IOException {
    try {
      return channel.read(target);
    } catch (IOException e) {
      failure = e;
      throw e;
    }
  }

  @Override
  public SeekableInputStream newStream() {
    return new DelegatingSeekableInputStream(new ChannelStream()) {
      @Override
      public long getPos() throws IOException {
        return channel.position();
      }

      @Override
      public void seek(long position) throws IOException {
        channel.position(position);
      }

      @Override
      public void close() {
        // The channel belongs to whoever opened it.
      }
    };
  }

  private final class ChannelStream extends InputStream {
    @Override
    public int read() throws IOException {
      ByteBuffer one = ByteBuffer.allocate(1);
      return ChannelInputFile.this.read(one) < 0 ? -1 : one.get(0) & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      return length == 0 ? 0 : ChannelInputFile.this.read(ByteBuffer.wrap(target, offset, length));
    }
  }
}
