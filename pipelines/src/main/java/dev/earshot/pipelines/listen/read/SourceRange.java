package dev.earshot.pipelines.listen.read;

import dev.earshot.pipelines.beam.RecordCoder;
import dev.earshot.pipelines.run.SourceFile;
import dev.earshot.pipelines.sources.RecordKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.FlatMapElements;
import org.apache.beam.sdk.transforms.Reshuffle;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TypeDescriptor;

/** A stretch of one input file; {@code end} is {@link Long#MAX_VALUE} for a file read whole. */
public record SourceRange(SourceFile file, long start, long end) {
  private static final long BYTES = 8L << 20;

  /** What opening a file costs, in bytes that could have been read in that time. */
  private static final long OPENING_BYTES = 64L << 10;

  /** Ranges that one worker reads one after the other: a large one, or many small files. */
  record Batch(List<SourceRange> ranges) {}

  /**
   * All ranges of the files of one kind, spread over the workers in batches: an engine's cost for
   * each element is more than that of reading a small file.
   */
  public static PCollection<SourceRange> spread(
      Pipeline pipeline, List<SourceFile> files, RecordKind kind) {
    String name = kind.code().substring(0, 1).toUpperCase(Locale.ROOT) + kind.code().substring(1);
    List<SourceRange> ranges =
        files.stream()
            .filter(file -> file.format().kind() == kind && file.isRead())
            .flatMap(file -> of(file).stream())
            .toList();
    return pipeline
        .apply(name + "Batches", Create.of(batches(ranges)).withCoder(RecordCoder.of(Batch.class)))
        .apply("Spread" + name, Reshuffle.viaRandomKey())
        .apply(
            name + "Ranges",
            FlatMapElements.into(TypeDescriptor.of(SourceRange.class)).via(Batch::ranges));
  }

  /** Neighbours together, each batch about as much work as one full range. */
  static List<Batch> batches(List<SourceRange> ranges) {
    List<Batch> batches = new ArrayList<>();
    int first = 0;
    long cost = 0;
    for (int i = 0; i < ranges.size(); i++) {
      long next = OPENING_BYTES + ranges.get(i).bytes();
      if (i > first && cost + next > BYTES) {
        batches.add(new Batch(List.copyOf(ranges.subList(first, i))));
        first = i;
        cost = 0;
      }
      cost += next;
    }
    if (first < ranges.size()) {
      batches.add(new Batch(List.copyOf(ranges.subList(first, ranges.size()))));
    }
    return batches;
  }

  /** Whether no range of the file follows. */
  boolean isLast() {
    return end == Long.MAX_VALUE;
  }

  /** Its length in the file as it stands. */
  long bytes() {
    return Math.min(end, file.bytes()) - start;
  }

  /** The ranges that a file is read in. */
  public static List<SourceRange> of(SourceFile file) {
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
