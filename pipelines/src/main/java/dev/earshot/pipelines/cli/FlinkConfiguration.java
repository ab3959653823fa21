package dev.earshot.pipelines.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.configuration.GlobalConfiguration;
import org.jspecify.annotations.Nullable;

/** Flink takes its configuration from a folder; what a run needs is written to one of its own. */
final class FlinkConfiguration {
  /**
   * The engine in this process listens for itself alone: whoever reaches its REST interface can
   * cancel the run.
   */
  private static final Map<String, String> LOCAL =
      Map.of("rest.bind-address", "127.0.0.1", "jobmanager.bind-host", "127.0.0.1");

  /**
   * Memory in which each of the engine's threads sorts. It is divided by the sorts of the whole
   * graph, some seventy, of which each needs at least 384 KiB: the engine's own 128 MiB for all
   * threads together are too little for five.
   */
  private static final int SORT_MEGABYTES = 64;

  /** Buffers between steps, for each thread; Flink's own 64 MiB for all are too little for five. */
  private static final int NETWORK_MEGABYTES = 32;

  private FlinkConfiguration() {}

  /** What the engine in this process needs; it writes to a folder of its own. */
  static Map<String, String> local(WorkFolder work, int parallelism) {
    Map<String, String> settings = new TreeMap<>(LOCAL);
    settings.put("taskmanager.memory.managed.size", SORT_MEGABYTES * parallelism + "m");
    String network = NETWORK_MEGABYTES * Math.max(2, parallelism) + "m";
    settings.put("taskmanager.memory.network.min", network);
    settings.put("taskmanager.memory.network.max", network);
    settings.put("io.tmp.dirs", work.path().toString());
    return settings;
  }

  /**
   * A folder with these settings, where the user's own Flink configuration says nothing else.
   *
   * @param userFolder where the user's stands, or null for where Flink looks itself
   * @param work where the folder is made
   */
  static String folder(Map<String, String> defaults, @Nullable String userFolder, WorkFolder work) {
    Map<String, String> settings = new TreeMap<>(defaults);
    settings.putAll(
        (userFolder == null
                ? GlobalConfiguration.loadConfiguration()
                : GlobalConfiguration.loadConfiguration(userFolder))
            .toMap());
    StringBuilder yaml = new StringBuilder();
    settings.forEach((key, value) -> yaml.append(key).append(": ").append(value).append('\n'));
    try {
      Path target = Files.createDirectories(work.path().resolve("conf"));
      Files.writeString(target.resolve("flink-conf.yaml"), yaml);
      return target.toString();
    } catch (IOException e) {
      throw new UserException(ExitCode.IO, Messages.of(e));
    }
  }
}
