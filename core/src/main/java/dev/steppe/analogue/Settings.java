package dev.steppe.analogue;

import dev.steppe.analysis.SampleDesign;

/** How precedents are compared: the options of {@link Precedents}, which documents them. */
record Settings(
    boolean ownCountry,
    boolean equalWeights,
    boolean sampleRange,
    double minimumOverlap,
    SampleDesign design) {

  static final int MOST_PERMUTATIONS = 100_000_000;

  Settings withOwnCountry() {
    return new Settings(true, equalWeights, sampleRange, minimumOverlap, design);
  }

  Settings withEqualWeights() {
    return new Settings(ownCountry, true, sampleRange, minimumOverlap, design);
  }

  Settings withSampleRange() {
    return new Settings(ownCountry, equalWeights, true, minimumOverlap, design);
  }

  Settings withMinimumOverlap(double share) {
    return new Settings(ownCountry, equalWeights, sampleRange, share, design);
  }

  Settings withDesign(SampleDesign other) {
    return new Settings(ownCountry, equalWeights, sampleRange, minimumOverlap, other);
  }
}
