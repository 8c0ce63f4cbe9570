package dev.steppe.internal.math;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What is left of a simplex after cuts by planes, as the list of its corners, with the values that
 * linear functions have there. Each plane is where one of the functions is 0. Immutable.
 *
 * <p>A cut keeps the corners on its side, and adds one on each edge that it crosses. Two corners
 * share an edge if no other lies on all the facets on which both lie (the combinatorial test of the
 * double description method). Values between two corners are interpolated, so that numbers are
 * rounded once a cut, and what is within its level of 0 counts as 0.
 *
 * @see "Motzkin, Raiffa, Thompson, Thrall (1953), The double description method. Contributions to
 *     the Theory of Games II, 51-73"
 */
public final class CutSimplex {

  /** More corners than this make slow cuts: pairs of them are compared with all others. */
  private static final int MOST_CORNERS = 3_000;

  /** By corner and function. */
  private final double[][] values;

  /** By corner, the facets that it lies on, as bits. */
  private final long[] touched;

  /** By facet, the function that is 0 there. */
  private final int[] facets;

  private final double[] levels;
  private final int dimension;

  private CutSimplex(
      double[][] values, long[] touched, int[] facets, double[] levels, int dimension) {
    this.values = values;
    this.touched = touched;
    this.facets = facets;
    this.levels = levels;
    this.dimension = dimension;
  }

  /**
   * A whole simplex: weights of at least 0 that sum to 1. The first functions are the weights.
   *
   * @param weights how many there are
   * @return null if there are too many
   */
  public static @Nullable CutSimplex whole(int weights) {
    if (weights >= Long.SIZE) {
      return null;
    }
    double[][] values = new double[weights][weights];
    long[] touched = new long[weights];
    int[] facets = new int[Long.SIZE];
    double[] levels = new double[weights];
    Arrays.fill(levels, LinearProgram.TOLERANCE);
    for (int k = 0; k < weights; k++) {
      values[k][k] = 1;
      touched[k] = (1L << weights) - 1 ^ 1L << k;
      facets[k] = k;
    }
    return new CutSimplex(values, touched, facets, levels, weights - 1);
  }

  /**
   * The same with another function for each row of numbers.
   *
   * @param rows the functions' values where one weight is 1
   * @param level how near 0 is 0
   */
  public CutSimplex with(double[][] rows, double level) {
    int before = levels.length;
    double[][] more = new double[values.length][];
    for (int c = 0; c < more.length; c++) {
      more[c] = Arrays.copyOf(values[c], before + rows.length);
      for (int r = 0; r < rows.length; r++) {
        double sum = 0;
        for (int k = 0; k <= dimension; k++) {
          sum += rows[r][k] * values[c][k];
        }
        more[c][before + r] = sum;
      }
    }
    double[] all = Arrays.copyOf(levels, before + rows.length);
    Arrays.fill(all, before, all.length, level);
    return new CutSimplex(more, touched, facets, all, dimension);
  }

  /** The number of functions. */
  public int functions() {
    return levels.length;
  }

  /** The number of corners; 0 if nothing is left. */
  public int corners() {
    return values.length;
  }

  /** The value of a function at a corner. */
  public double value(int corner, int function) {
    return values[corner][function];
  }

  /** The weights at a corner. */
  public double[] weights(int corner) {
    double[] weights = Arrays.copyOf(values[corner], dimension + 1);
    double sum = 0;
    for (int k = 0; k < weights.length; k++) {
      weights[k] = Math.max(0, weights[k]);
      sum += weights[k];
    }
    for (int k = 0; k < weights.length; k++) {
      weights[k] /= sum;
    }
    return weights;
  }

  /**
   * The two sides of the plane where a function is 0, with the plane: where it is at most 0, and
   * where it is at least 0.
   *
   * @return null if there are too many corners or facets to go on
   */
  public CutSimplex @Nullable [] halves(int function) {
    long used = 0;
    for (long facetsOfCorner : touched) {
      used |= facetsOfCorner;
    }
    long facet = Long.lowestOneBit(~used);
    if (facet == 0) {
      return null;
    }
    int[] named = facets.clone();
    named[Long.numberOfTrailingZeros(facet)] = function;
    List<double[]> between = new ArrayList<>();
    List<Long> touches = new ArrayList<>();
    int[] under = onSide(-1, function);
    for (int i : onSide(1, function)) {
      for (int j : under) {
        long common = touched[i] & touched[j];
        if (Long.bitCount(common) >= dimension - 1 && isEdge(i, j, common)) {
          double[] corner = between(values[i], values[j], function);
          between.add(corner);
          touches.add(facet | touched(corner, named, used));
        }
      }
    }
    CutSimplex below = half(function, -1, facet, named, between, touches);
    CutSimplex above = half(function, 1, facet, named, between, touches);
    return Math.max(below.corners(), above.corners()) > MOST_CORNERS
        ? null
        : new CutSimplex[] {below, above};
  }

  private CutSimplex half(
      int function, int side, long facet, int[] named, List<double[]> between, List<Long> touches) {
    List<double[]> kept = new ArrayList<>();
    List<Long> keptTouches = new ArrayList<>();
    for (int c = 0; c < values.length; c++) {
      int here = side(c, function);
      if (here != -side) {
        kept.add(values[c]);
        keptTouches.add(here == 0 ? touched[c] | facet : touched[c]);
      }
    }
    kept.addAll(between);
    keptTouches.addAll(touches);
    return new CutSimplex(
        kept.toArray(new double[0][]),
        keptTouches.stream().mapToLong(Long::longValue).toArray(),
        named,
        levels,
        dimension);
  }

  private int side(int corner, int function) {
    double value = values[corner][function];
    return value > levels[function] ? 1 : value < -levels[function] ? -1 : 0;
  }

  private int[] onSide(int side, int function) {
    return IntStream.range(0, values.length).filter(c -> side(c, function) == side).toArray();
  }

  /**
   * A corner on as few facets as there are dimensions has an edge for each that it leaves, and
   * whoever lies on all others lies on that edge.
   */
  private boolean isEdge(int one, int other, long common) {
    if (Long.bitCount(touched[one]) == dimension || Long.bitCount(touched[other]) == dimension) {
      return true;
    }
    for (int c = 0; c < touched.length; c++) {
      if ((touched[c] & common) == common && c != one && c != other) {
        return false;
      }
    }
    return true;
  }

  private static double[] between(double[] one, double[] other, int function) {
    double share = one[function] / (one[function] - other[function]);
    double[] corner = new double[one.length];
    for (int f = 0; f < corner.length; f++) {
      corner[f] = one[f] + share * (other[f] - one[f]);
    }
    corner[function] = 0;
    return corner;
  }

  /** The facets in use that a corner lies on. */
  private long touched(double[] corner, int[] named, long used) {
    long found = 0;
    for (long left = used; left != 0; left &= left - 1) {
      int bit = Long.numberOfTrailingZeros(left);
      if (Math.abs(corner[named[bit]]) <= levels[named[bit]]) {
        found |= 1L << bit;
      }
    }
    return found;
  }
}
