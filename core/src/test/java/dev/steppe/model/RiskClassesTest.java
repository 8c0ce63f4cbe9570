package dev.steppe.model;

import static dev.steppe.model.Direction.HIGHER_IS_RISKIER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import dev.steppe.evidence.Country;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.evidence.Estimate;
import dev.steppe.score.PartialRanking;
import dev.steppe.score.Ranking;
import dev.steppe.score.Scorer;
import dev.steppe.table.Table;
import java.util.List;
import org.junit.jupiter.api.Test;

class RiskClassesTest {

  private static final RiskClasses CLASSES =
      RiskClasses.lowest("low").then(25, "medium").then(50, "high");

  private static RiskModel model() {
    return RiskModel.builder("m")
        .indicator(Indicator.of("a", HIGHER_IS_RISKIER), 1, Normalization.goalposts(0, 100))
        .classes(CLASSES)
        .rationale(Rationale.of(Choice.CLASSES, "Quarters."))
        .build();
  }

  private static CountryProfile profile(String code, Estimate a) {
    return CountryProfile.builder(Country.of(code, code)).reading("a", a).build();
  }

  @Test
  void a_score_at_a_cut_point_is_in_the_class_that_starts_there() {
    assertThat(CLASSES.of(0)).isEqualTo("low");
    assertThat(CLASSES.of(24.9)).isEqualTo("low");
    assertThat(CLASSES.of(25)).isEqualTo("medium");
    assertThat(CLASSES.of(49.9)).isEqualTo("medium");
    assertThat(CLASSES.of(50)).isEqualTo("high");
    assertThat(CLASSES.of(100)).isEqualTo("high");
    assertThat(CLASSES.indexOf(60.0)).isEqualTo(2);
    assertThat(CLASSES.indexOf("high")).isEqualTo(2);
    assertThat(CLASSES).hasToString("low < 25 < medium < 50 < high");
    assertThat(RiskClasses.parse(CLASSES.toString())).isEqualTo(CLASSES);
  }

  /** As scores are compared with each other. */
  @Test
  void a_rounding_error_decides_no_class() {
    assertThat(CLASSES.of(Math.nextDown(50.0))).isEqualTo("high");
    assertThat(CLASSES.of(100 * (0.1 + 0.2 + 0.2))).isEqualTo("high");
    assertThat(CLASSES.of(50 - 1e-8)).isEqualTo("medium");
  }

  @Test
  void words_say_how_far_the_next_class_is() {
    assertThat(CLASSES.describe(47.5)).isEqualTo("medium, one step from high: 2.5 points below");
    assertThat(CLASSES.describe(12))
        .isEqualTo("low, one step from medium: 13.0 points below; 2 from high: 38.0");
    assertThat(CLASSES.describe(80)).isEqualTo("high");
  }

  @Test
  void all_faults_are_told_together() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new RiskClasses(
                    ImmutableList.of("a", "a", "b<c", " d"),
                    ImmutableDoubleArray.of(50, 25, 100, Double.NaN)))
        .withMessage(
            """
            Classes has 7 faults:
              - there are two classes 'a'
              - a name must be a text in one line without '<' and without spaces around it, but was \
            'b<c'
              - a name must be a text in one line without '<' and without spaces around it, but was \
            ' d'
              - cut points must ascend, but 25.0 comes after 50.0
              - a cut point must be between 0 and 100, but was 100.0
              - a cut point must be between 0 and 100, but was NaN
              - there must be one cut point less than classes, but there are 4 and 4""");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CLASSES.indexOf("hihg"))
        .withMessageContaining("Maybe you meant 'high'.");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RiskClasses.parse("low < 25"))
        .withMessage(
            "'low < 25' is not classes with cut points between them, such as low < 25 < high");
  }

  @Test
  void a_model_states_classes_and_no_score_depends_on_them() {
    RiskModel model = model();
    RiskModel plain =
        RiskModel.builder("m")
            .indicator(Indicator.of("a", HIGHER_IS_RISKIER), 1, Normalization.goalposts(0, 100))
            .build();
    assertThat(model.fingerprint()).isEqualTo(plain.fingerprint());
    assertThat(model).isNotEqualTo(plain);
    assertThat(plain.classes()).isEmpty();
    assertThat(model.toTable().notes()).contains("Classes: low < 25 < medium < 50 < high.");
    assertThat(plain.withClasses(CLASSES).classes()).contains(CLASSES);
    assertThat(model.withWeight("a", 2).withMissing(MissingPolicy.bound()).classes())
        .contains(CLASSES);
    assertThat(model.withClasses(CLASSES)).isEqualTo(model);
    assertThat(model.withClasses(RiskClasses.lowest("all")).root().rationale().reasons()).isEmpty();
    assertThat(RiskModel.of(model.definition())).isEqualTo(model);
    assertThat(RiskModel.readCsv(model.toCsv())).isEqualTo(model);
  }

  @Test
  void cards_and_rankings_say_the_class_of_a_score() {
    Scorer scorer = Scorer.of(model());
    Ranking ranking =
        scorer.rank(
            List.of(profile("AAA", Estimate.exact(10)), profile("BBB", Estimate.between(40, 52))));
    Table table = ranking.toTable();
    assertThat(table.headers())
        .containsExactly(
            "Rank", "Country", "Score", "Class", "Least", "Most", "Coverage %", "0..100");
    assertThat(table.cell(0, 3)).isEqualTo("medium");
    assertThat(table.cell(1, 3)).isEqualTo("low");
    assertThat(table.notes()).contains("Classes: low < 25 < medium < 50 < high.");
    assertThat(ranking.entries().get(0).scorecard().riskClass()).contains("medium");
    assertThat(ranking.entries().get(0).scorecard().toTable().notes())
        .contains(
            "Class: medium, one step from high: 4.0 points below. The bounds of the readings allow"
                + " medium to high. Classes: low < 25 < medium < 50 < high.");
    PartialRanking partial =
        scorer.rankScorable(
            List.of(
                profile("AAA", Estimate.exact(10)),
                CountryProfile.builder(Country.of("CCC", "CCC")).build()));
    assertThat(partial.toTable().headers()).contains("Class");
    assertThat(partial.toTable().rowCount()).isEqualTo(2);
  }
}
