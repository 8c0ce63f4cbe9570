package dev.steppe.internal.kernel;

import com.google.common.hash.Hashing;
import dev.steppe.internal.SplitMix64;
import java.nio.charset.StandardCharsets;

/**
 * Random numbers that depend on a seed, the name of an input and the number of a replicate, and on
 * nothing else: not on other inputs, nor on threads, nor on how the replicates are split.
 *
 * <p>Replicates come in blocks of {@value #BLOCK}; every input has one generator for each block.
 *
 * @param seed the seed of all inputs
 */
public record Draws(long seed) {

  /** How many replicates share a generator: their columns fit the L1 cache. */
  public static final int BLOCK = 256;

  /** The number under which an input is known, from its name. */
  public static long key(String name) {
    return Hashing.murmur3_128().hashString(name, StandardCharsets.UTF_8).asLong();
  }

  /** The generator of an input for a block of replicates. */
  public Xoshiro generator(long key, long block) {
    return Xoshiro.ofSeed(seedOf(key, block));
  }

  /** Makes a generator that of an input for a block of replicates. */
  public void restart(Xoshiro generator, long key, long block) {
    generator.restart(seedOf(key, block));
  }

  private long seedOf(long key, long block) {
    return SplitMix64.mix(seed + SplitMix64.mix(key + SplitMix64.mix(block)));
  }

  /** The block of a replicate. */
  public static long blockOf(long replicate) {
    return replicate / BLOCK;
  }
}
