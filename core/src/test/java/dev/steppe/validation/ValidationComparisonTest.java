package dev.steppe.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.steppe.analysis.SampleDesign;
import dev.steppe.table.Table;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ValidationComparisonTest {

  private static final Map<String, Integer> MODEL = Map.of("A", 4, "B", 3, "C", 2, "D", 1);
  private static final Map<String, Integer> BASELINE = Map.of("A", 1, "B", 1, "C", 1, "D", 0);
  private static final Outcomes<String> OUTCOMES = Outcomes.of("A", "B");

  private static ValidationComparison comparison() {
    return ValidationComparison.of("model", Validation.of(MODEL, OUTCOMES))
        .with("in a pact", Validation.of(BASELINE, OUTCOMES));
  }

  @Test
  void each_has_a_row_with_its_figures() {
    Table table = comparison().toTable();
    assertThat(table.title()).isEqualTo("Side by side: 4 cases, 2 with the event");
    assertThat(table.rowCount()).isEqualTo(2);
    assertThat(table.cell(0, 0)).isEqualTo("model");
    assertThat(table.number(0, table.column("AUC"))).hasValue(1);
    assertThat(table.number(0, table.column("Lead in AUC"))).isEmpty();
    assertThat(table.number(1, table.column("AUC"))).hasValue(0.75);
    // Two events among three of the same score: 2 of 3 down to it.
    assertThat(table.number(1, table.column("Average precision"))).hasValue(2.0 / 3);
    assertThat(table.number(1, table.column("Events among the 2 highest"))).hasValue(4.0 / 3);
    assertThat(table.number(1, table.column("Lead in AUC"))).hasValue(0.25);
    assertThat(comparison()).hasToString(table.toString());
  }

  @Test
  void the_lead_is_the_difference() {
    ValidationComparison comparison =
        comparison().withDesign(SampleDesign.random(500).withSeed(3).withLevel(0.9));
    assertThat(comparison.lead("in a pact").auc())
        .isEqualTo(
            Validation.of(MODEL, OUTCOMES)
                .minus(Validation.of(BASELINE, OUTCOMES), comparison.design())
                .auc());
    assertThat(comparison.byName()).containsOnlyKeys("model", "in a pact");
    assertThat(comparison.toTable().notes().get(0)).contains("interval of 90 %");
  }

  @Test
  void with_one_event_there_is_no_interval() {
    Outcomes<String> one = Outcomes.of("A");
    Table table =
        ValidationComparison.of("model", Validation.of(MODEL, one))
            .with("other", Validation.of(BASELINE, one))
            .toTable();
    assertThat(table.number(1, table.column("Lower"))).isEmpty();
    assertThat(table.notes())
        .contains("No lead is given: fewer than two clusters have the event, or nothing else.");
  }

  @Test
  void only_the_same_cases_are_compared() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> comparison().with("other", Validation.of(BASELINE, Outcomes.of("A", "C"))))
        .withMessageContaining("the same cases");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> comparison().with("model", Validation.of(BASELINE, OUTCOMES)))
        .withMessage("'model' is compared already");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> comparison().lead("in a pakt"))
        .withMessage(
            "Order 'in a pakt' is not compared. Known: [model, in a pact]. Maybe you meant 'in a pact'.");
    Map<String, Integer> more = new LinkedHashMap<>(MODEL);
    more.put("E", 0);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> comparison().with("other", Validation.of(more, OUTCOMES)))
        .withMessageContaining("of 4 cases, 2 with the event and of 5 cases, 2 with the event");
  }
}
