package dev.earshot.pipelines.cli;

import dev.earshot.pipelines.sources.DayOrder;
import dev.earshot.pipelines.sources.LocalTimes;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a run reads: the options that {@code run} and {@code validate} share. */
final class InputOptions {
  @Option(
      names = "--brands",
      required = true,
      paramLabel = "FILE",
      description =
          "The brand file: names, accounts, handles, time zone (pipelines/docs/brands.md).")
  Path brands = Path.of("");

  @Option(
      names = "--posts",
      required = true,
      arity = "1..*",
      paramLabel = "[FORMAT:]GLOB",
      description = "Files of public posts, plain, .gz or .zst; - for none.")
  List<String> posts = List.of();

  @Option(
      names = "--messages",
      arity = "1..*",
      paramLabel = "[FORMAT:]GLOB",
      description = "Files of direct messages; - for none, which is the default.")
  List<String> messages = List.of();

  @Option(
      names = "--mapping",
      paramLabel = "FILE",
      description = "Which column of a CSV file is which field (pipelines/docs/input-format.md).")
  @Nullable Path mapping;

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      description =
          "Time zone of exports that state none, such as WhatsApp's: Europe/Berlin; UTC if absent.")
  @Nullable ZoneId zone;

  @Option(
      names = "--day-order",
      paramLabel = "ORDER",
      description =
          "Whether 1/2/2025 begins with the day, in exports that do not show it: day-first or"
              + " month-first.")
  @Nullable String dayOrder;

  @Option(
      names = "--taxonomy",
      arity = "1..*",
      paramLabel = "FILE",
      description =
          "Topics of your own instead of the general ones (pipelines/docs/topics.md); those of a"
              + " brand's industry stay.")
  List<Path> taxonomies = List.of();

  @Option(
      names = "--dimensions",
      paramLabel = "FILE",
      description =
          "Dimensions of reputation and their weights instead of the shipped ones"
              + " (pipelines/docs/reputation.md).")
  @Nullable Path dimensions;

  @Option(
      names = "--engagement-definitions",
      paramLabel = "FILE",
      description =
          "What counts as an engagement from a date on, beside the shipped definitions"
              + " (pipelines/docs/engagement.md).")
  @Nullable Path engagementDefinitions;

  /** How exports write times. */
  LocalTimes localTimes() {
    return new LocalTimes(zone, dayOrder());
  }

  private @Nullable DayOrder dayOrder() {
    if (dayOrder == null) {
      return null;
    }
    for (DayOrder order : DayOrder.values()) {
      if (order.code().equals(dayOrder)) {
        return order;
      }
    }
    throw new UserException(
        ExitCode.USAGE, "--day-order: expected day-first or month-first, found " + dayOrder);
  }
}
