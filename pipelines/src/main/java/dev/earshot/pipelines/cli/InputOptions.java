package dev.earshot.pipelines.cli;

import java.nio.file.Path;
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
}
