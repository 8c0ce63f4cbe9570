package dev.steppe.scenario;

/**
 * Random orders that depend on a seed and a number only. The numbers come from SplitMix64's
 * finaliser over a counter (Steele, Lea, Flood 2014, Fast Splittable Pseudorandom Number
 * Generators, OOPSLA, https://doi.org/10.1145/2660193.2660195), the order from Fisher and Yates's
 * exchanges (Knuth, The Art of Computer Programming 2, algorithm 3.4.2P).
 */
final class Shuffle {

  private static final long GAMMA = 0x9E3779B97F4A7C15L;

  private Shuffle() {}

  /** A random order of the numbers below {@code count}. */
  static int[] order(int count, long seed, long number) {
    int[] order = new int[count];
    for (int i = 0; i < count; i++) {
      order[i] = i;
    }
    long stream = mix(seed + mix(number + GAMMA));
    for (int i = count - 1; i > 0; i--) {
      stream += GAMMA;
      // The high half of the product is below i + 1; its bias is below 2^-58 for 60 numbers.
      int j = (int) Math.multiplyHigh(mix(stream) >>> 1, 2L * (i + 1));
      int swapped = order[i];
      order[i] = order[j];
      order[j] = swapped;
    }
    return order;
  }

  private static long mix(long bits) {
    long z = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
