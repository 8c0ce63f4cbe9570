package dev.steppe.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.steppe.analysis.Execution;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.function.IntConsumer;
import java.util.function.LongConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkerPoolTest {

  /** Hears of every so many tasks. */
  private static WorkerPool.Listener every(long step, LongConsumer heard) {
    return new WorkerPool.Listener() {
      @Override
      public long next(long done) {
        return done + step;
      }

      @Override
      public void hear(long done) {
        heard.accept(done);
      }
    };
  }

  private static void work(
      int threads, LongConsumer worker, long from, long to, WorkerPool.Listener listener) {
    try (WorkerPool pool = new WorkerPool(threads)) {
      pool.work(Collections.nCopies(threads, worker), from, to, listener);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7})
  void each_task_is_done_once_and_heard_of_in_order(int threads) {
    AtomicIntegerArray done = new AtomicIntegerArray(1000);
    List<Long> heard = new ArrayList<>();
    LongConsumer worker = task -> done.incrementAndGet((int) task);
    work(threads, worker, 100, 1000, every(250, heard::add));
    assertThat(heard).containsExactly(350L, 600L, 850L, 1000L);
    for (int task = 0; task < 1000; task++) {
      assertThat(done.get(task)).isEqualTo(task < 100 ? 0 : 1);
    }
    heard.clear();
    work(threads, worker, 5, 5, every(1, heard::add));
    assertThat(heard).isEmpty();
  }

  /** Without an end the others would go on for hours. */
  @ParameterizedTest
  @ValueSource(ints = {2, 7})
  @Timeout(60)
  void a_task_that_fails_ends_the_work(int threads) {
    LongConsumer worker =
        task -> {
          if (task == 50) {
            throw new UnsupportedOperationException("task 50");
          }
        };
    assertThatThrownBy(() -> work(threads, worker, 0, 1L << 40, every(1 << 20, heard -> {})))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("The analysis failed")
        .hasRootCauseMessage("task 50");
  }

  @Test
  @Timeout(60)
  void all_may_fail_at_the_same_time() {
    for (int round = 0; round < 100; round++) {
      CyclicBarrier together = new CyclicBarrier(7);
      LongConsumer worker =
          task -> {
            try {
              together.await();
            } catch (InterruptedException | BrokenBarrierException e) {
              throw new IllegalStateException(e);
            }
            throw new UnsupportedOperationException("all");
          };
      assertThatThrownBy(() -> work(7, worker, 0, 1L << 40, every(1 << 20, heard -> {})))
          .hasRootCauseMessage("all");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7})
  @Timeout(60)
  void a_listener_may_stop_the_work(int threads) {
    LongConsumer heard =
        done -> {
          if (done == 20) {
            throw new CancellationException("enough");
          }
        };
    assertThatThrownBy(() -> work(threads, task -> {}, 0, 1L << 40, every(10, heard)))
        .isInstanceOf(CancellationException.class)
        .hasMessage("enough");
  }

  @Test
  @Timeout(60)
  void an_interrupt_ends_the_wait() {
    CountDownLatch never = new CountDownLatch(1);
    Thread waiting = Thread.currentThread();
    AtomicInteger begun = new AtomicInteger();
    LongConsumer worker =
        task -> {
          if (begun.incrementAndGet() == 2) {
            waiting.interrupt();
          }
          try {
            never.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        };
    assertThatThrownBy(() -> work(2, worker, 0, 10, WorkerPool.Listener.NOBODY))
        .isInstanceOf(CancellationException.class)
        .hasMessage("The analysis was interrupted");
    assertThat(Thread.interrupted()).isTrue();
    assertThat(begun.get()).isEqualTo(2);
  }

  /** Each worker takes memory of its own: thousands would need gigabytes. */
  @Test
  @Timeout(60)
  void no_more_work_than_can_be_useful() {
    int most = Math.max(32, 2 * Runtime.getRuntime().availableProcessors());
    try (WorkerPool pool = new WorkerPool(1_000_000)) {
      assertThat(pool.size()).isEqualTo(most);
    }
    AtomicIntegerArray done = new AtomicIntegerArray(10_000);
    Set<Thread> threads = ConcurrentHashMap.newKeySet();
    WorkerPool.run(
        Execution.onThreads(1_000_000),
        done.length(),
        task -> {
          done.incrementAndGet(task);
          threads.add(Thread.currentThread());
        });
    assertThat(threads).hasSizeBetween(1, most);
    for (int task = 0; task < done.length(); task++) {
      assertThat(done.get(task)).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7})
  void answers_are_in_the_order_of_the_questions(int threads) {
    try (WorkerPool pool = new WorkerPool(threads)) {
      assertThat(pool.each(5, n -> n * n)).containsExactly(0, 1, 4, 9, 16);
      assertThat(pool.each(1, n -> n + 1)).containsExactly(1);
      assertThat(pool.each(0, n -> n)).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7})
  void of_several_failures_the_first_by_number_is_thrown(int threads) {
    IntConsumer task =
        number -> {
          if (number % 10 == 3) {
            throw new UnsupportedOperationException("task " + number);
          }
        };
    assertThatThrownBy(() -> WorkerPool.run(Execution.onThreads(threads), 1000, task))
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessage("task 3");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7})
  void progress_hears_of_every_task_and_may_stop_them(int threads) {
    List<Long> heard = new ArrayList<>();
    Execution hearing =
        Execution.onThreads(threads)
            .withProgress(
                (done, total) -> {
                  heard.add(done);
                  return total == 5;
                });
    WorkerPool.run(hearing, 5, task -> {});
    assertThat(heard).containsExactly(1L, 2L, 3L, 4L, 5L);
    assertThatThrownBy(() -> WorkerPool.run(hearing, 50, task -> {}))
        .isInstanceOf(CancellationException.class)
        .hasMessage("The analysis was stopped after 1 of 50");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void an_interrupted_thread_does_not_go_on_and_stays_interrupted(int threads) {
    Thread.currentThread().interrupt();
    try {
      assertThatThrownBy(() -> WorkerPool.run(Execution.onThreads(threads), 50, task -> {}))
          .isInstanceOf(CancellationException.class)
          .hasMessage("The analysis was interrupted");
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }
}
