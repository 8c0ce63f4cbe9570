package dev.steppe.analogue;

/** How precedents are compared: the options of {@link Precedents}, which documents them. */
record Settings(
    boolean ownCountry,
    boolean equalWeights,
    boolean sampleRange,
    double minimumOverlap,
    int permutations,
    long seed) {

  static final int MOST_PERMUTATIONS = 100_000_000;

  Settings withOwnCountry() {
    return new Settings(true, equalWeights, sampleRange, minimumOverlap, permutations, seed);
  }

  Settings withEqualWeights() {
    return new Settings(ownCountry, true, sampleRange, minimumOverlap, permutations, seed);
  }

  Settings withSampleRange() {
    return new Settings(ownCountry, equalWeights, true, minimumOverlap, permutations, seed);
  }

  Settings withMinimumOverlap(double share) {
    return new Settings(ownCountry, equalWeights, sampleRange, share, permutations, seed);
  }

  Settings withPermutations(int count) {
    return new Settings(ownCountry, equalWeights, sampleRange, minimumOverlap, count, seed);
  }

  Settings withSeed(long newSeed) {
    return new Settings(
        ownCountry, equalWeights, sampleRange, minimumOverlap, permutations, newSeed);
  }
}
