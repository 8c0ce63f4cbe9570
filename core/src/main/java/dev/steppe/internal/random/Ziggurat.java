package dev.steppe.internal.random;

/**
 * A falling density cut into 256 layers of the same area. Nearly always the point drawn in a layer
 * lies under the density for sure, and then a product is all it takes.
 *
 * <p>The layer is chosen by the lowest 8 bits of a draw and the point by its highest 53, which do
 * not overlap. Tables and the rare other cases are computed by {@link StrictMath}, whose bits are
 * the same everywhere.
 *
 * @see <a href="https://doi.org/10.18637/jss.v005.i08">Marsaglia, Tsang (2000), The ziggurat method
 *     for generating random variables. Journal of Statistical Software 5(8)</a>
 */
final class Ziggurat {

  static final int LAYERS = 256;
  static final int MASK = LAYERS - 1;

  static final Ziggurat EXPONENTIAL = new Ziggurat(7.69711747013105, 0.003949659822581557, false);
  static final Ziggurat NORMAL = new Ziggurat(3.654152885361009, 0.004928673233974652, true);

  private static final double UNIT = 0x1.0p-53;

  /** More than rounding takes from numbers of the size of a density. */
  private static final double SLACK = 1e-14;

  /** By layer: its width, in units of 2^-53. */
  final double[] widths = new double[LAYERS];

  /** By layer: the points below this many units are under the density. */
  final long[] inside = new long[LAYERS];

  /** The right end of each layer, and 0 in the end. */
  private final double[] edges = new double[LAYERS + 1];

  /** The density at the right end of each layer, and at 0 in the end. */
  private final double[] density = new double[LAYERS + 1];

  private final double tail;
  private final boolean normal;

  private Ziggurat(double tail, double area, boolean normal) {
    this.tail = tail;
    this.normal = normal;
    edges[0] = area / density(tail);
    edges[1] = tail;
    for (int i = 2; i < LAYERS; i++) {
      edges[i] = inverse(area / edges[i - 1] + density(edges[i - 1]));
    }
    for (int i = 0; i < LAYERS; i++) {
      widths[i] = edges[i] * UNIT;
      inside[i] = (long) (edges[i + 1] / edges[i] * 0x1.0p53);
    }
    for (int i = 0; i <= LAYERS; i++) {
      density[i] = density(edges[i]);
    }
  }

  private double density(double x) {
    return StrictMath.exp(normal ? -0.5 * x * x : -x);
  }

  private double inverse(double y) {
    double log = -StrictMath.log(y);
    return normal ? StrictMath.sqrt(2 * log) : log;
  }

  /** Whether a point of a layer, other than the lowest, is under the normal density. */
  private boolean isUnder(Xoshiro generator, int layer, double x) {
    double height =
        density[layer] + generator.nextUniform() * (density[layer + 1] - density[layer]);
    return height < density(x);
  }

  double nextExponential(Xoshiro generator) {
    long bits = generator.nextLong();
    int layer = (int) bits & MASK;
    long position = bits >>> 11;
    double x = (position + 0.5) * widths[layer];
    return position < inside[layer] ? x : finishExponential(generator, layer, x);
  }

  /** Fills places with exponential draws, each from its bits, and from a generator if need be. */
  void exponentials(Xoshiro generator, long[] bits, double[] out, int from, int count) {
    double[] widths = this.widths;
    long[] inside = this.inside;
    for (int r = 0; r < count; r++) {
      int layer = (int) bits[r] & MASK;
      long position = bits[r] >>> 11;
      double x = (position + 0.5) * widths[layer];
      out[from + r] = position < inside[layer] ? x : finishExponential(generator, layer, x);
    }
  }

  /**
   * Goes on where a point was not under the density for sure. Beyond the start of the tail the
   * distribution is the same again.
   */
  private double finishExponential(Xoshiro generator, int layer, double x) {
    if (layer == 0) {
      return tail + nextExponential(generator);
    }
    return isUnderExponential(generator, layer, x) ? x : nextExponential(generator);
  }

  /**
   * As {@link #isUnder}, but nearly always without the exponential function: the density is convex,
   * hence above its tangent at the right end of the layer and below its chord over the layer.
   */
  private boolean isUnderExponential(Xoshiro generator, int layer, double x) {
    double uniform = generator.nextUniform();
    double height = density[layer] + uniform * (density[layer + 1] - density[layer]);
    double fromRight = edges[layer] - x;
    if (height < density[layer] * (1 + fromRight) * (1 - SLACK)) {
      return true;
    }
    boolean isUnderChord = uniform * (edges[layer] - edges[layer + 1]) < fromRight + SLACK;
    return isUnderChord && height < density(x);
  }

  /** The sign is bit 8, which is neither of the layer nor of the point. */
  double nextNormal(Xoshiro generator) {
    while (true) {
      long bits = generator.nextLong();
      int layer = (int) bits & MASK;
      long position = bits >>> 11;
      double x = (position + 0.5) * widths[layer];
      double sign = (bits & LAYERS) == 0 ? 1 : -1;
      if (position < inside[layer]) {
        return sign * x;
      }
      if (layer == 0) {
        return sign * normalTail(generator);
      }
      if (isUnder(generator, layer, x)) {
        return sign * x;
      }
    }
  }

  /** Marsaglia's method for the tail (1964), as in Marsaglia and Tsang. */
  private double normalTail(Xoshiro generator) {
    while (true) {
      double x = -StrictMath.log(generator.nextUniform()) / tail;
      double y = -StrictMath.log(generator.nextUniform());
      if (y + y > x * x) {
        return tail + x;
      }
    }
  }
}
