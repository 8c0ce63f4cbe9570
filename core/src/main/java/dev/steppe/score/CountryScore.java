package dev.steppe.score;

import dev.steppe.internal.Text;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One country's score as plain data: strings and numbers, for a library that writes JSON.
 *
 * @param country the country's code
 * @param name its name
 * @param asOf the date of its profile, such as {@code 2022-02-23}; null if it has none
 * @param score the score, from 0 to 100
 * @param lower the least score that the bounds of the readings allow
 * @param upper the greatest
 * @param coverage the effective weight that has data, from 0 to 1
 * @param riskClass the class of the score; null if the model states none
 * @see ScorecardRecord
 * @see RankingRecord
 * @since 0.1
 */
public record CountryScore(
    String country,
    String name,
    @Nullable String asOf,
    double score,
    double lower,
    double upper,
    double coverage,
    @Nullable String riskClass) {

  static CountryScore of(Scorecard card) {
    return new CountryScore(
        card.country().code(),
        card.country().name(),
        card.profile().asOf().map(LocalDate::toString).orElse(null),
        card.value(),
        card.range().lower(),
        card.range().upper(),
        card.coverage(),
        card.riskClass().orElse(null));
  }

  @Override
  public String toString() {
    return Text.ofRecord(this);
  }
}
