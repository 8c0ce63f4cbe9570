package dev.steppe.scenario;

import static dev.steppe.evidence.Flow.EXPORTS;
import static dev.steppe.evidence.Flow.IMPORTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.steppe.evidence.CountryProfile;
import dev.steppe.evidence.Estimate;
import dev.steppe.evidence.EthnicDistribution;
import dev.steppe.evidence.Reading;
import dev.steppe.evidence.Serialized;
import dev.steppe.evidence.Source;
import dev.steppe.evidence.TieKind;
import dev.steppe.evidence.TradePartners;
import dev.steppe.testing.Kinds;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Every change by hand, whole and in part. */
class ChangeTest {

  private static final Offset<Double> EXACTLY = within(1e-12);

  private static CountryProfile after(Change... changes) {
    return Scenario.of("s", changes).applyTo(Imagined.aaa());
  }

  private static double value(CountryProfile profile, String code) {
    return profile.estimate(code).orElseThrow().central();
  }

  private static double export(CountryProfile profile, String partner) {
    return profile
        .evidence(TradePartners.class)
        .orElseThrow()
        .partners(EXPORTS)
        .get(partner)
        .central();
  }

  private static double group(CountryProfile profile, String name) {
    return profile.evidence(EthnicDistribution.class).orElseThrow().groups().get(name).central();
  }

  private static double in(CountryProfile profile, String region, String name) {
    return profile
        .evidence(EthnicDistribution.class)
        .orElseThrow()
        .groupsIn(region)
        .get(name)
        .central();
  }

  @Test
  void every_figure_of_a_plain_reading_is_shifted() {
    CountryProfile two =
        Imagined.aaa().toBuilder()
            .reading("unrest", Reading.of(30).withSource(Source.of("Other", "")))
            .build();
    CountryProfile shifted =
        Scenario.of("s", Change.shift("unrest", Shift.absolute(5))).applyTo(two);
    assertThat(shifted.estimate("unrest")).contains(Estimate.between(25, 35));
    assertThat(Scenario.of(Change.shift("unrest", Shift.fixed(5))).applyTo(two).estimate("unrest"))
        .contains(Estimate.exact(5));
  }

  @Test
  void leaving_takes_away_the_tie_and_in_part_the_degree() {
    assertThat(value(Imagined.aaa(), "tie_to_rival")).isCloseTo(0.875, EXACTLY);
    assertThat(value(after(Change.leave("PACT")), "tie_to_rival")).isCloseTo(0.5, EXACTLY);
    // 1 - (1 - 0.75 * 0.6) (1 - 0.5)
    assertThat(value(after(Change.leave("PACT").at(0.4)), "tie_to_rival"))
        .isCloseTo(0.725, EXACTLY);
    assertThat(value(after(Change.leave("PACT").at(0)), "tie_to_rival")).isCloseTo(0.875, EXACTLY);
  }

  @Test
  void joining_adds_a_tie_and_in_part_one_of_that_degree() {
    assertThat(value(after(Change.join("WEST")), "treaty_protection")).isEqualTo(0.75);
    assertThat(value(after(Change.join("WEST").at(0.4)), "treaty_protection"))
        .isCloseTo(0.3, EXACTLY);
  }

  @Test
  void a_degree_moves_to_another() {
    assertThat(value(after(Change.degree("PACT", 0.5)), "tie_to_rival"))
        .isCloseTo(1 - 0.625 * 0.5, EXACTLY);
    assertThat(value(after(Change.degree("PACT", 0.5).at(0.5)), "tie_to_rival"))
        .isCloseTo(1 - (1 - 0.75 * 0.75) * 0.5, EXACTLY);
  }

  @Test
  void a_tie_is_added_and_strengthened() {
    Change pact = Change.tie("POL", TieKind.DEFENCE_PACT, "guarantee");
    assertThat(value(after(pact), "treaty_protection")).isEqualTo(0.75);
    assertThat(value(after(pact.at(0.5)), "treaty_protection")).isEqualTo(0.375);
    assertThat(value(after(Change.tie("POL", TieKind.DEFENCE_PACT, "g", 0.6)), "treaty_protection"))
        .isEqualTo(0.6);
    assertThat(value(after(Change.strengthen("POL", "friendship", 0.65)), "tie_to_rivals_of_rival"))
        .isEqualTo(0.65);
    assertThat(
            value(
                after(Change.strengthen("POL", "friendship", 0.65).at(0.5)),
                "tie_to_rivals_of_rival"))
        .isCloseTo(0.45, EXACTLY);
    assertThat(value(after(pact, Change.strengthen("POL", "guarantee", 0.9)), "treaty_protection"))
        .isEqualTo(0.9);
  }

