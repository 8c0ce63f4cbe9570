package dev.steppe.scenario;

import dev.steppe.internal.Checks;
import dev.steppe.internal.Text;

/** People of one group move from one region to another. */
record MovePeople(String group, String from, String to, double share) implements Step {

  MovePeople {
    Checks.notBlank(group, "group");
    ScenarioText.checkMove(from, to, "region");
    share = Checks.inRange(share, 0, 1, "share of the population to move");
  }

  @Override
  public void apply(ProfileEdit edit) {
    edit.groups(this, groups -> groups.movePeople(group, from, to, share));
  }

  @Override
  public String thing() {
    return "regions";
  }

  @Override
  public String told(Tense tense) {
    return tense.of("has ", "had ")
        + ScenarioText.percent(share)
        + " of its population, all "
        + group
        + ", in "
        + to
        + " instead of "
        + from;
  }

  @Override
  public Change at(double part) {
    return new MovePeople(group, from, to, share * ScenarioText.share(part));
  }

  @Override
  public String toString() {
    return Text.ofRecord(this);
  }
}
