package dev.steppe.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.ImmutableMap;
import dev.steppe.evidence.Country;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.evidence.Estimate;
import dev.steppe.evidence.Evidence;
import dev.steppe.evidence.Reading;
import dev.steppe.evidence.Source;
import dev.steppe.internal.Markup;
import dev.steppe.model.Direction;
import dev.steppe.model.Indicator;
import dev.steppe.model.Normalization;
import dev.steppe.model.RiskModel;
import dev.steppe.model.Treatment;
import dev.steppe.report.Report;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Readings in another unit, beyond their scale, or of a year after the date. */
final class ReadingRemarksTest {

  private static RiskModel model(String unit) {
    return RiskModel.builder("m")
        .indicator(
            Indicator.of("trade", Direction.HIGHER_IS_RISKIER).withUnit(unit),
            1,
            Normalization.goalposts(0, 0.6))
        .indicator(
            Indicator.of("kin", Direction.HIGHER_IS_RISKIER), 1, Normalization.goalposts(0, 1))
        .build();
  }

  private static CountryProfile profile(String code, Reading trade, double kin) {
    return CountryProfile.builder(Country.of(code, code))
        .asOf(LocalDate.of(2020, 6, 30))
        .reading("trade", trade)
        .reading("kin", kin)
        .build();
  }

