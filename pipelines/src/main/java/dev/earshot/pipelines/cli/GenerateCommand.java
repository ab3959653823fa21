package dev.earshot.pipelines.cli;

import dev.earshot.pipelines.generate.Generator;
import dev.earshot.pipelines.generate.GeneratorOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes fictional posts, messages, web logs and orders with known truth. */
@Command(
    name = "generate",
    description =
        "Writes fictional posts, messages, web logs, orders and the figures that tables must show.",
    sortOptions = false)
final class GenerateCommand implements Callable<Integer> {
  @Option(names = "--posts", required = true, paramLabel = "N", description = "Post records.")
  long posts;

  @Option(names = "--brands", paramLabel = "B", description = "Brands. Default: ${DEFAULT-VALUE}.")
  int brands = 3;

  @Option(names = "--days", paramLabel = "D", description = "Days. Default: ${DEFAULT-VALUE}.")
  int days = 28;

  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "The same seed gives the same bytes. Default: ${DEFAULT-VALUE}.")
  long seed = 1;

  @Option(
      names = "--bad-rate",
      paramLabel = "RATE",
      description = "Share of broken records. Default: ${DEFAULT-VALUE}.")
  double badRate = GeneratorOptions.DEFAULT_BAD_RATE;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Absent or empty folder.")
  Path out = Path.of("");

  @Override
  public Integer call() {
    try {
      Generator.Summary summary =
          Generator.run(new GeneratorOptions(posts, brands, days, seed, out, badRate));
      System.out.printf(
          Locale.ROOT,
          "%s: %,d posts, %,d messages, %,d requests, %,d order lines, of them %,d broken;"
              + " the truth is in %s%n",
          out,
          summary.postRecords(),
          summary.messageRecords(),
          summary.hitRecords(),
          summary.orderRecords(),
          summary.rejectedRecords(),
          out.resolve("truth"));
      return ExitCode.OK;
    } catch (IllegalArgumentException e) {
      throw new UserException(ExitCode.USAGE, "--" + e.getMessage());
    } catch (IOException e) {
      throw new UserException(ExitCode.IO, Messages.of(e));
    }
  }
}
