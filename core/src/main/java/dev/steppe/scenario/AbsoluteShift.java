package dev.steppe.scenario;

import dev.steppe.evidence.Estimate;
import dev.steppe.internal.Checks;

/** {@code x' = x + amount}; a part t of it adds {@code t amount}. */
record AbsoluteShift(double amount) implements Shift {

  AbsoluteShift {
    amount = Checks.finite(amount, "amount of a shift");
  }

  @Override
  public Estimate applyTo(Estimate estimate) {
    return estimate.plus(amount);
  }

  @Override
  public boolean isGradable() {
    return true;
  }

  @Override
  public Shift at(double share) {
    return new AbsoluteShift(ScenarioText.share(share) * amount);
  }

  @Override
  public String toString() {
    return ScenarioText.number(Math.abs(amount)) + (amount < 0 ? " lower" : " higher");
  }
}
