package dev.steppe.nextukraine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.ImmutableList;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.evidence.Evidence;
import dev.steppe.evidence.Reading;
import dev.steppe.model.Direction;
import dev.steppe.model.Factor;
import dev.steppe.model.Node;
import dev.steppe.scenario.Change;
import dev.steppe.scenario.Scenario;
import dev.steppe.score.Comparison;
import dev.steppe.score.Contribution;
import dev.steppe.score.Scorecard;
import dev.steppe.score.Scorer;
import dev.steppe.tipping.Resemblance;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NextUkraineTest {

  private final CountryProfile kazakhstan = NextUkraine.kazakhstan();
  private final CountryProfile ukraine = NextUkraine.ukraine();

  @Test
  void kazakhstan_with_ukraines_evidence_has_ukraines_score_to_the_bit() {
    CountryProfile swapped = kazakhstan;
    for (Evidence evidence : ukraine.evidence().values()) {
      swapped = swapped.withEvidence(evidence);
    }
    for (String code : ukraine.plainReadings().keySet()) {
      swapped = taking(swapped, code);
    }
    assertThat(swapped.country().code()).isEqualTo("KAZ");
    assertThat(NextUkraine.score(swapped).value())
        .isEqualTo(NextUkraine.score(ukraine).value())
        .isNotEqualTo(NextUkraine.score(kazakhstan).value());
  }

  private CountryProfile taking(CountryProfile profile, String code) {
    return Scenario.of("taken", Change.takeReadings(ukraine, List.of(code))).applyTo(profile);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"ethnic-distribution", "alliance-ties", "trade-dependence", "realist-context"})
  void swapping_one_factor_moves_the_score_by_its_contribution(String factor) {
    CountryProfile swapped = kazakhstan;
    for (Node child : NextUkraine.model().factor(factor).children()) {
      String code = child.code();
      if (ukraine.plainReadings().containsKey(code)) {
        swapped = taking(swapped, code);
        continue;
      }
      for (Evidence evidence : ukraine.evidence().values()) {
        if (evidence.readings().containsKey(code)) {
          swapped = swapped.withEvidence(evidence);
        }
      }
    }
    double moved = NextUkraine.score(kazakhstan).value() - NextUkraine.score(swapped).value();
    assertThat(moved)
        .isCloseTo(NextUkraine.compare().contribution(factor).points(), within(1e-9))
        .isNotCloseTo(0, within(1e-3));
  }

  @Test
  void contributions_sum_to_the_difference() {
    Comparison comparison = NextUkraine.compare();
    assertThat(comparison.contributions().stream().mapToDouble(Contribution::points).sum())
        .isCloseTo(comparison.difference(), within(1e-9));
    assertThat(comparison.byFactor().stream().mapToDouble(Contribution::points).sum())
        .isCloseTo(comparison.difference(), within(1e-9));
  }

  /** By hand, from the printed readings: no other program knows this model. */
  @Test
  void trade_and_context_are_what_a_pocket_calculator_gives() {
    Scorecard card = NextUkraine.score(kazakhstan);
    assertThat(value(card, "trade-dependence"))
        .isCloseTo((100 * 34 / 57.0 + 100 * 10 / 42.0 + 52.5) / 3, within(1e-9));
    assertThat(value(card, "realist-context"))
        .isCloseTo(
            (100 - 12.2605 + 57.1984 + 100 * 1.5 / 7 + 0.75 * 100 * 23 / 24) / 3.75, within(1e-9));
    Scorecard other = NextUkraine.score(ukraine);
    assertThat(value(other, "trade-dependence"))
        .isCloseTo((100 * 12 / 57.0 + 100 * 9 / 42.0) / 3, within(1e-9));
    assertThat(value(other, "ethnic-distribution"))
        .isCloseTo((100 * 11.5 / 24.8 + 100 * 58.5 / 73.1 + 100 * 11.5 / 22) / 3, within(1e-9));
  }

  private static double value(Scorecard card, String code) {
    return card.node(code).value().orElseThrow();
  }

  @Test
  void figures_that_disagree_are_both_kept_and_spanned() {
    assertThat(kazakhstan.estimate("kin_share").orElseThrow().lower())
        .isCloseTo(0.1554, within(1e-12));
    assertThat(kazakhstan.estimate("kin_share").orElseThrow().upper()).isEqualTo(0.2);
    assertThat(kazakhstan.readings("kin_share").get(0).source().note())
        .contains("section 2, P016")
        .contains("section 3.3, P058");
    assertThat(kazakhstan.readings("domestic_unrest"))
        .extracting(reading -> reading.source().document())
        .containsExactly("public record, first coding", "public record, second coding");
    assertThat(NextUkraine.score(kazakhstan).range().width()).isPositive();
  }

  @Test
  void every_reading_has_a_source_and_every_source_a_place() {
    for (CountryProfile profile : List.of(kazakhstan, ukraine)) {
      for (String code : profile.codes()) {
        for (Reading reading : profile.readings(code)) {
          assertThat(reading.source().isStated()).as(code).isTrue();
          assertThat(reading.source().place()).as(code).isNotBlank();
          assertThat(reading.unit()).as(code).isNotBlank();
        }
      }
    }
  }

  @Test
  void nothing_is_missing_of_either() {
    assertThat(NextUkraine.score(ukraine).coverage()).isEqualTo(1);
    assertThat(NextUkraine.score(kazakhstan).coverage()).isEqualTo(1);
  }

  @Test
  void every_number_of_the_model_has_a_reason_and_facts_that_exist() {
    assertThat(NextUkraine.judgements())
        .extracting(judgement -> judgement.indicator())
        .containsExactlyElementsOf(NextUkraine.model().indicators());
    for (Judgement judgement : NextUkraine.judgements()) {
      String code = judgement.indicator().code();
      assertThat(judgement.directionReason()).as(code).endsWith(".");
      assertThat(judgement.weightReason()).as(code).endsWith(".");
      assertThat(judgement.scaleReason()).as(code).endsWith(".");
      assertThat(NextUkraine.factsFor(code)).as(code).isNotEmpty();
    }
    assertThat(NextUkraine.reasons().rowCount()).isEqualTo(14);
    assertThatThrownBy(() -> NextUkraine.judgement("kin_shares"))
        .hasMessageContaining("Maybe you meant 'kin_share' (");
  }

  @Test
  void factors_weigh_the_same_and_so_do_the_indicators_of_each_but_for_unrest() {
    for (Factor factor : NextUkraine.model().factors()) {
      if (factor.code().equals("realist-context")) {
        assertThat(factor.shares()).containsExactly(1 / 3.75, 1 / 3.75, 1 / 3.75, 0.2);
      } else {
        assertThat(factor.shares()).containsOnly(1.0 / factor.children().size());
      }
    }
    assertThat(NextUkraine.model().effectiveWeights().values().stream().mapToDouble(w -> w).max())
        .hasValue(1);
  }

  @Test
  void the_verdict_follows_from_the_numbers() {
    Verdict verdict = NextUkraine.verdict();
    assertThat(verdict.agrees()).isEqualTo(verdict.comparison().difference() < 0);
    assertThat(verdict.facts())
        .allSatisfy(
            id -> assertThat(NextUkraine.facts().fact(id).value()).isEqualTo("less likely"));
    Verdict mirrored = new Verdict(NextUkraine.scorer().compare(ukraine, kazakhstan));
    assertThat(mirrored.agrees()).isNotEqualTo(verdict.agrees());
    assertThat(mirrored.model()).startsWith("Ukraine scores 2.1 points above Kazakhstan");
    assertThat(verdict.answer())
        .isEqualTo(
            "As of 23 February 2022. Too close to call on these factors: Kazakhstan minus Ukraine -2.1"
                + " points, from -4.2 to 0.0 by \"Russian share against 1989\" of Ukraine alone.");
    Verdict same = new Verdict(NextUkraine.scorer().compare(ukraine, ukraine));
    assertThat(same.model()).isEqualTo("Ukraine and Ukraine score the same within 0.05 points.");
    CountryProfile certain =
        ukraine.flattened().select(NextUkraine.model().effectiveWeights().keySet());
    for (Judgement judgement : NextUkraine.judgements()) {
      String code = judgement.indicator().code();
      certain = certain.withReading(code, certain.estimate(code).orElseThrow().central());
    }
    assertThat(new Verdict(NextUkraine.scorer().compare(certain, certain)).answer())
        .isEqualTo(
            "As of 23 February 2022. Too close to call on these factors: Ukraine minus Ukraine 0.0"
                + " points, and no reading is uncertain.");
  }

  /** Two models told apart: the paper's first, then another of the same two. */
  @Test
  void the_answer_of_the_other_model_stands_beside_it() {
    Resemblance theory =
        PostSovietStates.structural().resemblance("KAZ", "UKR", LocalDate.of(2022, 2, 23));
    assertThat(NextUkraine.verdict().byTheory())
        .hasValue(
            "Could it be attacked? Kazakhstan 53.4, Ukraine 82.7. Near if alike:"
                + " Contested territory, UN votes on Russia's conduct, Russian forces against its"
                + " will, Defence pact with Russia.");
    assertThat(theory.changedScore())
        .isGreaterThanOrEqualTo(theory.second().value() - Resemblance.SIMILAR);
    assertThat(theory.sentence())
        .contains("It shares with Ukraine: ")
        .contains("Russian forces against its will: such a change has happened in Ukraine");
    assertThat(NextUkraine.verdict(NextUkraine.scorer().compare(ukraine, ukraine)).byTheory())
        .isEmpty();
    assertThat(
            NextUkraine.verdict(
                    NextUkraine.scorer()
                        .compare(kazakhstan.withAsOf(LocalDate.of(2022, 2, 22)), ukraine))
                .byTheory())
        .isEmpty();
    assertThat(NextUkraine.resemblance().isSimilar()).isTrue();
  }

  /** Unrest that is a fact and trade that is worse settle it: less for Ukraine. */
  @Test
  void a_clear_order_is_answered_as_such() {
    CountryProfile exposed =
        kazakhstan.flattened().select(NextUkraine.model().effectiveWeights().keySet());
    for (Judgement judgement : NextUkraine.judgements()) {
      boolean lower = judgement.indicator().direction() == Direction.LOWER_IS_RISKIER;
      exposed =
          exposed.withReading(
              judgement.indicator().code(),
              lower ? judgement.indicator().domainLower() : judgement.indicator().domainUpper());
    }
    Verdict clear = new Verdict(NextUkraine.scorer().compare(exposed, ukraine));
    assertThat(clear.answer())
        .startsWith("As of 23 February 2022. Kazakhstan is at more risk than Ukraine on these")
        .contains("points, from +")
        .endsWith("of Ukraine alone.");
  }

  @Test
  void what_the_order_hinges_on_turns_it_round_when_left_out() {
    Comparison comparison = NextUkraine.compare();
    List<String> hinges =
        NextUkraine.verdict().hingesOn().stream().map(indicator -> indicator.code()).toList();
    for (Judgement judgement : NextUkraine.judgements()) {
      String code = judgement.indicator().code();
      double difference =
          Scorer.of(NextUkraine.model().withWeight(code, 0))
              .compare(kazakhstan, ukraine)
              .difference();
      assertThat(Math.signum(difference) != Math.signum(comparison.difference()))
          .as(code)
          .isEqualTo(hinges.contains(code));
    }
  }

  @Test
  void the_briefing_fits_a_screen_and_a_half() {
    ImmutableList<String> lines =
        ImmutableList.copyOf(NextUkraine.briefing().toString().lines().toList());
    assertThat(lines).hasSizeLessThanOrEqualTo(54);
    assertThat(lines).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(108));
    assertThat(String.join("\n", lines))
        .contains("An index, not a probability.")
        .contains("The paper")
        .contains("World Factbook snapshot 2022-02-17");
  }
}
