package dev.steppe.sensitivity;

import dev.steppe.internal.random.SplitMix64;

/** Random bits that depend on what they are for and on nothing else. */
final class Keys {

  private Keys() {}

  /** The first draw of SplitMix64 from a state. */
  static long mix(long state) {
    return SplitMix64.mix(state + SplitMix64.GOLDEN_GAMMA);
  }

  /** The key of a stream of draws. */
  static long of(long seed, String purpose) {
    long hash = 0;
    for (int i = 0; i < purpose.length(); i++) {
      hash = mix(hash + purpose.charAt(i));
    }
    return mix(seed + mix(hash));
  }

  /** A whole number from 0 to {@code bound - 1}. */
  static int below(long key, long draw, int bound) {
    return (int) Math.multiplyHigh(mix(key + mix(draw)) >>> 1, 2L * bound);
  }
}
