package dev.steppe.analysis;

import java.util.concurrent.CancellationException;

/**
 * Hears how far an analysis has come, and may stop it. Called from the thread that runs the
 * analysis, now and then.
 *
 * <pre>{@code
 * Progress inTime = (done, total) -> System.nanoTime() < deadline;   // stops the analysis then
 * UncertaintyAnalysis.of(scorer).withExecution(Execution.onAllProcessors().withProgress(inTime)).run(profiles);
 * }</pre>
 *
 * @since 0.1
 */
@FunctionalInterface
public interface Progress {

  /**
   * Takes notice.
   *
   * @param done what is done so far: draws, blocks of rows, countries, as the analysis says
   * @param total with how many of these the analysis ends at the latest
   * @return whether to go on; if not, the analysis ends with a {@link CancellationException}
   */
  boolean reached(long done, long total);

  /** Hears nothing and never stops. */
  static Progress none() {
    return (done, total) -> true;
  }

  /**
   * Tells, and stops the work if it is to stop.
   *
   * @throws CancellationException if the answer is not to go on, or the thread is interrupted
   */
  default void tell(long done, long total) {
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException("The analysis was interrupted");
    }
    if (!reached(done, total)) {
      throw new CancellationException("The analysis was stopped after " + done + " of " + total);
    }
  }
}
