package dev.steppe.tipping;

import dev.steppe.evidence.CountryProfile;
import dev.steppe.evidence.Reading;
import dev.steppe.model.Criterion;
import dev.steppe.model.RiskModel;
import java.util.Map;

/** Profiles with changed readings, whatever those follow from. */
final class PlainProfiles {

  private PlainProfiles() {}

  /** The profile as plain readings of what the model knows, some of them changed. */
  static CountryProfile with(RiskModel model, CountryProfile profile, Map<String, Double> changed) {
    CountryProfile.Builder plain = CountryProfile.builder(profile.country());
    profile.asOf().ifPresent(plain::asOf);
    for (Criterion criterion : model.criteria()) {
      Double moved = changed.get(criterion.code());
      if (moved != null) {
        plain.reading(criterion.code(), moved);
      } else {
        for (Reading reading : profile.readings(criterion.code())) {
          plain.reading(criterion.code(), reading);
        }
      }
    }
    return plain.build();
  }
}
