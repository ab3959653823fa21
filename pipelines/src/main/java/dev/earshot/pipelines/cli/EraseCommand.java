package dev.earshot.pipelines.cli;

import dev.earshot.pipelines.publish.Erasure;
import dev.earshot.pipelines.publish.ErasureRequest;
import dev.earshot.pipelines.publish.ForeignFilesException;
import dev.earshot.pipelines.publish.Output;
import dev.earshot.pipelines.publish.OutputInUseException;
import dev.earshot.pipelines.publish.RemovedRows;
import dev.earshot.pipelines.publish.Views;
import dev.earshot.pipelines.run.Pseudonyms;
import dev.earshot.pipelines.run.SecretKeySource;
import dev.earshot.pipelines.stores.ObjectStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.apache.beam.sdk.options.PipelineOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Removes the rows of persons from published tables. */
@Command(
    name = "erase",
    description = {
      "Removes every row of the given accounts and customers from published tables, and says which"
          + " dates a new run should cover, whose figures still count them.",
      "",
      "All tables change at once, as with a run; killed at any point, it can be called again. It"
          + " removes nothing from the input, from copies and from exports: pipelines/docs/erasure.md"
          + " has what it does and what it does not."
    },
    footer = {
      "",
      "Exit codes: 0 done; 2 wrong use; 65 tables under another key; 66 no tables, or no file of"
          + " ids; 73 files of others lie among the tables; 74 cannot read or write; 75 a run holds"
          + " the tables, try again; 78 mistakes in the file of ids or the key; 99 no row is of"
          + " them. The last line on standard output is the manifest's path."
    })
final class EraseCommand implements Callable<Integer> {
  @Option(
      names = "--tables",
      required = true,
      paramLabel = "DIR",
      description = "Where run --output put them: a folder, or a place in an object store.")
  String tables = "";

  @Option(
      names = "--ids",
      required = true,
      paramLabel = "FILE",
      description =
          "Whose rows: a line for each, NETWORK,ACCOUNT as x,12345 or customer:BRAND,CUSTOMER as"
              + " customer:heron,C-1001.")
  Path ids = Path.of("");

  @Option(
      names = "--key-file",
      paramLabel = "FILE",
      description = "Holds the key that the tables were made with; EARSHOT_KEY if absent.")
  @Nullable Path keyFile;

  @Option(names = "--dry-run", description = "Say what would go, and change nothing.")
  boolean isDry;

  @Parameters(
      arity = "0..*",
      paramLabel = "-- BEAM OPTIONS",
      description = "After --: options for the object store, such as --endpoint=URL.")
  List<String> beamOptions = List.of();

  @Override
  public Integer call() {
    PipelineOptions options = Engine.parse(beamOptions);
    ObjectStore store = Run.open(List.of(tables), options).of(tables);
    if (store == null && !Files.isDirectory(Path.of(tables))) {
      throw new UserException(
          ExitCode.NO_INPUT, tables + ": no folder; expected the one that run --output named");
    }
    try {
      Pseudonyms pseudonyms = pseudonyms();
      ErasureIds named = ErasureIds.read(ids, pseudonyms);
      try (Output output = Output.open(tables, store, Clock.systemUTC())) {
        requireKey(output, pseudonyms.keyId());
        return erase(
            output,
            named,
            new ErasureRequest(pseudonyms.keyId(), Version.STRING, Instant.now(), named.hashes()));
      }
    } catch (OutputInUseException e) {
      throw new UserException(ExitCode.TRY_AGAIN, Messages.of(e));
    } catch (ForeignFilesException e) {
      throw new UserException(ExitCode.CANNOT_CREATE, Messages.of(e));
    } catch (IOException e) {
      throw new UserException(ExitCode.IO, Messages.of(e));
    }
  }

  private Pseudonyms pseudonyms() {
    try {
      return Pseudonyms.of(
          new SecretKeySource(keyFile == null ? null : keyFile.toAbsolutePath().toString()).read());
    } catch (IOException e) {
      throw new UserException(ExitCode.CONFIGURATION, Messages.of(e));
    }
  }

  /** Tables of early versions do not say under which key they were made. */
  private void requireKey(Output output, String given) throws IOException {
    String published = output.keyId();
    if (published == null && output.published().isEmpty()) {
      throw new UserException(
          ExitCode.NO_INPUT, tables + ": no tables; expected what run --output named");
    }
    if (published != null && !published.equals(given)) {
      throw new UserException(
          ExitCode.DATA,
          tables
              + ": the tables were made under another key, under which these persons have other"
              + " hashes; nothing was changed");
    }
  }

  private int erase(Output output, ErasureIds named, ErasureRequest request) throws IOException {
    Erasure erasure = Erasure.find(output, request);
    List<Integer> without = named.linesWithout(erasure.found());
    Console.say(
        String.format(
            Locale.ROOT,
            "%,d ids, %,d with rows%s",
            named.lines().size(),
            named.lines().size() - without.size(),
            without.isEmpty() ? "" : "; without: line " + text(without)));
    if (erasure.rowCount() == 0) {
      if (!isDry) {
        output.forgetReplaced();
      }
      Console.say("no row is of them; the tables stay as they are");
      return ExitCode.NOTHING_TO_DO;
    }
    String gone =
        erasure.removed().entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(EraseCommand::text)
            .collect(Collectors.joining(", "));
    if (isDry) {
      Console.say("would remove " + gone);
      tellOfFigures(erasure);
      return ExitCode.OK;
    }
    String manifest = erasure.publish(output);
    Views.write(output, erasure.runId());
    output.forgetReplaced();
    Console.say("removed " + gone);
    tellOfFigures(erasure);
    System.out.println(manifest);
    return ExitCode.OK;
  }

  private static String text(List<Integer> lines) {
    int shown = 20;
    String text =
        lines.stream().limit(shown).map(String::valueOf).collect(Collectors.joining(", "));
    return lines.size() > shown ? text + ", ..." : text;
  }

  private static String text(Map.Entry<String, RemovedRows> table) {
    RemovedRows rows = table.getValue();
    String days = rows.first() == null ? "" : " (" + rows.first() + " to " + rows.last() + ")";
    return String.format(Locale.ROOT, "%,d of %s%s", rows.rows(), table.getKey(), days);
  }

  /** What a figure of a day looks back to may be long before it, so that all later days may. */
  private static void tellOfFigures(Erasure erasure) {
    RemovedRows all =
        erasure.removed().values().stream()
            .reduce(new RemovedRows(0, null, null), RemovedRows::plus);
    LocalDate first = all.first();
    LocalDate last = erasure.lastDay();
    if (first != null && last != null) {
      Console.say(
          "figures from "
              + first
              + " on count them still: take them out of the input, and run with --from "
              + first
              + " --to "
              + (last.isBefore(first) ? first : last));
    } else {
      Console.say("figures count them still: take them out of the input, and run over all dates");
    }
  }
}
