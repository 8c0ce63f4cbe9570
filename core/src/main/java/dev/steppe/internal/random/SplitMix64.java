package dev.steppe.internal.random;

/**
 * The SplitMix64 generator of Steele, Lea and Flood (2014), <i>Fast splittable pseudorandom number
 * generators</i>, OOPSLA, <a href="https://doi.org/10.1145/2660193.2660195">
 * doi:10.1145/2660193.2660195</a>.
 *
 * <p>A draw is a function of the state only, which is a function of the seed and the keys. The
 * JDK's generators are not used, as their algorithms may change with the release.
 */
public final class SplitMix64 {

  /** By how much the state grows with each draw. */
  static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;

  private long state;

  /** Starts from a state. */
  public SplitMix64(long seed) {
    this.state = seed;
  }

  /** Starts over at a point that depends on a seed and two keys. */
  public void restart(long seed, long firstKey, long secondKey) {
    state = mix(seed + mix(firstKey + mix(secondKey + GOLDEN_GAMMA)));
  }

  /** The next 64 bits. */
  public long nextLong() {
    state += GOLDEN_GAMMA;
    return mix(state);
  }

  /**
   * A whole number from 0 to below the bound, each as likely as the other: Lemire (2019), <i>Fast
   * random integer generation in an interval</i>, ACM Transactions on Modeling and Computer
   * Simulation 29, article 3.
   */
  public int nextInt(int bound) {
    long product = (nextLong() >>> 32) * bound;
    if ((product & 0xffff_ffffL) < bound) {
      long threshold = (1L << 32) % bound;
      while ((product & 0xffff_ffffL) < threshold) {
        product = (nextLong() >>> 32) * bound;
      }
    }
    return (int) (product >>> 32);
  }

  /** The numbers below a count in a random order. */
  public int[] order(int count) {
    int[] order = new int[count];
    order(order);
    return order;
  }

  /**
   * Fills an array with the numbers below its length in a random order, each order as likely as the
   * others, by Fisher and Yates's exchanges from the end.
   */
  public void order(int[] order) {
    for (int i = 0; i < order.length; i++) {
      order[i] = i;
    }
    for (int i = order.length - 1; i > 0; i--) {
      int j = nextInt(i + 1);
      int swapped = order[i];
      order[i] = order[j];
      order[j] = swapped;
    }
  }

  /** The finaliser: scatters the bits of a number. */
  static long mix(long value) {
    long z = value;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
