package dev.steppe.internal.math;

import com.google.common.primitives.ImmutableIntArray;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The probability that two weighted sums of differences are both positive, for weights that follow
 * a Dirichlet distribution with whole parameters: the part of a simplex between two planes.
 *
 * <p>An indicator is a vector (difference to one country, difference to the other), as often as its
 * parameter says; the question is how often their weighted sum lies in the first quadrant. Where
 * three of the vectors have the origin inside their triangle, {@code 0 = la + mb + nc} with {@code
 * l + m + n = 1}, the simplex falls into three, in each of which one of the vectors is put to the
 * origin, where it no longer matters for the direction: {@code P(V) = l P(V - a) + m P(V - b) + n
 * P(V - c)}, which is Micchelli's recurrence for simplex splines. It ends when the vectors lie in a
 * half-plane; then {@link ExactOrder} has the answer.
 *
 * <p>Vectors above the first axis are sorted by their angle, and so are those below it, turned
 * round. The origin is inside the hull of both as long as the two ranges of angles overlap, and
 * then the first vector of one range and both ends of the other are such a triangle. So a range
 * loses vectors at its ends only, and four numbers say what is left: O(n^4) steps instead of 2^n.
 * All terms are positive, and the parts of the triangle have the accuracy of the differences
 * (Kahan's determinant), so no digits are lost.
 *
 * @see <a href="https://doi.org/10.1216/RMJ-1980-10-3-485">Micchelli (1980), A constructive
 *     approach to Kergin interpolation in R^k: multivariate B-splines and Lagrange interpolation.
 *     Rocky Mountain Journal of Mathematics 10(3), 485-497</a>
 * @see <a href="https://doi.org/10.1090/S0025-5718-2013-02679-8">Jeannerod, Louvet, Muller (2013),
 *     Further analysis of Kahan's algorithm for the accurate computation of 2x2 determinants.
 *     Mathematics of Computation 82, 2245-2264</a>
 */
public final class ExactQuadrant {

  /** Beyond this sum of the parameters the recursion would take longer than it is worth. */
  public static final int MOST = 64;

  private final Vector[] above;
  private final Vector[] below;
  private double[] share;
  private double[] next;

  /** A vector above the first axis or on its positive half. */
  private record Vector(double x, double y) {

    /** Greater than 0 if the other has the greater angle; right to a few last digits. */
    double cross(Vector other) {
      double product = y * other.x;
      double error = Math.fma(-y, other.x, product);
      return Math.fma(x, other.y, -product) + error;
    }
  }

  private ExactQuadrant(List<Vector> above, List<Vector> below) {
    this.above = sorted(above);
    this.below = sorted(below);
    int size = (above.size() + 1) * (above.size() + 1) * (below.size() + 1);
    this.share = new double[size];
    this.next = new double[size];
  }

  private static Vector[] sorted(List<Vector> vectors) {
    Vector[] sorted = vectors.toArray(new Vector[0]);
    Arrays.sort(sorted, (a, b) -> -(int) Math.signum(a.cross(b)));
    return sorted;
  }

  /** The probability that {@code sum(w_i * x_i) > 0} and {@code sum(w_i * y_i) > 0}. */
  public static double probability(double[] x, double[] y, ImmutableIntArray parameters) {
    List<Vector> above = new ArrayList<>();
    List<Vector> below = new ArrayList<>();
    boolean anyX = false;
    boolean anyY = false;
    for (int i = 0; i < x.length; i++) {
      boolean isBelow = y[i] < 0 || (y[i] == 0 && x[i] < 0);
      for (int k = 0; k < parameters.get(i) && (x[i] != 0 || y[i] != 0); k++) {
        (isBelow ? below : above).add(isBelow ? new Vector(-x[i], -y[i]) : new Vector(x[i], y[i]));
        anyX |= x[i] != 0;
        anyY |= y[i] != 0;
      }
    }
    return anyX && anyY ? new ExactQuadrant(above, below).probability() : 0;
  }

  /** Follows the shares of the simplex from all vectors down to those in a half-plane. */
  private double probability() {
    double sum = 0;
    share[at(0, above.length, 0)] = 1;
    for (int count = above.length + below.length; count > 0; count--) {
      for (int from = 0; from <= above.length; from++) {
        for (int to = from; to <= above.length; to++) {
          for (int start = 0; start <= below.length; start++) {
            int end = start + count - (to - from);
            if (end >= start && end <= below.length && share[at(from, to, start)] > 0) {
              sum += step(from, to, start, end);
            }
          }
        }
      }
      double[] used = share;
      share = next;
      next = used;
      Arrays.fill(next, 0);
    }
    return sum;
  }

  private int at(int from, int to, int start) {
    return (from * (above.length + 1) + to) * (below.length + 1) + start;
  }

  /** Hands the share of what is left on to three parts, or answers for it. */
  private double step(int from, int to, int start, int end) {
    double part = share[at(from, to, start)];
    if (from == to) {
      return 0;
    }
    Vector first = above[from];
    Vector last = above[to - 1];
    if (start == end) {
      return part * above(from, to, start, end, 1, 0);
    }
    Vector low = below[start];
    Vector high = below[end - 1];
    if (last.cross(low) >= 0) {
      // From low, turned back, over the positive first axis up to last.
      double up = above(from, to, start, end, 0, 1);
      return part * (last.x >= 0 ? up : Math.max(0, up - above(from, to, start, end, -1, 0)));
    }
    if (high.cross(first) >= 0) {
      // From first over the negative first axis to high, turned back.
      return first.x <= 0 ? 0 : part * above(from, to, start, end, 1, 0);
    }
    if (first.cross(low) >= 0) {
      double[] parts = {low.cross(last), first.cross(low), first.cross(last)};
      split(part, parts, at(from + 1, to, start), at(from, to - 1, start), at(from, to, start + 1));
    } else {
      double[] parts = {first.cross(high), low.cross(first), low.cross(high)};
      split(part, parts, at(from, to, start + 1), at(from, to, start), at(from + 1, to, start));
    }
    return 0;
  }

  /** Shares go where a vector is left out; the number of vectors below follows from the rest. */
  private void split(double part, double[] parts, int first, int second, int third) {
    double unit = part / (parts[0] + parts[1] + parts[2]);
    next[first] += parts[0] * unit;
    next[second] += parts[1] * unit;
    next[third] += parts[2] * unit;
  }

  /** The probability that the sum is on the positive side of an axis. */
  private double above(int from, int to, int start, int end, int alongX, int alongY) {
    double[] values = new double[to - from + end - start];
    int count = 0;
    for (int i = from; i < to; i++) {
      values[count++] = alongX * above[i].x + alongY * above[i].y;
    }
    for (int i = start; i < end; i++) {
      values[count++] = -alongX * below[i].x - alongY * below[i].y;
    }
    return ExactOrder.probability(values);
  }
}
