package dev.steppe.evidence;

import static dev.steppe.evidence.Flow.EXPORTS;
import static dev.steppe.evidence.Flow.IMPORTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What evidence says after it was changed on purpose. */
class ChangedEvidenceTest {

  private static final Source SOURCE = Source.of("Almanac", "page 7").observed(2020);
  private static final Source OTHER = Source.of("Yearbook", "");
  private static final LocalDate THEN = LocalDate.of(2000, 1, 1);
  private static final LocalDate NOW = LocalDate.of(2022, 1, 1);

  private static TradePartners trade() {
    return TradePartners.builder("RUS")
        .exports("RUS", Estimate.between(0.2, 0.4), SOURCE)
        .exports("CHN", Estimate.between(0.5, 0.7), SOURCE)
        .exports("ZWE", 0.0, SOURCE)
        .imports("RUS", 0.3, SOURCE)
        .imports("RUS", 0.5, OTHER)
        .imports("CHN", 0.2, SOURCE)
        .build();
  }

  @Test
  void uncertain_shares_are_stretched() {
    TradePartners cut = trade().cut(EXPORTS, "RUS", 0.5);
    // RUS halves; CHN is multiplied by 0.75 / 0.6, whose upper bound stays below 1.
    assertThat(cut.partners(EXPORTS).get("RUS")).isEqualTo(Estimate.between(0.1, 0.2));
    assertThat(cut.partners(EXPORTS).get("CHN").lower()).isCloseTo(0.625, within(1e-12));
    assertThat(cut.partners(EXPORTS).get("CHN").upper()).isCloseTo(0.875, within(1e-12));
    TradePartners all = trade().cut(EXPORTS, "RUS", 1);
    assertThat(all.partners(EXPORTS).get("RUS")).isEqualTo(Estimate.exact(0));
    // 0.5..0.7 times 1.5 would pass 1: drawn together around 0.9.
    assertThat(all.partners(EXPORTS).get("CHN").central()).isCloseTo(0.9, within(1e-12));
    assertThat(all.partners(EXPORTS).get("CHN").upper()).isLessThanOrEqualTo(1);
    assertThat(all.partners(EXPORTS).get("ZWE")).isEqualTo(Estimate.exact(0));
  }

  @Test
  void figures_of_several_sources_move_together() {
    TradePartners redirected = trade().redirect(IMPORTS, "RUS", "CHN", 0.5);
    assertThat(redirected.partners(IMPORTS).get("RUS")).isEqualTo(Estimate.between(0.15, 0.25));
    assertThat(redirected.figures(IMPORTS, "RUS")).hasSize(2);
    assertThat(redirected.partners(IMPORTS).get("CHN").central()).isCloseTo(0.4, within(1e-12));
    TradePartners perturbed = trade().perturb(IMPORTS, Map.of("CHN", 2.0));
    // 0.6 * (0.4, 0.4) / 0.8
    assertThat(perturbed.partners(IMPORTS).get("RUS").central()).isCloseTo(0.3, within(1e-12));
    assertThat(perturbed.partners(IMPORTS).get("CHN").central()).isCloseTo(0.3, within(1e-12));
  }

