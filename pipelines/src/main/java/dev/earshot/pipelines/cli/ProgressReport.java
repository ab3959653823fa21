package dev.earshot.pipelines.cli;

import dev.earshot.pipelines.listen.read.Progress;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/**
 * Shows how far a run is: a bar on a terminal, a line every few seconds elsewhere. Nothing is said
 * before this process has read something: under {@code flink run} it never does.
 */
final class ProgressReport implements AutoCloseable {
  private static final long BAR_MILLIS = 250;
  private static final long LINE_MILLIS = 5_000;
  private static final long KIBIBYTE = 1024;

  private final ScheduledExecutorService timer;
  private final @Nullable ProgressBar bar;
  private final long inputBytes;
  private boolean isReadToTheEnd;
  private @Nullable Future<?> showing;

  private ProgressReport(long inputBytes, @Nullable ProgressBar bar) {
    this.inputBytes = inputBytes;
    this.bar = bar;
    this.timer =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "progress");
              thread.setDaemon(true);
              return thread;
            });
  }

  static ProgressReport start(long inputBytes) {
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
    ProgressReport report = new ProgressReport(inputBytes, bar);
    long period = isTerminal ? BAR_MILLIS : LINE_MILLIS;
    report.showing =
        report.timer.scheduleAtFixedRate(report::show, period, period, TimeUnit.MILLISECONDS);
    return report;
  }

  private void show() {
    long bytes = Progress.bytes();
    boolean isDone = bytes >= inputBytes;
    if (bar != null) {
      bar.stepTo(bytes);
      bar.setExtraMessage(isDone ? "grouping and writing" : "");
    } else if (bytes > 0 && !isReadToTheEnd) {
      Console.say(
          String.format(
              Locale.ROOT,
              "%,d records, %d %% of the input read%s",
              Progress.records(),
              inputBytes == 0 ? 100 : Math.min(100, 100 * bytes / inputBytes),
              isDone ? "; grouping and writing" : ""));
    }
    isReadToTheEnd = isDone;
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
