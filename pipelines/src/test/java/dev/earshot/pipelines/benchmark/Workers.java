package dev.earshot.pipelines.benchmark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;

/** Two threads that take numbered tasks from one counter; each has a state of its own. */
public final class Workers {
  /** How many threads work. */
  public static final int COUNT = 2;

  private Workers() {}

  /** One task; {@code state} belongs to the thread that runs it. */
  public interface Task<S> {
    void run(S state, int index) throws IOException;
  }

  /** Runs tasks 0 to {@code tasks} - 1; there are {@link #COUNT} states. */
  public static <S> void run(List<S> states, int tasks, Task<S> task) throws IOException {
    AtomicInteger next = new AtomicInteger();
    List<FutureTask<Void>> threads = new ArrayList<>();
    for (S state : states) {
      FutureTask<Void> thread =
          new FutureTask<>(
              () -> {
                for (int i = next.getAndIncrement(); i < tasks; i = next.getAndIncrement()) {
                  task.run(state, i);
                }
                return null;
              });
      threads.add(thread);
      new Thread(thread, "worker-" + threads.size()).start();
    }
    for (FutureTask<Void> thread : threads) {
      join(thread);
    }
  }

  private static void join(FutureTask<Void> thread) throws IOException {
    try {
      thread.get();
    } catch (ExecutionException e) {
      throw new IOException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }
}
