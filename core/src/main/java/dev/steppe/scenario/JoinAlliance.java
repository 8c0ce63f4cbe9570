package dev.steppe.scenario;

import dev.steppe.internal.Checks;
import dev.steppe.internal.Text;

/** The country joins an alliance with a degree; 1 is full. */
record JoinAlliance(String alliance, double degree) implements Step {

  JoinAlliance {
    Checks.notBlank(alliance, "alliance");
    degree = Checks.inRange(degree, 0, 1, "degree of membership");
  }

  @Override
  public void apply(ProfileEdit edit) {
    edit.alliances(this, ties -> ties.joining(alliance, degree));
  }

  @Override
  public String thing() {
    return "membership of " + alliance;
  }

  @Override
  public String told(Tense tense) {
    return tense.of("joins ", "joined ")
        + alliance
        + (degree == 1 ? "" : " with degree " + ScenarioText.number(degree));
  }

  @Override
  public Change at(double part) {
    return new JoinAlliance(alliance, degree * ScenarioText.share(part));
  }

  @Override
  public String toString() {
    return Text.ofRecord(this);
  }
}
