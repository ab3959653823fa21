package dev.earshot.pipelines.cli;

import dev.earshot.pipelines.measure.Measures;
import dev.earshot.pipelines.run.DateScope;
import dev.earshot.pipelines.run.SecretKeySource;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a run replaces, by which clock and key, and what it bears: shared with the checks of it. */
final class ScopeOptions {
  @Option(
      names = "--from",
      paramLabel = "DATE",
      description = "First date to replace, in each brand's time zone; other dates stay.")
  @Nullable LocalDate from;

  @Option(names = "--to", paramLabel = "DATE", description = "Last date to replace.")
  @Nullable LocalDate to;

  @Option(
      names = "--replace-empty",
      description =
          "Remove published rows of these dates although the run has none for their table and"
              + " brand; without it such a run ends with code 65 and publishes nothing.")
  boolean replacesEmpty;

  @Option(
      names = "--as-of",
      paramLabel = "TIME",
      description =
          "The clock of the run, as 2026-03-31T23:59:59Z; the latest time in the input if absent.")
  @Nullable String asOf;

  @Option(
      names = "--key-file",
      paramLabel = "FILE",
      description = "Holds the key for hashing ids; the variable EARSHOT_KEY if absent.")
  @Nullable Path keyFile;

  @Option(
      names = "--max-rejected-rate",
      paramLabel = "RATE",
      description =
          "Fail if more than this share of the records is bad. Default: ${DEFAULT-VALUE}.")
  double maxRejectedRate = 0.1;

  /** Whether the run replaces some dates alone. */
  boolean hasDates() {
    return from != null || to != null;
  }

  DateScope dates() {
    if (from != null && to != null && from.isAfter(to)) {
      throw new UserException(ExitCode.USAGE, "--from " + from + " is after --to " + to);
    }
    return new DateScope(
        from == null ? null : (int) from.toEpochDay(),
        to == null ? null : (int) to.toEpochDay(),
        Measures.context());
  }

  @Nullable Long asOfMicros() {
    if (asOf == null) {
      return null;
    }
    try {
      // The JDK's own difference in microseconds ends 292 years from 1970.
      Instant time = OffsetDateTime.parse(asOf).toInstant();
      return Math.multiplyExact(time.getEpochSecond(), 1_000_000L) + time.getNano() / 1_000;
    } catch (DateTimeException | ArithmeticException e) {
      throw new UserException(
          ExitCode.USAGE, "--as-of " + asOf + ": expected a time as 2026-03-31T23:59:59Z");
    }
  }

  SecretKeySource key() {
    return new SecretKeySource(keyFile == null ? null : keyFile.toAbsolutePath().toString());
  }
}
