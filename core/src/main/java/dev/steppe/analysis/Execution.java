package dev.steppe.analysis;

import static java.util.Objects.requireNonNull;

/**
 * How an analysis is run: on how many threads, and who hears how far it is and may stop it. No
 * result depends on it.
 *
 * <p>No more threads work than there are tasks, and never more than 32 or, if that is more, twice
 * the processors: each takes memory of its own, and more would not be faster.
 *
 * <p>Work stops soon after the thread that asked for it is interrupted, on any number of threads
 * and where no execution is given: it ends with a {@link
 * java.util.concurrent.CancellationException}, and the thread stays interrupted. A single score is
 * not work in this sense, and is given; nor is a text or a table of fewer than some 10,000 cells.
 *
 * <p>Where a method takes neither an execution nor a {@link Progress}, how far it is shows in what
 * it has taken so far: of the profiles that a ranking, a panel or precedents go through, or of the
 * reader of a file.
 *
 * <pre>{@code
 * ScenarioTable.of(scorer, profiles, scenarios, Execution.onThreads(2));
 * }</pre>
 *
 * @param threads how many work at most, at least 1; with one, the calling thread does it all
 * @param progress who hears how far it is
 * @since 0.1
 */
public record Execution(int threads, Progress progress) {

  /**
   * Checks the parts.
   *
   * @throws IllegalArgumentException if the number of threads is less than 1
   */
  public Execution {
    requireNonNull(progress, "progress");
    if (threads < 1) {
      throw new IllegalArgumentException("threads must be at least 1, but was " + threads);
    }
  }

  /** As many threads as there are processors; nobody hears. */
  public static Execution onAllProcessors() {
    return onThreads(Runtime.getRuntime().availableProcessors());
  }

  /** The calling thread does all; nobody hears. */
  public static Execution onCallingThread() {
    return onThreads(1);
  }

  /** At most so many threads; nobody hears. */
  public static Execution onThreads(int threads) {
    return new Execution(threads, Progress.none());
  }

  /** A copy with another number of threads. */
  public Execution withThreads(int threads) {
    return new Execution(threads, progress);
  }

  /** A copy of which somebody hears. */
  public Execution withProgress(Progress progress) {
    return new Execution(threads, progress);
  }
}
