package dev.earshot.pipelines.listen.read;

import dev.earshot.models.domain.Rejection;
import dev.earshot.pipelines.run.SourceFile;
import dev.earshot.pipelines.tables.RejectedRecordRow;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.View;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionView;
import org.jspecify.annotations.Nullable;

/**
 * Makes {@code rejected_records}: a rejection knows its line in the range that was read; with the
 * number of lines of all earlier ranges of the file it is known in the file.
 */
public final class LocateRejections
    extends PTransform<PCollection<RejectedAt>, PCollection<RejectedRecordRow>> {
  private final String runId;
  private final List<SourceFile> files;
  private final PCollection<LedgerEntry> books;

  public LocateRejections(String runId, List<SourceFile> files, PCollection<LedgerEntry> books) {
    this.runId = runId;
    this.files = files;
    this.books = books;
  }

  @Override
  public PCollection<RejectedRecordRow> expand(PCollection<RejectedAt> rejections) {
    PCollectionView<Map<Integer, Iterable<RangeLines>>> bySource =
        books.apply("LinesBySource", ParDo.of(new BySource())).apply("AllLines", View.asMultimap());
    Map<Integer, SourceFile> sources = new HashMap<>();
    files.forEach(file -> sources.put(file.index(), file));
    Map<Integer, String> names = new TreeMap<>();
    Map<Integer, String> kinds = new TreeMap<>();
    files.forEach(
        file -> {
          names.put(file.index(), file.name());
          kinds.put(file.index(), file.format().kind().code());
        });
    return rejections.apply(
        "Locate", ParDo.of(new Locate(runId, names, kinds, bySource)).withSideInputs(bySource));
  }

  private static final class BySource extends DoFn<LedgerEntry, KV<Integer, RangeLines>> {
    @ProcessElement
    public void process(@Element LedgerEntry book, OutputReceiver<KV<Integer, RangeLines>> out) {
      if (book.note() instanceof RangeLines lines) {
        out.output(KV.of(lines.source(), lines));
      }
    }
  }

  private static final class Locate extends DoFn<RejectedAt, RejectedRecordRow> {
    private final String runId;
    private final Map<Integer, String> names;
    private final Map<Integer, String> kinds;
    private final PCollectionView<Map<Integer, Iterable<RangeLines>>> lines;
    private transient @Nullable Map<Integer, NavigableMap<Long, Long>> known;

    Locate(
        String runId,
        Map<Integer, String> names,
        Map<Integer, String> kinds,
        PCollectionView<Map<Integer, Iterable<RangeLines>>> lines) {
      this.runId = runId;
      this.names = names;
      this.kinds = kinds;
      this.lines = lines;
    }

    @StartBundle
    public void startBundle() {
      known = new HashMap<>();
    }

    @ProcessElement
    public void process(ProcessContext context) {
      RejectedAt at = context.element();
      Rejection rejection = at.rejection();
      Map<Integer, Iterable<RangeLines>> all = context.sideInput(lines);
      long before =
          Objects.requireNonNull(known)
              .computeIfAbsent(at.source(), source -> linesBefore(all.get(source)))
              .ceilingEntry(at.rangeStart())
              .getValue();
      context.output(
          new RejectedRecordRow(
              names.getOrDefault(at.source(), ""),
              kinds.getOrDefault(at.source(), ""),
              rejection.reason().code(),
              rejection.field(),
              rejection.expected(),
              rejection.recordSha256(),
              before + rejection.lineInRange() + 1,
              rejection.byteOffset(),
              runId));
    }

    /** Lines before each range of a file, by the range's start; the last range ends nowhere. */
    private static NavigableMap<Long, Long> linesBefore(@Nullable Iterable<RangeLines> ranges) {
      TreeMap<Long, Long> lines = new TreeMap<>();
      if (ranges != null) {
        ranges.forEach(range -> lines.put(range.rangeStart(), range.lines()));
      }
      long before = 0;
      for (Map.Entry<Long, Long> range : lines.entrySet()) {
        before += range.setValue(before);
      }
      lines.put(Long.MAX_VALUE, before);
      return lines;
    }
  }
}
