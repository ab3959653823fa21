package dev.earshot.pipelines.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * What happens when a run is told to stop, by SIGTERM or Ctrl-C: the job on the cluster is
 * cancelled; a publication that has begun is finished, since that takes less than undoing it.
 */
final class StopHandler implements AutoCloseable {
  private static final long PUBLICATION_SECONDS = 60;

  private enum Phase {
    WORKING,
    PUBLISHING,
    STOPPING
  }

  private final String output;
  private final AtomicReference<Phase> phase = new AtomicReference<>(Phase.WORKING);
  private final CountDownLatch ended = new CountDownLatch(1);
  private final Thread hook = new Thread(this::stop, "stop");

  private StopHandler(String output) {
    this.output = output;
  }

  /** Watches over a run that writes to {@code output}, until it is closed. */
  static StopHandler of(String output) {
    StopHandler handler = new StopHandler(output);
    Runtime.getRuntime().addShutdownHook(handler.hook);
    return handler;
  }

  /** From now on the run is finished rather than stopped. */
  void publishing() {
    if (!phase.compareAndSet(Phase.WORKING, Phase.PUBLISHING)) {
      endIfTold();
    }
  }

  /** Stays here while the process is told to stop: what fails from then on, fails for that. */
  void endIfTold() {
    if (phase.get() == Phase.STOPPING) {
      try {
        new CountDownLatch(1).await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void stop() {
    if (phase.compareAndSet(Phase.WORKING, Phase.STOPPING)) {
      String job = ClusterJob.cancel();
      Console.say(
          (job == null ? "stopped" : job)
              + "; nothing was published, the tables in "
              + output
              + " are as they were");
      return;
    }
    try {
      boolean isEnded = ended.await(PUBLICATION_SECONDS, TimeUnit.SECONDS);
      Console.say(
          isEnded
              ? "told to stop while publishing; the publication was finished first"
              : "stopped while publishing; the next run will finish the publication");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    ended.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process is ending: the hook runs.
    }
  }
}
