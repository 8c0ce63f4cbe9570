package dev.steppe.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Long answers give way to newer questions. */
class RefinementsTest {

  private final Refinements refinements = new Refinements();

  @AfterEach
  void close() {
    refinements.close();
  }

  /** Work that goes on until it is stopped. */
  private final class Endless {

    final CountDownLatch begun = new CountDownLatch(1);
    final CountDownLatch stopped = new CountDownLatch(1);

    CompletableFuture<Integer> ask(String tab) {
      return CompletableFuture.supplyAsync(() -> refinements.answer(tab, this::work));
    }

    private int work() throws InterruptedException {
      begun.countDown();
      try {
        Thread.sleep(60_000);
        return 1;
      } finally {
        stopped.countDown();
      }
    }
  }

  private static void assertStopped(CompletableFuture<Integer> answer) {
    assertThatThrownBy(answer::join)
        .cause()
        .isInstanceOf(Refusal.class)
        .hasMessage("A newer question of the same tab has taken its place");
  }

  @Test
  void a_newer_question_of_a_tab_stops_the_last() throws Exception {
    Endless first = new Endless();
    CompletableFuture<Integer> answer = first.ask("a");
    assertThat(first.begun.await(10, TimeUnit.SECONDS)).isTrue();
    assertThat(refinements.answer("a", () -> 2)).isEqualTo(2);
    assertThat(first.stopped.await(10, TimeUnit.SECONDS)).isTrue();
    assertStopped(answer);
    assertThat(refinements.waiting()).isZero();
  }

  @Test
  void a_move_stops_it_too_and_other_tabs_go_on() throws Exception {
    Endless first = new Endless();
    Endless other = new Endless();
    CompletableFuture<Integer> answer = first.ask("a");
    CompletableFuture<Integer> ofOther = other.ask("b");
    assertThat(first.begun.await(10, TimeUnit.SECONDS)).isTrue();
    assertThat(other.begun.await(10, TimeUnit.SECONDS)).isTrue();
    refinements.stop("a");
    assertStopped(answer);
    assertThat(ofOther).isNotDone();
    refinements.stop("b");
    assertStopped(ofOther);
  }

  @Test
  void more_than_can_wait_are_refused_and_what_waits_can_be_stopped() throws Exception {
    List<CompletableFuture<Integer>> answers = new ArrayList<>();
    AtomicBoolean refused = new AtomicBoolean();
    int most = Limits.LONG_AT_ONCE + Limits.LONG_WAITING;
    CountDownLatch asked = new CountDownLatch(most);
    for (int i = 0; i < most; i++) {
      String tab = "tab-" + i;
      answers.add(
          CompletableFuture.supplyAsync(
              () -> {
                asked.countDown();
                return refinements.answer(tab, new Endless()::work);
              },
              task -> new Thread(task).start()));
    }
    assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();
    while (refinements.waiting() < most) {
      Thread.sleep(5);
    }
    // The last of them may not be in the queue yet.
    Thread.sleep(100);
    try {
      refinements.answer("late", () -> 1);
    } catch (Refusal e) {
      refused.set(e.status() == Refusal.BUSY);
    }
    assertThat(refused).isTrue();
    for (int i = 0; i < most; i++) {
      refinements.stop("tab-" + i);
      assertStopped(answers.get(i));
    }
    assertThat(refinements.answer("late", () -> 1)).isEqualTo(1);
  }

  @Test
  void what_the_library_refuses_is_refused() {
    assertThatThrownBy(
            () ->
                refinements.answer(
                    "a",
                    () -> {
                      throw new IllegalArgumentException("no");
                    }))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no");
  }
}
