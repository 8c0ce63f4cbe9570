package dev.steppe.analogue;

import dev.steppe.evidence.CountryProfile;
import dev.steppe.score.Scorecard;
import java.util.Comparator;

/** Country-dates: their names, their identity and their order. */
final class Dates {

  /** By country, then by date; one without a date comes first. */
  static final Comparator<Scorecard> ORDER =
      Comparator.comparing((Scorecard card) -> card.country().code())
          .thenComparing(card -> text(card.profile()));

  private Dates() {}

  /** What two profiles of one country and date have in common. */
  static String key(CountryProfile profile) {
    return profile.country().code() + " " + text(profile);
  }

  /** Such as {@code Ukraine 2013-11-21}. */
  static String name(CountryProfile profile) {
    return profile.country().name() + profile.asOf().map(date -> " " + date).orElse("");
  }

  static String name(Scorecard card) {
    return name(card.profile());
  }

  private static String text(CountryProfile profile) {
    return profile.asOf().map(Object::toString).orElse("");
  }
}
