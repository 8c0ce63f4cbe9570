package dev.steppe.scenario;

import static java.util.Objects.requireNonNull;

import dev.steppe.evidence.Flow;
import dev.steppe.internal.Checks;
import dev.steppe.internal.Text;

/** A fraction of the trade with one partner goes to another: {@code f x_from} moves. */
record RedirectTrade(Flow flow, String from, String to, double fraction) implements Step {

  RedirectTrade {
    requireNonNull(flow, "flow");
    ScenarioText.checkMove(from, to, "partner");
    fraction = Checks.inRange(fraction, 0, 1, "fraction of trade to redirect");
  }

  @Override
  public void apply(ProfileEdit edit) {
    edit.trade(this, trade -> trade.redirect(flow, from, to, fraction));
  }

  @Override
  public String thing() {
    return ProfileEdit.label(flow);
  }

  @Override
  public String told(Tense tense) {
    return tense.of("redirects ", "redirected ")
        + ScenarioText.percent(fraction)
        + " of its "
        + ProfileEdit.label(flow)
        + (flow == Flow.EXPORTS ? " to " : " from ")
        + from
        + " to "
        + to;
  }

  @Override
  public Change at(double part) {
    return new RedirectTrade(flow, from, to, fraction * ScenarioText.share(part));
  }

  @Override
  public String toString() {
    return Text.ofRecord(this);
  }
}
