package dev.steppe.internal.random;

import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;

/**
 * Numbers to draw inputs with. They depend on a seed, the name of the input and the number of the
 * replicate: not on threads, nor on how the replicates are split.
 *
 * <p>Replicates come in {@linkplain dev.steppe.internal.DrawBlock blocks}. Has buffers, so each
 * thread needs its own.
 */
public abstract class Substreams {

  private final NormalColumns normals = new NormalColumns(this);

  Substreams() {}

  /** Independent random numbers, which do not depend on other inputs either. */
  public static Substreams ofSeed(long seed) {
    return new RandomSubstreams(seed);
  }

  /**
   * The number under which an input is known, from its name, such as {@code weight/treaty}. {@code
   * String.hashCode} would give two names the same draws too easily.
   */
  public static long key(String name) {
    return Hashing.murmur3_128().hashString(name, StandardCharsets.UTF_8).asLong();
  }

  /** Fills the first places with an input's uniform draws from (0, 1) in a block. */
  public abstract void uniforms(long key, long block, int rows, double[] out);

  /** Fills the first places with standard exponential draws, none of them 0. */
  abstract void exponentials(long key, long block, int rows, double[] out);

  /**
   * Fills the first places with gamma draws of a shape and scale 1. Those of a shape far below 1
   * may be 0.
   */
  abstract void gammas(double shape, long key, long block, int rows, double[] out);

  /** Fills the first places with the natural logarithms of gamma draws: finite for any shape. */
  abstract void logGammas(double shape, long key, long block, int rows, double[] out);

  /**
   * The standard normal quantiles of an input's uniform draws in a whole block. They are kept until
   * the next block, because many readings may be made of the same ones. Not to be changed.
   */
  final double[] normals(long key, long block) {
    return normals.of(key, block);
  }
}
