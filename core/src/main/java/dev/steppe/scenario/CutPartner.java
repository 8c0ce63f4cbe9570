package dev.steppe.scenario;

import static java.util.Objects.requireNonNull;

import dev.steppe.evidence.Flow;
import dev.steppe.internal.Checks;
import dev.steppe.internal.Text;

/**
 * A fraction f of the share of one partner goes to the others: {@code x_i' = x_i + f x_cut x_i /
 * sum x_j} over the other listed partners.
 */
record CutPartner(Flow flow, String partner, double fraction) implements Step {

  CutPartner {
    requireNonNull(flow, "flow");
    Checks.notBlank(partner, "partner to cut");
    fraction = ScenarioText.share(fraction);
  }

  @Override
  public void apply(ProfileEdit edit) {
    edit.trade(this, trade -> trade.cut(flow, partner, fraction));
  }

  @Override
  public String thing() {
    return ProfileEdit.label(flow);
  }

  @Override
  public String told(Tense tense) {
    return tense.of("cuts ", "cut ")
        + (fraction == 1 ? "all " : ScenarioText.percent(fraction) + " of its ")
        + ProfileEdit.label(flow)
        + (flow == Flow.EXPORTS ? " to " : " from ")
        + partner;
  }

  @Override
  public Change at(double part) {
    return new CutPartner(flow, partner, fraction * ScenarioText.share(part));
  }

  @Override
  public String toString() {
    return Text.ofRecord(this);
  }
}
