package dev.steppe.scenario;

import static java.util.Objects.requireNonNull;

import dev.steppe.evidence.Flow;
import dev.steppe.internal.Checks;
import dev.steppe.internal.Text;

/** A share of a whole flow moves from one partner to another. */
record MoveTrade(Flow flow, String from, String to, double share) implements Step {

  MoveTrade {
    requireNonNull(flow, "flow");
    ScenarioText.checkMove(from, to, "partner");
    share = Checks.inRange(share, 0, 1, "share of trade to move");
  }

  @Override
  public void apply(ProfileEdit edit) {
    edit.trade(this, trade -> trade.moveShare(flow, from, to, share));
  }

  @Override
  public String thing() {
    return ProfileEdit.label(flow);
  }

  @Override
  public String told(Tense tense) {
    return tense.of("moves ", "moved ")
        + ScenarioText.percent(share)
        + " of all "
        + ProfileEdit.label(flow)
        + " from "
        + from
        + " to "
        + to;
  }

  @Override
  public Change at(double part) {
    return new MoveTrade(flow, from, to, share * ScenarioText.share(part));
  }

  @Override
  public String toString() {
    return Text.ofRecord(this);
  }
}