  @Test
  void alliances_count_on_another_date() {
    assertThat(value(after(Change.alliancesOn(LocalDate.of(1990, 1, 1))), "tie_to_rival")).isZero();
  }

  @Test
  void a_share_of_trade_moves() {
    CountryProfile moved = after(Change.moveTrade(EXPORTS, "RIV", "CHN", 0.1));
    assertThat(value(moved, "export_dependence")).isCloseTo(0.2, EXACTLY);
    assertThat(export(moved, "CHN")).isCloseTo(0.6, EXACTLY);
    assertThat(value(moved, "export_concentration")).isCloseTo(0.36 + 0.04 + 0.04, EXACTLY);
    assertThat(
            value(after(Change.moveTrade(EXPORTS, "RIV", "CHN", 0.1).at(0.3)), "export_dependence"))
        .isCloseTo(0.27, EXACTLY);
  }

  @Test
  void a_fraction_of_a_partner_is_redirected() {
    CountryProfile moved = after(Change.redirect(EXPORTS, "RIV", "USA", 0.5));
    assertThat(export(moved, "RIV")).isCloseTo(0.15, EXACTLY);
    assertThat(export(moved, "USA")).isCloseTo(0.15, EXACTLY);
    assertThat(export(after(Change.redirect(EXPORTS, "RIV", "USA", 0.5).at(0.2)), "RIV"))
        .isCloseTo(0.27, EXACTLY);
  }

  @Test
  void a_partner_is_cut_in_favour_of_the_others() {
    CountryProfile cut = after(Change.cutPartner(EXPORTS, "RIV"));
    assertThat(export(cut, "RIV")).isZero();
    assertThat(export(cut, "CHN")).isCloseTo(0.5 / 0.7, EXACTLY);
    assertThat(export(cut, "TUR")).isCloseTo(0.2 / 0.7, EXACTLY);
    CountryProfile half = after(Change.cutPartner(EXPORTS, "RIV").at(0.5));
    assertThat(export(half, "CHN")).isCloseTo(0.5 + 0.15 * 5 / 7, EXACTLY);
    // What is unlisted stays: 0.4 of imports goes to the only other listed partner.
    assertThat(
            after(Change.cutPartner(IMPORTS, "RIV"))
                .evidence(TradePartners.class)
                .orElseThrow()
                .partners(IMPORTS)
                .get("CHN")
                .central())
        .isCloseTo(0.6, EXACTLY);
  }

  @Test
  void partners_are_perturbed() {
    CountryProfile perturbed = after(Change.perturbTrade(EXPORTS, Map.of("RIV", 4.0)));
    // (0.5, 1.2, 0.2) / 1.9
    assertThat(export(perturbed, "RIV")).isCloseTo(1.2 / 1.9, EXACTLY);
    assertThat(export(perturbed, "CHN")).isCloseTo(0.5 / 1.9, EXACTLY);
    CountryProfile half = after(Change.perturbTrade(EXPORTS, Map.of("RIV", 4.0)).at(0.5));
    assertThat(export(half, "RIV")).isCloseTo(0.6 / 1.3, EXACTLY); // The factor is the root of 4.
    // Listed imports sum to 0.6 before and after: 0.6 * 0.8 / (0.8 + 0.2).
    assertThat(value(after(Change.perturbTrade(IMPORTS, Map.of("RIV", 2.0))), "import_dependence"))
        .isCloseTo(0.48, EXACTLY);
  }

  @Test
  void transit_is_set() {
    assertThat(value(after(Change.transit(0.2)), "transit_dependence")).isEqualTo(0.2);
    assertThat(value(after(Change.transit(0.2).at(0.5)), "transit_dependence"))
        .isCloseTo(0.5, EXACTLY);
  }

  @Test
  void a_share_of_the_population_moves_between_groups() {
    CountryProfile moved = after(Change.moveGroup("C", "A", 0.04));
    assertThat(value(moved, "kin_share")).isCloseTo(0.06, EXACTLY);
    assertThat(group(moved, "A")).isCloseTo(0.64, EXACTLY);
    assertThat(value(after(Change.moveGroup("C", "A", 0.04).at(0.5)), "kin_share"))
        .isCloseTo(0.08, EXACTLY);
    assertThat(value(after(Change.perturbGroups(Map.of("C", 4.0))), "kin_share"))
        .isCloseTo(0.4 / 1.3, EXACTLY);
    assertThat(value(after(Change.perturbGroups(Map.of("C", 4.0)).at(0.5)), "kin_share"))
        .isCloseTo(0.2 / 1.1, EXACTLY);
  }

