package dev.earshot.pipelines.cli;

import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.JobListener;
import org.jspecify.annotations.Nullable;

/**
 * The job that this process has sent to a cluster. Beam keeps Flink's handle of a job to itself;
 * Flink gives it to listeners, which it makes by their names.
 */
public final class ClusterJob implements JobListener {
  private static final long CANCEL_SECONDS = 30;

  private static final AtomicReference<@Nullable JobClient> RUNNING = new AtomicReference<>();

  private static volatile @Nullable Note note;

  /** Writes a note where the next run finds it. */
  interface Notebook {
    void note(String text) throws IOException;
  }

  private record Note(Notebook notebook, FlinkCluster cluster) {}

  /** Called by Flink. */
  public ClusterJob() {}

  @Override
  public void onJobSubmitted(@Nullable JobClient job, @Nullable Throwable failure) {
    if (job != null) {
      RUNNING.set(job);
      Note known = note;
      if (known != null) {
        try {
          known.notebook.note(known.cluster.address() + " " + job.getJobID());
        } catch (IOException e) {
          Console.say(Messages.of(e));
        }
      }
      Console.say("sent to the cluster as job " + job.getJobID());
    }
  }

  @Override
  public void onJobExecuted(@Nullable JobExecutionResult result, @Nullable Throwable failure) {
    RUNNING.set(null);
  }

  /** Where to write down the job, for the next run in case this one dies. */
  static void noteIn(Notebook notebook, FlinkCluster cluster) {
    note = new Note(notebook, cluster);
  }

  /** The id of the running job, or null. */
  static @Nullable String id() {
    JobClient job = RUNNING.get();
    return job == null ? null : job.getJobID().toString();
  }

  /**
   * Cancels the running job and waits for its end.
   *
   * @return what became of it, in words, or null where none is running
   */
  static @Nullable String cancel() {
    JobClient job = RUNNING.get();
    if (job == null) {
      return null;
    }
    try {
      job.cancel().get(CANCEL_SECONDS, TimeUnit.SECONDS);
      long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(CANCEL_SECONDS);
      while (System.nanoTime() < end) {
        JobStatus status = job.getJobStatus().get(CANCEL_SECONDS, TimeUnit.SECONDS);
        if (status.isGloballyTerminalState()) {
          return "job " + job.getJobID() + " was cancelled";
        }
        Thread.sleep(200);
      }
      return "job " + job.getJobID() + " is being cancelled";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "job " + job.getJobID() + " is being cancelled";
    } catch (ExecutionException | TimeoutException e) {
      return "job " + job.getJobID() + " could not be cancelled: " + e.getMessage();
    }
  }
}
