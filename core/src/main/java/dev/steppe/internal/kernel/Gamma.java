package dev.steppe.internal.kernel;

/**
 * Logarithms of gamma draws with scale 1. Those of a shape below 1 are draws of the shape plus 1
 * times {@code U^(1/shape)}; as logarithms they do not vanish however small the shape is.
 *
 * @param shape positive
 * @see <a href="https://doi.org/10.1145/358407.358414">Marsaglia, Tsang (2000), A simple method for
 *     generating gamma variables. ACM Transactions on Mathematical Software 26(3), 363-372</a>
 */
record Gamma(double shape, double d, double c) {

  static Gamma ofShape(double shape) {
    double d = (shape < 1 ? shape + 1 : shape) - 1.0 / 3;
    return new Gamma(shape, d, 1 / Math.sqrt(9 * d));
  }

  double nextLog(Xoshiro generator) {
    double log = nextLogOfOneOrMore(generator);
    return shape < 1 ? log + StrictMath.log(generator.nextUniform()) / shape : log;
  }

  private double nextLogOfOneOrMore(Xoshiro generator) {
    while (true) {
      double x = generator.nextNormal();
      double root = 1 + c * x;
      if (root > 0) {
        double v = root * root * root;
        double logV = StrictMath.log(v);
        double u = generator.nextUniform();
        if (StrictMath.log(u) < 0.5 * x * x + d * (1 - v + logV)) {
          return StrictMath.log(d) + logV;
        }
      }
    }
  }
}
