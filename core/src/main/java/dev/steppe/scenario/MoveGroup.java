package dev.steppe.scenario;

import dev.steppe.internal.Checks;
import dev.steppe.internal.Text;

/** A share of the population moves from one group to another. */
record MoveGroup(String from, String to, double share) implements Step {

  MoveGroup {
    ScenarioText.checkMove(from, to, "group");
    share = Checks.inRange(share, 0, 1, "share of the population to move");
  }

  @Override
  public void apply(ProfileEdit edit) {
    edit.groups(this, groups -> groups.moveShare(from, to, share));
  }

  @Override
  public String thing() {
    return "ethnic groups";
  }

  @Override
  public String told(Tense tense) {
    return tense.of("has ", "had ")
        + ScenarioText.percent(share)
        + " of its population in "
        + to
        + " instead of "
        + from;
  }

  @Override
  public Change at(double part) {
    return new MoveGroup(from, to, share * ScenarioText.share(part));
  }

  @Override
  public String toString() {
    return Text.ofRecord(this);
  }
}
