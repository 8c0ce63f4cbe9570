package dev.steppe.scenario;

import dev.steppe.evidence.Estimate;
import dev.steppe.internal.Checks;

/**
 * The distribution of x given that it keeps to the bound; the bound itself if all of it is beyond.
 */
record BoundShift(double bound, boolean lowest) implements Shift {

  BoundShift {
    bound = Checks.finite(bound, "bound of a shift");
  }

  @Override
  public Estimate applyTo(Estimate estimate) {
    if (lowest ? estimate.upper() <= bound : estimate.lower() >= bound) {
      return Estimate.exact(bound);
    }
    if (lowest ? estimate.lower() >= bound : estimate.upper() <= bound) {
      return estimate;
    }
    return lowest
        ? estimate.truncatedTo(bound, Double.POSITIVE_INFINITY)
        : estimate.truncatedTo(Double.NEGATIVE_INFINITY, bound);
  }

  @Override
  public boolean isGradable() {
    return false;
  }

  @Override
  public Shift at(double share) {
    if (ScenarioText.share(share) == 1) {
      return this;
    }
    throw new IllegalArgumentException("A bound is all or nothing, but the share was " + share);
  }

  @Override
  public String toString() {
    return "at " + ScenarioText.number(bound) + (lowest ? " at least" : " at most");
  }
}
