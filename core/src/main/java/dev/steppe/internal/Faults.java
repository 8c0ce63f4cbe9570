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
    return take(value, () -> Checks.finite(value, what));
  }

  /** See {@link Checks#inRange}. */
  public double inRange(double value, double lower, double upper, String what) {
    return take(value, () -> Checks.inRange(value, lower, upper, what));
  }

  /** See {@link Checks#code}. */
  public void code(String code, String what) {
    take(0, () -> Checks.code(code, what).length());
  }

  /** See {@link Checks#notBlank}. */
  public void notBlank(String text, String what) {
    take(0, () -> Checks.notBlank(text, what).length());
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

  private interface Check {
    double value();
  }

  private double take(double given, Check check) {
    try {
      return check.value();
    } catch (IllegalArgumentException fault) {
      found.add(String.valueOf(fault.getMessage()));
      return given;
    }
  }

  /** Throws one error with all faults in a line, if there are any. */
  public void throwIfAny() {
    if (!found.isEmpty()) {
      throw new IllegalArgumentException(String.join("; ", found));
    }
  }
}
