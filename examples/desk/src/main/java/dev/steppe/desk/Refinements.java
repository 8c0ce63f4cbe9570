package dev.steppe.desk;

import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Long answers, worked on behind the short ones; a tab has one at a time, the last it asked for.
 */
final class Refinements implements AutoCloseable {

  private final ThreadPoolExecutor workers =
      new ThreadPoolExecutor(
          Limits.LONG_AT_ONCE,
          Limits.LONG_AT_ONCE,
          0,
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(Limits.LONG_WAITING));

  private final Map<String, FutureTask<?>> ofTabs = new ConcurrentHashMap<>();

  /**
   * Works out an answer, and stops that which the same tab is waiting for.
   *
   * @param tab who asks; null for somebody who is not stopped by anything
   * @throws Refusal if the tab asks something else meanwhile, or there is too much to do
   */
  <T> T answer(@Nullable String tab, Callable<T> work) {
    FutureTask<T> task = new FutureTask<>(work);
    if (tab != null) {
      stop(ofTabs.put(tab, task));
    }
    try {
      workers.execute(task);
      return task.get();
    } catch (RejectedExecutionException e) {
      throw new Refusal(
          Refusal.BUSY, "So many long answers are being worked out that this one has to wait");
    } catch (CancellationException e) {
      throw new Refusal(Refusal.STOPPED, "A newer question of the same tab has taken its place");
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException fault) {
        throw fault;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Refusal(Refusal.BUSY, "The desk is being closed");
    } finally {
      if (tab != null) {
        ofTabs.remove(tab, task);
      }
    }
  }

  /** Stops what a tab is waiting for. */
  void stop(@Nullable String tab) {
    if (tab != null) {
      stop(ofTabs.remove(tab));
    }
  }

  private void stop(@Nullable FutureTask<?> task) {
    if (task != null) {
      workers.remove(task);
      task.cancel(true);
    }
  }

  /** How many tabs wait for an answer. */
  int waiting() {
    return ofTabs.size();
  }

  @Override
  public void close() {
    workers.shutdownNow();
  }
}
