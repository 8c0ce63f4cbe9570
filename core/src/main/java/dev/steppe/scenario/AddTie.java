package dev.steppe.scenario;

import static java.util.Objects.requireNonNull;

import dev.steppe.evidence.AllianceTies;
import dev.steppe.evidence.Period;
import dev.steppe.evidence.Quality;
import dev.steppe.evidence.Source;
import dev.steppe.evidence.Tie;
import dev.steppe.evidence.TieKind;
import dev.steppe.internal.Checks;
import dev.steppe.internal.Faults;
import dev.steppe.internal.Text;
import java.util.Locale;

/** The country has one more tie of its own, from the date on which its ties count. */
record AddTie(String actor, TieKind kind, String label, double strength, double degree)
    implements Step {

  AddTie {
    Faults faults = new Faults();
    faults.notBlank(actor, "actor of a tie");
    requireNonNull(kind, "kind");
    faults.notBlank(label, "label of a tie");
    strength = faults.inRange(strength, 0, 1, "strength of the tie '" + label + "'");
    degree = faults.inRange(degree, 0, 1, "degree of the tie '" + label + "'");
    faults.throwIfAny();
  }

  private AllianceTies added(AllianceTies ties) {
    if (!ties.network().actors().contains(actor)) {
      throw new IllegalArgumentException(Checks.unknown("actor", actor, ties.network().actors()));
    }
    Source source = Source.of("supposition", label).withQuality(Quality.JUDGEMENT);
    Period period = Period.from(ties.date());
    return ties.withNetwork(
        ties.network()
            .withTie(
                new Tie(ties.country(), actor, kind, label, strength, degree, period, source)));
  }

  @Override
  public void apply(ProfileEdit edit) {
    edit.alliances(this, this::added);
  }

  @Override
  public String thing() {
    return "tie '" + label + "' to " + actor;
  }

  @Override
  public String told(Tense tense) {
    return tense.of("has", "had")
        + " a tie '"
        + label
        + "' ("
        + kind.name().toLowerCase(Locale.ROOT).replace('_', ' ')
        + ", strength "
        + ScenarioText.number(strength * degree)
        + ") to "
        + actor;
  }

  @Override
  public Change at(double part) {
    return new AddTie(actor, kind, label, strength, degree * ScenarioText.share(part));
  }

  @Override
  public String toString() {
    return Text.ofRecord(this);
  }
}
