package dev.steppe.internal;

import java.util.ArrayList;
import java.util.List;

/**
 * What is wrong with several arguments, all of it told at once: a factory that stops at the first
 * has its caller mend one after the other.
 *
 * <pre>{@code
 * Faults faults = new Faults();
 * lower = faults.finite(lower, "lower bound");
 * upper = faults.finite(upper, "upper bound");
 * if (!(lower < upper)) {
 *   faults.addUnlessOthers("Bounds need lower < upper");
 * }
 * faults.throwIfAny();
 * }</pre>
 */
public final class Faults {

  private final List<String> found = new ArrayList<>();

  /** See {@link Checks#finite}. */
  public double finite(double value, String what) {
    try {
      return Checks.finite(value, what);
    } catch (IllegalArgumentException fault) {
      add(fault);
      return value;
    }
  }

  /** See {@link Checks#inRange}. */
  public double inRange(double value, double lower, double upper, String what) {
    try {
      return Checks.inRange(value, lower, upper, what);
    } catch (IllegalArgumentException fault) {
      add(fault);
      return value;
    }
  }

  /** See {@link Checks#code}. */
  public void code(String code, String what) {
    try {
      Checks.code(code, what);
    } catch (IllegalArgumentException fault) {
      add(fault);
    }
  }

  /** See {@link Checks#notBlank}. */
  public void notBlank(String text, String what) {
    try {
      Checks.notBlank(text, what);
    } catch (IllegalArgumentException fault) {
      add(fault);
    }
  }

  /** See {@link Checks#wellFormed}. */
  public void wellFormed(String text, String what) {
    try {
      Checks.wellFormed(text, what);
    } catch (IllegalArgumentException fault) {
      add(fault);
    }
  }

  /** Adds a fault. */
  public void add(String fault) {
    found.add(fault);
  }

  /** Adds a fault, if nothing else is wrong that it may follow from. */
  public void addUnlessOthers(String fault) {
    if (found.isEmpty()) {
      found.add(fault);
    }
  }

  private void add(IllegalArgumentException fault) {
    found.add(String.valueOf(fault.getMessage()));
  }

  /** Throws one error with all faults in a line, if there are any. */
  public void throwIfAny() {
    if (!found.isEmpty()) {
      throw new IllegalArgumentException(Text.printable(String.join("; ", found)));
    }
  }
}
