package dev.steppe.internal.random;

import com.google.common.collect.ImmutableMap;
import dev.steppe.internal.DrawBlock;
import dev.steppe.internal.math.GammaQuantile;
import dev.steppe.internal.math.SobolDirections;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Points of a Sobol sequence, one coordinate for each input, scrambled by nested uniform
 * permutations of their binary digits: a digit is flipped or not by a random bit that belongs to
 * all digits before it. So the points stay as evenly spread as they are, each by itself is uniform,
 * and different scrambles are independent.
 *
 * <p>The random bits are hashes of seed, number of the scramble, input and digits before. Digits
 * beyond the 32nd, where no two points agree so far, are random.
 *
 * @see <a href="https://doi.org/10.1214/aos/1031594731">Owen (1997), Scrambled net variance for
 *     integrals of smooth functions. Annals of Statistics 25(4), 1541-1562</a>
 * @see <a href="https://jcgt.org/published/0009/04/01/">Burley (2020), Practical hash-based Owen
 *     scrambling. Journal of Computer Graphics Techniques 9(4)</a>
 */
public final class SobolSubstreams extends Substreams {

  /** Digits that are flipped one by one: at least as many as tell two points apart. */
  private static final int NESTED = 32;

  /** By key, from 0. */
  private final ImmutableMap<Long, Integer> dimensions;

  /** By coordinate; scrambles share them. */
  private final long[][] directions;

  private final long seed;

  private SobolSubstreams(ImmutableMap<Long, Integer> dimensions, long[][] directions, long seed) {
    this.dimensions = dimensions;
    this.directions = directions;
    this.seed = seed;
  }

  /** The first of several scrambles, with a coordinate for each key in this order. */
  public static SobolSubstreams of(Set<Long> inputs, long seed) {
    ImmutableMap.Builder<Long, Integer> dimensions = ImmutableMap.builder();
    int next = 0;
    for (long key : inputs) {
      dimensions.put(key, next++);
    }
    return new SobolSubstreams(dimensions.buildOrThrow(), SobolDirections.of(inputs.size()), seed);
  }

  /** The same points in another scramble, which is independent of all others. */
  public SobolSubstreams scramble(int number) {
    return new SobolSubstreams(
        dimensions, directions, SplitMix64.mix(seed + SplitMix64.mix(number)));
  }

  @Override
  public void uniforms(long key, long block, int rows, double[] out) {
    @Nullable Integer dimension = dimensions.get(key);
    if (dimension == null) {
      throw new IllegalStateException("No coordinate was kept for input " + key);
    }
    long[] own = directions[dimension];
    long from = block * DrawBlock.SIZE;
    long point = SobolDirections.point(own, from);
    long hash = SplitMix64.mix(seed + SplitMix64.mix(key));
    for (int r = 0; r < rows; r++) {
      if (r > 0) {
        point ^= own[Long.numberOfTrailingZeros(from + r)];
      }
      out[r] = scrambled(point, hash);
    }
  }

  private static double scrambled(long point, long hash) {
    long digits = point;
    for (int level = 0; level < NESTED; level++) {
      long before = point >>> (SobolDirections.DIGITS - level);
      digits ^= random(hash, level, before) >>> 63 << (SobolDirections.DIGITS - 1 - level);
    }
    int rest = SobolDirections.DIGITS - NESTED;
    digits ^= random(hash, NESTED, point >>> rest) >>> (Long.SIZE - rest);
    return (digits + 0.5) * 0x1.0p-52;
  }

  /** Random bits that belong to some leading digits: nodes of a tree have numbers of their own. */
  private static long random(long hash, int level, long before) {
    return SplitMix64.mix(hash + ((1L << level) + before) * SplitMix64.GOLDEN_GAMMA);
  }

  @Override
  void exponentials(long key, long block, int rows, double[] out) {
    gammas(1, key, block, rows, out);
  }

  @Override
  void gammas(double shape, long key, long block, int rows, double[] out) {
    uniforms(key, block, rows, out);
    GammaQuantile quantile = new GammaQuantile(shape);
    for (int r = 0; r < rows; r++) {
      out[r] = quantile.at(out[r]);
    }
  }

  @Override
  void logGammas(double shape, long key, long block, int rows, double[] out) {
    uniforms(key, block, rows, out);
    GammaQuantile quantile = new GammaQuantile(shape);
    for (int r = 0; r < rows; r++) {
      out[r] = quantile.logAt(out[r]);
    }
  }
}
