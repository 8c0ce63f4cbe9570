package dev.steppe.analogue;

import dev.steppe.internal.Checks;
import dev.steppe.table.Decimals;

/**
 * A p-value from random permutations, and how well so many permutations know it.
 *
 * <p>The value is {@code (asNear + 1) / (permutations + 1)}, which is never 0 and never promises
 * more than the test holds (Phipson and Smyth 2010, <i>Permutation p-values should never be
 * zero</i>, Statistical Applications in Genetics and Molecular Biology 9, article 39, <a
 * href="https://doi.org/10.2202/1544-6115.1585">doi:10.2202/1544-6115.1585</a>). The interval
 * around it is Wilson's (1927) at 95 % for the share of <em>all</em> permutations that come as
 * near. It tells the error of having drawn some of them only, and nothing of the doubt in the data.
 *
 * <pre>{@code
 * new PValue(99, 9_999).value();   // 0.01
 * }</pre>
 *
 * @param asNear how many permutations came as near as what was observed, or nearer
 * @param permutations how many were drawn
 * @since 0.1
 */
public record PValue(int asNear, int permutations) {

  static final int MOST = 100_000_000;

  /** The 0.975 quantile of the normal distribution. */
  private static final double Z = 1.959963984540054;

  /**
   * Checks the counts.
   *
   * @throws IllegalArgumentException if there are none, or more as near than there are
   */
  public PValue {
    Checks.inRange(permutations, 1, MOST, "count of permutations");
    Checks.inRange(asNear, 0, permutations, "count of permutations that came as near");
  }

  /** The p-value, above 0 and at most 1. */
  public double value() {
    return (asNear + 1.0) / (permutations + 1.0);
  }

  /** The lower end of the 95 % interval. */
  public double lower() {
    return asNear == 0 ? 0 : Math.max(0, centre() - half());
  }

  /** The upper end of the 95 % interval. */
  public double upper() {
    return asNear == permutations ? 1 : Math.min(1, centre() + half());
  }

  private double centre() {
    return (asNear + Z * Z / 2) / (permutations + Z * Z);
  }

  private double half() {
    double count = permutations;
    double spread = asNear * (count - asNear) / count + Z * Z / 4;
    return Z * Math.sqrt(spread) / (count + Z * Z);
  }

  /** Such as {@code 0.0100 (0.0082 to 0.0121)}. */
  @Override
  public String toString() {
    return Decimals.fixed(value(), 4)
        + " ("
        + Decimals.fixed(lower(), 4)
        + " to "
        + Decimals.fixed(upper(), 4)
        + ")";
  }
}
