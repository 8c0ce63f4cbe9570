package dev.steppe.nextukraine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.ImmutableList;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.evidence.Estimate;
import dev.steppe.evidence.Reading;
import dev.steppe.uncertainty.SharedJudgement;
import dev.steppe.uncertainty.UncertaintyAnalysis;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CodingRulesTest {

  private static final StateIndex INDEX = PostSovietStates.structuralWithDisputes();

  private static final ImmutableList<SharedJudgement> RULES =
      CodingRules.of(INDEX.model().effectiveWeights().keySet());

  private static SharedJudgement rule(String name) {
    return RULES.stream().filter(rule -> rule.name().equals(name)).findFirst().orElseThrow();
  }

  /** A cell under the other rule is not what both coders said, and was coded by them. */
  @Test
  void every_cell_of_a_rule_would_be_another_under_the_other_rule() {
    Map<String, Codings> codings =
        Map.of(
            "codings.csv", Codings.read("codings.csv"),
            "disputes.csv", Codings.read("disputes.csv"));
    List<String> columns = List.of("rule", "country", "as_of", "indicator", "otherwise");
    for (var row : Resource.records("coding-rules.csv", columns)) {
      String resource = row.getField(3).startsWith("dispute") ? "disputes.csv" : "codings.csv";
      CountryProfile profile =
          INDEX.profiles(LocalDate.parse(row.getField(2))).stream()
              .filter(each -> each.country().code().equals(row.getField(1)))
              .findFirst()
              .orElseThrow();
      assertThat(
              codings
                  .get(resource)
                  .coded(profile.country(), LocalDate.parse(row.getField(2)), row.getField(3)))
          .as("%s", row)
          .hasSize(2)
          .extracting(reading -> reading.estimate().central())
          .isNotEqualTo(
              List.of(Double.parseDouble(row.getField(4)), Double.parseDouble(row.getField(4))));
    }
  }

  @Test
  void a_rule_moves_its_cells_together_and_no_others() {
    SharedJudgement border = rule("Rule: a border that no treaty delimits is open");
    assertThat(border.values().toArray()).containsExactly(0, 1);
    for (CountryProfile profile : INDEX.profiles()) {
      assertThat(border.apply(0, profile)).isSameAs(profile);
      CountryProfile other = border.apply(1, profile);
      if (profile.country().code().equals("BLR")) {
        assertThat(other.estimate("contested_territory")).hasValue(Estimate.exact(0));
      } else {
        assertThat(other).isEqualTo(profile);
      }
    }
    for (SharedJudgement rule : RULES) {
      int last = rule.values().length() - 1;
      assertThat(INDEX.profiles())
          .as(rule.name())
          .anyMatch(profile -> !rule.apply(last, profile).equals(profile));
    }
  }

  /** Cells that a model has not are left alone. */
  @Test
  void a_model_has_the_rules_of_its_indicators() {
    assertThat(CodingRules.of(PostSovietStates.levers().model().effectiveWeights().keySet()))
        .extracting(SharedJudgement::name)
        .containsExactly("Rule: peacekeepers asked to leave are no guests");
    assertThat(CodingRules.of(PostSovietStates.structural().model().effectiveWeights().keySet()))
        .hasSize(6);
    assertThat(RULES).hasSize(9);
  }

  /** Kazakhstan voted twice; Kyrgyzstan was absent once of two, and with Moscow once. */
  @Test
  void absence_counts_the_same_for_every_state() {
    SharedJudgement absence = rule("How absence from a vote counts").withLevels(2);
    assertThat(absence.values().get(0)).isCloseTo(0.375, within(1e-12));
    for (CountryProfile profile : INDEX.profiles(LocalDate.of(2022, 2, 23))) {
      for (Reading votes : profile.readings("votes_on_rival")) {
        double counted =
            absence.apply(0, profile).estimate("votes_on_rival").orElseThrow().central();
        double least = votes.estimate().lower();
        double most = votes.estimate().upper();
        assertThat(counted).isCloseTo(least + (most - least) / 4, within(1e-12));
      }
    }
  }

  /** Drawn with all else; what the model as it is says stays. */
  @Test
  void rules_are_drawn_for_all_states_at_once() {
    LocalDate date = LocalDate.of(2013, 12, 31);
    UncertaintyAnalysis alone =
        UncertaintyAnalysis.of(INDEX.scorer())
            .withCentralReadings()
            .withJudgement(rule("Rule: a duty to consult is half a pact"))
            .withSize(2_000);
    var result = alone.run(INDEX.profiles(date));
    for (CountryProfile profile : INDEX.profiles(date)) {
      // Azerbaijan's pact with Turkey protects it better than the duty to consult.
      boolean hangs = List.of("MDA", "TKM", "UKR").contains(profile.country().code());
      double deviation = result.score(profile.country().code()).standardDeviation();
      assertThat(deviation > 1e-9).as(profile.country().name()).isEqualTo(hangs);
    }
  }
}
