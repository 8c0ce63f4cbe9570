package dev.steppe.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.steppe.model.Aggregation;
import dev.steppe.model.RiskModel;
import dev.steppe.score.Scorer;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is timed side by side computes the same. */
class AgreementTest {

  private static final int ROWS = 5000;

  private final RiskModel model = Workloads.model(3, 4, Aggregation.arithmetic());
  private final double[][] columns = Workloads.columns(12, ROWS);
  private final double[] scores = Scorer.of(model).bulk().score(columns);

  @Test
  void the_plain_loop_over_normalized_columns_gives_the_scores() {
    double[][] values = new double[12][ROWS];
    double[] weights = new double[12];
    for (int i = 0; i < 12; i++) {
      weights[i] = model.effectiveWeight(Workloads.code(i));
      for (int row = 0; row < ROWS; row++) {
        values[i][row] = Workloads.goalposts(i).normalize(columns[i][row], Workloads.direction(i));
      }
    }
    double[] sums = new double[ROWS];
    PlainLoop.sum(values, weights, 0, 3000, sums);
    PlainLoop.sum(values, weights, 3000, ROWS, sums);
    assertThat(sums).containsExactly(scores, within(1e-9));
  }

  @Test
  void the_naive_tree_gives_the_scores() {
    NaiveTree tree = NaiveTree.of(model);
    Map<String, Double> readings = new HashMap<>();
    for (int row = 0; row < ROWS; row++) {
      for (int i = 0; i < 12; i++) {
        readings.put(Workloads.code(i), columns[i][row]);
      }
      assertThat(tree.value(readings)).isCloseTo(scores[row], within(1e-9));
    }
  }

  @Test
  void the_naive_tree_gives_the_score_of_a_profile() {
    RiskModel large = Workloads.model(4, 5, Aggregation.arithmetic());
    Map<String, Double> readings = new HashMap<>();
    Workloads.profile(20, 5)
        .estimates()
        .forEach((code, estimate) -> readings.put(code, estimate.central()));
    assertThat(NaiveTree.of(large).value(readings))
        .isCloseTo(Scorer.of(large).score(Workloads.profile(20, 5)).value(), within(1e-9));
  }
}
