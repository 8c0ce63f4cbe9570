package dev.steppe.scenario;

import dev.steppe.internal.Checks;
import dev.steppe.internal.Text;

/** A membership's degree d becomes {@code (1 - share) d + share degree}. */
record SetDegree(String alliance, double degree, double share) implements Step {

  SetDegree {
    Checks.notBlank(alliance, "alliance");
    degree = Checks.inRange(degree, 0, 1, "degree of membership");
    share = ScenarioText.share(share);
  }

  @Override
  public void apply(ProfileEdit edit) {
    edit.alliances(
        this,
        ties ->
            ties.withDegree(
                alliance, (1 - share) * ProfileEdit.degree(ties, alliance) + share * degree));
  }

  @Override
  public String thing() {
    return "membership of " + alliance;
  }

  @Override
  public String told(Tense tense) {
    return tense.of("has", "had")
        + " a membership of "
        + alliance
        + (share == 1
            ? " of degree "
            : " " + ScenarioText.percent(share) + " of the way to degree ")
        + ScenarioText.number(degree);
  }

  @Override
  public Change at(double part) {
    return new SetDegree(alliance, degree, share * ScenarioText.share(part));
  }

  @Override
  public String toString() {
    return Text.ofRecord(this);
  }
}
