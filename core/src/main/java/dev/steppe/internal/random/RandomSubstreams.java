package dev.steppe.internal.random;

/** Every input has one generator for each block, started from the seed, its key and the block. */
final class RandomSubstreams extends Substreams {

  private final long seed;
  private final Xoshiro generator = Xoshiro.ofSeed(0);

  RandomSubstreams(long seed) {
    this.seed = seed;
  }

  /** The generator, in the state in which an input's block begins. */
  private Xoshiro started(long key, long block) {
    generator.restart(SplitMix64.mix(seed + SplitMix64.mix(key + SplitMix64.mix(block))));
    return generator;
  }

  @Override
  public void uniforms(long key, long block, int rows, double[] out) {
    started(key, block).uniforms(out, rows);
  }

  @Override
  void exponentials(long key, long block, int rows, double[] out) {
    started(key, block).exponentials(out, rows);
  }

  @Override
  void gammas(double shape, long key, long block, int rows, double[] out) {
    started(key, block).gammas(shape, out, rows);
  }

  @Override
  void logGammas(double shape, long key, long block, int rows, double[] out) {
    started(key, block).logGammas(shape, out, rows);
  }
}