  @Test
  void trade_that_is_not_there_cannot_be_changed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> trade().redirect(EXPORTS, "ZWE", "CHN", 0.5))
        .withMessage("Nothing to move from 'ZWE': its share of exports is 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> trade().cut(EXPORTS, "USA", 1))
        .withMessage(
            "Unknown part 'USA' of exports. Known: [RUS, CHN, ZWE]. Maybe you meant 'RUS'.");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> trade().cut(EXPORTS, "RUS", 2))
        .withMessage("fraction of 'RUS' to move must be in [0.0, 1.0], but was 2.0");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                TradePartners.builder("RUS")
                    .exports("RUS", 0.3, SOURCE)
                    .build()
                    .cut(EXPORTS, "RUS", 1))
        .withMessage("Cannot cut 'RUS': no other part of exports is listed with a share");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> trade().perturb(EXPORTS, Map.of("USA", 2.0)))
        .withMessage(
            "Unknown part 'USA' of exports. Known: [RUS, CHN, ZWE]. Maybe you meant 'RUS'.");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                TradePartners.builder("RUS")
                    .exports("RUS", 0.0, SOURCE)
                    .build()
                    .perturb(EXPORTS, Map.of("RUS", 2.0)))
        .withMessage("Nothing of exports is left to be perturbed");
  }

  @Test
  void what_one_figure_cannot_lose_others_do_not_gain_beyond_the_whole() {
    // Both figures of RUS lose 0.2, but 0..0.4 becomes an exact 0, so its span loses only 0.1.
    TradePartners trade =
        TradePartners.builder("RUS")
            .exports("RUS", Estimate.between(0, 0.4), SOURCE)
            .exports("RUS", 0.5, OTHER)
            .exports("CHN", 0.7, SOURCE)
            .build();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> trade.moveShare(EXPORTS, "RUS", "CHN", 0.2))
        .withMessage(
            "Moving 0.2 from 'RUS' to 'CHN': shares in exports must sum to at most 1, but sum to"
                + " 1.0499999999999998: RUS 0.15, CHN 0.8999999999999999");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> trade.moveShare(EXPORTS, "RUS", " ", 0.1))
        .withMessage("name of a part of exports must not be blank");
  }

  private static EthnicDistribution groups() {
    return EthnicDistribution.builder("C")
        .region("north", SOURCE, r -> r.populationShare(0.25).group("C", 0.4))
        .region("south", SOURCE, r -> r.populationShare(0.5).group("C", 0.1).group("B", 0.2))
        .region("city", SOURCE, r -> r.group("C", 0.5).group("B", 0.5))
        .build();
  }

  @Test
  void people_are_counted_only_where_they_can_be() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> groups().movePeople("C", "north", "south", 0.2))
        .withMessage("Cannot move 0.2 of the population as 'C' from 'north': only 0.1 live there");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> groups().movePeople("B", "south", "north", 0.01))
        .withMessage("Group 'B' is not listed in region 'north', but may be in its unlisted rest");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> groups().movePopulation("north", "south", 0.01))
        .withMessage("Group 'B' is not listed in region 'north', but may be in its unlisted rest");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> groups().movePeople("C", "north", "city", 0.01))
        .withMessage("Region 'city' has no population share, so nobody can be counted in it");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> groups().movePeople("A", "north", "south", 0.01))
        .withMessage("Unknown part 'A' of region 'north'. Known: [C].");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> groups().movePeople("C", "nord", "south", 0.01))
        .withMessage(
            "Unknown region 'nord'. Known: [north, south, city]. Maybe you meant 'north'.");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> complete().movePopulation("north", "south", 0.25))
        .withMessage(
            "Cannot move 0.25 of the population from 'north': 0.25 live there, and somebody must"
                + " stay");
    assertThat(complete().movePopulation("north", "north", 0.1)).isEqualTo(complete());
  }

  /** Two regions in which everybody is listed. */
  private static EthnicDistribution complete() {
    return EthnicDistribution.builder("C")
        .region("north", SOURCE, r -> r.populationShare(0.25).group("C", 0.4).group("D", 0.6))
        .region("south", SOURCE, r -> r.populationShare(0.75).group("C", 1.0))
        .build();
  }

  @Test
  void a_group_that_is_new_in_a_region_is_listed_there() {
    EthnicDistribution moved = complete().movePeople("D", "north", "south", 0.05);
    assertThat(moved.groupsIn("south").get("D").central()).isCloseTo(0.05 / 0.8, within(1e-12));
    assertThat(moved.groupsIn("south").get("C").central()).isCloseTo(0.75 / 0.8, within(1e-12));
    assertThat(moved.groupsIn("north").get("D").central()).isCloseTo(0.5, within(1e-12));
  }

  /**
   * 0.1 of the people go from the north, 0.25 in all, to the south: with 0.04 of C and 0.06 of D.
   */
  @Test
  void who_moves_is_counted_in_the_other_region_and_nobody_is_lost() {
    EthnicDistribution moved = complete().movePopulation("north", "south", 0.1);
    assertThat(moved.populationShare("north").orElseThrow()).isCloseTo(0.15, within(1e-15));
    assertThat(moved.populationShare("south").orElseThrow()).isCloseTo(0.85, within(1e-15));
    assertThat(moved.groupsIn("north").get("C").central()).isCloseTo(0.4, within(1e-12));
    assertThat(moved.groupsIn("north").get("D").central()).isCloseTo(0.6, within(1e-12));
    assertThat(moved.groupsIn("south").get("C").central()).isCloseTo(0.79 / 0.85, within(1e-12));
    assertThat(moved.groupsIn("south").get("D").central()).isCloseTo(0.06 / 0.85, within(1e-12));
    EthnicDistribution one = complete().movePeople("D", "north", "south", 0.05);
    assertThat(one.populationShare("north").orElseThrow()).isCloseTo(0.2, within(1e-15));
    assertThat(one.populationShare("south").orElseThrow()).isCloseTo(0.8, within(1e-15));
    assertThat(one.groupsIn("north").get("C").central()).isCloseTo(0.1 / 0.2, within(1e-12));
  }

  private static AllianceNetwork network() {
    return AllianceNetwork.builder()
        .alliance("PACT", TieKind.DEFENCE_PACT, SOURCE)
        .member("KAZ", THEN)
        .member("RUS", THEN)
        .tie("KAZ", "USA", TieKind.PARTNERSHIP, "friendship", THEN, SOURCE)
        .build();
  }

  @Test
  void memberships_have_degrees() {
    assertThat(network().degree("KAZ", "PACT", NOW)).isEqualTo(1);
    assertThat(network().degree("USA", "PACT", NOW)).isZero();
    AllianceNetwork half = network().withDegree("KAZ", "PACT", NOW, 0.5);
    assertThat(half.strength("KAZ", "RUS", NOW)).isEqualTo(0.375);
    assertThat(half.strength("KAZ", "RUS", NOW.minusDays(1))).isEqualTo(0.75);
    AllianceNetwork observer = network().joining("USA", "PACT", NOW, 0.5);
    assertThat(observer.degree("USA", "PACT", NOW)).isEqualTo(0.5);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> network().withDegree("USA", "PACT", NOW, 0.5))
        .withMessage("'USA' is not a member of 'PACT' on 2022-01-01. Members then: [KAZ, RUS]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> network().withDegree("KAZ", "PACT", NOW, 1.5))
        .withMessage("degree of member 'KAZ' must be in [0.0, 1.0], but was 1.5");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> network().degree("KAZ", "TACT", NOW))
        .withMessage("Unknown alliance 'TACT'. Known: [PACT]. Maybe you meant 'PACT'.");
  }

  @Test
  void ties_have_strengths_from_a_date_on() {
    AllianceNetwork stronger = network().withTieStrength("USA", "KAZ", "friendship", NOW, 0.6);
    assertThat(stronger.strength("KAZ", "USA", NOW)).isEqualTo(0.6);
    assertThat(stronger.strength("KAZ", "USA", NOW.minusDays(1))).isEqualTo(0.25);
    assertThat(stronger.tie("KAZ", "USA", "friendship", NOW).period()).isEqualTo(Period.from(NOW));
    assertThat(network().withTieStrength("USA", "KAZ", "friendship", THEN, 0.25))
        .isEqualTo(network());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> network().withTieStrength("KAZ", "RUS", "friendship", NOW, 0.6))
        .withMessage("No tie 'friendship' between 'KAZ' and 'RUS' on 2022-01-01. Known: [].");
  }

  @Test
  void a_source_says_how_its_figure_was_changed() {
    assertThat(SOURCE.changed("doubled")).hasToString("Almanac, page 7; doubled (2020)");
    assertThat(OTHER.changed("doubled").place()).isEqualTo("doubled");
    assertThat(Source.unstated().changed("doubled").quality()).isEqualTo(Quality.UNSTATED);
    assertThat(Source.of("World Factbook", "Exports").changed("20 % moved to CHN").place())
        .isEqualTo("Exports; 20 % moved to CHN");
  }

  @Test
  void a_profile_says_how_derived_readings_were_changed() {
    CountryProfile profile =
        CountryProfile.builder(Country.of("KAZ", "Kazakhstan"))
            .reading("plain", 1)
            .evidence(trade())
            .build();
    CountryProfile changed =
        profile.toBuilder()
            .replaceEvidence(trade().cut(EXPORTS, "RUS", 1))
            .changed("export_dependence", "cut")
            .changed("export_dependence", "again")
            .changed("nothing", "ignored")
            .replaceReadings("plain", List.of(Reading.of(2)))
            .build();
    assertThat(changed.readings("export_dependence").get(0).source().place())
        .isEqualTo("page 7; cut; again");
    assertThat(changed.estimate("plain")).contains(Estimate.exact(2));
    assertThat(changed.toBuilder().build()).isEqualTo(changed);
    assertThat(changed)
        .isNotEqualTo(profile.withReading("plain", 2).withEvidence(trade().cut(EXPORTS, "RUS", 1)));
    assertThat(changed.withEvidence(trade()).readings("export_dependence").get(0).source())
        .isEqualTo(SOURCE);
    assertThat(changed.toBuilder().replaceReadings("plain", List.of()).build().codes())
        .doesNotContain("plain");
  }
}
