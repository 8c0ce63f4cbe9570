package dev.steppe.assertj;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import org.assertj.core.api.AbstractStringAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Looks at failures of claims. */
final class Failures {

  private Failures() {}

  /** Claims that the call fails as an assertion, and goes on with the text. */
  static AbstractStringAssert<?> assertFailure(ThrowingCallable claim) {
    Throwable failure = catchThrowable(claim);
    assertThat(failure).as("failure of the claim").isInstanceOf(AssertionError.class);
    return assertThat(failure.getMessage()).as("text of the failure");
  }

  /** Claims that the call is refused for its arguments, and goes on with the text. */
  static AbstractStringAssert<?> assertRefusal(ThrowingCallable claim) {
    Throwable refusal = catchThrowable(claim);
    assertThat(refusal).as("refusal").isInstanceOf(IllegalArgumentException.class);
    return assertThat(refusal.getMessage()).as("text of the refusal");
  }
}
