package dev.steppe.internal.math;

import org.apache.commons.math3.special.Erf;

/**
 * The standard normal distribution, accurate in relative terms far into both tails.
 *
 * <p>Every function works on the tail that is small, because {@code 1 - p} forgets a {@code p}
 * below {@code 1e-16}. Commons Math's own inverse starts from {@code 2 p - 1} and is infinite
 * there.
 */
public final class StandardNormal {

  private static final double SQRT_HALF = Math.sqrt(0.5);

  /** How far from 1/2 the middle reaches, and the square of that. */
  private static final double CENTRE = 0.425;

  private static final double CENTRE_SQUARE = 0.180625;

  /** Tails of more than this, which is itself more than exp(-25), are near. */
  private static final double FAR = 2e-11;

  private StandardNormal() {}

  /** The probability of a value at most {@code z}; 0 below about -38, where doubles end. */
  public static double cdf(double z) {
    return 0.5 * Erf.erfc(-z * SQRT_HALF);
  }

  /** The density at {@code z}. */
  public static double density(double z) {
    return Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
  }

  /** The value that leaves a level, such as 0.95, between itself and its negative: 1.96. */
  public static double twoSided(double level) {
    double tail = (1 - level) / 2;
    return quantile(1 - tail, tail);
  }

  /**
   * The value below which {@code lowerTail} and above which {@code upperTail} of the probability
   * lies. The two sum to 1; the smaller one decides.
   */
  public static double quantile(double lowerTail, double upperTail) {
    double q = lowerTail <= upperTail ? lowerTail - 0.5 : 0.5 - upperTail;
    if (Math.abs(q) <= CENTRE) {
      return inMiddle(q);
    }
    double z = inTail(Math.min(lowerTail, upperTail));
    return q < 0 ? -z : z;
  }

  // Wichura (1988), Algorithm AS 241, Applied Statistics 37(3):477,
  // https://doi.org/10.2307/2347330: routine PPND16, about 16 digits; each coefficient rounded to
  // a double. They are literals, since compilers make better loops of these than of arrays.

  /** The quantile at a distance of the probability from 1/2 of at most {@link #CENTRE}. */
  private static double inMiddle(double q) {
    double r = CENTRE_SQUARE - q * q;
    double n =
        polynomial(
            r,
            2509.0809287301227,
            33430.57558358813,
            67265.7709270087,
            45921.95393154987,
            13731.69376550946,
            1971.5909503065513,
            133.14166789178438,
            3.3871328727963665);
    double d =
        polynomial(
            r,
            5226.495278852854,
            28729.085735721943,
            39307.89580009271,
            21213.794301586597,
            5394.196021424751,
            687.1870074920579,
            42.31333070160091,
            1.0);
    return q * n / d;
  }

  /** The value, above 0, beyond which a small part of the probability lies. */
  private static double inTail(double tail) {
    if (tail <= 0) {
      return Double.POSITIVE_INFINITY;
    }
    double root = Math.sqrt(-Math.log(tail));
    return root <= 5 ? inNearTail(root) : inFarTail(root);
  }

  private static double inNearTail(double root) {
    double r = root - 1.6;
    double n =
        polynomial(
            r,
            0.0007745450142783414,
            0.022723844989269184,
            0.2417807251774506,
            1.2704582524523684,
            3.6478483247632045,
            5.769497221460691,
            4.630337846156546,
            1.4234371107496835);
    double d =
        polynomial(
            r,
            1.0507500716444169e-09,
            0.0005475938084995345,
            0.015198666563616457,
            0.14810397642748008,
            0.6897673349851,
            1.6763848301838038,
            2.053191626637759,
            1.0);
    return n / d;
  }

