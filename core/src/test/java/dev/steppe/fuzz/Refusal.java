package dev.steppe.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.concurrent.Callable;

/** What may come out of a reader that does not take its input. */
final class Refusal {

  /** 60,000 characters of faults, 2,000 of where they are, and how many there are more. */
  private static final int LONGEST = 62_500;

  private Refusal() {}

  /**
   * What a reader gives; empty if it refuses its input as all of them do: by one {@code
   * IllegalArgumentException} of the library's own, whose message says what is wrong. Whatever else
   * comes out is passed on.
   */
  static <T> Optional<T> orValue(Callable<T> reader) throws Exception {
    try {
      return Optional.of(reader.call());
    } catch (IllegalArgumentException refused) {
      check(refused);
      return Optional.empty();
    }
  }

  private static void check(IllegalArgumentException refused) {
    if (refused.getClass() != IllegalArgumentException.class || !isOwn(refused)) {
      throw new AssertionError("Refused by accident: " + refused, refused);
    }
    assertThat(refused.getMessage()).isNotBlank().hasSizeLessThan(LONGEST);
  }

  /** Whether the library itself found the fault, and not what it is built on. */
  private static boolean isOwn(Throwable refused) {
    StackTraceElement[] trace = refused.getStackTrace();
    return trace.length > 0 && trace[0].getClassName().startsWith("dev.steppe.");
  }
}