  @Test
  void people_move_between_regions() {
    // 0.05 of the country, half of the C in the north: north 0.2 with 0.05, south 0.8 with 0.05.
    CountryProfile moved = after(Change.movePeople("C", "north", "south", 0.05));
    EthnicDistribution groups = moved.evidence(EthnicDistribution.class).orElseThrow();
    assertThat(groups.populationShare("north").orElseThrow()).isCloseTo(0.2, EXACTLY);
    assertThat(groups.populationShare("south").orElseThrow()).isCloseTo(0.8, EXACTLY);
    assertThat(in(moved, "north", "C")).isCloseTo(0.25, EXACTLY);
    assertThat(in(moved, "north", "A")).isCloseTo(0.75, EXACTLY);
    assertThat(in(moved, "south", "C")).isCloseTo(0.0625, EXACTLY);
    assertThat(in(moved, "south", "A")).isCloseTo(0.45 / 0.8, EXACTLY);
    assertThat(value(moved, "kin_share")).isEqualTo(0.1);
    // Half of the C in each: (|1/2 - 0.15/0.9| + |1/2 - 0.75/0.9|) / 2
    assertThat(value(moved, "regional_dissimilarity")).isCloseTo(1.0 / 3, EXACTLY);
    assertThat(in(after(Change.movePeople("C", "north", "south", 0.05).at(0.5)), "north", "C"))
        .isCloseTo(0.075 / 0.225, EXACTLY);
  }

  @Test
  void everybody_moves_as_mixed() {
    CountryProfile moved = after(Change.movePopulation("north", "south", 0.05));
    assertThat(in(moved, "north", "C")).isCloseTo(0.4, EXACTLY);
    assertThat(in(moved, "south", "C")).isCloseTo(0.02 / 0.8, EXACTLY);
    assertThat(in(moved, "south", "A")).isCloseTo(0.6, EXACTLY);
  }

  @Test
  void evidence_and_readings_are_taken_from_others() {
    CountryProfile other =
        Scenario.of("x", Change.leave("UNION"), Change.transit(0.1))
            .applyTo(Imagined.profile("BBB"));
    CountryProfile taken = after(Change.take(other, "alliance-ties"));
    for (String code : List.of("tie_to_rival", "treaty_protection", "multi_vector_index")) {
      assertThat(taken.estimate(code)).isEqualTo(other.estimate(code));
      assertThat(taken.readings(code).get(0).source().place())
          .endsWith("scenario 's': has the alliance-ties of BBBland (BBB)");
    }
    CountryProfile trade =
        after(Change.take(other, "trade-partners"), Change.moveTrade(EXPORTS, "RIV", "CHN", 0.1));
    assertThat(value(trade, "transit_dependence")).isEqualTo(0.1);
    assertThat(value(trade, "export_dependence")).isCloseTo(0.2, EXACTLY);
    CountryProfile one = after(Change.takeReadings(other, List.of("transit_dependence", "unrest")));
    assertThat(value(one, "transit_dependence")).isEqualTo(0.1);
    assertThat(value(one, "export_dependence")).isEqualTo(0.3);
    CountryProfile factor =
        after(Change.takeFactor(other.withoutReading("unrest"), Imagined.model().root()));
    assertThat(factor.estimate("unrest")).isEmpty();
    assertThat(Imagined.scorer().score(factor).value())
        .isEqualTo(Imagined.scorer().score(other.withoutReading("unrest")).value());
  }

