package dev.earshot.pipelines.operations;

import dev.earshot.pipelines.listen.read.SourceBalance;
import dev.earshot.pipelines.publish.Stage;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a run ended.
 *
 * @param exitCode what the process ends with
 * @param message what was said of a failure; null where it published
 * @param output where its tables are, as the user wrote it
 * @param startedAt when it began
 * @param endedAt when it ended
 * @param stages how long its parts took, as far as it came
 * @param records what became of its records; null where it did not read to the end
 * @param inputBytes size of the input files
 * @param tables what it wrote; empty where it published nothing
 */
public record RunOutcome(
    int exitCode,
    @Nullable String message,
    String output,
    Instant startedAt,
    Instant endedAt,
    List<Stage> stages,
    @Nullable SourceBalance records,
    long inputBytes,
    List<TableSize> tables) {

  /** What a run wrote of a table. */
  public record TableSize(String name, long files, long rows, long bytes) {}

  /** Whether its tables are published. */
  public boolean isPublished() {
    return message == null;
  }
}
