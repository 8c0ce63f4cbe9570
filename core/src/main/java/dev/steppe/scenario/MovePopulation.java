package dev.steppe.scenario;

import dev.steppe.internal.Checks;
import dev.steppe.internal.Text;

/** People of all groups move from one region to another. */
record MovePopulation(String from, String to, double share) implements Step {

  MovePopulation {
    ScenarioText.checkMove(from, to, "region");
    share = Checks.inRange(share, 0, 1, "share of the population to move");
  }

  @Override
  public void apply(ProfileEdit edit) {
    edit.groups(this, groups -> groups.movePopulation(from, to, share));
  }

  @Override
  public String thing() {
    return "regions";
  }

  @Override
  public String told(Tense tense) {
    return tense.of("has ", "had ")
        + ScenarioText.percent(share)
        + " of its population living in "
        + to
        + " instead of "
        + from;
  }

  @Override
  public Change at(double part) {
    return new MovePopulation(from, to, share * ScenarioText.share(part));
  }

  @Override
  public String toString() {
    return Text.ofRecord(this);
  }
}
