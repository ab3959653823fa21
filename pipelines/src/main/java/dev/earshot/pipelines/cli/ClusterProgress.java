package dev.earshot.pipelines.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Tells every few seconds how far a job on a cluster is. */
final class ClusterProgress implements AutoCloseable {
  private static final long PERIOD_SECONDS = 5;
  private static final double NANOS = 1e9;

  private final FlinkCluster cluster;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "progress");
            thread.setDaemon(true);
            return thread;
          });
  private final long startedNanos = System.nanoTime();
  private @Nullable Future<?> showing;
  private String said = "";

  private ClusterProgress(FlinkCluster cluster) {
    this.cluster = cluster;
  }

  static ClusterProgress start(FlinkCluster cluster) {
    ClusterProgress progress = new ClusterProgress(cluster);
    progress.showing =
        progress.timer.scheduleAtFixedRate(
            progress::show, PERIOD_SECONDS, PERIOD_SECONDS, TimeUnit.SECONDS);
    return progress;
  }

  private void show() {
    String id = ClusterJob.id();
    if (id == null) {
      return;
    }
    try {
      sayOnce(line(cluster.job(id), cluster.restarts(id)));
    } catch (UserException e) {
      sayOnce("the job manager does not answer");
    }
  }

  private void sayOnce(String line) {
    if (!line.equals(said)) {
      Console.say(line + ", after " + Durations.text((System.nanoTime() - startedNanos) / NANOS));
      said = line;
    }
  }

  /** One line about a job, from what Flink's REST interface says of it. */
  static String line(JsonNode job, int restarts) {
    int finished = 0;
    int running = 0;
    int all = 0;
    long read = 0;
    long shuffled = 0;
    for (JsonNode step : job.path("vertices")) {
      all += step.path("parallelism").asInt();
      finished += step.path("tasks").path("FINISHED").asInt();
      running += step.path("tasks").path("RUNNING").asInt();
      JsonNode metrics = step.path("metrics");
      shuffled += metrics.path("write-bytes").asLong();
      if (isReader(step.path("name").asText())) {
        read += metrics.path("write-records").asLong();
      }
    }
    return String.format(
        Locale.ROOT,
        "%s: %,d facts read, %,d MB shuffled, %d of %d tasks done, %d running, %s",
        job.path("state").asText().toLowerCase(Locale.ROOT),
        read,
        shuffled / 1_000_000,
        finished,
        all,
        running,
        restarts == 1 ? "1 restart" : restarts + " restarts");
  }

  /** Flink names a chain of steps after each of them; a reader is the last of its chain. */
  private static boolean isReader(String chain) {
    String last = chain.substring(chain.lastIndexOf(' ') + 1);
    return last.startsWith("Read") && last.indexOf('.') < 0;
  }

  @Override
  public void close() {
    if (showing != null) {
      showing.cancel(true);
    }
    timer.shutdownNow();
  }
}
