package dev.steppe.evidence;

/** Shannon's entropy of parts of a whole, in natural units. */
final class Entropy {

  /** Where {@link #term} is greatest: 1/e. */
  static final double PEAK = 1 / Math.E;

  private Entropy() {}

  /** {@code -p ln p}, which goes to 0 with p. */
  static double term(double p) {
    return p == 0 ? 0 : -p * Math.log(p);
  }

  /**
   * The entropy of amounts as parts of their sum, divided by that of as many equal ones: in {@code
   * [0, 1]}; 0 for a single amount, or if all are 0.
   */
  static double normalized(double[] amounts) {
    double total = 0;
    for (double amount : amounts) {
      total += amount;
    }
    if (total == 0 || amounts.length == 1) {
      return 0;
    }
    double sum = 0;
    for (double amount : amounts) {
      sum += term(amount / total);
    }
    return Math.max(0, Math.min(1, sum / Math.log(amounts.length)));
  }
}
