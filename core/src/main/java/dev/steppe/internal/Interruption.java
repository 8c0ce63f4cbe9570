package dev.steppe.internal;

import java.util.concurrent.CancellationException;

/** Whether the thread that works is to stop, asked wherever work may take long. */
public final class Interruption {

  private Interruption() {}

  /**
   * Does nothing, unless the thread was interrupted; the flag that says so stays.
   *
   * @throws CancellationException if it was
   */
  public static void check() {
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException("The analysis was interrupted");
    }
  }
}
