package dev.earshot.pipelines.sources.json;

import dev.earshot.models.domain.Post;
import dev.earshot.models.domain.Rejection;
import dev.earshot.pipelines.sources.Collected;
import dev.earshot.pipelines.sources.Contexts;
import dev.earshot.pipelines.sources.Format;
import dev.earshot.pipelines.sources.RecordSink;
import dev.earshot.pipelines.sources.bytes.ByteRange;
import dev.earshot.pipelines.sources.recognise.Formats;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.util.Arrays;

/**
 * A JSON array of as many bytes as wanted, made while it is read. Run as a program in a small heap
 * it shows that memory does not follow the size of a document.
 */
final class EndlessArray implements ReadableByteChannel {
  private static final String FILLER = "all work and no play ".repeat(10);

  private final long length;
  private long given;
  private long items;
  private final String end;
  private byte[] item;
  private int position;
  private boolean isLast;

  /**
   * @param isTop whether the document is the array, else a member of it
   */
  EndlessArray(long length, boolean isTop) {
    this.length = length;
    this.item = Collected.bytes(isTop ? "[" : "{\"data\":[");
    this.end = isTop ? "]" : "]}";
  }

  /** Reads that many bytes of posts, prints how many there were and fails if one is missing. */
  public static void main(String[] arguments) throws IOException {
    EndlessArray file =
        new EndlessArray(Long.parseLong(arguments[0]), Boolean.parseBoolean(arguments[1]));
    long[] counts = new long[2];
    Formats.open(Format.FACEBOOK_GRAPH, Post.class, Contexts.NOBODY)
        .read(
            file,
            ByteRange.WHOLE,
            new RecordSink<>() {
              @Override
              public void accept(Post post, long byteOffset) {
                counts[0]++;
              }

              @Override
              public void reject(Rejection rejection) {
                counts[1]++;
              }
            });
    System.out.println(
        file.given + " bytes, " + counts[0] + " records, " + counts[1] + " rejected");
    if (counts[0] != file.items || counts[1] != 0) {
      throw new IllegalStateException("expected " + file.items + " records");
    }
  }

  @Override
  public int read(ByteBuffer target) {
    int start = target.position();
    while (target.hasRemaining() && next()) {
      int count = Math.min(target.remaining(), item.length - position);
      target.put(item, position, count);
      position += count;
    }
    int count = target.position() - start;
    given += count;
    return count == 0 ? -1 : count;
  }

  private boolean next() {
    if (position < item.length) {
      return true;
    }
    if (isLast) {
      return false;
    }
    isLast = given >= length;
    String text =
        isLast
            ? end
            : (items == 0 ? "" : ",")
                + "{\"id\":\"1_"
                + items
                + "\",\"created_time\":\"2024-05-01T10:00:00+0000\",\"message\":\""
                + FILLER
                + "\"}";
    items += isLast ? 0 : 1;
    item = Collected.bytes(text);
    position = 0;
    return true;
  }

  @Override
  public boolean isOpen() {
    return true;
  }

  @Override
  public void close() {
    Arrays.fill(item, (byte) 0);
  }
}
