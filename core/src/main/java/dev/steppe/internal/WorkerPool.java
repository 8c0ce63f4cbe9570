package dev.steppe.internal;

import com.google.common.collect.ImmutableList;
import com.google.common.util.concurrent.Uninterruptibles;
import dev.steppe.analysis.Execution;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Does numbered tasks, each once: on the caller's thread, or on several others while the caller
 * listens. Which worker does a task is left to chance.
 */
public final class WorkerPool implements AutoCloseable {

  /** More threads than this and twice the processors would only take memory. */
  private static final int MOST = 32;

  private final int size;

  /** Starts a thread when there is something to do and none is idle. */
  private final ExecutorService pool;

  /**
   * A pool of as many as are asked for, and can be useful.
   *
   * @param asked at least 1
   */
  public WorkerPool(int asked) {
    this.size = Math.min(asked, Math.max(MOST, 2 * Runtime.getRuntime().availableProcessors()));
    this.pool = Executors.newCachedThreadPool();
  }

  /** How many may work at the same time. */
  public int size() {
    return size;
  }

  /** Hears how many tasks are done, on the caller's thread; may throw to stop the others. */
  public interface Listener {

    /** Hears nothing. */
    Listener NOBODY =
        new Listener() {
          @Override
          public long next(long done) {
            return Long.MAX_VALUE;
          }

          @Override
          public void hear(long done) {}
        };

    /** Tells after every task how many are done. */
    static Listener everyTask(LongConsumer told) {
      return new Listener() {
        @Override
        public long next(long done) {
          return done + 1;
        }

        @Override
        public void hear(long done) {
          told.accept(done);
        }
      };
    }

    /** The number of tasks after which it wants to hear again; the last one is told anyway. */
    long next(long done);

    /** So many tasks are done. */
    void hear(long done);
  }

  /**
   * Does the tasks from a number to below another.
   *
   * @param workers as many as are to work at the same time; one works on the caller's thread
   * @throws CancellationException if the thread is interrupted
   */
  public void work(List<? extends LongConsumer> workers, long from, long to, Listener listener) {
    if (workers.size() == 1) {
      alone(workers.get(0), from, to, listener);
      return;
    }
    Shift shift = new Shift(from, to);
    List<Future<?>> futures = new ArrayList<>();
    try {
      for (LongConsumer worker : workers) {
        futures.add(pool.submit(() -> shift.run(worker)));
      }
      shift.listen(listener);
      for (Future<?> future : futures) {
        future.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("The analysis was interrupted");
    } catch (ExecutionException e) {
      throw new IllegalStateException("The analysis failed", e.getCause());
    } finally {
      shift.isOver.set(true);
    }
  }

  /**
   * Does the tasks from 0 to below a number; what each does must not depend on the others. If some
   * fail, the failure of the first one by number is thrown, not of the first one in time.
   *
   * @throws CancellationException if progress says stop, or the thread is interrupted
   */
  public static void run(Execution execution, int tasks, IntConsumer task) {
    Listener listener = Listener.everyTask(done -> execution.progress().tell(done, tasks));
    Failure failure = new Failure();
    LongConsumer worker =
        number -> {
          if (number < failure.number) {
            try {
              task.accept((int) number);
            } catch (RuntimeException e) {
              failure.offer(number, e);
            }
          }
        };
    int useful = Math.max(1, Math.min(execution.threads(), tasks));
    try (WorkerPool pool = new WorkerPool(useful)) {
      pool.work(Collections.nCopies(pool.size(), worker), 0, tasks, listener);
    }
    if (failure.what != null) {
      throw failure.what;
    }
  }

  /** The failure of the first task by number that failed. */
  private static final class Failure {

    private volatile long number = Long.MAX_VALUE;
    private @Nullable RuntimeException what;

    synchronized void offer(long of, RuntimeException failure) {
      if (of < number) {
        number = of;
        what = failure;
      }
    }
  }

  /** What each number from 0 gives. */
  public <T> ImmutableList<T> each(int count, IntFunction<T> of) {
    List<T> all = new ArrayList<>(Collections.nCopies(count, null));
    LongConsumer worker = number -> all.set((int) number, of.apply((int) number));
    int useful = Math.max(1, Math.min(size, count));
    work(Collections.nCopies(useful, worker), 0, count, Listener.NOBODY);
    return ImmutableList.copyOf(all);
  }

  private static void alone(LongConsumer worker, long from, long to, Listener listener) {
    long next = listener.next(from);
    for (long task = from; task < to; task++) {
      Interruption.check();
      worker.accept(task);
      long done = task + 1;
      if (done == next || done == to) {
        listener.hear(done);
        next = listener.next(done);
      }
    }
  }

  /** Waits for the tasks that are being done, if the work was stopped; no other is begun. */
  @Override
  public void close() {
    pool.shutdownNow();
    Uninterruptibles.awaitTerminationUninterruptibly(pool);
  }

  /** The tasks that several share. */
  private static final class Shift {

    private final long from;
    private final long to;
    private final AtomicLong next;
    private final Semaphore done = new Semaphore(0);
    private final AtomicBoolean hasFailed = new AtomicBoolean();
    private final AtomicBoolean isOver = new AtomicBoolean();

    Shift(long from, long to) {
      this.from = from;
      this.to = to;
      this.next = new AtomicLong(from);
    }

    void run(LongConsumer worker) {
      boolean finished = false;
      try {
        for (long task = next.getAndIncrement();
            task < to && !isOver.get();
            task = next.getAndIncrement()) {
          worker.accept(task);
          done.release();
        }
        finished = true;
      } finally {
        if (!finished && hasFailed.compareAndSet(false, true)) {
          isOver.set(true);
          // Whatever the listener waits for: it is to wake up.
          done.release((int) Math.min(to - from, Integer.MAX_VALUE / 2));
        }
      }
    }

    /** Hears of tasks until all are done, or a worker fails. */
    void listen(Listener listener) throws InterruptedException {
      long heard = from;
      while (heard < to) {
        long upTo = Math.min(to, listener.next(heard));
        done.acquire((int) (upTo - heard));
        if (hasFailed.get()) {
          return;
        }
        heard = upTo;
        listener.hear(heard);
      }
    }
  }
}
