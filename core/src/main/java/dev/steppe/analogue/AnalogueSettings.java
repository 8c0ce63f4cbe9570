package dev.steppe.analogue;

import dev.steppe.analysis.SampleDesign;

/** How precedents are compared: the options of {@link Precedents}, which documents them. */
record AnalogueSettings(
    boolean ownCountry,
    boolean equalWeights,
    boolean sampleRange,
    double minimumOverlap,
    SampleDesign design) {

  static final int MOST_PERMUTATIONS = 100_000_000;

  AnalogueSettings withOwnCountry() {
    return new AnalogueSettings(true, equalWeights, sampleRange, minimumOverlap, design);
  }

  AnalogueSettings withEqualWeights() {
    return new AnalogueSettings(ownCountry, true, sampleRange, minimumOverlap, design);
  }

  AnalogueSettings withSampleRange() {
    return new AnalogueSettings(ownCountry, equalWeights, true, minimumOverlap, design);
  }

  AnalogueSettings withMinimumOverlap(double share) {
    return new AnalogueSettings(ownCountry, equalWeights, sampleRange, share, design);
  }

  AnalogueSettings withDesign(SampleDesign other) {
    return new AnalogueSettings(ownCountry, equalWeights, sampleRange, minimumOverlap, other);
  }
}
