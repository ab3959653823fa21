package dev.earshot.pipelines.sources;

import dev.earshot.pipelines.sources.bytes.ByteRange;
import java.io.IOException;
import java.nio.channels.ReadableByteChannel;

/**
 * Reader of one input format: from a range of bytes to records and rejections. Safe for use by
 * several threads: each call of {@link #read} has its own state.
 */
public interface Source<T> {
  /** The format that this source reads. */
  Format format();

  /**
   * Whether a plain file may be read in ranges; if not, only {@link ByteRange#WHOLE} is allowed.
   */
  default boolean isSplittable() {
    return format().isSplittable();
  }

  /**
   * Whether the file must be looked through before it is read, because how one record is meant
   * depends on others.
   */
  default boolean needsSurvey() {
    return false;
  }

  /**
   * Looks through a file and gives the source that reads it.
   *
   * @param channel decompressed, standing at the beginning; not closed, and not read to the end
   */
  default Source<T> surveyed(ReadableByteChannel channel) throws IOException {
    return this;
  }

  /**
   * Reads the records that begin in a range. A bad record is rejected and reading goes on; a fault
   * of the compressed stream is one rejection and ends the file, after all that could be decoded.
   *
   * @param channel decompressed, standing at {@link ByteRange#channelPosition()}; not closed
   * @return line feeds that end lines of this range. A record's line number in the file, counted
   *     from one, is its {@code lineInRange} + 1 + the sum of this over all earlier ranges
   * @throws IOException if the channel fails for another reason than its content
   */
  long read(ReadableByteChannel channel, ByteRange range, RecordSink<T> sink) throws IOException;
}
