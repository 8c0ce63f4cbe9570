package dev.steppe.internal.random;

import dev.steppe.internal.math.StandardNormal;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * A Gaussian copula of a subject's readings: the probabilities at which they are read off their
 * distributions are those of correlated standard normal numbers {@code sqrt(1 - s_i) h_i +
 * sqrt(s_i) g_i}, with g the same for all subjects, and {@code h = L e}, {@code g = L f} of
 * independent ones.
 *
 * <p>The independent number of a reading is the normal quantile of the uniform draw that it would
 * have alone. So one that depends on no other is the same as without the copula, but for rounding,
 * and readings that are not correlated do not come here at all.
 *
 * @see <a href="https://doi.org/10.1007/0-387-28678-0">Nelsen (2006), An Introduction to Copulas,
 *     2nd edition</a>, section 2.3
 */
public final class Copula {

  /** Probabilities stay inside (0, 1), as those of single draws do. */
  private static final double LEAST = 0x1.0p-53;

  private final double[][] factors;
  private final double[] shared;
  private final long[] sharedKeys;

  /**
   * A copula.
   *
   * @param codes the codes of the indicators
   * @param factors by indicator, its row of L by indicator; empty if it is not correlated with
   *     anything
   * @param shared by indicator, s
   */
  public Copula(List<String> codes, double[][] factors, double[] shared) {
    this.factors = factors;
    this.shared = shared;
    this.sharedKeys = new long[shared.length];
    for (int i = 0; i < shared.length; i++) {
      sharedKeys[i] = Substreams.key("shared/" + codes.get(i));
    }
  }

  /** Whether an indicator's readings are correlated with any other readings. */
  public boolean covers(int indicator) {
    return factors[indicator].length > 0;
  }

  /** Adds the keys of what a reading is made of. */
  public void addInputs(int indicator, long[] keys, Set<Long> inputs) {
    double[] row = factors[indicator];
    for (int k = 0; k < row.length; k++) {
      if (row[k] != 0 && shared[indicator] < 1) {
        inputs.add(keys[k]);
      }
    }
    for (int k = 0; k < row.length; k++) {
      if (row[k] != 0 && shared[indicator] > 0) {
        inputs.add(sharedKeys[k]);
      }
    }
  }

  /**
   * Fills the first places with the probabilities of a reading.
   *
   * @param keys the subject's, by indicator
   */
  public void fill(
      int indicator, long[] keys, Substreams draws, long block, int rows, double[] out) {
    Arrays.fill(out, 0, rows, 0.0);
    add(Math.sqrt(1 - shared[indicator]), indicator, keys, draws, block, rows, out);
    add(Math.sqrt(shared[indicator]), indicator, sharedKeys, draws, block, rows, out);
    for (int r = 0; r < rows; r++) {
      out[r] = Math.max(LEAST, Math.min(1 - LEAST, StandardNormal.cdf(out[r])));
    }
  }

  private void add(
      double part,
      int indicator,
      long[] keys,
      Substreams draws,
      long block,
      int rows,
      double[] out) {
    double[] row = factors[indicator];
    for (int k = 0; k < row.length; k++) {
      double factor = part * row[k];
      if (factor != 0) {
        double[] normals = draws.normals(keys[k], block);
        for (int r = 0; r < rows; r++) {
          out[r] += factor * normals[r];
        }
      }
    }
  }
}
