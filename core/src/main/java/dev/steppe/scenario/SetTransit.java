package dev.steppe.scenario;

import dev.steppe.evidence.Reading;
import dev.steppe.internal.Checks;

/** The transit share x becomes {@code (1 - share) x + share value}. */
record SetTransit(double value, double share) implements Step {

  SetTransit {
    value = Checks.inRange(value, 0, 1, "transit share");
    share = ScenarioText.share(share);
  }

  @Override
  public void apply(ProfileEdit edit) {
    edit.trade(
        this,
        trade -> {
          Reading now =
              trade
                  .transit()
                  .orElseThrow(() -> new IllegalArgumentException("no transit share is known"));
          return trade.withTransit(
              new FixedShift(value, share).applyTo(now.estimate()), now.source());
        });
  }

  @Override
  public String thing() {
    return "transit";
  }

  @Override
  public String told(Tense tense) {
    return tense.of("sends ", "sent ")
        + ScenarioText.percent(value)
        + " of its exports across its rival's territory"
        + (share == 1 ? "" : ", " + ScenarioText.percent(share) + " of the way");
  }

  @Override
  public Change at(double part) {
    return new SetTransit(value, share * ScenarioText.share(part));
  }
}
