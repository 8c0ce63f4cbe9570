package dev.steppe.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.steppe.analysis.Execution;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.evidence.Estimate;
import dev.steppe.evidence.Flow;
import dev.steppe.evidence.TradePartners;
import dev.steppe.score.Scorer;
import dev.steppe.testing.RandomModels;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ScenarioTableTest {

  private static final Scorer SCORER = Imagined.scorer();
  private static final Scenario LEAVES = Scenario.of(Change.leave("PACT"));
  private static final Scenario UNREST =
      Scenario.of("unrest", Change.shift("unrest", Shift.absolute(20)));

  static LongStream seeds() {
    return RandomModels.seeds();
  }

  private static ScenarioTable table() {
    return ScenarioTable.of(SCORER, Imagined.all(), List.of(LEAVES, UNREST));
  }

  private static OptionalDouble score(CountryProfile profile, Scenario scenario) {
    try {
      return OptionalDouble.of(SCORER.score(scenario.applyTo(profile)).value());
    } catch (IllegalArgumentException none) {
      return OptionalDouble.empty();
    }
  }

  @Test
  void plain_data_say_what_the_table_says() {
    List<CountryProfile> profiles = new ArrayList<>(Imagined.all());
    profiles.add(Imagined.profile("RRR", "unrest", 200));
    ScenarioTable table = ScenarioTable.of(SCORER, profiles, List.of(LEAVES, UNREST));
    ScenarioRecord plain = table.toRecord();
    assertThat(plain.fingerprint()).isEqualTo(SCORER.fingerprint());
    assertThat(plain.model()).isEqualTo(SCORER.model().name());
    assertThat(plain.scenarios())
        .containsExactly(
            new ScenarioRecord.Changed(LEAVES.name(), List.of("Leaves PACT.")),
            new ScenarioRecord.Changed("unrest", List.of("Has unrest 20 higher.")));
    assertThat(plain.cells()).hasSameSizeAs(table.cells());
    for (int i = 0; i < plain.cells().size(); i++) {
      ScenarioTable.Cell cell = table.cells().get(i);
      ScenarioRecord.Cell told = plain.cells().get(i);
      assertThat(told.country()).isEqualTo(cell.country().code());
      assertThat(told.scenario()).isEqualTo(cell.scenario().name());
      assertThat(told.score())
          .isEqualTo(cell.isScored() ? (Double) cell.score().getAsDouble() : null);
      assertThat(told.difference())
          .isEqualTo(
              cell.difference().isPresent() ? (Double) cell.difference().getAsDouble() : null);
      assertThat(told.rankTogether())
          .isEqualTo(cell.isScored() ? (Integer) cell.rankTogether().getAsInt() : null);
      assertThat(told.fault()).isEqualTo(cell.fault());
    }
    assertThat(plain.cells()).extracting(ScenarioRecord.Cell::score).contains((Double) null);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void cells_are_the_scores_of_the_changed_profiles(long seed) {
    List<CountryProfile> profiles = new ArrayList<>(Imagined.all());
    // One with a reading outside its domain, one with a gap, and one that fills it by trade.
    profiles.add(Imagined.profile("RRR", "unrest", 200));
    profiles.add(
        Imagined.profile("SSS", "unrest", 60)
            .withEvidence(
                TradePartners.builder("RIV")
                    .exports("CHN", 0.6, Imagined.SOURCE)
                    .imports("RIV", 0.2, Imagined.SOURCE)
                    .imports("CHN", Estimate.between(0.3, 0.5), Imagined.SOURCE)
                    .build()));
    Random random = new Random(seed);
    List<Scenario> scenarios = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      scenarios.add(RandomScenarios.of(1000 * seed + i, 3));
    }
    scenarios.add(Scenario.of("far", Change.shift("unrest", Shift.absolute(60))));
    scenarios.add(
        Scenario.of(
            "there and back",
            Change.shift("unrest", Shift.absolute(90)),
            Change.shift("unrest", Shift.atMost(50))));
    scenarios.add(Scenario.of("new", Change.moveTrade(Flow.EXPORTS, "CHN", "RIV", 0.1)));
    CountryProfile other = profiles.get(random.nextInt(3));
    scenarios.add(Scenario.of(Change.take(other, "trade-partners")));
    scenarios.add(Scenario.of(Change.takeReadings(other, List.of("kin_share", "unrest"))));
    scenarios.add(Scenario.of(Change.takeFactor(other, Imagined.model().root())));
    ScenarioTable table = ScenarioTable.of(SCORER, profiles, scenarios);
    for (CountryProfile profile : profiles) {
      for (Scenario scenario : scenarios) {
        assertThat(table.cell(profile.country().code(), scenario.name()).score())
            .as(profile.country() + " " + scenario)
            .isEqualTo(score(profile, scenario)); // The same bits.
      }
    }
  }

  @Test
  void any_number_of_threads_gives_the_same_bits() {
    List<Scenario> scenarios = new ArrayList<>();
    for (int i = 0; i < 9000; i++) {
      scenarios.add(RandomScenarios.of(i, 3));
    }
    ScenarioTable serial =
        ScenarioTable.of(SCORER, Imagined.all(), scenarios, Execution.onCallingThread());
    for (int threads : new int[] {2, 7}) {
      assertThat(ScenarioTable.of(SCORER, Imagined.all(), scenarios, Execution.onThreads(threads)))
          .isEqualTo(serial);
    }
    assertThat(serial.cell("AAA", "random 8999").score())
        .isEqualTo(score(Imagined.aaa(), scenarios.get(8999)));
  }

  @Test
  void cells_tell_differences_and_ranks() {
    ScenarioTable.Cell cell = table().cell("AAA", "unrest");
    double base = SCORER.score(Imagined.aaa()).value();
    double changed = SCORER.score(UNREST.applyTo(Imagined.aaa())).value();
    assertThat(cell.base()).hasValue(base);
    assertThat(cell.difference()).hasValue(changed - base);
    assertThat(cell.isScored()).isTrue();
    assertThat(cell.fault()).isEmpty();
    // As they are, BBB is the riskiest; each with more unrest alone, and all together.
    double[] before = {base, scoreOf(1), scoreOf(2)};
    assertThat(before[1]).isGreaterThan(before[0]);
    assertThat(before[0]).isGreaterThan(before[2]);
    assertThat(cell.rankBefore()).hasValue(2);
    assertThat(cell.rankAlone()).hasValue(changed > before[1] ? 1 : 2);
    assertThat(cell.rankTogether()).hasValue(2);
    assertThat(table().cell("CCC", "unrest").rankBefore()).hasValue(3);
  }

  private static double scoreOf(int country) {
    return SCORER.score(Imagined.all().get(country)).value();
  }

  @Test
  void a_cell_that_fails_tells_why_and_the_others_are_there() {
    ScenarioTable table = table();
    assertThat(table.cell("BBB", "leaves PACT").score()).isEmpty();
    assertThat(table.cell("BBB", "leaves PACT").difference()).isEmpty();
    assertThat(table.cell("BBB", "leaves PACT").rankAlone()).isEmpty();
    assertThat(table.cell("BBB", "leaves PACT").fault())
        .isEqualTo(
            "Scenario 'leaves PACT' for BBBland (BBB): change 1 (leaves PACT): 'BBB' is not a"
                + " member of 'PACT' on 2022-01-01. Members then: [RIV, AAA]");
    assertThat(table.cell("AAA", "leaves PACT").score()).isPresent();
    ScenarioTable far =
        ScenarioTable.of(
            SCORER,
            Imagined.all(),
            List.of(Scenario.of("far", Change.shift("unrest", Shift.absolute(70)))));
    assertThat(far.cell("BBB", "far").fault())
        .isEqualTo(
            "Profile of BBBland (BBB) for model 'imagined': reading of 'unrest' must be in [0.0,"
                + " 100.0], but was 105.0");
    assertThat(far.cell("AAA", "far").score()).isPresent();
  }

  @Test
  void the_largest_differences_come_first() {
    List<ScenarioTable.Cell> cells = table().largest(3);
    assertThat(cells).hasSize(3);
    assertThat(Math.abs(cells.get(0).difference().orElseThrow()))
        .isGreaterThanOrEqualTo(Math.abs(cells.get(1).difference().orElseThrow()));
    assertThat(table().largest(100)).hasSize(4); // Two cells have no score.
    assertThat(table().largest(0)).isEmpty();
  }

  @Test
  void it_prints_as_a_table() {
    assertThat(table().toTable().rowCount()).isEqualTo(6);
    assertThat(table().toTable().headers())
        .containsExactly(
            "Country",
            "Scenario",
            "Score",
            "Would be",
            "Difference",
            "Rank",
            "Alone",
            "Together",
            "No score because");
    assertThat(table().toTable().cell(2, 8))
        .startsWith("change 1 (leaves PACT): 'BBB' is not a member of 'PACT'");
    assertThat(table().toString()).contains("BBBland").contains("not a probability");
    assertThat(table().differences().headers())
        .containsExactly("Country", "Score", "leaves PACT", "unrest");
    assertThat(table().differences().cell(1, 2)).isEqualTo("-");
    assertThat(table().toTable().toCsv().lines()).hasSize(7);
    List<Scenario> many = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      many.add(UNREST.withName("scenario " + i));
    }
    assertThat(ScenarioTable.of(SCORER, Imagined.all(), many).toString())
        .contains("The first 60 of 300 rows.");
  }

  @Test
  void what_comes_twice_or_not_at_all_is_an_error() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                ScenarioTable.of(
                    SCORER,
                    List.of(Imagined.aaa(), Imagined.aaa()),
                    List.of(LEAVES, UNREST, LEAVES)))
        .withMessage(
            "Scenario table has 2 faults:\n"
                + "  - country AAAland (AAA) comes twice\n"
                + "  - scenario 'leaves PACT' comes twice");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ScenarioTable.of(SCORER, List.of(), List.of()))
        .withMessage(
            "Scenario table has 2 faults:\n  - there is no country\n  - there is no scenario");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> table().cell("AAB", "unrest"))
        .withMessage(
            "Country 'AAB' is not in the table. Known: [AAA, BBB, CCC]. Maybe you meant 'AAA'"
                + " (AAAland).");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> table().cell("AAA", "leaves"))
        .withMessageStartingWith("Scenario 'leaves' is not in the table. Known: [leaves PACT,");
  }

  @Test
  void a_grid_has_every_combination() {
    ScenarioGrid grid =
        ScenarioGrid.of(
            ScenarioGrid.Axis.of("alliances", Scenario.none(), LEAVES),
            ScenarioGrid.Axis.of("unrest", UNREST.grades(2)),
            ScenarioGrid.Axis.of("transit", Scenario.of(Change.transit(0.1)), Scenario.none()));
    assertThat(
            ScenarioGrid.of(
                    ScenarioGrid.Axis.of("alliances", Scenario.none(), LEAVES),
                    ScenarioGrid.Axis.of("unrest", UNREST.grades(4)))
                .size())
        .isEqualTo(10);
    assertThat(grid.size()).isEqualTo(12);
    assertThat(grid.scenarios())
        .extracting(Scenario::name)
        .hasSize(12)
        .startsWith(
            "unrest (0 %), sends 10 % of its exports across its rival's territory",
            "unrest (0 %)", "unrest (50 %), sends 10 % of its exports across its rival's territory")
        .endsWith("leaves PACT, unrest");
    assertThat(grid.scenarios().get(11)).isEqualTo(LEAVES.then(UNREST));
    assertThat(ScenarioTable.of(SCORER, Imagined.all(), grid.scenarios()).size()).isEqualTo(36);
  }

  @Test
  void grids_that_cannot_be_are_errors() {
    ScenarioGrid.Axis axis = ScenarioGrid.Axis.of("a", UNREST.grades(999));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ScenarioGrid.of(axis, axis, axis))
        .withMessage(
            "Scenario grid has 3 faults:\n"
                + "  - axis 'a' comes twice\n"
                + "  - axis 'a' comes twice\n"
                + "  - needs at most 10000000 cells, but has 1000000000");
    assertThatIllegalArgumentException()
        .isThrownBy(ScenarioGrid::of)
        .withMessage("Scenario grid: there is no axis");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ScenarioGrid.Axis.of("a", UNREST, UNREST))
        .withMessage("Axis 'a': scenario 'unrest' comes twice");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ScenarioGrid.Axis.of("a"))
        .withMessage("Axis 'a': there is no alternative");
  }

  /**
   * 50, 40, 60 and 40 without a scenario that adds 15 to all but the third, of whom nothing is
   * known that it changes.
   */
  @Test
  void ranks_alone_and_together_by_hand() {
    CountryProfile third =
        CountryProfile.builder(Even.country("CCC", 60).country())
            .reading("b", 60)
            .reading("c", 60)
            .reading("d", 60)
            .reading("e", 60)
            .build();
    Scorer scorer =
        Scorer.of(Even.scorer().model().withMissing(dev.steppe.model.MissingPolicy.reweight(0)));
    Scenario more = Even.shifts(15, 15, 15, 15, 15);
    ScenarioTable table =
        ScenarioTable.of(
            scorer,
            List.of(
                Even.country("AAA", 50), Even.country("BBB", 40), third, Even.country("DDD", 40)),
            List.of(more));
    ScenarioTable.Cell second = table.cell("BBB", "shifts");
    assertThat(second.score()).hasValue(55);
    // Who is level shares the better rank.
    assertThat(second.rankBefore()).hasValue(3);
    assertThat(table.cell("DDD", "shifts").rankBefore()).hasValue(3);
    assertThat(second.rankAlone()).hasValue(2);
    assertThat(second.rankTogether()).hasValue(3);
    assertThat(table.cell("AAA", "shifts").rankTogether()).hasValue(1);
    assertThat(table.cell("CCC", "shifts").rankBefore()).hasValue(1);
    assertThat(table.cell("CCC", "shifts").isScored()).isFalse();
  }

  @Test
  void a_table_without_faults_has_no_column_for_them() {
    ScenarioTable whole = ScenarioTable.of(SCORER, Imagined.all(), List.of(UNREST));
    assertThat(whole.toTable().headers()).doesNotContain("No score because");
    assertThat(whole.toString()).doesNotContain("The first");
    assertThat(table().toString()).doesNotContain("The first");
  }

  @Test
  void other_countries_scenarios_or_scores_are_other_tables() {
    ScenarioTable same = ScenarioTable.of(SCORER, Imagined.all(), List.of(LEAVES, UNREST));
    assertThat(table()).isEqualTo(same).hasSameHashCodeAs(same);
    for (ScenarioTable other :
        List.of(
            ScenarioTable.of(SCORER, Imagined.all(), List.of(UNREST)),
            ScenarioTable.of(SCORER, Imagined.all().subList(0, 2), List.of(LEAVES, UNREST)),
            ScenarioTable.of(Imagined.additiveScorer(), Imagined.all(), List.of(LEAVES, UNREST)))) {
      assertThat(table()).isNotEqualTo(other);
      assertThat(table().hashCode()).isNotEqualTo(other.hashCode());
    }
  }

  @Test
  void a_grid_may_have_ten_million_cells() {
    ScenarioGrid.Axis thousand = ScenarioGrid.Axis.of("thousand", UNREST.grades(999));
    ScenarioGrid.Axis again = ScenarioGrid.Axis.of("again", UNREST.grades(999));
    assertThat(
            ScenarioGrid.of(thousand, again, ScenarioGrid.Axis.of("ten", UNREST.grades(9))).size())
        .isEqualTo(10_000_000);
  }
}
