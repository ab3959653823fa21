package dev.earshot.pipelines;

import dev.earshot.pipelines.cli.Earshot;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A run of the program as a user starts it.
 *
 * @param exitCode what the process would end with
 * @param out standard output
 * @param err standard error
 */
public record EarshotRun(int exitCode, String out, String err) {
  /** A key long enough; not a secret. */
  public static final String KEY = "a key for tests, 32 bytes and more";

  /** Runs a command and keeps what it prints. */
  public static EarshotRun of(List<String> arguments) {
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    try (PrintStream newOut = new PrintStream(printed, true, StandardCharsets.UTF_8);
        PrintStream newErr = new PrintStream(said, true, StandardCharsets.UTF_8)) {
      System.setOut(newOut);
      System.setErr(newErr);
      int exitCode = Earshot.execute(arguments.toArray(String[]::new));
      return new EarshotRun(
          exitCode,
          printed.toString(StandardCharsets.UTF_8),
          said.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
  }

  /** Runs a command and keeps what it prints. */
  public static EarshotRun of(String... arguments) {
    return of(List.of(arguments));
  }

  /** Makes a key file. */
  static Path key(Path folder) {
    try {
      Files.createDirectories(folder);
      return Files.writeString(folder.resolve("earshot.key"), KEY + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every file below a folder with its content, as Latin-1 so that all bytes show. */
  public static Map<String, String> bytes(Path folder) {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        files.put(
            folder.relativize(path).toString(),
            new String(Files.readAllBytes(path), StandardCharsets.ISO_8859_1));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }

  /** Arguments of a command, put together step by step. */
  static final class Arguments {
    private final List<String> words = new ArrayList<>();

    static Arguments run(Path brands, Path output, Path keyFolder) {
      return withKey(brands, output, key(keyFolder));
    }

    static Arguments withKey(Path brands, Path output, Path key) {
      return new Arguments()
          .with("run", "--brands", brands.toString())
          .with("--output", output.toString())
          .with("--key-file", key.toString());
    }

    static Arguments copyOf(Arguments others) {
      return new Arguments().with(others.words.toArray(String[]::new));
    }

    Arguments with(String... more) {
      words.addAll(List.of(more));
      return this;
    }

    List<String> words() {
      return words;
    }

    EarshotRun execute() {
      return of(words);
    }
  }
}
