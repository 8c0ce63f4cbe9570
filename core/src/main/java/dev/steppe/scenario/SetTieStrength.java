package dev.steppe.scenario;

import dev.steppe.evidence.AllianceTies;
import dev.steppe.internal.Checks;
import dev.steppe.internal.Text;

/** The strength s of a tie becomes {@code (1 - share) s + share strength}. */
record SetTieStrength(String actor, String label, double strength, double share) implements Step {

  SetTieStrength {
    Checks.notBlank(actor, "actor of a tie");
    Checks.notBlank(label, "label of a tie");
    strength = Checks.inRange(strength, 0, 1, "strength of the tie '" + label + "'");
    share = ScenarioText.share(share);
  }

  private AllianceTies changed(AllianceTies ties) {
    double now = ties.network().tie(ties.country(), actor, label, ties.date()).strength();
    return ties.withNetwork(
        ties.network()
            .withTieStrength(
                ties.country(), actor, label, ties.date(), (1 - share) * now + share * strength));
  }

  @Override
  public void apply(ProfileEdit edit) {
    edit.alliances(this, this::changed);
  }

  @Override
  public String thing() {
    return "tie '" + label + "' to " + actor;
  }

  @Override
  public String told(Tense tense) {
    return tense.of("has", "had")
        + " its tie '"
        + label
        + "' to "
        + actor
        + (share == 1
            ? " at strength "
            : " " + ScenarioText.percent(share) + " of the way to strength ")
        + ScenarioText.number(strength);
  }

  @Override
  public Change at(double part) {
    return new SetTieStrength(actor, label, strength, share * ScenarioText.share(part));
  }

  @Override
  public String toString() {
    return Text.ofRecord(this);
  }
}
