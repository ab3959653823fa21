package dev.earshot.pipelines.cli;

import dev.earshot.pipelines.beam.Written;
import dev.earshot.pipelines.listen.read.Progress;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/**
 * Shows how far a run is: a bar on a terminal, a line every few seconds elsewhere, and less often
 * when it takes long. Nothing is said before this process has read something: under {@code flink
 * run} it never does.
 */
final class ProgressReport implements AutoCloseable {
  private static final long LOOK_MILLIS = 250;
  private static final double LINE_SECONDS = 5;

  /** A line is no news before a tenth of the time has passed again. */
  private static final double LINE_SHARE = 0.1;

  private static final long KIBIBYTE = 1024;
  private static final double NANOS = 1e9;

  private final ScheduledExecutorService timer;
  private final @Nullable ProgressBar bar;
  private final long inputBytes;
  private final double pace;
  private final long startedNanos = System.nanoTime();
  private final long recordsBefore = Progress.records();
  private final long bytesBefore = Progress.bytes();
  private final long rowsBefore = Written.rows();
  private final long filesBefore = Written.files();
  private volatile long readNanos;
  private double nextLine = LINE_SECONDS;
  private @Nullable Future<?> showing;

  private ProgressReport(long inputBytes, double pace, @Nullable ProgressBar bar) {
    this.inputBytes = inputBytes;
    this.pace = pace;
    this.bar = bar;
    this.timer =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "progress");
              thread.setDaemon(true);
              return thread;
            });
  }

  /**
   * Begins to show.
   *
   * @param pace seconds of grouping and writing for each second of reading, of the run before
   */
  static ProgressReport start(long inputBytes, double pace) {
    boolean isTerminal = "true".equals(System.getProperty("earshot.terminal"));
    ProgressBar bar =
        isTerminal
            ? new ProgressBarBuilder()
                .setTaskName("reading")
                .setInitialMax(Math.max(1, inputBytes))
                .setUnit(" KiB", KIBIBYTE)
                .setStyle(ProgressBarStyle.ASCII)
                .build()
            : null;
    ProgressReport report = new ProgressReport(inputBytes, pace, bar);
    report.showing =
        report.timer.scheduleAtFixedRate(
            report::show, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    return report;
  }

  private void show() {
    RunProgress progress = progress();
    if (bar != null) {
      bar.stepTo(progress.bytes());
      bar.setExtraMessage(progress.isRead() ? progress.line(pace) : "");
    } else if (progress.bytes() > 0) {
      double elapsed = progress.readSeconds() + progress.writeSeconds();
      if (elapsed >= nextLine) {
        Console.say(progress.line(pace));
        nextLine = elapsed + Math.max(LINE_SECONDS, elapsed * LINE_SHARE);
      }
    }
  }

  private RunProgress progress() {
    long now = System.nanoTime();
    long bytes = Progress.bytes() - bytesBefore;
    if (readNanos == 0 && bytes >= inputBytes) {
      readNanos = now;
    }
    long read = readNanos == 0 ? now : readNanos;
    return new RunProgress(
        bytes,
        inputBytes,
        Progress.records() - recordsBefore,
        Written.rows() - rowsBefore,
        Written.files() - filesBefore,
        (read - startedNanos) / NANOS,
        (now - read) / NANOS);
  }

  /** Ends the stages of reading and of grouping and writing, where they were seen here. */
  void endStages(Stages stages) {
    RunProgress progress = progress();
    if (progress.isRead() && progress.bytes() > 0) {
      stages.endAt(readNanos, "read", progress.records(), "records");
      stages.end("write", progress.rows(), "rows");
    }
  }

  @Override
  public void close() {
    if (showing != null) {
      showing.cancel(true);
    }
    timer.shutdownNow();
    if (bar != null) {
      bar.close();
    }
  }
}
