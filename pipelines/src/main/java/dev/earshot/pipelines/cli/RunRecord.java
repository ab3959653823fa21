package dev.earshot.pipelines.cli;

import dev.earshot.pipelines.beam.WrittenFile;
import dev.earshot.pipelines.listen.read.SourceBalance;
import dev.earshot.pipelines.operations.RunOutcome.TableSize;
import dev.earshot.pipelines.publish.RunSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What is known of a run as far as it has come, for those who watch over it. */
final class RunRecord {
  final Stages stages = new Stages();
  private long inputBytes;
  private @Nullable SourceBalance records;
  private List<TableSize> tables = List.of();

  void found(int files, long bytes) {
    inputBytes = bytes;
    stages.end("find", files, "files");
  }

  void counted(RunSummary summary) {
    records = summary.total();
    if (!stages.count("read", records.read())) {
      stages.end("process", records.read(), "records");
    }
  }

  /** What it has put in place. */
  void published(RunSummary summary) {
    Map<String, TableSize> sizes = new TreeMap<>();
    for (WrittenFile file : summary.files()) {
      sizes.merge(
          file.table(),
          new TableSize(file.table(), 1, file.rows(), file.bytes()),
          (one, other) ->
              new TableSize(
                  one.name(),
                  one.files() + other.files(),
                  one.rows() + other.rows(),
                  one.bytes() + other.bytes()));
    }
    tables = new ArrayList<>(sizes.values());
    stages.end("publish", summary.files().size(), "files");
  }

  long inputBytes() {
    return inputBytes;
  }

  @Nullable SourceBalance records() {
    return records;
  }

  List<TableSize> tables() {
    return List.copyOf(tables);
  }
}
