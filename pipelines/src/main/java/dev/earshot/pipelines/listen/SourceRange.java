package dev.earshot.pipelines.listen;

import dev.earshot.pipelines.beam.RecordCoder;
import dev.earshot.pipelines.sources.RecordKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.Reshuffle;
import org.apache.beam.sdk.values.PCollection;

/** A stretch of one input file; {@code end} is {@link Long#MAX_VALUE} for a file read whole. */
record SourceRange(SourceFile file, long start, long end) {
  private static final long BYTES = 8L << 20;

  /** All ranges of the files of one kind, spread over the workers. */
  static PCollection<SourceRange> spread(
      Pipeline pipeline, List<SourceFile> files, RecordKind kind) {
    String name = kind.code().substring(0, 1).toUpperCase(Locale.ROOT) + kind.code().substring(1);
    List<SourceRange> ranges =
        files.stream()
            .filter(file -> file.format().kind() == kind)
            .flatMap(file -> of(file).stream())
            .toList();
    return pipeline
        .apply(name + "Ranges", Create.of(ranges).withCoder(RecordCoder.of(SourceRange.class)))
        .apply("Spread" + name, Reshuffle.viaRandomKey());
  }

  /** The ranges that a file is read in. */
  static List<SourceRange> of(SourceFile file) {
    if (!file.isSplittable() || file.bytes() <= BYTES) {
      return List.of(new SourceRange(file, 0, Long.MAX_VALUE));
    }
    List<SourceRange> ranges = new ArrayList<>();
    for (long start = 0; start < file.bytes(); start += BYTES) {
      long end = start + BYTES >= file.bytes() ? Long.MAX_VALUE : start + BYTES;
      ranges.add(new SourceRange(file, start, end));
    }
    return ranges;
  }
}
