package dev.steppe.uncertainty;

/**
 * Hears how far a simulation has come, and may stop it. Called from the thread that runs the
 * analysis, now and then.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface Progress {

  /**
   * Takes notice.
   *
   * @param done the draws so far
   * @param limit the draws after which the simulation ends at the latest
   * @return whether to go on; if not, the analysis ends with a {@link
   *     java.util.concurrent.CancellationException}
   */
  boolean drawn(long done, long limit);
}
