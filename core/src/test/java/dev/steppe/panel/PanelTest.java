package dev.steppe.panel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.steppe.evidence.Country;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.model.Aggregation;
import dev.steppe.model.Direction;
import dev.steppe.model.Indicator;
import dev.steppe.model.MissingPolicy;
import dev.steppe.model.Normalization;
import dev.steppe.model.RiskModel;
import dev.steppe.score.Contribution;
import dev.steppe.score.Scorer;
import dev.steppe.table.Table;
import dev.steppe.testing.RandomModels;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class PanelTest {

  private static final LocalDate EARLY = LocalDate.of(2010, 1, 1);
  private static final LocalDate LATE = LocalDate.of(2020, 1, 1);

  private static RiskModel model() {
    return RiskModel.builder("two")
        .indicator(indicator("a"), 3, Normalization.goalposts(0, 100))
        .indicator(indicator("b"), 1, Normalization.goalposts(0, 100))
        .missing(MissingPolicy.reweight(0.5))
        .build();
  }

  private static Indicator indicator(String code) {
    return Indicator.of(code, Direction.HIGHER_IS_RISKIER);
  }

  private static CountryProfile profile(String code, LocalDate date, double a, double b) {
    return CountryProfile.builder(Country.of(code, code.toLowerCase(java.util.Locale.ROOT)))
        .asOf(date)
        .reading("a", a)
        .reading("b", b)
        .build();
  }

  private static Panel panel() {
    return Panel.of(
        Scorer.of(model()),
        List.of(
            profile("BBB", LATE, 20, 20),
            profile("AAA", EARLY, 40, 0),
            profile("AAA", LATE, 20, 80),
            profile("BBB", EARLY, 50, 50),
            profile("CCC", LATE, 90, 90)));
  }

  @Test
  void dates_and_countries_are_in_order() {
    assertThat(panel().dates()).containsExactly(EARLY, LATE);
    assertThat(panel().countries()).extracting(Country::code).containsExactly("AAA", "BBB", "CCC");
    assertThat(panel().scorecards()).hasSize(5);
    assertThat(panel()).extracting(t -> t.country().code()).containsExactly("AAA", "BBB", "CCC");
  }

  @Test
  void ranks_are_among_the_countries_of_a_date() {
    assertThat(panel().ranking(EARLY).countries())
        .extracting(Country::code)
        .containsExactly("BBB", "AAA");
    assertThat(panel().trajectory("AAA").ranks()).containsExactly(2.0, 2.0);
    assertThat(panel().trajectory("BBB").ranks()).containsExactly(1.0, 3.0);
    assertThat(panel().trajectory("CCC").ranks()).containsExactly(1.0);
  }

  @Test
  void a_change_is_split_into_weight_times_difference() {
    PeriodChange change = panel().trajectory("AAA").steps().get(0);
    assertThat(change.change()).isCloseTo(5, within(1e-12));
    assertThat(change.contributions())
        .extracting(Contribution::code, Contribution::points)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("b", 20.0),
            org.assertj.core.groups.Tuple.tuple("a", -15.0));
    assertThat(change.placesRisen()).isZero();
    assertThat(panel().trajectory("BBB").steps().get(0).placesRisen()).isEqualTo(-2);
    assertThat(panel().trajectory("CCC").steps()).isEmpty();
  }

  @Test
  void nothing_is_known_of_the_change_of_a_country_that_is_known_once() {
    Table table = panel().toTable();
    for (int row = 0; row < table.rowCount(); row++) {
      boolean once = table.cell(row, 0).startsWith("CCC") || table.cell(row, 0).contains("(CCC)");
      assertThat(table.number(row, table.column("Change")).isEmpty()).isEqualTo(once);
    }
    assertThatThrownBy(() -> panel().trajectory("CCC").change())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageEndingWith(" only, so nothing is known of its change");
  }

  @Test
  void contributions_of_steps_sum_to_every_change_over_random_models() {
    RandomModels.seeds()
        .forEach(
            seed -> {
              RandomModels.Case random = RandomModels.generate(seed);
              List<CountryProfile> profiles = new ArrayList<>();
              for (CountryProfile profile : random.profiles()) {
                LocalDate date = LocalDate.of(2000 + profiles.size(), 1, 1);
                profiles.add(profile.withCountry(Country.of("AAA", "aaa")).withAsOf(date));
              }
              Collections.shuffle(profiles, new java.util.Random(seed));
              Trajectory trajectory =
                  Panel.of(Scorer.of(random.model()), profiles).trajectory("AAA");
              double sum = 0;
              for (PeriodChange change : trajectory.steps()) {
                double points =
                    change.contributions().stream().mapToDouble(Contribution::points).sum();
                assertThat(points).isCloseTo(change.change(), within(1e-9));
                sum += points;
              }
              assertThat(sum).isCloseTo(trajectory.change().difference(), within(1e-9));
            });
  }

  @Test
  void scores_of_a_panel_are_those_of_the_scorer() {
    Scorer scorer = Scorer.of(model().withAggregation(Aggregation.geometric(1)));
    CountryProfile profile = profile("AAA", EARLY, 40, 10);
    Panel panel = Panel.of(scorer, List.of(profile));
    assertThat(panel.scorecard("AAA", EARLY)).isEqualTo(scorer.score(profile));
    assertThat(panel.scorer()).isSameAs(scorer);
  }

  @Test
  void rankings_stand_side_by_side() {
    assertThat(panel().rankings())
        .hasToString(
            """
            Rankings, the riskiest first

               2010-01-01  2020-01-01
            -  ----------  ----------
            1  50.0 bbb    90.0 ccc
            2  30.0 aaa    35.0 aaa
            3              20.0 bbb

            Scores are an index from 0 (safest) to 100 (riskiest), not a probability.""");
  }

  @Test
  void scores_print_with_their_way() {
    assertThat(panel())
        .hasToString(
            """
            Scores by date

            Country    2010-01-01  2020-01-01  Change
            ---------  ----------  ----------  ------  --
            ccc (CCC)           -        90.0       -   █
            aaa (AAA)        30.0        35.0    +5.0  ▂▂
            bbb (BBB)        50.0        20.0   -30.0  ▄▁

            Change: from the first date at which the country is known to the last.
            The blocks run from 20.0 to 90.0, the least and the greatest score of all.
            Scores are an index from 0 (safest) to 100 (riskiest), not a probability.""");
  }

  @Test
  void a_trajectory_prints_what_moved_it() {
    assertThat(panel().trajectory("BBB"))
        .hasToString(
            """
            bbb (BBB) over time  █▁

            What moved it  2010-01-01  2020-01-01  to 2020
            -------------  ----------  ----------  -------
            two                  50.0        20.0    -30.0
              a                  50.0        20.0    -22.5
              b                  50.0        20.0     -7.5

            Left: values from 0 to 100. Right: what each adds to the change, in points.
            2010-01-01 to 2020-01-01: -30.0 points, rank 1 to 3
            Scores are an index from 0 (safest) to 100 (riskiest), not a probability.""");
  }

  @Test
  void a_trajectory_prints_to_a_depth() {
    Trajectory trajectory = panel().trajectory("BBB");
    assertThat(trajectory.toTable(0).rowCount()).isEqualTo(1);
    assertThat(trajectory.toTable(1)).isEqualTo(trajectory.toTable());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> trajectory.toTable(-1))
        .withMessage("depth must be at least 0, but was -1");
  }

  @Test
  void coverage_prints_by_country_and_date() {
    CountryProfile half = profile("AAA", EARLY, 40, 0).withoutReading("b");
    Panel panel = Panel.of(Scorer.of(model()), List.of(half, profile("BBB", LATE, 1, 1)));
    assertThat(panel.coverage())
        .hasToString(
            """
            Weight with data, in percent

            Country    2010-01-01  2020-01-01
            ---------  ----------  ----------
            aaa (AAA)          75           -
            bbb (BBB)           -         100""");
  }

  @Test
  void all_faults_are_reported_at_once() {
    CountryProfile dateless =
        CountryProfile.builder(Country.of("DDD", "ddd")).reading("a", 1).reading("b", 1).build();
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                Panel.of(
                    Scorer.of(model()),
                    List.of(
                        dateless,
                        profile("AAA", EARLY, 1, 1),
                        profile("AAA", EARLY, 2, 2),
                        profile("BBB", EARLY, 1, 1).withoutReading("a"))))
        .withMessageContaining("ddd (DDD) has no date")
        .withMessageContaining("aaa (AAA) as of 2010-01-01 comes twice")
        .withMessageContaining("bbb (BBB) as of 2010-01-01: ");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Panel.of(Scorer.of(model()), List.of()))
        .withMessageContaining("there is no profile");
  }

  @Test
  void unknown_countries_and_dates_are_errors() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> panel().trajectory("AAB"))
        .withMessage(
            "Country 'AAB' is not in the panel. Known: [AAA, BBB, CCC]. Maybe you meant 'AAA' (aaa).");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> panel().ranking(LocalDate.of(2000, 1, 1)))
        .withMessage("No date 2000-01-01. Known: [2010-01-01, 2020-01-01]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> panel().scorecard("CCC", EARLY))
        .withMessage("Country 'CCC' is not known at 2010-01-01. Known at: [2020-01-01]");
  }

  @Test
  void equal_panels_are_equal() {
    assertThat(panel()).isEqualTo(panel()).hasSameHashCodeAs(panel());
    assertThat(panel().trajectory("AAA"))
        .isEqualTo(panel().trajectory("AAA"))
        .isNotEqualTo(panel().trajectory("BBB"));
  }
}
