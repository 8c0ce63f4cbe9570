package dev.steppe.uncertainty;

import dev.steppe.internal.DrawBlock;

/**
 * Which draws of an analysis are made: a run of whole tasks, but for the last task, which may be
 * shorter.
 *
 * @param replications the draws of the whole analysis
 * @param part which part it is, from 0
 * @param ofParts how many parts there are
 */
record TaskRange(long replications, int part, int ofParts) {

  /** Draws in a task. */
  static final long TASK = 32L * DrawBlock.SIZE;

  /** All draws. */
  static TaskRange all(long replications) {
    return new TaskRange(replications, 0, 1);
  }

  /** The first task. */
  long from() {
    return start(part);
  }

  /** The task after the last. */
  long to() {
    return start(part + 1);
  }

  /** Earlier parts have one task more where they do not divide evenly. */
  private long start(int of) {
    long tasks = (replications - 1) / TASK + 1;
    return of * (tasks / ofParts) + Math.min(of, tasks % ofParts);
  }

  /** The draws of the first so many tasks. */
  long draws(long tasks) {
    return upTo(from() + tasks) - upTo(from());
  }

  /** All draws of this part. */
  long draws() {
    return draws(to() - from());
  }

  private long upTo(long task) {
    return Math.min(replications, task * TASK);
  }
}
