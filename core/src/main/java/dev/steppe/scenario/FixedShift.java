package dev.steppe.scenario;

import dev.steppe.evidence.Estimate;
import dev.steppe.internal.Checks;

/** {@code x' = (1 - t) x + t value}, with t = 1 for the value itself. */
record FixedShift(double value, double share) implements Shift {

  FixedShift {
    value = Checks.finite(value, "fixed value");
    share = ScenarioText.share(share);
  }

  @Override
  public Estimate applyTo(Estimate estimate) {
    return share == 1
        ? Estimate.exact(value)
        : share == 0 ? estimate : estimate.times(1 - share).plus(share * value);
  }

  @Override
  public boolean isGradable() {
    return true;
  }

  @Override
  public Shift at(double part) {
    return new FixedShift(value, share * ScenarioText.share(part));
  }

  @Override
  public String toString() {
    return share == 1
        ? "at " + ScenarioText.number(value)
        : ScenarioText.percent(share) + " of the way to " + ScenarioText.number(value);
  }
}
