package dev.steppe.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.ImmutableList;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.internal.math.BoxSimplex;
import dev.steppe.internal.math.LinearProgram;
import dev.steppe.internal.math.Vectors;
import dev.steppe.score.Scorer;
import dev.steppe.testing.Kinds;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WeightConstraintTest {

  private static final Scorer SCORER = Flat.scorer(1, 2, 1);
  private static final CountryProfile A = Flat.country(0, 80, 20, 50);
  private static final CountryProfile B = Flat.country(1, 30, 60, 40);

  private static final List<WeightConstraint> ALL =
      WeightSet.any().between("a", 0.2, 0.6).heavier("a", "b").riskier(A, B).all();

  private static WeightedScores scores() {
    return WeightedScores.ofIndicators(ImmutableList.of(SCORER.score(A), SCORER.score(B)));
  }

  @Test
  void every_kind_of_constraint_either_is_a_box_of_weights_or_leaves_the_box_alone() {
    assertThat(ALL).map(Object::getClass).containsAll(Kinds.of(WeightConstraint.class));
    assertThat(ALL.get(0).narrow(scores(), new double[3], new double[] {1, 1, 1})).isTrue();
    Random random = new Random(1);
    for (WeightConstraint constraint : ALL) {
      double[] lower = new double[3];
      double[] upper = new double[3];
      Arrays.fill(upper, 1);
      if (constraint.narrow(scores(), lower, upper)) {
        BoxSimplex box = new BoxSimplex(lower, upper);
        LinearProgram program = new LinearProgram(3, constraint.rows(scores()));
        for (int i = 0; i < 50; i++) {
          double[] values = random.doubles(3).toArray();
          assertThat(Vectors.dot(values, box.least(values)))
              .isCloseTo(Vectors.dot(values, program.minimise(values).point()), within(1e-9));
        }
      } else {
        assertThat(lower).containsOnly(0);
        assertThat(upper).containsOnly(1);
      }
    }
  }

  @Test
  void only_judgements_judge_countries() {
    assertThat(ALL.get(2).judged()).containsExactly(A, B);
    assertThat(ALL.subList(0, 2)).allMatch(constraint -> constraint.judged().isEmpty());
  }
}
