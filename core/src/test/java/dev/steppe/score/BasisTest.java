package dev.steppe.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.steppe.evidence.Country;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.evidence.Estimate;
import dev.steppe.evidence.Quality;
import dev.steppe.evidence.Reading;
import dev.steppe.evidence.Source;
import dev.steppe.model.Direction;
import dev.steppe.model.Indicator;
import dev.steppe.model.MissingPolicy;
import dev.steppe.model.ModelBuilder;
import dev.steppe.model.Normalization;
import dev.steppe.model.RiskModel;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class BasisTest {

  /** Weights 1 to 6 of 21. */
  private static final RiskModel MODEL = model();

  private static RiskModel model() {
    ModelBuilder builder = RiskModel.builder("six");
    int weight = 1;
    for (String code : List.of("a", "b", "c", "d", "e", "f")) {
      builder.indicator(
          Indicator.of(code, Direction.HIGHER_IS_RISKIER),
          weight++,
          Normalization.goalposts(0, 100));
    }
    return builder.missing(MissingPolicy.reweight(0.1)).build();
  }

  private static Reading reading(double value, String document, Quality quality, int year) {
    return new Reading(
        Estimate.exact(value), "", Source.of(document, "p").withQuality(quality).observed(year));
  }

  private static CountryProfile.Builder profile() {
    return CountryProfile.builder(Country.of("AAA", "Aland"))
        .reading("a", reading(1, "one", Quality.EXACT, 2020))
        .reading("b", reading(1, "one", Quality.EXACT, 2009))
        .reading("b", reading(2, "two", Quality.EXACT, 2008))
        .reading("c", reading(1, "one", Quality.JUDGEMENT, 2010))
        .reading("d", 5)
        .reading("e", reading(3, "one", Quality.EXACT, 1999))
        .reading("e", reading(3, "two", Quality.ESTIMATE, 2015));
  }

  @Test
  void shares_are_by_quality_and_sum_to_one() {
    Basis basis =
        Scorer.of(MODEL).score(profile().asOf(LocalDate.of(2020, 12, 31)).build()).basis();
    assertThat(basis.exact()).isCloseTo(1 / 21.0, within(1e-15));
    // Two printed figures that disagree make an estimate; the weakest of several counts.
    assertThat(basis.estimate()).isCloseTo((2 + 5) / 21.0, within(1e-15));
    assertThat(basis.judgement()).isCloseTo(3 / 21.0, within(1e-15));
    assertThat(basis.unstated()).isCloseTo(4 / 21.0, within(1e-15));
    assertThat(basis.missing()).isCloseTo(6 / 21.0, within(1e-15));
    // Of b the later figure is of 2009; c is ten years old, not more; e has a newer one.
    assertThat(basis.stale().orElseThrow()).isCloseTo(2 / 21.0, within(1e-15));
    assertThat(
            basis.exact()
                + basis.estimate()
                + basis.judgement()
                + basis.unstated()
                + basis.missing())
        .isCloseTo(1, within(1e-12));
  }

  @Test
  void missing_is_what_coverage_lacks() {
    Scorecard card = Scorer.of(MODEL).score(profile().build());
    assertThat(card.basis().missing()).isCloseTo(1 - card.coverage(), within(1e-12));
  }

  @Test
  void without_a_date_nothing_is_known_to_be_stale() {
    assertThat(Scorer.of(MODEL).score(profile().build()).basis().stale())
        .isEqualTo(OptionalDouble.empty());
  }

  @Test
  void bases_print_in_percent() {
    Scorecard card = Scorer.of(MODEL).score(profile().asOf(LocalDate.of(2020, 12, 31)).build());
    assertThat(Basis.table(List.of(card)))
        .hasToString(
            """
            What the scores rest on, in percent of the weight

            Country                 Score  Exact  Estimated  Judged  Unstated  Missing  Stale
            ----------------------  -----  -----  ---------  ------  --------  -------  -----
            Aland (AAA) 2020-12-31    2.8      5         33      14        19       29     10

            Stale: of any quality, and more than 10 years old.\
            """);
  }

  @Test
  void a_table_has_the_shares() {
    Basis basis =
        Scorer.of(MODEL).score(profile().asOf(LocalDate.of(2020, 12, 31)).build()).basis();
    assertThat(basis.toTable().toCsv())
        .startsWith("Readings,Share,0..1\r\nExact," + basis.exact() + "," + basis.exact())
        .contains("\r\nMissing," + basis.missing() + ",")
        .endsWith(
            "\r\nStale,"
                + basis.stale().orElseThrow()
                + ","
                + basis.stale().orElseThrow()
                + "\r\n");
    assertThat(Scorer.of(MODEL).score(profile().build()).basis().toTable().cell(5, 1))
        .isEqualTo("-");
  }

  /** The other weights lack what no double of the sum can tell. */
  @Test
  void all_of_the_weight_is_all_and_nothing_less_is() {
    Normalization scale = Normalization.goalposts(0, 100);
    ModelBuilder model = RiskModel.builder("m").missing(MissingPolicy.reweight(0));
    CountryProfile.Builder whole = CountryProfile.builder(Country.of("AAA", "A"));
    for (int i = 0; i < 7; i++) {
      model.indicator(
          Indicator.of("i" + i, Direction.HIGHER_IS_RISKIER), i == 6 ? 1e-20 : 0.1, scale);
      whole.reading("i" + i, reading(50, "X", Quality.EXACT, 2020));
    }
    model.indicator(Indicator.of("none", Direction.HIGHER_IS_RISKIER), 0, scale);
    Scorecard all = Scorer.of(model.build()).score(whole.build());
    assertThat(all.coverage()).isEqualTo(1);
    assertThat(all.basis().exact()).isEqualTo(1);
    assertThat(Ranking.of(List.of(all)).toTable().cell(0, 5)).isEqualTo("100");
    Scorecard less = Scorer.of(model.build()).score(whole.build().withoutReading("i6"));
    assertThat(less.coverage()).isLessThan(1);
    assertThat(less.basis().exact()).isLessThan(1);
    assertThat(Ranking.of(List.of(less)).toTable().cell(0, 5)).isEqualTo(">99");
    assertThat(less.basis().toTable().cell(4, 1)).isEqualTo("<0.001");
    assertThat(less.toTable().notes()).contains("Coverage: >99 % of the weight has data.");
  }
}
