package dev.steppe.evidence;

import dev.steppe.internal.Checks;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Supplier;

/**
 * What is wrong with a table: all of it counted, the first lines of it in words. A million faults
 * cost no more than their counting.
 */
final class TableFaults {

  private static final int LISTED = 100;
  private static final int LONGEST = 600;
  private static final Comparator<Fault> ORDER =
      Comparator.comparingLong(Fault::line).thenComparingLong(Fault::place);

  private final PriorityQueue<Fault> first = new PriorityQueue<>(ORDER.reversed());
  private long count;

  /** What is wrong, in which line (0 for the header as a whole), and the how manieth it is. */
  private record Fault(long line, long place, String message) {}

  /** Adds a fault of the table as a whole, or of its header. */
  void add(String message) {
    add(0, () -> message);
  }

  /** Adds a fault of a line. The message, which is asked for only if it is listed, says so. */
  void add(long line, Supplier<String> message) {
    count++;
    if (first.size() == LISTED) {
      if (line >= first.element().line()) {
        return;
      }
      first.remove();
    }
    first.add(new Fault(line, count, shortened(message.get())));
  }

  /** Adds a fault of a cell. */
  void add(long line, String header, Supplier<String> message) {
    add(line, () -> "line " + line + ", column '" + header + "': " + message.get());
  }

  long count() {
    return count;
  }

  /** Throws one error with the first faults, if there are any. */
  void check(String what) {
    if (count > 0) {
      List<Fault> sorted = new ArrayList<>(first);
      sorted.sort(ORDER);
      List<String> messages = new ArrayList<>();
      sorted.forEach(fault -> messages.add(fault.message()));
      throw Checks.error(what, messages, count);
    }
  }

  private static String shortened(String message) {
    return message.length() > LONGEST ? message.substring(0, LONGEST) + " ..." : message;
  }
}
