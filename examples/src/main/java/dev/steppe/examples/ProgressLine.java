package dev.steppe.examples;

import dev.steppe.analysis.Progress;

/** A line on a terminal that says how far draws are, once they have taken a second. */
final class ProgressLine implements Progress, AutoCloseable {

  private static final long SECOND = 1_000_000_000;

  private final String what;
  private final long start = System.nanoTime();
  private boolean written;

  ProgressLine(String what) {
    this.what = what;
  }

  /** From JDK 22 on, there is a console without a terminal too, and the line is in its output. */
  @SuppressWarnings("SystemConsoleNull")
  private static boolean isWatched() {
    return System.console() != null;
  }

  @Override
  public boolean reached(long done, long limit) {
    if (isWatched() && System.nanoTime() - start > SECOND) {
      System.err.print("\r" + what + ": " + 100 * done / limit + " %");
      System.err.flush();
      written = true;
    }
    return true;
  }

  /** Wipes the line. */
  @Override
  public void close() {
    if (written) {
      System.err.print("\r" + " ".repeat(what.length() + 8) + "\r");
      System.err.flush();
    }
  }
}
