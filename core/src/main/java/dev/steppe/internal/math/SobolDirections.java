package dev.steppe.internal.math;

import org.apache.commons.math3.random.SobolSequenceGenerator;

/**
 * The direction numbers of the Sobol sequence, from Joe and Kuo's table as Commons Math has it.
 *
 * <p>Point number n is the exclusive or of those directions whose bit is set in the Gray code of n,
 * {@code n ^ (n >>> 1)}.
 *
 * @see <a href="https://doi.org/10.1137/070709359">Joe and Kuo (2008), Constructing Sobol sequences
 *     with better two-dimensional projections, SIAM Journal on Scientific Computing 30,
 *     2635-2654</a>
 */
public final class SobolDirections {

  /** How many coordinates there are numbers for. */
  public static final int MOST_DIMENSIONS = 1000;

  /** Binary digits of a coordinate. */
  public static final int DIGITS = 52;

  /** Points are numbered in so many bits. */
  public static final int BITS = 31;

  private SobolDirections() {}

  /** By coordinate and bit of the Gray code; an integer of {@value #DIGITS} bits. */
  public static long[][] of(int dimensions) {
    long[][] directions = new long[dimensions][BITS];
    if (dimensions == 0) {
      return directions;
    }
    SobolSequenceGenerator generator = new SobolSequenceGenerator(dimensions);
    for (int bit = 0; bit < BITS; bit++) {
      // The Gray code of this point has this bit only, so the point is the direction itself.
      double[] point = generator.skipTo((int) ((2L << bit) - 1));
      for (int d = 0; d < dimensions; d++) {
        directions[d][bit] = (long) (point[d] * 0x1.0p52);
      }
    }
    return directions;
  }

  /** A coordinate of a point, in {@value #DIGITS} bits. */
  public static long point(long[] directions, long number) {
    long point = 0;
    long gray = number ^ (number >>> 1);
    for (int bit = 0; gray >>> bit != 0; bit++) {
      point ^= (gray >>> bit & 1) == 0 ? 0 : directions[bit];
    }
    return point;
  }
}
