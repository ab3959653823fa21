package dev.earshot.pipelines.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Arguments of a run that no run could use, told before it begins. */
final class RunArguments {
  private static final long DAY_MICROS = 86_400_000_000L;

  /** What patterns are made of, for DuckDB and for engines that read folders of Parquet. */
  private static final Pattern COLUMN = Pattern.compile("[^/\\\\=]+=[^/\\\\]*");

  private static final String OF_PATTERNS = "*?[]{}";

  private static final long LEAST_HEAP_BYTES = 200L << 20;

  private RunArguments() {}

  /**
   * Checks them.
   *
   * @param startedAtMicros when the run began
   */
  static void check(RunCommand command, long startedAtMicros) {
    check(command.scope, startedAtMicros);
    checkOutput(command.output);
    checkHeap(Runtime.getRuntime().maxMemory());
  }

  /** Checks those that a run shares with its checks. */
  static void check(ScopeOptions scope, long startedAtMicros) {
    checkClock(scope, startedAtMicros);
    checkRate(scope.maxRejectedRate);
    scope.dates();
  }

  /** As records are judged: a day is more than clocks are apart. */
  private static void checkClock(ScopeOptions scope, long startedAtMicros) {
    Long asOf = scope.asOfMicros();
    if (asOf != null && asOf > startedAtMicros + DAY_MICROS) {
      throw new UserException(
          ExitCode.USAGE,
          "--as-of "
              + scope.asOf
              + " is more than a day in the future; name a time that has come, or leave it out for"
              + " the latest time in the input");
    }
  }

  private static void checkRate(double rate) {
    if (!(rate >= 0 && rate <= 1)) {
      throw new UserException(
          ExitCode.USAGE, "--max-rejected-rate " + rate + ": expected a share from 0 to 1");
    }
  }

  static void checkOutput(String output) {
    if (output.isBlank()) {
      throw new UserException(
          ExitCode.USAGE, "--output names no folder; write . for the one you are in");
    }
    String place = output.contains("://") ? output : Path.of(output).toAbsolutePath().toString();
    String wrong = wrongIn(place);
    if (wrong != null) {
      throw new UserException(
          ExitCode.USAGE,
          "--output " + place + ": " + wrong + "; choose a folder without it in its path");
    }
  }

  /** What readers of the tables would take for something else, or null. */
  private static @Nullable String wrongIn(String place) {
    for (int i = 0; i < place.length(); i++) {
      if (OF_PATTERNS.indexOf(place.charAt(i)) >= 0) {
        return "readers of the tables take '" + place.charAt(i) + "' for a pattern";
      }
    }
    Matcher column = COLUMN.matcher(place);
    return column.find()
        ? "readers of the tables take '" + column.group() + "' for a column"
        : null;
  }

  static void checkHeap(long bytes) {
    if (bytes < LEAST_HEAP_BYTES) {
      throw new UserException(
          ExitCode.CONFIGURATION,
          String.format(
              Locale.ROOT,
              "the heap has %d MiB, and no run ends with less than %d; set EARSHOT_HEAP=2g, or -Xmx"
                  + " where Java is started without scripts/earshot",
              bytes >> 20,
              LEAST_HEAP_BYTES >> 20));
    }
  }
}
