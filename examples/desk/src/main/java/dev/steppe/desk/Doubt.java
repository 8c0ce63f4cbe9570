package dev.steppe.desk;

import dev.steppe.score.Scorer;
import dev.steppe.uncertainty.UncertaintyAnalysis;
import dev.steppe.uncertainty.WeightUncertainty;

/**
 * What is not known, and so is drawn.
 *
 * @param weights how far weights may be others
 * @param readings whether readings are drawn from what their sources leave open
 */
record Doubt(Weights weights, boolean readings) {

  static final Doubt USUAL = new Doubt(Weights.ANY, false);

  /** How far weights may be others than the sliders say. */
  enum Weights {
    /** Not at all. */
    FIXED {
      @Override
      WeightUncertainty law() {
        return WeightUncertainty.fixed();
      }
    },
    /** A quarter more or less, each within its factor. */
    QUARTER {
      @Override
      WeightUncertainty law() {
        return WeightUncertainty.eachWithin(0.25);
      }
    },
    /** Any weights are as likely as any others. */
    ANY {
      @Override
      WeightUncertainty law() {
        return WeightUncertainty.uniform();
      }
    };

    abstract WeightUncertainty law();
  }

  Doubt {
    weights = weights == null ? Weights.ANY : weights;
  }

  /** Whether nothing is drawn. */
  boolean isNone() {
    return weights == Weights.FIXED && !readings;
  }

  /** How many draws are made at once. */
  long quickDraws() {
    return readings ? Limits.QUICK_WITH_READINGS : Limits.QUICK_OF_WEIGHTS;
  }

  UncertaintyAnalysis analysis(Scorer scorer, long draws) {
    UncertaintyAnalysis analysis =
        UncertaintyAnalysis.of(scorer).withWeights(weights.law()).withSize(draws);
    return readings ? analysis : analysis.withCentralReadings();
  }
}
