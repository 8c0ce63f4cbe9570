package dev.steppe.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.steppe.evidence.Estimate;
import dev.steppe.model.RiskClasses;
import dev.steppe.table.Table;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClassAcceptabilityTest {

  private static final RiskClasses CLASSES =
      RiskClasses.lowest("low").then(45, "medium").then(55.005, "high").then(90, "extreme");

  private static UncertaintyResult result(Estimate... scores) {
    UncertaintyAnalysis analysis = UncertaintyAnalysis.of(Models.scorer(1)).withSize(100_000);
    return analysis.run(
        java.util.stream.IntStream.range(0, scores.length)
            .mapToObj(i -> Models.country(i, scores[i]))
            .toList());
  }

  /** A score that is uniform has the lengths of the classes as their probabilities. */
  @Test
  void shares_are_those_of_the_distribution_of_the_score() {
    ClassAcceptability classes = result(Estimate.between(40, 60)).score("AAA").classes(CLASSES);
    double[] exact = {5 / 20.0, 10.005 / 20, 4.995 / 20, 0};
    double sum = 0;
    for (int i = 0; i < exact.length; i++) {
      Probability share = classes.shares().get(i);
      assertThat(share.value()).isCloseTo(exact[i], within(0.005));
      assertThat(exact[i]).isBetween(share.lower(), share.upper());
      assertThat(share.isExact()).isFalse();
      sum += share.value();
    }
    assertThat(sum).isCloseTo(1, within(1e-12));
    assertThat(classes.share("medium")).isEqualTo(classes.shares().get(1));
    assertThat(classes.likeliest()).isEqualTo("medium");
  }

  /** A triangle's distribution function in closed form. */
  @Test
  void shares_of_a_triangle_are_those_of_its_distribution_function() {
    Estimate triangle = Estimate.triangular(30, 50, 60);
    ClassAcceptability classes = result(triangle).score("AAA").classes(CLASSES);
    assertThat(classes.share("low").value()).isCloseTo(15 * 15 / (30.0 * 20), within(0.005));
    assertThat(classes.share("high").value()).isCloseTo(4.995 * 4.995 / (30.0 * 10), within(0.005));
  }

  @Test
  void a_score_that_cannot_leave_its_class_is_in_it_for_certain() {
    UncertaintyResult result = result(Estimate.exact(45), Estimate.between(46, 54));
    for (String country : List.of("AAA", "BBB")) {
      ClassAcceptability classes = result.score(country).classes(CLASSES);
      assertThat(classes.share("medium")).isEqualTo(Probability.exactly(1));
      assertThat(classes.share("low")).isEqualTo(Probability.exactly(0));
    }
  }

  /** Half of the draws in the step of a cut point count for each side, and the interval has all. */
  @Test
  void draws_beside_a_cut_point_widen_the_interval() {
    ClassAcceptability classes =
        result(Estimate.between(44.999, 45.001)).score("AAA").classes(CLASSES);
    assertThat(classes.share("low").value()).isCloseTo(0.5, within(1e-12));
    assertThat(classes.share("low").lower()).isZero();
    assertThat(classes.share("low").upper()).isEqualTo(1);
  }

  @Test
  void the_table_has_a_row_for_each_class_of_each_country() {
    Table table = result(Estimate.between(40, 60), Estimate.exact(95)).classProbabilities(CLASSES);
    assertThat(table.rowCount()).isEqualTo(8);
    assertThat(table.cell(3, 1)).isEqualTo("extreme");
    assertThat(table.number(3, 2)).hasValue(1);
    assertThat(table.notes().get(0))
        .isEqualTo("Classes: low < 45 < medium < 55.005 < high < 90 < extreme.");
  }
}