  @Test
  void what_was_taken_cannot_be_changed() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                after(Change.take(Imagined.profile("BBB"), "alliance-ties"), Change.leave("UNION")))
        .withMessage(
            "Scenario 's' for AAAland (AAA): change 2 (leaves UNION): its evidence 'alliance-ties'"
                + " has readings of BBBland (BBB) and cannot be changed any more");
  }

  @Test
  void changes_that_cannot_be_meant_are_errors() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Change.moveTrade(EXPORTS, "RIV", "RIV", 0.1))
        .withMessage("A move needs two, but both were 'RIV'");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Change.moveTrade(EXPORTS, "RIV", "CHN", 20))
        .withMessage("share of trade to move must be in [0.0, 1.0], but was 20.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Change.perturbGroups(Map.of("C", 0.0)))
        .withMessage("Factor of 'C' must be finite and > 0, but was 0.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Change.perturbGroups(Map.of()))
        .withMessage("A perturbation needs at least one factor");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Change.take(Imagined.aaa(), "alliances"))
        .withMessage(
            "AAAland (AAA) has no evidence 'alliances'. Known: [alliance-ties, trade-partners,"
                + " ethnic-distribution].");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Change.takeReadings(Imagined.aaa(), List.of("unrestt")))
        .withMessageStartingWith("Readings of AAAland (AAA): no reading of 'unrestt'. Known: [unr");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Change.alliancesOn(Imagined.DATE).at(0.5))
        .withMessage("'has the alliances of 2022-01-01' is all or nothing, but the share was 0.5");
  }

  @Test
  void every_kind_of_change_has_words_and_parts_or_refuses_them() {
    List<Change> all =
        List.of(
            Change.shift("unrest", Shift.absolute(5)),
            Change.leave("PACT"),
            Change.join("WEST"),
            Change.degree("PACT", 0.5),
            Change.tie("POL", TieKind.DEFENCE_PACT, "guarantee"),
            Change.strengthen("POL", "friendship", 0.6),
            Change.alliancesOn(LocalDate.of(1990, 1, 1)),
            Change.moveTrade(EXPORTS, "RIV", "CHN", 0.1),
            Change.redirect(IMPORTS, "RIV", "CHN", 0.3),
            Change.cutPartner(EXPORTS, "RIV"),
            Change.perturbTrade(EXPORTS, Map.of("RIV", 0.5)),
            Change.transit(0.2),
            Change.moveGroup("C", "A", 0.02),
            Change.movePeople("C", "north", "south", 0.02),
            Change.movePopulation("north", "south", 0.02),
            Change.perturbGroups(Map.of("C", 2.0)),
            Change.take(Imagined.profile("BBB", "unrest", 44), "trade-partners"),
            Change.takeReadings(Imagined.profile("BBB", "unrest", 44), List.of("unrest")));
    assertThat(all).map(Object::getClass).containsAll(Kinds.of(Change.class));
    for (Change change : all) {
      Step step = Step.of(change);
      assertThat(step.thing()).isNotBlank();
      assertThat(step.told(Tense.PRESENT)).isEqualTo(change.description()).isNotBlank();
      assertThat(step.told(Tense.PAST)).isNotBlank().isNotEqualTo(change.description());
      assertThat(change.at(1)).isEqualTo(change);
      assertThat(Serialized.copyOf(change)).isEqualTo(change);
      assertThat(after(change)).isNotEqualTo(Imagined.aaa());
      if (change.isGradable()) {
        assertThat(change.at(0.5)).hasSameClassAs(change).isNotEqualTo(change);
      } else {
        assertThatIllegalArgumentException().isThrownBy(() -> change.at(0.5));
      }
    }
  }

  @Test
  void changes_describe_themselves() {
    assertThat(
            List.of(
                    Change.leave("PACT"),
                    Change.leave("PACT").at(0.4),
                    Change.join("WEST").at(0.5),
                    Change.degree("PACT", 0.5),
                    Change.tie("POL", TieKind.DEFENCE_PACT, "guarantee"),
                    Change.strengthen("POL", "friendship", 0.6).at(0.5),
                    Change.redirect(IMPORTS, "RIV", "CHN", 0.3),
                    Change.cutPartner(EXPORTS, "RIV"),
                    Change.perturbTrade(EXPORTS, Map.of("RIV", 0.5)),
                    Change.transit(0.2),
                    Change.moveGroup("C", "A", 0.02),
                    Change.movePeople("C", "north", "south", 0.02),
                    Change.movePopulation("north", "south", 0.02),
                    Change.perturbGroups(Map.of("C", 2.0)))
                .stream()
                .map(Change::description))
        .containsExactly(
            "leaves PACT",
            "goes 40 % of the way out of PACT",
            "joins WEST with degree 0.5",
            "has a membership of PACT of degree 0.5",
            "has a tie 'guarantee' (defence pact, strength 0.75) to POL",
            "has its tie 'friendship' to POL 50 % of the way to strength 0.6",
            "redirects 30 % of its imports from RIV to CHN",
            "cuts all exports to RIV",
            "reweights its exports, RIV by 0.5",
            "sends 20 % of its exports across its rival's territory",
            "has 2 % of its population in A instead of C",
            "has 2 % of its population, all C, in south instead of north",
            "has 2 % of its population living in south instead of north",
            "reweights its groups, C by 2");
  }

  @Test
  void several_figures_of_what_follows_from_evidence_become_plain_readings() {
    CountryProfile other =
        CountryProfile.builder(dev.steppe.evidence.Country.of("OOO", "Oland"))
            .reading("transit_dependence", Reading.of(0.2).withSource(Source.of("One", "")))
            .reading("transit_dependence", Reading.of(0.4).withSource(Source.of("Other", "")))
            .build();
    CountryProfile taken = after(Change.takeReadings(other, List.of("transit_dependence")));
    assertThat(taken.readings("transit_dependence")).hasSize(2);
    assertThat(taken.estimate("transit_dependence")).contains(Estimate.between(0.2, 0.4));
    assertThat(taken.readings("transit_dependence").get(1).source().place())
        .contains("scenario 's': has the transit_dependence of Oland (OOO)");
    // The rest of the evidence stays.
    assertThat(value(taken, "export_dependence")).isEqualTo(0.3);
    assertThat(taken.evidence()).containsOnlyKeys(Imagined.aaa().evidence().keySet());
  }

  @Test
  void what_evidence_replaces_is_no_plain_reading_any_more() {
    CountryProfile bare =
        CountryProfile.builder(Imagined.aaa().country()).reading("tie_to_rival", 1).build();
    CountryProfile taken =
        Scenario.of("s", Change.take(Imagined.aaa(), "alliance-ties")).applyTo(bare);
    assertThat(taken.readings("tie_to_rival")).hasSize(1);
    assertThat(value(taken, "tie_to_rival")).isCloseTo(0.875, EXACTLY);
    assertThat(taken.readings("tie_to_rival").get(0).source().place())
        .endsWith("scenario 's': has the alliance-ties of AAAland (AAA)");
  }

  @Test
  void an_endless_factor_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Change.perturbGroups(Map.of("C", Double.POSITIVE_INFINITY)))
        .withMessage("Factor of 'C' must be finite and > 0, but was Infinity");
  }

  @Test
  void parts_of_a_degree_that_is_not_whole() {
    // 0.6 of a half is 0.3, and half way from a half to 0.9 is 0.7.
    assertThat(
            value(after(Change.degree("PACT", 0.5), Change.leave("PACT").at(0.4)), "tie_to_rival"))
        .isCloseTo(1 - (1 - 0.75 * 0.3) * 0.5, EXACTLY);
    assertThat(
            value(
                after(Change.degree("PACT", 0.5), Change.degree("PACT", 0.9).at(0.5)),
                "tie_to_rival"))
        .isCloseTo(1 - (1 - 0.75 * 0.7) * 0.5, EXACTLY);
    assertThat(Change.tie("POL", TieKind.DEFENCE_PACT, "guarantee").at(0.5).description())
        .contains("strength 0.375");
    EthnicDistribution half =
        after(Change.movePopulation("north", "south", 0.05).at(0.5))
            .evidence(EthnicDistribution.class)
            .orElseThrow();
    assertThat(half.populationShare("north").orElseThrow()).isCloseTo(0.225, EXACTLY);
  }

  @Test
  void what_is_missing_is_named() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Change.tie(" ", TieKind.DEFENCE_PACT, " ", 2))
        .withMessageContainingAll(
            "actor of a tie must not be blank",
            "label of a tie must not be blank",
            "strength of the tie ' ' must be in [0.0, 1.0], but was 2.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Change.moveGroup("A", "A", 0.1))
        .withMessage("A move needs two, but both were 'A'");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Change.movePeople(" ", "north", "south", 0.1))
        .withMessage("group must not be blank");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Change.movePopulation("north", " ", 0.1))
        .withMessage("region to move to must not be blank");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Change.redirect(EXPORTS, "", "RIV", 0.1))
        .withMessage("partner to move from must not be blank");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Change.perturbTrade(EXPORTS, Map.of()))
        .withMessage("A perturbation needs at least one factor");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Change.shift("unrest", Shift.atMost(5)).at(0.5))
        .withMessage("'has unrest at 5 at most' is all or nothing, but the share was 0.5");
  }
}
