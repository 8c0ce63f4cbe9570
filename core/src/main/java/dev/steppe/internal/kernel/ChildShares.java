package dev.steppe.internal.kernel;

/** Who gets the weight of a factor's children that are missing: the others, in proportion. */
final class ChildShares {

  private ChildShares() {}

  /**
   * Shares the weight of a factor among those of its children that are there.
   *
   * @param weights by child
   * @param present by child
   * @param whole the sum of all weights. Where nothing of weight is missing it is what they are
   *     divided by, so that shares of sum 1 stay as they are, to the bit
   * @param shares receives the shares by child; all 0 if nothing that is there has any weight
   * @return whether anything that is there has a weight
   */
  static boolean of(double[] weights, boolean[] present, double whole, double[] shares) {
    double available = 0;
    boolean complete = true;
    for (int c = 0; c < weights.length; c++) {
      available += present[c] ? weights[c] : 0;
      complete &= present[c] || weights[c] == 0;
    }
    boolean any = available > 0;
    double divisor = complete ? whole : available;
    for (int c = 0; c < weights.length; c++) {
      shares[c] = any && present[c] ? weights[c] / divisor : 0;
    }
    return any;
  }
}
