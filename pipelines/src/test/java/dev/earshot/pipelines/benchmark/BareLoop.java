package dev.earshot.pipelines.benchmark;

import dev.earshot.pipelines.listen.BareListen;
import dev.earshot.pipelines.listen.read.SourceBalance;
import dev.earshot.pipelines.measure.BareMeasures;
import dev.earshot.pipelines.run.DateScope;
import dev.earshot.pipelines.run.ReadingRules;
import dev.earshot.pipelines.run.RunClock;
import dev.earshot.pipelines.run.RunSettings;
import dev.earshot.pipelines.run.SecretKeySource;
import dev.earshot.pipelines.run.SourceFile;
import dev.earshot.pipelines.run.UserDefinitions;
import dev.earshot.pipelines.run.YamlText;
import dev.earshot.pipelines.sources.Format;
import dev.earshot.pipelines.sources.bytes.ReadLimits;
import dev.earshot.pipelines.sources.recognise.FileHead;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The job of {@code earshot run} without an engine: the same methods, called by two threads, with
 * maps in memory where the pipeline shuffles. It writes the tables and no manifest.
 */
public final class BareLoop {
  private BareLoop() {}

  /** Arguments: a folder that {@code earshot generate} made, and the output folder. */
  public static void main(String[] arguments) throws IOException {
    Path input = Path.of(arguments[0]);
    Path output = Path.of(arguments[1]);
    List<SourceFile> files = files(input);
    SourceBalance account = run(files, settings(input.resolve("brands.yaml"), files, output, null));
    System.err.printf(
        Locale.ROOT,
        "%,d records: %,d accepted, %,d rejected, %,d duplicates, %,d out of scope%n",
        account.read(),
        account.accepted(),
        account.rejected(),
        account.duplicates(),
        account.outOfScope());
  }

  /** Runs everything; returns what became of the records. */
  public static SourceBalance run(List<SourceFile> files, RunSettings settings) throws IOException {
    BareListen.Result listened = BareListen.run(files, settings);
    BareMeasures.run(listened, settings);
    RowFiles.write(listened.rows(), Path.of(settings.staging()));
    return listened.account();
  }

  /** The settings of a run with default options. */
  public static RunSettings settings(
      Path brands, List<SourceFile> files, Path output, @Nullable Path key) throws IOException {
    return new RunSettings(
        "benchmark",
        new YamlText(brands.toString(), Files.readString(brands)),
        ReadingRules.NONE,
        0,
        UserDefinitions.SHIPPED,
        new SecretKeySource(key == null ? null : key.toString()),
        DateScope.ALL,
        new RunClock(null, ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now())),
        false,
        output.toString(),
        files.stream().mapToLong(SourceFile::bytes).sum());
  }

  /** The files of a generated set, sorted by name. */
  public static List<SourceFile> files(Path input) throws IOException {
    List<SourceFile> files = new ArrayList<>();
    add(input.resolve("messages"), Format.MESSAGES_JSONL, files);
    add(input.resolve("posts"), Format.POSTS_JSONL, files);
    return files;
  }

  private static void add(Path folder, Format format, List<SourceFile> files) throws IOException {
    try (Stream<Path> paths = Files.list(folder)) {
      for (Path path : paths.sorted().toList()) {
        try (FileChannel channel = FileChannel.open(path)) {
          FileHead head = FileHead.read(channel, ReadLimits.DEFAULT);
          files.add(
              new SourceFile(
                  files.size(),
                  path.toString(),
                  path.toString(),
                  format,
                  head.compression(),
                  Files.size(path)));
        }
      }
    }
  }
}