  @Test
  void a_reading_in_another_unit_is_a_fault_that_names_both() {
    Scorer scorer = Scorer.of(model("fraction"));
    Reading percent = Reading.of(35).withUnit("percent");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> scorer.score(profile("AAA", percent, 0)))
        .withMessage(
            "Profile of AAA (AAA) for model 'm': reading of 'trade' is in 'percent', but the"
                + " indicator in 'fraction'. Convert it: reading.convertedTo(unit), or"
                + " CsvLayout.withUnit");
    Scorecard card = scorer.score(profile("AAA", percent.convertedTo("fraction"), 0));
    assertThat(card.node("trade").value()).hasValue(100 * (0.35 / 0.6));
  }

  @Test
  void countries_agree_on_a_unit_that_the_indicator_does_not_say() {
    Scorer scorer = Scorer.of(model(""));
    CountryProfile first = profile("AAA", Reading.of(0.35).withUnit("fraction"), 0);
    CountryProfile second = profile("BBB", Reading.of(35).withUnit("percent"), 0);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> scorer.rank(first, second))
        .withMessage(
            "Profile of BBB (BBB) for model 'm': reading of 'trade' is in 'percent', but that of"
                + " AAA (AAA) as of 2020-06-30 in 'fraction'");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                Scorer.fit(
                    model("").withNormalization(Normalization.minMax()),
                    java.util.List.of(first, second)))
        .withMessageContaining("reading of BBB (BBB) is in 'percent', but");
  }

  @Test
  void readings_beyond_their_scale_are_told_wherever_the_score_is() {
    Scorer scorer = Scorer.of(model("fraction"));
    Scorecard card = scorer.score(profile("AAA", Reading.of(Estimate.between(0.5, 0.7)), 1.5));
    String remark = "2 readings beyond their scale, counted as at its end: \"trade\", \"kin\".";
    assertThat(card.beyondScale()).containsExactly("trade", "kin");
    assertThat(card.toTable().notes()).contains(remark);
    assertThat(card.trace().notes()).contains(remark);
    Ranking ranking = scorer.rank(card.profile(), profile("BBB", Reading.of(0.6), 1));
    assertThat(ranking.toTable().notes()).contains("AAA (AAA) 2020-06-30: " + remark);
    assertThat(Report.titled("r").ranking(ranking).build().html()).contains(Markup.shown(remark));
    assertThat(scorer.score(profile("BBB", Reading.of(0.6), 0)).remarks()).isEmpty();
  }

  @Test
  void a_model_may_refuse_readings_beyond_their_scale() {
    Scorer strict = Scorer.of(model("fraction").refusingBeyondScale());
    assertThat(strict.score(profile("BBB", Reading.of(0.6), 1)).value()).isEqualTo(100);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> strict.score(profile("AAA", Reading.of(0.7), 1.5)))
        .withMessageContaining("reading of 'trade' must be in [0.0, 0.6], but was 0.7")
        .withMessageContaining("reading of 'kin' must be in [0.0, 1.0], but was 1.5");
  }

  @Test
  void a_source_of_a_later_year_is_told_once_a_card() {
    Source later = Source.of("Atlas", "").observed(2021);
    Scorecard card =
        Scorer.of(model("fraction")).score(profile("AAA", Reading.of(0.5).withSource(later), 0));
    assertThat(card.laterThanDate()).containsExactly("trade");
    assertThat(card.toTable().notes())
        .contains("1 reading later than 30 June 2020, the date of the profile: \"trade\".");
    assertThat(
            Scorer.of(model("fraction"))
                .score(profile("AAA", Reading.of(0.5).withSource(later.observed(2019)), 0))
                .remarks())
        .isEmpty();
  }

  @Test
  void of_a_source_of_the_same_year_it_cannot_be_told() {
    Source same = Source.of("Atlas", "").observed(2020);
    CountryProfile profile = profile("AAA", Reading.of(0.5).withSource(same), 0);
    Scorecard card = Scorer.of(model("fraction")).score(profile);
    assertThat(card.laterThanDate()).isEmpty();
    assertThat(card.sameYearAsDate()).containsExactly("trade");
    assertThat(card.toTable().notes())
        .contains(
            "1 reading of 2020, whether of before or after 30 June 2020 cannot be told: \"trade\".");
    Scorecard atEnd =
        Scorer.of(model("fraction")).score(profile.withAsOf(LocalDate.of(2020, 12, 31)));
    assertThat(atEnd.sameYearAsDate()).isEmpty();
    assertThat(atEnd.remarks()).isEmpty();
  }

  /** What follows from evidence as of a day is of that day, whatever the year of its source. */
  @Test
  void of_evidence_as_of_a_day_it_can_be_told() {
    LocalDate date = LocalDate.of(2020, 6, 30);
    CountryProfile plain = profile("AAA", Reading.of(0.5), 0).withoutReading("trade");
    Scorer scorer = Scorer.of(model("fraction"));
    Scorecard known = scorer.score(plain.withEvidence(asOf(date)));
    assertThat(known.sameYearAsDate()).isEmpty();
    assertThat(known.laterThanDate()).isEmpty();
    Scorecard later = scorer.score(plain.withEvidence(asOf(date.plusDays(1))));
    assertThat(later.sameYearAsDate()).isEmpty();
    assertThat(later.laterThanDate()).containsExactly("trade");
    assertThat(later.remarks())
        .containsExactly("1 reading later than 30 June 2020, the date of the profile: \"trade\".");
  }

  private static Evidence asOf(LocalDate day) {
    return new Evidence() {
      @Override
      public String name() {
        return "test";
      }

      @Override
      public Optional<LocalDate> asOf() {
        return Optional.of(day);
      }

      @Override
      public ImmutableMap<String, Reading> readings() {
        return ImmutableMap.of(
            "trade", Reading.of(0.5).withSource(Source.of("Atlas", "").observed(day.getYear())));
      }
    };
  }

  /** ln 1 = 0 and ln e^2 = 2; a clamp from 0 to 1 brings in what is beyond one end alone. */
  @Test
  void a_model_refuses_treated_readings_whose_treated_value_is_beyond_the_scale() {
    Scorer log = strict(Treatment.log(), 0, 2);
    assertThat(log.score(one(Math.exp(2))).value()).isEqualTo(100);
    assertThat(log.score(one(1)).value()).isZero();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> log.score(one(7.4)))
        .withMessageContaining("reading of 'a' must be in [1.0, 7.38905609893065");
    Scorer clamp = strict(Treatment.clamp(0, 1), 0.5, 2);
    assertThat(clamp.score(one(1e300)).value()).isCloseTo(100 / 3.0, within(1e-12));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> clamp.score(one(0.4)))
        .withMessageContaining("must be in [0.5, Infinity], but was 0.4");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> strict(Treatment.clamp(3, 4), 0, 2))
        .withMessage("clamp(3.0, 4.0) brings no reading onto the scale 0.0..2.0");
  }

  /** What a model refuses is what the card of the model that does not refuse tells. */
  @Test
  void what_is_refused_is_what_is_told() {
    for (Treatment treatment :
        new Treatment[] {
          Treatment.none(), Treatment.log(3), Treatment.clamp(-1, 1.5), Treatment.clamp(0.2, 9)
        }) {
      Scorer lax = Scorer.of(treated(treatment, 0, 2));
      Scorer strict = Scorer.of(treated(treatment, 0, 2).refusingBeyondScale());
      for (double reading = -2.9; reading < 9; reading += 0.05) {
        Scorecard card = lax.score(one(reading));
        CountryProfile profile = one(reading);
        if (card.beyondScale().isEmpty()) {
          assertThat(strict.score(profile).value()).isEqualTo(card.value());
        } else {
          assertThatIllegalArgumentException().isThrownBy(() -> strict.score(profile));
        }
      }
    }
  }

  @Test
  void an_estimate_that_reaches_where_there_is_no_logarithm_is_named() {
    Scorer scorer =
        Scorer.of(
            RiskModel.builder("m")
                .indicator(
                    Indicator.of("a", Direction.HIGHER_IS_RISKIER).withDomain(0, 100),
                    1,
                    Treatment.log(),
                    Normalization.goalposts(0, 5))
                .build());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> scorer.score(one(Estimate.normal(10, 1))))
        .withMessage(
            "Profile of AAA (AAA) for model 'm': reading of 'a': The logarithm needs readings"
                + " greater than 0.0, but was 0.0, to which normal(10.0, 1.0) reaches. Give the"
                + " estimate a lower bound above that");
    assertThat(scorer.score(one(Estimate.normal(10, 1, 0.1, 100))).value())
        .isCloseTo(20 * Math.log(10), within(1e-9));
  }

  private static CountryProfile one(double reading) {
    return one(Estimate.exact(reading));
  }

  private static CountryProfile one(Estimate reading) {
    return CountryProfile.builder(Country.of("AAA", "AAA")).reading("a", reading).build();
  }

  private static RiskModel treated(Treatment treatment, double lower, double upper) {
    return RiskModel.builder("m")
        .indicator(
            Indicator.of("a", Direction.HIGHER_IS_RISKIER),
            1,
            treatment,
            Normalization.goalposts(lower, upper))
        .build();
  }

  private static Scorer strict(Treatment treatment, double lower, double upper) {
    return Scorer.of(treated(treatment, lower, upper).refusingBeyondScale());
  }
}