  private static double inFarTail(double root) {
    double r = root - 5;
    double n =
        polynomial(
            r,
            2.0103343992922881e-07,
            2.7115555687434876e-05,
            0.0012426609473880784,
            0.026532189526576124,
            0.29656057182850487,
            1.7848265399172913,
            5.463784911164114,
            6.657904643501103);
    double d =
        polynomial(
            r,
            2.0442631033899397e-15,
            1.421511758316446e-07,
            1.8463183175100548e-05,
            0.0007868691311456133,
            0.014875361290850615,
            0.1369298809227358,
            0.599832206555888,
            1.0);
    return n / d;
  }

  /**
   * Replaces each probability {@code p} by the quantile that has {@code below + p * mass} below it
   * and {@code above + (1 - p) * mass} above it, as {@link #quantile} gives it to the bit. The
   * middle, where most are, is worked out for all of them, in a loop without branches; the tails
   * side by side after.
   */
  public static void quantiles(
      double[] probabilities, int count, double below, double above, double mass) {
    double[] fromMiddle = new double[count];
    center(probabilities, count, below, above, mass, fromMiddle);
    int[] outside = new int[count];
    int many = outside(fromMiddle, outside, count);
    double[] tails = new double[many];
    for (int k = 0; k < many; k++) {
      double p = probabilities[outside[k]];
      tails[k] = Math.min(below + p * mass, above + (1 - p) * mass);
    }
    middle(fromMiddle, probabilities, count);
    double[] found = new double[many];
    logs(tails, found, many);
    near(found, many);
    for (int k = 0; k < many; k++) {
      int i = outside[k];
      double z = tails[k] > FAR ? found[k] : inTail(tails[k]);
      probabilities[i] = Math.copySign(z, fromMiddle[i]);
    }
  }

  /** How far from 1/2 each probability is, below 0 where the lower tail is the smaller one. */
  private static void center(
      double[] probabilities,
      int count,
      double below,
      double above,
      double mass,
      double[] fromMiddle) {
    for (int i = 0; i < count; i++) {
      double p = probabilities[i];
      double lower = below + p * mass;
      double upper = above + (1 - p) * mass;
      // 1 where the upper tail is the smaller one, else 0: one of two has factor 1, and its bits.
      double high = Math.ceil((lower - upper) * 0.75);
      fromMiddle[i] = (1 - high) * (lower - 0.5) + high * (0.5 - upper);
    }
  }

  /** Notes which are outside of the middle, and says how many. */
  private static int outside(double[] fromMiddle, int[] outside, int count) {
    int many = 0;
    for (int from = 0; from < count; from += Long.SIZE) {
      long set = outside(fromMiddle, from, Math.min(count, from + Long.SIZE));
      for (; set != 0; set &= set - 1) {
        outside[many++] = from + Long.numberOfTrailingZeros(set);
      }
    }
    return many;
  }

  /** A bit for each of at most 64 numbers from a multiple of 64 on: whether it is outside. */
  private static long outside(double[] fromMiddle, int from, int to) {
    long set = 0;
    for (int i = from; i < to; i++) {
      long sign = Double.doubleToRawLongBits(CENTRE - Math.abs(fromMiddle[i])) >>> 63;
      set |= sign << i;
    }
    return set;
  }

  private static void logs(double[] tails, double[] out, int count) {
    for (int k = 0; k < count; k++) {
      out[k] = -Math.log(tails[k]);
    }
  }

  private static void middle(double[] fromMiddle, double[] out, int count) {
    for (int i = 0; i < count; i++) {
      out[i] = inMiddle(fromMiddle[i]);
    }
  }

  /** Replaces negative logarithms of tails by the values beyond which these are. */
  private static void near(double[] logs, int count) {
    for (int k = 0; k < count; k++) {
      logs[k] = inNearTail(Math.sqrt(logs[k]));
    }
  }

  /** A polynomial of degree 7, highest power first. */
  private static double polynomial(
      double x, double a, double b, double c, double d, double e, double f, double g, double h) {
    return ((((((a * x + b) * x + c) * x + d) * x + e) * x + f) * x + g) * x + h;
  }
}
