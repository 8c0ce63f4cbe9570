package dev.steppe.internal;

import java.util.concurrent.CancellationException;

/** Whether the thread that works is to stop, asked wherever work may take long. */
public final class Interruption {

  /** Fewer parts are done soon enough, and are seen to their end. */
  private static final int MANY = 1 << 14;

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

  /**
   * The same within work that rarely takes long, such as printing: whoever was interrupted can
   * still tell what there is so far. Asks about every 16,384 parts.
   *
   * @param done how many parts are done
   * @param step how many of them since it was called last
   */
  public static void checkIfMany(long done, long step) {
    if (done / MANY != (done - step) / MANY) {
      check();
    }
  }
}
