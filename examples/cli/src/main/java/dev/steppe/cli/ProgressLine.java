package dev.steppe.cli;

import dev.steppe.analysis.Progress;
import java.io.PrintStream;
import java.util.function.LongSupplier;

/** A line on a terminal that says how far a command is, once it has taken a second. */
final class ProgressLine implements Progress {

  private static final long SECOND = 1_000_000_000;

  private final String what;
  private final PrintStream err;
  private final LongSupplier clock;
  private final long start;
  private boolean written;

  ProgressLine(String what, PrintStream err) {
    this(what, err, System::nanoTime);
  }

  ProgressLine(String what, PrintStream err, LongSupplier clock) {
    this.what = what;
    this.err = err;
    this.clock = clock;
    this.start = clock.getAsLong();
  }

  @Override
  public boolean reached(long done, long total) {
    if (done >= total && written) {
      err.print("\r" + " ".repeat(what.length() + 8) + "\r");
      err.flush();
    } else if (done < total && clock.getAsLong() - start > SECOND) {
      err.print("\r" + what + ": " + 100 * done / total + " %");
      err.flush();
      written = true;
    }
    return true;
  }
}
