package dev.earshot.pipelines.cli;

import dev.earshot.pipelines.sources.RecordKind;
import dev.earshot.pipelines.sources.times.DayOrder;
import dev.earshot.pipelines.sources.times.LocalTimes;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a run reads: the options that {@code run} and {@code validate} share. */
final class InputOptions {
  @Option(
      names = ConfigurationFile.OPTION,
      paramLabel = "FILE",
      description =
          "Options of run in YAML (pipelines/docs/scheduling.md), with paths relative to FILE's"
              + " folder; what the command line says wins.")
  @Nullable Path configuration;

  @Option(
      names = "--brands",
      required = true,
      paramLabel = "FILE",
      description =
          "The brand file: names, accounts, handles, time zone (pipelines/docs/brands.md).")
  Path brands = Path.of("");

  @Option(
      names = "--posts",
      arity = "1..*",
      paramLabel = "[FORMAT:]GLOB",
      description = "Files of public posts, plain, .gz or .zst; - for none, the default.")
  List<String> posts = List.of();

  @Option(
      names = "--messages",
      arity = "1..*",
      paramLabel = "[FORMAT:]GLOB",
      description = "Files of direct messages.")
  List<String> messages = List.of();

  @Option(
      names = "--orders",
      arity = "1..*",
      paramLabel = "[FORMAT:][BRAND=]GLOB",
      description =
          "Files of orders; BRAND is whose shop it is, for a brand file of several brands and"
              + " records that name none.")
  List<String> orders = List.of();

  @Option(
      names = "--identities",
      arity = "1..*",
      paramLabel = "[FORMAT:][BRAND=]GLOB",
      description = "Files of links between customers and accounts, with the person's consent.")
  List<String> identities = List.of();

  @Option(
      names = "--profiles",
      arity = "1..*",
      paramLabel = "[FORMAT:]GLOB",
      description = "Files of accounts' profiles: followers, age, whether they have a picture.")
  List<String> profiles = List.of();

  @Option(
      names = "--web-logs",
      arity = "1..*",
      paramLabel = "[FORMAT:][BRAND=]GLOB",
      description =
          "Web logs of the brands' sites; BRAND is whose site it is, where the log names no host.")
  List<String> webLogs = List.of();

  @Option(
      names = "--log-format",
      paramLabel = "LOGFORMAT",
      description =
          "LogFormat of Apache or log_format of NGINX that the access logs are written in, where it"
              + " is neither common nor combined.")
  @Nullable String logFormat;

  @Option(
      names = "--mapping",
      arity = "1..*",
      paramLabel = "NAME|FILE",
      description =
          "Which column of a CSV file is which field: a mapping that comes with Earshot ('earshot"
              + " mappings' lists them), or a file (pipelines/docs/input-format.md); several, and of"
              + " those of a kind each file is read by the first whose columns it has.")
  List<Path> mappings = List.of();

  @Option(
      names = "--unwrap",
      paramLabel = "PATH",
      description =
          "Where in each line of JSON its record stands, as payload/body; Airbyte's and Singer's"
              + " lines are known without it.")
  @Nullable String unwrap;

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
      names = "--calibration",
      paramLabel = "FILE",
      description =
          "Labelled counts, as evaluate --calibrate stores them, for the adjusted net sentiment"
              + " (pipelines/docs/evaluate.md).")
  @Nullable Path calibration;

  @Option(
      names = "--engagement-definitions",
      paramLabel = "FILE",
      description =
          "What counts as an engagement from a date on, beside the shipped definitions"
              + " (pipelines/docs/engagement.md).")
  @Nullable Path engagementDefinitions;

  /** The arguments by the kind of record that they name. */
  Map<RecordKind, List<String>> byKind() {
    Map<RecordKind, List<String>> arguments = new EnumMap<>(RecordKind.class);
    arguments.put(RecordKind.POSTS, posts);
    arguments.put(RecordKind.MESSAGES, messages);
    arguments.put(RecordKind.ORDERS, orders);
    arguments.put(RecordKind.IDENTITIES, identities);
    arguments.put(RecordKind.PROFILES, profiles);
    arguments.put(RecordKind.WEB_LOGS, webLogs);
    return arguments;
  }

  /** All arguments that name input files. */
  List<String> arguments() {
    return byKind().values().stream().flatMap(List::stream).toList();
  }

  /** Where records stand in lines of JSON, or null. */
  @Nullable String unwrap() {
    boolean isPath =
        unwrap == null
            || (!unwrap.startsWith("/") && !unwrap.endsWith("/") && !unwrap.contains("//"));
    if (!isPath || (unwrap != null && unwrap.isBlank())) {
      throw new UserException(
          ExitCode.USAGE,
          "--unwrap: expected names of members with / between them, found " + unwrap);
    }
    return unwrap;
  }

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
