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

  // Wichura (1988), Algorithm AS 241, Applied Statistics 37(3):477,
  // https://doi.org/10.2307/2347330:
  // routine PPND16, about 16 digits; highest power first, each rounded to a
  // double.
  private static final double[] CENTRE_NUMERATOR = {
    2509.0809287301227,
    33430.57558358813,
    67265.7709270087,
    45921.95393154987,
    13731.69376550946,
    1971.5909503065513,
    133.14166789178438,
    3.3871328727963665
  };
  private static final double[] CENTRE_DENOMINATOR = {
    5226.495278852854,
    28729.085735721943,
    39307.89580009271,
    21213.794301586597,
    5394.196021424751,
    687.1870074920579,
    42.31333070160091,
    1.0
  };
  private static final double[] TAIL_NUMERATOR = {
    0.0007745450142783414,
    0.022723844989269184,
    0.2417807251774506,
    1.2704582524523684,
    3.6478483247632045,
    5.769497221460691,
    4.630337846156546,
    1.4234371107496835
  };
  private static final double[] TAIL_DENOMINATOR = {
    1.0507500716444169e-09,
    0.0005475938084995345,
    0.015198666563616457,
    0.14810397642748008,
    0.6897673349851,
    1.6763848301838038,
    2.053191626637759,
    1.0
  };
  private static final double[] FAR_NUMERATOR = {
    2.0103343992922881e-07,
    2.7115555687434876e-05,
    0.0012426609473880784,
    0.026532189526576124,
    0.29656057182850487,
    1.7848265399172913,
    5.463784911164114,
    6.657904643501103
  };
  private static final double[] FAR_DENOMINATOR = {
    2.0442631033899397e-15,
    1.421511758316446e-07,
    1.8463183175100548e-05,
    0.0007868691311456133,
    0.014875361290850615,
    0.1369298809227358,
    0.599832206555888,
    1.0
  };

  /** How far from 1/2 the middle reaches, and the square of that. */
  private static final double CENTRE = 0.425;

  private static final double CENTRE_SQUARE = 0.180625;

  /** The difference of two probabilities is more than 1 of this, or nothing. */
  private static final double STEEP = 0x1.0p500;

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
      double r = CENTRE_SQUARE - q * q;
      return q * polynomial(CENTRE_NUMERATOR, r) / polynomial(CENTRE_DENOMINATOR, r);
    }
    double z = inTail(Math.min(lowerTail, upperTail));
    return q < 0 ? -z : z;
  }

  /** The value, above 0, beyond which a small part of the probability lies. */
  private static double inTail(double tail) {
    if (tail <= 0) {
      return Double.POSITIVE_INFINITY;
    }
    double r = Math.sqrt(-Math.log(tail));
    return r <= 5
        ? polynomial(TAIL_NUMERATOR, r - 1.6) / polynomial(TAIL_DENOMINATOR, r - 1.6)
        : polynomial(FAR_NUMERATOR, r - 5) / polynomial(FAR_DENOMINATOR, r - 5);
  }

  /**
   * Replaces each probability {@code p} by the quantile that has {@code below + p * mass} below it
   * and {@code above + (1 - p) * mass} above it, as {@link #quantile} gives it to the bit. The
   * middle, where most are, is worked out for all of them, in a loop without branches.
   */
  public static void quantiles(
      double[] probabilities, int count, double below, double above, double mass) {
    double[] fromMiddle = new double[count];
    double[] tails = new double[count];
    split(probabilities, count, below, above, mass, fromMiddle, tails);
    middle(fromMiddle, probabilities, count);
    int[] far = new int[count];
    int many = outside(fromMiddle, far, count);
    for (int k = 0; k < many; k++) {
      int i = far[k];
      double z = inTail(tails[i]);
      probabilities[i] = fromMiddle[i] < 0 ? -z : z;
    }
  }

  private static void split(
      double[] probabilities,
      int count,
      double below,
      double above,
      double mass,
      double[] fromMiddle,
      double[] tails) {
    for (int i = 0; i < count; i++) {
      double p = probabilities[i];
      double lower = below + p * mass;
      double upper = above + (1 - p) * mass;
      // 1 where the upper tail is the smaller one, else 0: one of two has factor 1, and its bits.
      double side = (lower - upper) * STEEP - 1;
      double high = 0.5 + 0.5 * (side / Math.abs(side));
      fromMiddle[i] = (1 - high) * (lower - 0.5) + high * (0.5 - upper);
      tails[i] = (1 - high) * lower + high * upper;
    }
  }

  /** Notes which are outside of the middle, and says how many. */
  private static int outside(double[] fromMiddle, int[] far, int count) {
    int many = 0;
    for (int i = 0; i < count; i++) {
      far[many] = i;
      // The sign bit.
      many += (int) (Double.doubleToRawLongBits(CENTRE - Math.abs(fromMiddle[i])) >>> 63);
    }
    return many;
  }

  private static void middle(double[] fromMiddle, double[] out, int count) {
    double n0 = CENTRE_NUMERATOR[0];
    double n1 = CENTRE_NUMERATOR[1];
    double n2 = CENTRE_NUMERATOR[2];
    double n3 = CENTRE_NUMERATOR[3];
    double n4 = CENTRE_NUMERATOR[4];
    double n5 = CENTRE_NUMERATOR[5];
    double n6 = CENTRE_NUMERATOR[6];
    double n7 = CENTRE_NUMERATOR[7];
    double d0 = CENTRE_DENOMINATOR[0];
    double d1 = CENTRE_DENOMINATOR[1];
    double d2 = CENTRE_DENOMINATOR[2];
    double d3 = CENTRE_DENOMINATOR[3];
    double d4 = CENTRE_DENOMINATOR[4];
    double d5 = CENTRE_DENOMINATOR[5];
    double d6 = CENTRE_DENOMINATOR[6];
    double d7 = CENTRE_DENOMINATOR[7];
    for (int i = 0; i < count; i++) {
      double q = fromMiddle[i];
      double r = CENTRE_SQUARE - q * q;
      double n = ((((((n0 * r + n1) * r + n2) * r + n3) * r + n4) * r + n5) * r + n6) * r + n7;
      double d = ((((((d0 * r + d1) * r + d2) * r + d3) * r + d4) * r + d5) * r + d6) * r + d7;
      out[i] = q * n / d;
    }
  }

  private static double polynomial(double[] coefficients, double x) {
    double sum = coefficients[0];
    for (int i = 1; i < coefficients.length; i++) {
      sum = sum * x + coefficients[i];
    }
    return sum;
  }
}
