package dev.earshot.pipelines.cli;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Checks what a run needs without running, as {@code run --dry-run} does. */
@Command(
    name = "validate",
    description = {
      "Checks brand file and mapping and reads the first 1,000 records of every input, without"
          + " running. With --key-file it checks the key, with --output the key and the output:"
          + " whether it can be written, holds files of others, has rows that would vanish, and"
          + " whether the disks have room."
    },
    exitCodeListHeading = ExitCode.HEADING,
    exitCodeList = {
      " 0:no mistakes",
      ExitCode.MISUSED,
      " 3:a folder has files of unknown content",
      "65:a file of which nothing can be read, or which lacks a mapped column; too many bad"
          + " records; published rows that would vanish or are under another key",
      ExitCode.NOTHING_NAMED,
      ExitCode.FOREIGN_FILES,
      ExitCode.FILES_FAILED,
      ExitCode.MISCONFIGURED
    },
    sortOptions = false)
final class ValidateCommand implements Callable<Integer> {
  @Mixin final InputOptions inputs = new InputOptions();

  @Mixin final ScopeOptions scope = new ScopeOptions();

  @Option(
      names = "--output",
      paramLabel = "DIR",
      description = "Where tables would go; not looked at if absent.")
  @Nullable String output;

  @Override
  public Integer call() {
    long startedAtMicros = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
    RunArguments.check(scope, startedAtMicros);
    if (output != null) {
      RunArguments.checkOutput(output);
    }
    return Preflight.of(this, startedAtMicros).check();
  }
}
