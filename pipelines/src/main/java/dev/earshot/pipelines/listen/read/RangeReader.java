package dev.earshot.pipelines.listen.read;

import dev.earshot.models.domain.Rejection;
import dev.earshot.models.domain.RejectionReason;
import dev.earshot.pipelines.run.SourceFile;
import dev.earshot.pipelines.sources.RecordSink;
import dev.earshot.pipelines.sources.Source;
import dev.earshot.pipelines.sources.bytes.ByteRange;
import dev.earshot.pipelines.sources.bytes.ReadLimits;
import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.AccessDeniedException;
import org.apache.beam.sdk.io.FileSystems;

/** Opens a range of an input file through Beam's file systems and has a source read it. */
final class RangeReader {
  private RangeReader() {}

  /** Reads the range; returns the lines that end in it. */
  static <T> long read(SourceRange stretch, Source<T> source, RecordSink<T> sink)
      throws IOException {
    SourceFile file = stretch.file();
    ByteRange range = new ByteRange(stretch.start(), stretch.end());
    try {
      Source<T> ready = source.needsSurvey() ? surveyed(file, source) : source;
      try (ReadableByteChannel raw = open(file, range);
          ReadableByteChannel content =
              file.unwrapped(
                  file.compression().open(raw, ReadLimits.DEFAULT), ReadLimits.DEFAULT)) {
        return ready.read(content, range, sink);
      }
    } catch (AccessDeniedException e) {
      sink.reject(new Rejection(RejectionReason.FILE_UNREADABLE, null, 0, 0, null));
      return 0;
    }
  }

  private static <T> Source<T> surveyed(SourceFile file, Source<T> source) throws IOException {
    try (ReadableByteChannel raw = open(file, ByteRange.WHOLE);
        ReadableByteChannel content =
            file.unwrapped(file.compression().open(raw, ReadLimits.DEFAULT), ReadLimits.DEFAULT)) {
      return source.surveyed(content);
    }
  }

  private static ReadableByteChannel open(SourceFile file, ByteRange range) throws IOException {
    PlannedChannel channel =
        new PlannedChannel(
            FileSystems.open(FileSystems.matchNewResource(file.location(), false)), file);
    if (range.start() > 0) {
      channel.position(range.channelPosition());
    }
    return channel;
  }
}
