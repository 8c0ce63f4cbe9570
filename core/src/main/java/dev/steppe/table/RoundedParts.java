package dev.steppe.table;

import com.google.common.primitives.Doubles;
import java.math.BigDecimal;
import java.util.Arrays;

/**
 * Whether parts that are each rounded by themselves add up to their rounded sum, as readers expect.
 *
 * <pre>{@code
 * RoundedParts.addUp(1, new int[] {0, 1, 1, 1}, new double[] {0.42, 0.14, 0.14, 0.14});   // false
 * }</pre>
 *
 * @since 0.1
 */
public final class RoundedParts {

  /** What a table says under parts that do not add up as shown. */
  public static final String NOTE = note("Points");

  private RoundedParts() {}

  /** The same of other parts, such as {@code Weights}. */
  public static String note(String parts) {
    return parts + " are rounded one by one: those shown may miss their sum by a last digit or so.";
  }

  /**
   * Whether rounded parts are the rounded sum.
   *
   * @param decimals to how many decimals all are rounded
   * @param sum what the parts sum to, as it is printed
   * @param parts finite
   */
  public static boolean addUp(int decimals, double sum, double[] parts) {
    int[] depths = new int[parts.length + 1];
    Arrays.fill(depths, 1, depths.length, 1);
    return addUp(decimals, depths, Doubles.concat(new double[] {sum}, parts));
  }

  /**
   * Whether all rounded figures of a tree are the sum of the rounded figures right below them.
   *
   * @param decimals to how many decimals they are rounded
   * @param depths how deep each figure is in the tree, every figure before those below it
   * @param figures as many; finite
   */
  public static boolean addUp(int decimals, int[] depths, double[] figures) {
    int deepest = 0;
    for (int depth : depths) {
      deepest = Math.max(deepest, depth);
    }
    // By depth: the sum of what is below the figure that is open there, and whether anything is.
    BigDecimal[] sums = new BigDecimal[deepest + 2];
    int[] open = new int[deepest + 2];
    boolean right = true;
    int last = -1;
    for (int i = 0; i <= depths.length; i++) {
      int depth = i < depths.length ? depths[i] : 0;
      for (int closed = last; closed >= depth; closed--) {
        right &=
            sums[closed] == null
                || sums[closed].compareTo(Decimals.rounded(figures[open[closed]], decimals)) == 0;
      }
      if (i == depths.length) {
        break;
      }
      if (depth > 0) {
        BigDecimal so = sums[depth - 1] == null ? BigDecimal.ZERO : sums[depth - 1];
        sums[depth - 1] = so.add(Decimals.rounded(figures[i], decimals));
      }
      open[depth] = i;
      sums[depth] = null;
      last = depth;
    }
    return right;
  }
}
