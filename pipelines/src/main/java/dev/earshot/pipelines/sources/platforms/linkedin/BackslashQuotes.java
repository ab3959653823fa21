package dev.earshot.pipelines.sources.platforms.linkedin;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;

/** Channel that gives quotes with a backslash before them as doubled quotes, of the same length. */
final class BackslashQuotes implements ReadableByteChannel {
  private static final int NONE = -1;

  private final ReadableByteChannel channel;
  private final ByteBuffer in = ByteBuffer.allocate(8 << 10).flip();
  private int held = NONE;

  BackslashQuotes(ReadableByteChannel channel) {
    this.channel = channel;
  }

  @Override
  public int read(ByteBuffer target) throws IOException {
    int start = target.position();
    while (target.position() == start && target.hasRemaining()) {
      if (!in.hasRemaining() && !fill()) {
        if (held == NONE) {
          return -1;
        }
        target.put((byte) held);
        held = NONE;
        return 1;
      }
      move(target);
    }
    return target.position() - start;
  }

  /** Moves bytes, and keeps a backslash back until what follows it is known. */
  private void move(ByteBuffer target) {
    while (in.hasRemaining() && target.hasRemaining()) {
      byte next = in.get(in.position());
      if (held != NONE) {
        target.put((byte) (next == '"' ? '"' : held));
        held = NONE;
      } else if (next == '\\') {
        held = next;
        in.get();
      } else {
        target.put(in.get());
      }
    }
  }

  private boolean fill() throws IOException {
    in.clear();
    int count = 0;
    while (count == 0) {
      count = channel.read(in);
    }
    in.flip();
    return count > 0;
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
