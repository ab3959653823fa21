package dev.earshot.pipelines;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** A cluster of scripts/flink-cluster, and launchers that are processes of their own. */
final class ClusterUnderTest implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static final int PORT = 18_461;
  private static final String JAR_PROPERTY = "earshot.cluster.jar";
  private static final long PATIENCE_MINUTES = 15;

  private final Path folder;
  private final Map<String, String> environment;

  ClusterUnderTest(Path folder) {
    this(folder, Map.of());
  }

  /** A cluster whose processes have more in their environment. */
  ClusterUnderTest(Path folder, Map<String, String> environment) {
    this.folder = folder;
    this.environment = environment;
    if (System.getProperty(JAR_PROPERTY) == null) {
      System.setProperty(JAR_PROPERTY, "target/earshot-cluster.jar");
    }
  }

  private static String address() {
    return "127.0.0.1:" + PORT;
  }

  /** What sends a run here. */
  String[] engine() {
    return new String[] {"--flink-master", address()};
  }

  /** Starts what does not run: the whole cluster, or the task managers that are missing. */
  void start() {
    script("start", "--port", String.valueOf(PORT));
  }

  private void script(String... arguments) {
    List<String> command = new ArrayList<>(List.of("../scripts/flink-cluster"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    builder.environment().put("EARSHOT_FLINK_DIR", home().toAbsolutePath().toString());
    try {
      Process process = builder.start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new IllegalStateException(String.join(" ", command) + ": " + said);
      }
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private Path home() {
    return folder.resolve("flink");
  }

  /** Kills a part of the cluster at once, by its process id: jobmanager, taskmanager-1, ... */
  void kill(String part) {
    try {
      String noted = Files.readString(home().resolve(part + ".pid"));
      long process = Long.parseLong(noted.substring(0, noted.indexOf(' ')));
      ProcessHandle handle = ProcessHandle.of(process).orElseThrow();
      handle.destroyForcibly();
      handle.onExit().get(1, TimeUnit.MINUTES);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** Lines of the task managers' logs that hold a text. */
  List<String> logged(String text) {
    try (Stream<Path> files = Files.list(home())) {
      List<String> lines = new ArrayList<>();
      for (Path file : files.filter(f -> f.toString().endsWith(".log")).toList()) {
        try (Stream<String> all = Files.lines(file)) {
          all.filter(line -> line.contains(text))
              .forEach(line -> lines.add(file.getFileName() + " " + line));
        }
      }
      return lines;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What Flink's REST interface answers. */
  JsonNode ask(String path) {
    try {
      return JSON.readTree(
          HTTP.send(
                  HttpRequest.newBuilder(URI.create("http://" + address() + path)).build(),
                  HttpResponse.BodyHandlers.ofString())
              .body());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** How many tasks of a job have ended well. */
  int finished(String job) {
    int finished = 0;
    for (JsonNode step : ask("/jobs/" + job).path("vertices")) {
      finished += step.path("tasks").path("FINISHED").asInt();
    }
    return finished;
  }

  /** A run that is sent to the cluster, by a process of its own with these options of the JVM. */
  Launcher launch(EarshotRun.Arguments run, String... options) {
    List<String> command = new ArrayList<>(List.of(options));
    command.addAll(
        List.of(
            "-Xmx512m",
            "-XX:TieredStopAtLevel=1",
            "-Dlog4j2.configurationFile=earshot-log4j2.xml",
            "-D" + JAR_PROPERTY + "=" + System.getProperty(JAR_PROPERTY),
            "-cp",
            System.getProperty("java.class.path"),
            "dev.earshot.pipelines.cli.Earshot"));
    command.addAll(run.with(engine()).words());
    return java(command, Map.of());
  }

  /** A run that is sent to the cluster by Flink's own client, as {@code flink run} does. */
  Launcher launchByFlink(EarshotRun.Arguments run) {
    List<String> command =
        new ArrayList<>(
            List.of(
                "-Xmx512m",
                "-cp",
                "target/flink/*",
                "org.apache.flink.client.cli.CliFrontend",
                "run",
                "-m",
                address(),
                System.getProperty(JAR_PROPERTY)));
    command.addAll(run.with("--", "--parallelism=2").words());
    return java(command, Map.of("FLINK_CONF_DIR", "../scripts/flink"));
  }

  private Launcher java(List<String> arguments, Map<String, String> more) {
    Path log = folder.resolve("launcher-" + System.nanoTime() + ".log");
    List<String> command = new ArrayList<>(arguments);
    command.add(0, Path.of(System.getProperty("java.home"), "bin", "java").toString());
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(more);
    try {
      Files.createDirectories(folder);
      return new Launcher(builder.redirectOutput(log.toFile()).start(), log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A launcher's process, and what it has said. */
  record Launcher(Process process, Path log) {
    String said() {
      try {
        return Files.readString(log);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    int exitCode() throws InterruptedException {
      if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new IllegalStateException("the run does not end: " + said());
      }
      return process.exitValue();
    }

    /** The id of the job, once it is sent. */
    String job() {
      return wordBehind("sent to the cluster as job ");
    }

    /** Takes hold of a process that was started for it. */
    Debugged debug() throws IOException {
      return Debugged.attach(process, wordBehind(Debugged.PORT_SIGN));
    }

    /** What the process says behind a sign, up to the end of the line. */
    private String wordBehind(String sign) {
      await(() -> !after(sign).isEmpty() || !process.isAlive());
      String word = after(sign);
      if (word.isEmpty()) {
        throw new IllegalStateException("not said: " + sign + "; but: " + said());
      }
      return word;
    }

    private String after(String sign) {
      String said = said();
      int start = said.indexOf(sign) + sign.length();
      int end = said.indexOf('\n', start);
      return start < sign.length() || end < 0 ? "" : said.substring(start, end).strip();
    }
  }

  /** Waits until something is so. */
  static void await(BooleanSupplier condition) {
    long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(PATIENCE_MINUTES);
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("waited for " + Duration.ofMinutes(PATIENCE_MINUTES));
      }
      try {
        Thread.sleep(100);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  @Override
  public void close() {
    script("stop");
  }
}
