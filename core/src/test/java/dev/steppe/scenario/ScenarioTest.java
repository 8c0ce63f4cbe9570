package dev.steppe.scenario;

import static dev.steppe.evidence.Flow.EXPORTS;
import static dev.steppe.evidence.Flow.IMPORTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.steppe.evidence.CountryProfile;
import dev.steppe.evidence.Estimate;
import dev.steppe.evidence.EthnicDistribution;
import dev.steppe.evidence.Flow;
import dev.steppe.evidence.Serialized;
import dev.steppe.evidence.Source;
import dev.steppe.evidence.TradePartners;
import dev.steppe.testing.RandomModels;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ScenarioTest {

  static LongStream seeds() {
    return RandomModels.seeds();
  }

  private static final Scenario LEAVES =
      Scenario.named("leaves the pact").leave("PACT").shift("unrest", Shift.relative(-0.2)).build();

  @Test
  void none_is_the_identity() {
    assertThat(Scenario.none().applyTo(Imagined.aaa())).isEqualTo(Imagined.aaa());
    assertThat(Scenario.none().then(LEAVES)).isEqualTo(LEAVES);
    assertThat(LEAVES.then(Scenario.none())).isEqualTo(LEAVES);
    assertThat(Scenario.none().at(0.5)).isEqualTo(Scenario.none());
  }

  @Test
  void then_is_associative() {
    Scenario a = LEAVES;
    Scenario b = Scenario.of(Change.join("WEST"));
    Scenario c = Scenario.of(Change.transit(0.1));
    assertThat(a.then(b).then(c)).isEqualTo(a.then(b.then(c)));
    assertThat(a.then(b).changes()).hasSize(3);
    assertThat(a.then(b).name()).isEqualTo("leaves the pact, joins WEST");
    assertThat(a.then(Change.join("WEST"))).isEqualTo(a.then(b));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void applying_one_after_the_other_is_applying_both(long seed) {
    Scenario first = RandomScenarios.of(seed, 3);
    Scenario second = RandomScenarios.of(seed + 1_000_000, 3);
    CountryProfile both;
    try {
      both = first.then(second).applyTo(Imagined.aaa());
    } catch (IllegalArgumentException inapplicable) {
      return;
    }
    assertThat(second.applyTo(first.applyTo(Imagined.aaa())).estimates())
        .isEqualTo(both.estimates());
  }

  @Test
  void a_shift_and_its_inverse_cancel() {
    Scenario there =
        Scenario.of(
            "there",
            Change.shift("unrest", Shift.absolute(4)),
            Change.shift("power", Shift.scaled(2)),
            Change.moveTrade(EXPORTS, "RIV", "CHN", 0.1));
    Scenario back =
        Scenario.of(
            "back",
            Change.shift("unrest", Shift.absolute(-4)),
            Change.shift("power", Shift.scaled(0.5)),
            Change.moveTrade(EXPORTS, "CHN", "RIV", 0.1));
    CountryProfile again = there.then(back).applyTo(Imagined.aaa());
    Imagined.aaa()
        .estimates()
        .forEach(
            (code, estimate) ->
                assertThat(again.estimate(code).orElseThrow().central())
                    .as(code)
                    .isCloseTo(estimate.central(), within(1e-12)));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void compositions_stay_on_the_simplex(long seed) {
    Random random = new Random(seed);
    CountryProfile profile = randomEvidence(random);
    double exports = sum(profile, EXPORTS);
    double imports = sum(profile, IMPORTS);
    for (int i = 0; i < 6; i++) {
      try {
        profile = Scenario.of(RandomScenarios.change(random)).applyTo(profile);
      } catch (IllegalArgumentException inapplicable) {
        continue;
      }
      assertThat(sum(profile, EXPORTS)).isCloseTo(exports, within(1e-9));
      assertThat(sum(profile, IMPORTS)).isCloseTo(imports, within(1e-9));
      EthnicDistribution groups = profile.evidence(EthnicDistribution.class).orElseThrow();
      assertThat(sum(groups.groups())).isCloseTo(1, within(1e-9));
      double population = 0;
      for (String region : groups.regions()) {
        population += groups.populationShare(region).orElseThrow();
        assertThat(sum(groups.groupsIn(region))).isCloseTo(1, within(1e-9));
      }
      assertThat(population).isCloseTo(1, within(1e-9));
      for (Estimate index : profile.estimates().values()) {
        assertThat(index.lower()).isLessThanOrEqualTo(index.central());
      }
    }
  }

  private static CountryProfile randomEvidence(Random random) {
    double[] p = parts(random);
    double[] q = parts(random);
    double[] n = parts(random);
    double[] s = parts(random);
    double size = 0.1 + 0.8 * random.nextDouble();
    double half = Math.min(p[0], 1 - p[0]) * random.nextDouble();
    TradePartners trade =
        TradePartners.builder("RIV")
            .exports("RIV", Estimate.between(p[0] - half, p[0] + half), Imagined.SOURCE)
            .exports("CHN", p[1], Imagined.SOURCE)
            .exports("TUR", p[2], Imagined.SOURCE)
            .imports("RIV", q[0], Imagined.SOURCE)
            .imports("CHN", q[1], Imagined.SOURCE)
            .transit(q[2], Imagined.SOURCE)
            .build();
    EthnicDistribution groups =
        EthnicDistribution.builder("C")
            .group("A", q[0], Imagined.SOURCE)
            .group("B", q[1], Imagined.SOURCE)
            .group("C", q[2], Imagined.SOURCE)
            .region(
                "north",
                Imagined.SOURCE,
                r -> r.populationShare(size).group("A", n[0]).group("B", n[1]).group("C", n[2]))
            .region(
                "south",
                Imagined.SOURCE,
                r -> r.populationShare(1 - size).group("A", s[0]).group("B", s[1]).group("C", s[2]))
            .build();
    return Imagined.aaa().withEvidence(trade).withEvidence(groups);
  }

  private static double[] parts(Random random) {
    double a = random.nextDouble();
    double b = random.nextDouble();
    double low = Math.min(a, b);
    double high = Math.max(a, b);
    return new double[] {low, high - low, 1 - high};
  }

  private static double sum(CountryProfile profile, Flow flow) {
    return sum(profile.evidence(TradePartners.class).orElseThrow().partners(flow));
  }

  private static double sum(Map<String, Estimate> shares) {
    double sum = 0;
    for (Estimate share : shares.values()) {
      assertThat(share.lower()).isGreaterThanOrEqualTo(0);
      assertThat(share.upper()).isLessThanOrEqualTo(1);
      sum += share.central();
    }
    return sum;
  }

  @Test
  void every_inapplicable_change_is_reported() {
    Scenario bad =
        Scenario.named("bad")
            .leave("WEST")
            .shift("unrest", Shift.absolute(1))
            .shift("riots", Shift.absolute(1))
            .shift("import_dependence", Shift.relative(-0.5))
            .moveTrade(EXPORTS, "USA", "CHN", 0.1)
            .moveTrade(EXPORTS, "TUR", "CHN", 0.3)
            .change(Change.strengthen("POL", "pact", 1))
            .change(Change.tie("USB", dev.steppe.evidence.TieKind.ASPIRATION, "wish"))
            .change(Change.movePeople("C", "south", "north", 0.1))
            .build();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> bad.applyTo(Imagined.aaa()))
        .withMessage(
            """
            Scenario 'bad' for AAAland (AAA) has 8 faults:
              - change 1 (leaves WEST): 'AAA' is not a member of 'WEST' on 2022-01-01. Members then: [POL, CCC]
              - change 3 (has riots 1 higher): there is no reading of 'riots'. Known: [unrest, power, tie_to_rival, treaty_protection, multi_vector_index, export_dependence, import_dependence, transit_dependence, export_concentration, import_concentration, kin_share, ethnic_polarisation, ... (19 in all)].
              - change 4 (has import_dependence 50 % lower): reading 'import_dependence' follows from its evidence 'trade-partners': change the evidence instead, by moveTrade, redirect, cutPartner, perturbTrade or transit of Change
              - change 5 (moves 10 % of all exports from USA to CHN): Unknown part 'USA' of exports. Known: [CHN, RIV, TUR].
              - change 6 (moves 30 % of all exports from TUR to CHN): Cannot move 0.3 from 'TUR' to 'CHN': its share of exports is 0.2
              - change 7 (has its tie 'pact' to POL at strength 1): No tie 'pact' between 'AAA' and 'POL' on 2022-01-01. Known: [friendship].
              - change 8 (has a tie 'wish' (aspiration, strength 0.1) to USB): Unknown actor 'USB'. Known: [RIV, AAA, BBB, POL, CCC]. Maybe you meant 'BBB'.
              - change 9 (has 10 % of its population, all C, in north instead of south): Cannot move 0.1 of the population as 'C' from 'south': only 0.0 live there\
            """);
  }

  @Test
  void a_country_without_the_evidence_is_reported() {
    CountryProfile bare =
        CountryProfile.builder(Imagined.aaa().country()).reading("unrest", 1).build();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LEAVES.applyTo(bare))
        .withMessage(
            "Scenario 'leaves the pact' for AAAland (AAA): change 1 (leaves PACT): nothing is"
                + " known of its alliance ties. Evidence: []");
    CountryProfile withPlain = bare.withReading("tie_to_rival", 1);
    CountryProfile taken =
        Scenario.of(Change.take(Imagined.aaa(), "alliance-ties")).applyTo(withPlain);
    assertThat(taken.estimate("tie_to_rival")).isEqualTo(Imagined.aaa().estimate("tie_to_rival"));
  }

  @Test
  void a_reading_that_would_be_given_twice_is_reported() {
    CountryProfile noExports =
        Imagined.aaa()
            .withEvidence(TradePartners.builder("RIV").exports("CHN", 0.4, Imagined.SOURCE).build())
            .withReading("export_dependence", 0.1);
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> Scenario.of("s", Change.moveTrade(EXPORTS, "CHN", "RIV", 0.1)).applyTo(noExports))
        .withMessage(
            "Scenario 's' for AAAland (AAA): Profile of AAAland (AAA): reading"
                + " 'export_dependence' of evidence 'trade-partners' is already given by a plain"
                + " reading");
  }

  @Test
  void sources_tell_what_was_changed_and_keep_what_they_were() {
    CountryProfile changed =
        LEAVES.then(Change.shift("unrest", Shift.absolute(1))).applyTo(Imagined.aaa());
    Source unrest = changed.readings("unrest").get(0).source();
    assertThat(unrest.document()).isEqualTo("Almanac");
    assertThat(unrest.place())
        .isEqualTo(
            "page 7; scenario 'leaves the pact, has unrest 1 higher': has unrest 20 % lower and"
                + " has unrest 1 higher");
    assertThat(unrest.observedYear()).hasValue(2020);
    assertThat(changed.readings("unrest").get(0).unit()).isEqualTo("index");
    assertThat(changed.readings("tie_to_rival").get(0).source().place())
        .endsWith("scenario 'leaves the pact, has unrest 1 higher': leaves PACT");
    assertThat(changed.readings("export_dependence"))
        .isEqualTo(Imagined.aaa().readings("export_dependence"));
    assertThat(changed.readings("power")).isEqualTo(Imagined.aaa().readings("power"));
    CountryProfile again = Scenario.of("then", Change.leave("UNION")).applyTo(changed);
    assertThat(again.readings("tie_to_rival").get(0).source().place())
        .endsWith(": leaves PACT; scenario 'then': leaves UNION");
    assertThat(Serialized.copyOf(again)).isEqualTo(again);
    assertThat(Serialized.copyOf(again).readings("tie_to_rival"))
        .isEqualTo(again.readings("tie_to_rival"));
  }

  @Test
  void a_source_that_is_not_stated_says_what_was_changed() {
    assertThat(
            Scenario.of("s", Change.shift("power", Shift.none()))
                .applyTo(Imagined.aaa())
                .readings("power")
                .get(0)
                .source())
        .hasToString("source not stated, scenario 's': has power 0 higher");
  }

  @Test
  void a_second_change_of_the_same_says_so() {
    Scenario twice =
        Scenario.named("twice")
            .moveTrade(EXPORTS, "RIV", "CHN", 0.1)
            .leave("PACT")
            .change(Change.cutPartner(EXPORTS, "RIV"))
            .build();
    assertThat(twice.sentences())
        .containsExactly(
            "Moves 10 % of all exports from RIV to CHN.",
            "Leaves PACT.", "Cuts all exports to RIV, from what change 1 has left.");
    assertThat(twice)
        .hasToString(
            "twice: Moves 10 % of all exports from RIV to CHN. Leaves PACT. Cuts all exports to"
                + " RIV, from what change 1 has left.");
    assertThat(Scenario.none()).hasToString("stays as it is: No change.");
    // Cut: 0.2 to CHN with 0.6 and TUR with 0.2.
    assertThat(
            twice
                .applyTo(Imagined.aaa())
                .evidence(TradePartners.class)
                .orElseThrow()
                .partners(EXPORTS)
                .get("CHN")
                .central())
        .isCloseTo(0.75, within(1e-12));
  }

  @Test
  void a_part_of_a_scenario_is_that_part_of_every_change() {
    assertThat(LEAVES.at(0.4))
        .isEqualTo(
            Scenario.of(
                "leaves the pact (40 %)",
                Change.leave("PACT").at(0.4), Change.shift("unrest", Shift.relative(-0.2 * 0.4))));
    assertThat(LEAVES.at(1)).isEqualTo(LEAVES);
    assertThat(LEAVES.at(0).applyTo(Imagined.aaa())).isEqualTo(Imagined.aaa());
    assertThat(LEAVES.grades(2)).containsExactly(LEAVES.at(0), LEAVES.at(0.5), LEAVES);
    assertThat(LEAVES.isGradable()).isTrue();
  }

  @Test
  void what_is_all_or_nothing_has_no_part() {
    Scenario whole =
        LEAVES
            .then(Change.alliancesOn(Imagined.DATE))
            .then(Change.shift("unrest", Shift.atMost(5)))
            .withName("whole");
    assertThat(whole.isGradable()).isFalse();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> whole.at(0.5))
        .withMessage(
            "Scenario 'whole' at 50 % has 2 faults:\n"
                + "  - 'has the alliances of 2022-01-01' is all or nothing\n"
                + "  - 'has unrest at 5 at most' is all or nothing");
    assertThat(whole.at(1)).isEqualTo(whole);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LEAVES.at(1.2))
        .withMessage("share of scenario 'leaves the pact' must be in [0.0, 1.0], but was 1.2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LEAVES.grades(0))
        .withMessage("Grades of scenario 'leaves the pact' need at least 1 step, but were 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Scenario.named(" "))
        .withMessage("name of a scenario must not be blank");
  }

  @Test
  void scenarios_are_values() {
    List<Change> all = new ArrayList<>();
    Random random = new Random(5);
    for (int i = 0; i < 100; i++) {
      all.add(RandomScenarios.change(random));
    }
    all.add(Change.take(Imagined.aaa(), "alliance-ties"));
    all.add(Change.takeReadings(Imagined.aaa(), List.of("unrest")));
    all.add(Change.alliancesOn(Imagined.DATE));
    Scenario scenario = Scenario.of("all", all.toArray(new Change[0]));
    assertThat(Serialized.copyOf(scenario)).isEqualTo(scenario).hasSameHashCodeAs(scenario);
  }

  @Test
  void several_changes_name_a_scenario() {
    Scenario both = Scenario.of(Change.leave("WEST"), Change.shift("unrest", Shift.fixed(1)));
    assertThat(both.name()).startsWith("leaves WEST, ");
    assertThat(both.changes()).hasSize(2);
    assertThat(both)
        .isEqualTo(
            Scenario.of(both.name(), Change.leave("WEST"), Change.shift("unrest", Shift.fixed(1))));
  }

  @Test
  void one_step_leads_from_nothing_to_the_whole() {
    assertThat(LEAVES.grades(1)).containsExactly(LEAVES.at(0), LEAVES);
  }
}
