package dev.earshot.pipelines.cli;

import dev.earshot.pipelines.publish.Stage;
import java.util.ArrayList;
import java.util.List;

/** How long each part of a run took, one after the other. */
final class Stages {
  private static final double NANOS = 1e9;

  private final List<Stage> done = new ArrayList<>();
  private final long startedNanos = System.nanoTime();
  private long sinceNanos = startedNanos;

  /** The stage that has ended now. */
  void end(String name, long count, String unit) {
    endAt(System.nanoTime(), name, count, unit);
  }

  /** The stage that has ended then. */
  void endAt(long nanos, String name, long count, String unit) {
    done.add(new Stage(name, (nanos - sinceNanos) / NANOS, count, unit));
    sinceNanos = nanos;
  }

  /** Says how much a stage was about that is over; false where there was none. */
  boolean count(String name, long count) {
    boolean isThere = done.stream().anyMatch(stage -> stage.name().equals(name));
    done.replaceAll(
        stage ->
            stage.name().equals(name)
                ? new Stage(name, stage.seconds(), count, stage.unit())
                : stage);
    return isThere;
  }

  List<Stage> done() {
    return List.copyOf(done);
  }

  /** Seconds since the run began. */
  double seconds() {
    return (System.nanoTime() - startedNanos) / NANOS;
  }
}
