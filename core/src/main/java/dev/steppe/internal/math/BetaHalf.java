package dev.steppe.internal.math;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.special.Beta;

/**
 * The inverse distribution function of the beta distribution, from 0 to its mean.
 *
 * <p>Quantiles are read off pieces of degree 5 that have the value and two derivatives of the
 * function at their ends (Hörmann, Leydold 2003, Continuous random variate generation by fast
 * numerical inversion, ACM Transactions on Modeling and Computer Simulation 13(4):347, <a
 * href="https://doi.org/10.1145/945511.945517">doi:10.1145/945511.945517</a>). Pieces are halved
 * until the probability of at most what they give in their middle is right to {@value #MOST_ERROR},
 * and until they are sure to rise. What lies before them, {@value #TAIL} of the probability, is
 * found by Newton's method on the logarithm of the value.
 */
final class BetaHalf {

  private static final double MOST_ERROR = 5e-13;
  private static final double TAIL = 1e-5;

  /** Pieces of so small a part of the probability before them are not halved: it is rounding. */
  private static final double LEAST_PART = 1e-2;

  /** A piece is looked for from the one in which an equal part of all probabilities starts. */
  private static final int GUIDES = 512;

  /** Numbers that a piece has: one by its width, and six coefficients of its part. */
  private static final int SIZE = 7;

  /** A point of the function: a value, its probability, and how values rise there. */
  private record Knot(double value, double probability, double slope, double bend) {}

  private final double alpha;
  private final double beta;
  private final double logBeta;

  /** Where each piece starts, and where the last one ends. */
  private final double[] starts;

  private final double[] numbers;

  private final int[] guide = new int[GUIDES + 1];
  private final double perGuide;

  BetaHalf(double alpha, double beta, double mean) {
    this.alpha = alpha;
    this.beta = beta;
    this.logBeta = Beta.logBeta(alpha, beta);
    List<Knot> knots = new ArrayList<>();
    Knot first = knot(solved(TAIL));
    knots.add(first);
    addPieces(first, knot(mean), knots);
    int pieces = knots.size() - 1;
    starts = new double[pieces + 1];
    numbers = new double[SIZE * pieces];
    for (int i = 0; i < pieces; i++) {
      starts[i] = knots.get(i).probability;
      System.arraycopy(piece(knots.get(i), knots.get(i + 1)), 0, numbers, SIZE * i, SIZE);
    }
    starts[pieces] = knots.get(pieces).probability;
    perGuide = GUIDES / starts[pieces];
    for (int g = 0, piece = 0; g <= GUIDES; g++) {
      while (piece < pieces - 1 && starts[piece + 1] * perGuide <= g) {
        piece++;
      }
      guide[g] = piece;
    }
  }

  private double cdf(double x) {
    return BetaDistribution.cdf(x, alpha, beta);
  }

  private Knot knot(double value) {
    double density =
        Math.exp((alpha - 1) * Math.log(value) + (beta - 1) * Math.log1p(-value) - logBeta);
    double bend = ((beta - 1) / (1 - value) - (alpha - 1) / value) / density / density;
    return new Knot(value, cdf(value), 1 / density, bend);
  }

  private void addPieces(Knot from, Knot to, List<Knot> knots) {
    double way = to.probability - from.probability;
    if (way < LEAST_PART * from.probability || (rises(from, to) && isRight(from, to))) {
      knots.add(to);
      return;
    }
    Knot middle = knot(from.value + (to.value - from.value) / 2);
    addPieces(from, middle, knots);
    addPieces(middle, to, knots);
  }

  private boolean isRight(Knot from, Knot to) {
    double middle = from.probability + (to.probability - from.probability) / 2;
    return Math.abs(cdf(value(piece(from, to), 0, middle - from.probability)) - middle)
        < MOST_ERROR;
  }

  /** Whether a piece never falls, as its control points do not. */
  private static boolean rises(Knot from, Knot to) {
    double[] control = control(from, to);
    for (int i = 1; i < control.length; i++) {
      if (!(control[i - 1] <= control[i])) {
        return false;
      }
    }
    return true;
  }

  /** The control points of a piece, which is a Bézier curve. */
  private static double[] control(Knot from, Knot to) {
    double way = to.probability - from.probability;
    double first = way * from.slope / 5;
    double last = way * to.slope / 5;
    return new double[] {
      from.value,
      from.value + first,
      from.value + 2 * first + way * way * from.bend / 20,
      to.value - 2 * last + way * way * to.bend / 20,
      to.value - last,
      to.value
    };
  }

  private static double[] piece(Knot from, Knot to) {
    double[] b = control(from, to);
    return new double[] {
      1 / (to.probability - from.probability),
      b[0],
      5 * (b[1] - b[0]),
      10 * (b[2] - 2 * b[1] + b[0]),
      10 * (b[3] - 3 * b[2] + 3 * b[1] - b[0]),
      5 * (b[4] - 4 * b[3] + 6 * b[2] - 4 * b[1] + b[0]),
      b[5] - 5 * b[4] + 10 * b[3] - 10 * b[2] + 5 * b[1] - b[0]
    };
  }

  private static double value(double[] of, int at, double way) {
    double t = way * of[at];
    double outer = of[at + 4] + t * (of[at + 5] + t * of[at + 6]);
    return of[at + 1] + t * (of[at + 2] + t * (of[at + 3] + t * outer));
  }

  double at(double probability) {
    if (probability < starts[0]) {
      return probability <= 0 ? 0 : Math.min(solved(probability), numbers[1]);
    }
    int piece = guide[(int) Math.min(GUIDES, probability * perGuide)];
    while (piece < starts.length - 2 && starts[piece + 1] <= probability) {
      piece++;
    }
    return value(numbers, SIZE * piece, probability - starts[piece]);
  }

  /** Newton's method, kept inside a bracket, from the first term of the series or the mean. */
  private double solved(double probability) {
    double series = (Math.log(probability) + logBeta + Math.log(alpha)) / alpha;
    double log = Math.min(series, Math.log(alpha / (alpha + beta)));
    // The first term of the series is all there is of a value this small.
    if (log < -700) {
      return Math.exp(log);
    }
    double low = -745;
    double high = 0;
    for (int step = 0; step < 200; step++) {
      double value = Math.exp(log);
      double excess = cdf(value) - probability;
      if (excess > 0) {
        high = log;
      } else {
        low = log;
      }
      double newton = excess / Math.exp(alpha * log + (beta - 1) * Math.log1p(-value) - logBeta);
      if (Math.abs(newton) < 1e-14 * (1 + Math.abs(log))) {
        return Math.exp(log - newton);
      }
      double next = log - Math.max(-1, Math.min(1, newton));
      log = next > low && next < high ? next : (low + high) / 2;
    }
    return Math.exp(log);
  }
}
