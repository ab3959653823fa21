package dev.earshot.pipelines.sources.bytes;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Input stream that counts the line feeds that pass. */
public final class LineCounter extends FilterInputStream {
  private long lineFeeds;

  public LineCounter(InputStream in) {
    super(in);
  }

  public long lineFeeds() {
    return lineFeeds;
  }

  @Override
  public int read() throws IOException {
    int next = in.read();
    lineFeeds += next == '\n' ? 1 : 0;
    return next;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int count = in.read(target, offset, length);
    for (int i = offset; i < offset + count; i++) {
      lineFeeds += target[i] == '\n' ? 1 : 0;
    }
    return count;
  }
}
