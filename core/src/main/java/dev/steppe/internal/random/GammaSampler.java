package dev.steppe.internal.random;

/**
 * Gamma draws with scale 1. A draw of a shape below 1 is one of the shape plus 1 times {@code
 * U^(1/shape)}, where {@code -ln U} is an exponential draw.
 *
 * @param shape positive
 * @see <a href="https://doi.org/10.1145/358407.358414">Marsaglia, Tsang (2000), A simple method for
 *     generating gamma variables. ACM Transactions on Mathematical Software 26(3), 363-372</a>
 */
record GammaSampler(double shape, double d, double c) {

  static GammaSampler ofShape(double shape) {
    double d = (shape < 1 ? shape + 1 : shape) - 1.0 / 3;
    return new GammaSampler(shape, d, 1 / Math.sqrt(9 * d));
  }

  double next(Xoshiro generator) {
    double value = nextOfOneOrMore(generator);
    return shape < 1 ? value * StrictMath.exp(-generator.nextExponential() / shape) : value;
  }

  /** The natural logarithm of a draw, which is finite even where the draw itself would be 0. */
  double nextLog(Xoshiro generator) {
    double log = StrictMath.log(nextOfOneOrMore(generator));
    return shape < 1 ? log - generator.nextExponential() / shape : log;
  }

  private double nextOfOneOrMore(Xoshiro generator) {
    while (true) {
      double x = generator.nextNormal();
      double root = 1 + c * x;
      if (root > 0) {
        double v = root * root * root;
        double u = generator.nextUniform();
        double square = x * x;
        if (u < 1 - 0.0331 * square * square
            || StrictMath.log(u) < 0.5 * square + d * (1 - v + StrictMath.log(v))) {
          return d * v;
        }
      }
    }
  }
}
