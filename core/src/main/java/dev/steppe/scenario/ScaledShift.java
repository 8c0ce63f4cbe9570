package dev.steppe.scenario;

import dev.steppe.evidence.Estimate;
import dev.steppe.internal.Checks;

/**
 * {@code x' = x (1 + fraction)}; a part t of it is {@code x (1 + t fraction)}.
 *
 * @param fraction at least -1
 * @param told whether it was told as a fraction, or as a factor
 */
record ScaledShift(double fraction, boolean told) implements Shift {

  ScaledShift {
    Checks.inRange(
        told ? fraction : fraction + 1,
        told ? -1 : 0,
        Double.MAX_VALUE,
        told ? "fraction of a relative shift" : "factor of a shift");
    fraction = fraction + 0.0;
  }

  @Override
  public Estimate applyTo(Estimate estimate) {
    return estimate.times(1 + fraction);
  }

  @Override
  public boolean isGradable() {
    return true;
  }

  @Override
  public Shift at(double share) {
    return new ScaledShift(ScenarioText.share(share) * fraction, told);
  }

  @Override
  public String toString() {
    return told
        ? ScenarioText.percent(Math.abs(fraction)) + (fraction < 0 ? " lower" : " higher")
        : "times " + ScenarioText.number(1 + fraction);
  }
}
