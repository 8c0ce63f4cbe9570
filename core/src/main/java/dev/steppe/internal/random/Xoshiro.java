package dev.steppe.internal.random;

import dev.steppe.internal.DrawBlock;

/**
 * The generator xoshiro256++ 1.0 with a state of 256 bits, started from one long by SplitMix64 as
 * its authors advise. Every result is a function of the seed by integer arithmetic and exact
 * products alone, so it has the same bits on every machine. Not thread-safe.
 *
 * @see <a href="https://doi.org/10.1145/3460772">Blackman, Vigna (2021), Scrambled linear
 *     pseudorandom number generators. ACM Transactions on Mathematical Software 47(4), article
 *     36</a>
 */
final class Xoshiro {

  /** The bits of 1. */
  private static final long ONE = Double.doubleToRawLongBits(1);

  private static final double ONE_LESS_HALF = 1 - 0x1.0p-53;

  private final long[] bits = new long[DrawBlock.SIZE];
  private long a;
  private long b;
  private long c;
  private long d;

  private Xoshiro(long a, long b, long c, long d) {
    this.a = a;
    this.b = b;
    this.c = c;
    this.d = d;
  }

  /** A generator in a given state, not all of it 0. */
  static Xoshiro ofState(long a, long b, long c, long d) {
    return new Xoshiro(a, b, c, d);
  }

  /** A generator whose state is the first four outputs of SplitMix64 from the seed. */
  public static Xoshiro ofSeed(long seed) {
    Xoshiro generator = new Xoshiro(0, 0, 0, 0);
    generator.restart(seed);
    return generator;
  }

  /** Puts the generator into the state that {@link #ofSeed} gives. */
  void restart(long seed) {
    long state = seed + SplitMix64.GOLDEN_GAMMA;
    a = SplitMix64.mix(state);
    state += SplitMix64.GOLDEN_GAMMA;
    b = SplitMix64.mix(state);
    state += SplitMix64.GOLDEN_GAMMA;
    c = SplitMix64.mix(state);
    state += SplitMix64.GOLDEN_GAMMA;
    d = SplitMix64.mix(state);
  }

  /** The next 64 bits. */
  public long nextLong() {
    long result = Long.rotateLeft(a + d, 23) + a;
    long shifted = b << 17;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = Long.rotateLeft(d, 45);
    return result;
  }

  /** A uniform draw from the open interval (0, 1), an odd multiple of {@code 2^-53}. */
  public double nextUniform() {
    return open(nextLong());
  }

  /**
   * The highest 52 bits and a half, in units of 2^-52: as the fraction of a number from 1 to 2,
   * from which all but half a unit of 1 is taken, without any rounding. Converting a long to a
   * double takes more steps.
   */
  private static double open(long bits) {
    return Double.longBitsToDouble((bits >>> 12) | ONE) - ONE_LESS_HALF;
  }

  /** Fills the first places with uniform draws from (0, 1). */
  public void uniforms(double[] out, int count) {
    // The state is kept in locals, hence in registers.
    long a = this.a;
    long b = this.b;
    long c = this.c;
    long d = this.d;
    for (int r = 0; r < count; r++) {
      long bits = Long.rotateLeft(a + d, 23) + a;
      long shifted = b << 17;
      c ^= a;
      d ^= b;
      b ^= c;
      a ^= d;
      c ^= shifted;
      d = Long.rotateLeft(d, 45);
      out[r] = open(bits);
    }
    this.a = a;
    this.b = b;
    this.c = c;
    this.d = d;
  }

  /**
   * Fills the first places with standard exponential draws, none of them 0. For every {@value
   * DrawBlock#SIZE} of them so many results are taken first, and more where one is not enough.
   */
  public void exponentials(double[] out, int count) {
    for (int from = 0; from < count; from += bits.length) {
      fill(bits);
      Ziggurat.EXPONENTIAL.exponentials(this, bits, out, from, Math.min(bits.length, count - from));
    }
  }

  /** The next results; a loop that makes nothing else of them is quicker. */
  private void fill(long[] out) {
    long a = this.a;
    long b = this.b;
    long c = this.c;
    long d = this.d;
    for (int r = 0; r < out.length; r++) {
      out[r] = Long.rotateLeft(a + d, 23) + a;
      long shifted = b << 17;
      c ^= a;
      d ^= b;
      b ^= c;
      a ^= d;
      c ^= shifted;
      d = Long.rotateLeft(d, 45);
    }
    this.a = a;
    this.b = b;
    this.c = c;
    this.d = d;
  }

  /** A standard normal draw. */
  public double nextNormal() {
    return Ziggurat.NORMAL.nextNormal(this);
  }

  /** A standard exponential draw, greater than 0. */
  double nextExponential() {
    return Ziggurat.EXPONENTIAL.nextExponential(this);
  }

  /**
   * Fills the first places with gamma draws of a shape and scale 1. Those of a shape far below 1
   * may be 0.
   */
  public void gammas(double shape, double[] out, int count) {
    GammaSampler gamma = GammaSampler.ofShape(shape);
    for (int r = 0; r < count; r++) {
      out[r] = gamma.next(this);
    }
  }

  /** Fills the first places with the natural logarithms of gamma draws: finite for any shape. */
  public void logGammas(double shape, double[] out, int count) {
    GammaSampler gamma = GammaSampler.ofShape(shape);
    for (int r = 0; r < count; r++) {
      out[r] = gamma.nextLog(this);
    }
  }
}
