package dev.steppe.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.steppe.model.Aggregation;
import dev.steppe.model.RiskModel;
import dev.steppe.score.Scorer;
import dev.steppe.uncertainty.UncertaintyAnalysis;
import dev.steppe.uncertainty.UncertaintyResult;
import dev.steppe.uncertainty.WeightUncertainty;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

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

  /** 4 standard errors of 20,000 draws are 0.014 at most. */
  @ParameterizedTest
  @EnumSource(PlainDraws.Readings.class)
  void plain_draws_give_the_ranks_and_pairs_of_an_analysis(PlainDraws.Readings readings) {
    PlainDraws plain = PlainDraws.of(5, 12, readings);
    plain.run(20_000, 3);
    UncertaintyResult result =
        UncertaintyAnalysis.of(Scorer.of(model))
            .withWeights(WeightUncertainty.uniform())
            .withSize(20_000)
            .run(Workloads.profiles(5, 12, 12, readings));
    for (int c = 0; c < 5; c++) {
      String code = result.countries().get(c).code();
      assertThat(plain.sum(c) / 20_000).isCloseTo(result.score(code).mean(), within(0.3));
      for (int rank = 1; rank <= 5; rank++) {
        assertThat(plain.ranks(c, rank - 1) / 20_000.0)
            .isCloseTo(result.ranks(code).rank(rank).value(), within(0.02));
      }
      for (int d = 0; d < 5 && readings != PlainDraws.Readings.FIXED; d++) {
        String other = result.countries().get(d).code();
        if (c != d) {
          assertThat(plain.wins(c, d) / 20_000.0)
              .isCloseTo(result.probabilityRiskier(code, other).value(), within(0.02));
        }
      }
    }
  }
}
