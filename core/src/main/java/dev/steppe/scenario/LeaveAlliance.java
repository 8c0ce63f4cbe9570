package dev.steppe.scenario;

import dev.steppe.internal.Checks;
import dev.steppe.internal.Text;

/**
 * The country leaves an alliance: its degree d falls to {@code d (1 - share)}, and at 1 it is out.
 */
record LeaveAlliance(String alliance, double share) implements Step {

  LeaveAlliance {
    Checks.notBlank(alliance, "alliance");
    share = ScenarioText.share(share);
  }

  @Override
  public void apply(ProfileEdit edit) {
    edit.alliances(
        this,
        ties ->
            share == 1
                ? ties.leaving(alliance)
                : ties.withDegree(alliance, (1 - share) * ProfileEdit.degree(ties, alliance)));
  }

  @Override
  public String thing() {
    return "membership of " + alliance;
  }

  @Override
  public String told(Tense tense) {
    return share == 1
        ? tense.of("leaves ", "left ") + alliance
        : tense.of("goes ", "went ")
            + ScenarioText.percent(share)
            + " of the way out of "
            + alliance;
  }

  @Override
  public Change at(double part) {
    return new LeaveAlliance(alliance, share * ScenarioText.share(part));
  }

  @Override
  public String toString() {
    return Text.ofRecord(this);
  }
}
