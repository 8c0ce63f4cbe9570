package dev.steppe.scenario;

import static java.util.Objects.requireNonNull;

import dev.steppe.evidence.CountryProfile;
import dev.steppe.evidence.EthnicDistribution;
import dev.steppe.evidence.Evidence;
import dev.steppe.evidence.TradePartners;
import dev.steppe.internal.Checks;
import dev.steppe.internal.Text;

/**
 * Evidence of another profile takes the place of the country's own.
 *
 * @param origin whose evidence it was
 * @param item the evidence, as it can stand in any profile
 */
record TakeEvidence(String origin, Evidence item) implements Step {

  TakeEvidence {
    requireNonNull(origin, "origin");
    requireNonNull(item, "item");
  }

  static TakeEvidence of(CountryProfile from, String name) {
    Evidence item = from.evidence().get(requireNonNull(name, "evidence"));
    if (item == null) {
      throw new IllegalArgumentException(
          from.country()
              + " has no evidence '"
              + Text.brief(name)
              + "'. "
              + Checks.known(name, from.evidence().keySet()));
    }
    String origin = from.country().toString();
    // Other evidence, such as a place in a network, may say of whom it is.
    boolean ofAnybody = item instanceof EthnicDistribution || item instanceof TradePartners;
    return new TakeEvidence(
        origin, ofAnybody ? item : new BorrowedReadings(item.name(), origin, item.readings()));
  }

  @Override
  public void apply(ProfileEdit edit) {
    edit.take(item);
  }

  @Override
  public String thing() {
    return "evidence '" + item.name() + "'";
  }

  @Override
  public String told(Tense tense) {
    return tense.of("has", "had") + " the " + item.name() + " of " + origin;
  }

  @Override
  public boolean isGradable() {
    return false;
  }

  @Override
  public Change at(double part) {
    return whole(part);
  }
}
