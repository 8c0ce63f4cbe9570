package dev.steppe.model;

import static dev.steppe.model.Direction.HIGHER_IS_RISKIER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.within;

import dev.steppe.evidence.Serialized;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ChoquetTest {

  private static final Offset<Double> ROUNDING = within(1e-12);
  private static final double[] HALVES = {0.5, 0.5};
  private static final List<String> PAIR = List.of("motive", "exposure");
  private static final List<String> ABC = List.of("a", "b", "c");

  private static Aggregation pair(double strength) {
    return Aggregation.choquet(Interaction.of("motive", "exposure", strength)).bind(PAIR);
  }

  private static double[] values(double... values) {
    return values;
  }

  @Test
  void the_example_of_the_documentation() {
    assertThat(pair(0.5).of(values(80, 20), HALVES)).isEqualTo(35);
  }

  @Test
  void two_children_of_equal_weight_range_from_maximum_over_mean_to_minimum() {
    for (double[] values : new double[][] {{80, 20}, {20, 80}, {0, 100}, {37.3, 37.3}}) {
      assertThat(pair(1).of(values, HALVES)).isEqualTo(Math.min(values[0], values[1]));
      assertThat(pair(-1).of(values, HALVES)).isEqualTo(Math.max(values[0], values[1]));
      assertThat(pair(0).of(values, HALVES)).isEqualTo((values[0] + values[1]) / 2);
    }
  }

  @Test
  void three_children_that_all_complement_each_other_weigh_the_least_twice() {
    Aggregation together =
        Aggregation.choquet(
                Interaction.of("a", "b", 1 / 3.0),
                Interaction.of("a", "c", 1 / 3.0),
                Interaction.of("b", "c", 1 / 3.0))
            .bind(ABC);
    // (2 * least + middle) / 3
    assertThat(together.of(values(90, 30, 60), values(1, 1, 1))).isCloseTo(40, ROUNDING);
    assertThat(together.of(values(0, 30, 60), values(1, 1, 1))).isCloseTo(10, ROUNDING);
  }

  /**
   * Grabisch (1996), The application of fuzzy integrals in multicriteria decision making. European
   * Journal of Operational Research 89, 445-456: students with marks in mathematics, physics and
   * literature. Its capacity is 0.45, 0.45, 0.3 for single subjects, 0.5 for mathematics and
   * physics, 0.9 for the other two pairs, and 1 for all three, so its Moebius masses are -0.4, 0.15
   * and 0.15 for the pairs and -0.1 for all three: an integral of pairs, of which the total is 1.1,
   * less 0.1 of the least mark.
   */
  @Test
  void the_pairs_of_a_published_capacity_give_its_published_scores() {
    double[] importance = {0.45 + (-0.4 + 0.15) / 2, 0.45 + (-0.4 + 0.15) / 2, 0.3 + 0.15};
    Aggregation pairs =
        Aggregation.choquet(
                Interaction.of("mathematics", "physics", -0.4 / 1.1),
                Interaction.of("mathematics", "literature", 0.15 / 1.1),
                Interaction.of("physics", "literature", 0.15 / 1.1))
            .bind(List.of("mathematics", "physics", "literature"));
    double[][] marks = {{18, 16, 10}, {10, 12, 18}, {14, 15, 15}};
    double[] published = {13.9, 13.6, 14.9};
    for (int student = 0; student < 3; student++) {
      double least = Arrays.stream(marks[student]).min().orElseThrow();
      double score = 1.1 * pairs.of(marks[student], importance) - 0.1 * least;
      assertThat(score).isCloseTo(published[student], ROUNDING);
    }
  }

  /** The mean over all orders of what a child adds, on the capacity read off 0/100 values. */
  @Test
  void weights_are_the_shapley_values_and_strengths_the_interaction_indices() {
    Aggregation method =
        Aggregation.choquet(
                Interaction.of("a", "b", 0.3),
                Interaction.of("b", "c", -0.5),
                Interaction.of("a", "c", 0.1))
            .bind(ABC);
    double[] weights = {0.5, 0.9, 0.6};
    double total = 2;
    double[] capacity = new double[8];
    for (int set = 0; set < 8; set++) {
      double[] values = values(100 * (set & 1), 100 * (set >> 1 & 1), 100 * (set >> 2 & 1));
      capacity[set] = method.of(values, weights) / 100;
    }
    assertThat(capacity[7]).isCloseTo(1, ROUNDING);
    for (int i = 0; i < 3; i++) {
      int self = 1 << i;
      int j = 1 << (i + 1) % 3;
      int k = 1 << (i + 2) % 3;
      double shapley =
          capacity[self] / 3
              + (capacity[self | j] - capacity[j]) / 6
              + (capacity[self | k] - capacity[k]) / 6
              + (capacity[7] - capacity[j | k]) / 3;
      assertThat(shapley).isCloseTo(weights[i] / total, ROUNDING);
    }
    // Of a and b: the mean, with and without c, of what the two add beyond each by itself.
    double without = capacity[3] - capacity[1] - capacity[2];
    double with = capacity[7] - capacity[5] - capacity[6] + capacity[4];
    assertThat((without + with) / 2).isCloseTo(0.3, ROUNDING);
  }

  @Test
  void the_value_stays_between_the_children_to_the_bit_and_never_falls() {
    Random random = new Random(5);
    for (int i = 0; i < 5000; i++) {
      double strength = 2 * random.nextDouble() - 1;
      double weight = Math.abs(strength) / 2 + (1 - Math.abs(strength)) * random.nextDouble();
      double[] weights = {weight, 1 - weight};
      double[] values = {random.nextInt(4) * 33.3, random.nextDouble() * 100};
      double value = pair(strength).of(values, weights);
      assertThat(value).isBetween(Math.min(values[0], values[1]), Math.max(values[0], values[1]));
      values[i % 2] = Math.min(100, values[i % 2] + random.nextDouble());
      assertThat(pair(strength).of(values, weights)).isGreaterThanOrEqualTo(value);
    }
  }

  /** At the limit some children do not count at all: not even a rounding error may show them. */
  @Test
  void no_rounding_error_makes_the_value_fall_or_leave_the_children() {
    Random random = new Random(6);
    for (int i = 0; i < 5000; i++) {
      double[] weights = random.doubles(3, 0.1, 1).toArray();
      double sum = weights[0] + weights[1] + weights[2];
      double half = Math.min(weights[0], weights[1]) / sum;
      double strength = random.nextBoolean() ? 2 * half : -2 * half;
      Aggregation method = Aggregation.choquet(Interaction.of("a", "b", strength)).bind(ABC);
      double[] values = random.doubles(3, 0, 100).toArray();
      double before = method.of(values, weights);
      values[i % 3] = Math.min(100, values[i % 3] + 20 * random.nextDouble());
      assertThat(method.of(values, weights)).isGreaterThanOrEqualTo(before);
      double same = values[0];
      assertThat(method.of(values(same, same, same), weights)).isEqualTo(same);
    }
  }

  /** Beyond the limit the value does fall while a child rises, so the limit is the right one. */
  @Test
  void the_limit_of_the_interactions_is_sharp() {
    Aggregation method = Aggregation.choquet(Interaction.of("a", "b", 0.5)).bind(ABC);
    double[] limit = {0.25, 0.5, 0.25};
    assertThat(method.of(values(90, 20, 50), limit))
        .isEqualTo(method.of(values(20, 20, 50), limit));
    double[] out = new double[2];
    double[] beyond = {0.2, 0.5, 0.3};
    method.aggregate(new double[][] {{20, 90}, {20, 20}, {50, 50}}, beyond, out, 2);
    assertThat(out[1]).isLessThan(out[0]);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> method.of(values(90, 20, 50), beyond))
        .withMessage(
            "choquet(Interaction.of(\"a\", \"b\", 0.5)): importance of 'a' must be at least half the"
                + " sum of the sizes of its interactions, which is 0.25, but was 0.2");
  }

  @Test
  void an_interaction_with_a_child_of_weight_0_drops_out() {
    double[] out = new double[1];
    pair(1).aggregate(new double[][] {{80}, {0}}, values(1, 0), out, 1);
    assertThat(out[0]).isEqualTo(80);
    pair(-1).aggregate(new double[][] {{80}, {Double.NaN}}, values(1, 0), out, 1);
    assertThat(out[0]).isEqualTo(80);
  }

  @Test
  void the_example_of_other_weights() {
    assertThat(pair(1).reweighted(HALVES, values(0.8, 0.2)).of(values(80, 20), values(0.8, 0.2)))
        .isCloseTo(56, ROUNDING);
  }

  /** Interactions as strong as the weights admit, so that any excess would be an error of of(). */
  @Test
  void interactions_that_go_with_the_weights_fit_any_and_never_let_the_value_fall() {
    Random random = new Random(7);
    for (int i = 0; i < 5000; i++) {
      double[] from = shares(random.doubles(3, 0.001, 1).toArray());
      double[] strengths = random.doubles(3, -1, 1).toArray();
      double[] halves = {
        (Math.abs(strengths[0]) + Math.abs(strengths[1])) / 2,
        (Math.abs(strengths[0]) + Math.abs(strengths[2])) / 2,
        (Math.abs(strengths[1]) + Math.abs(strengths[2])) / 2
      };
      double excess =
          Math.max(halves[0] / from[0], Math.max(halves[1] / from[1], halves[2] / from[2]));
      Aggregation stated =
          Aggregation.choquet(
                  Interaction.of("a", "b", strengths[0] / excess),
                  Interaction.of("a", "c", strengths[1] / excess),
                  Interaction.of("b", "c", strengths[2] / excess))
              .bind(ABC);
      double[] drawn = random.doubles(3).toArray();
      drawn[0] *= i % 2;
      double[] to = shares(drawn);
      Aggregation other = stated.reweighted(from, to);
      double[] values = random.doubles(3, 0, 100).toArray();
      double before = other.of(values, to);
      values[i % 3] = Math.min(100, values[i % 3] + 20 * random.nextDouble());
      assertThat(other.of(values, to)).isGreaterThanOrEqualTo(before);
      assertThat(stated.reweighted(from, from)).isEqualTo(stated);
      assertThat(other.unbound().bind(ABC)).isEqualTo(other);
    }
  }

  private static double[] shares(double[] weights) {
    double sum = Arrays.stream(weights).sum();
    return Arrays.stream(weights).map(weight -> weight / sum).toArray();
  }

  /** The mean of the lesser of two of three uniform shares is 1/6, half of the stated third. */
  @Test
  void drawn_interactions_of_three_equals_are_half_as_strong_on_average() {
    Aggregation stated = Aggregation.choquet(Interaction.of("a", "b", 2 / 3.0)).bind(ABC);
    double[] thirds = {1 / 3.0, 1 / 3.0, 1 / 3.0};
    Random random = new Random(8);
    double sum = 0;
    int draws = 200_000;
    for (int d = 0; d < draws; d++) {
      double[] to = shares(random.doubles(3).map(u -> -Math.log(u)).toArray());
      // 100 for the first child alone: its weight less half the interaction.
      sum += 2 * (to[0] - stated.reweighted(thirds, to).of(values(100, 0, 0), to) / 100);
    }
    assertThat(sum / draws).isCloseTo(1 / 3.0, within(0.002));
  }

  @Test
  void a_model_with_other_weights_has_interactions_that_fit_them() {
    RiskModel stated = model(Aggregation.choquet(Interaction.of("a", "b", -0.5)), 1, 2, 1);
    RiskModel other = stated.reweighted(Map.of("a", 0.0, "c", 6.0));
    assertThat(other.factor("f").aggregation())
        .isEqualTo(Aggregation.choquet(Interaction.of("a", "b", 0)));
    assertThat(other.effectiveWeight("c")).isEqualTo(0.75);
    // The lesser of (2 / 6) / (1 / 4) and (2 / 6) / (2 / 4).
    assertThat(stated.reweighted(Map.of("a", 2.0, "c", 2.0)).factor("f").aggregation())
        .hasToString("choquet(Interaction.of(\"a\", \"b\", -0.3333333333333333))");
    assertThat(stated.reweighted(Map.of())).isEqualTo(stated);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> stated.reweighted(Map.of("a", -1.0)))
        .withMessage("Model 'm': weight of 'a' must be finite and >= 0, but was -1.0");
  }

  @Test
  void order_does_not_matter_but_codes_and_strengths_do() {
    Aggregation one =
        Aggregation.choquet(Interaction.of("a", "b", 0.2), Interaction.of("c", "b", 0.1));
    Aggregation same =
        Aggregation.choquet(Interaction.of("b", "c", 0.1), Interaction.of("b", "a", 0.2));
    assertThat(one).isEqualTo(same).hasSameHashCodeAs(same).hasToString(same.toString());
    assertThat(Interaction.of("b", "a", -0.0)).isEqualTo(Interaction.of("a", "b", 0));
    assertThat(one)
        .isNotEqualTo(
            Aggregation.choquet(Interaction.of("a", "b", 0.1), Interaction.of("c", "b", 0.2)))
        .isNotEqualTo(Aggregation.choquet(Interaction.of("a", "b", 0.2)));
    assertThat(one.bind(ABC)).isEqualTo(same.bind(ABC)).isNotEqualTo(one);
    assertThat(one.bind(ABC).bind(List.of("c", "a", "b")))
        .isEqualTo(one.bind(List.of("c", "a", "b")));
    assertThat(one.bind(ABC))
        .hasToString(
            "choquet(Interaction.of(\"a\", \"b\", 0.2), Interaction.of(\"b\", \"c\", 0.1)) of [a, b,"
                + " c]");
  }

  @Test
  void it_is_serializable() {
    Aggregation method = Aggregation.choquet(Interaction.of("a", "b", 0.2));
    assertThat(Serialized.copyOf(method)).isEqualTo(method);
    assertThat(Serialized.copyOf(method.bind(ABC))).isEqualTo(method.bind(ABC));
    RiskModel model = model(method, 1, 1, 1);
    assertThat(Serialized.copyOf(model)).isEqualTo(model);
    assertThat(Serialized.copyOf(model).fingerprint()).isEqualTo(model.fingerprint());
  }

  @Test
  void without_interactions_it_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(Aggregation::choquet)
        .withMessage(
            "A Choquet integral needs at least one interaction. Without any it is the arithmetic"
                + " mean: maybe you meant Aggregation.arithmetic().");
    assertThatNullPointerException().isThrownBy(() -> Aggregation.choquet((Interaction) null));
  }

  @Test
  void interactions_check_their_parts() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Interaction.of("a", "b", 1.01))
        .withMessage(
            "strength of the interaction of 'a' and 'b' must be in [-1.0, 1.0], but was 1.01");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Interaction.of("a", "b", Double.NaN))
        .withMessageContaining("but was NaN");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Interaction.of("a", "1b", 0))
        .withMessageStartingWith("code in an interaction must start with a letter");
    assertThatNullPointerException()
        .isThrownBy(() -> Interaction.of("a", null, 0))
        .withMessage("code in an interaction");
  }

  @Test
  void with_arrays_it_must_be_bound_to_its_children_first() {
    Aggregation method = Aggregation.choquet(Interaction.of("a", "b", 0.2));
    String message =
        "choquet(Interaction.of(\"a\", \"b\", 0.2)) knows its children by code. Tell it the order of"
            + " their values first: bind(codes) gives an aggregation that can be used with arrays.";
    assertThatIllegalStateException()
        .isThrownBy(() -> method.of(values(1, 2), HALVES))
        .withMessage(message);
    assertThatIllegalStateException()
        .isThrownBy(() -> method.aggregate(new double[][] {{1}, {2}}, HALVES, new double[1], 1))
        .withMessage(message);
    assertThatIllegalStateException()
        .isThrownBy(() -> method.reweighted(HALVES, HALVES))
        .withMessage(message);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> method.bind(ABC).of(values(1, 2), HALVES))
        .withMessage("There must be as many values as children [a, b, c], but there are 2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> method.bind(List.of("a", "b", "a")))
        .withMessage("Children must have different codes, but were [a, b, a]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> method.bind(List.of("a", "c")))
        .withMessage(
            "choquet(Interaction.of(\"a\", \"b\", 0.2)) of the children [a, c]: interaction of 'a'"
                + " and 'b': there is no child 'b'. Known: [a, c].");
  }

  private static ModelBuilder builder(Aggregation aggregation, double... weights) {
    List<String> codes = List.of("alpha", "beta", "gamma");
    return RiskModel.builder("m")
        .factor(
            "f",
            1,
            f -> {
              f.aggregation(aggregation);
              for (int i = 0; i < weights.length; i++) {
                f.indicator(
                    Indicator.of(
                        weights.length == 3 ? ABC.get(i) : codes.get(i), HIGHER_IS_RISKIER),
                    weights[i],
                    Normalization.goalposts(0, 1));
              }
            });
  }

  private static RiskModel model(Aggregation aggregation, double... weights) {
    return builder(aggregation, weights).build();
  }

  @Test
  void a_model_with_interactions_is_not_additive() {
    RiskModel model = model(Aggregation.choquet(Interaction.of("b", "a", 0.2)), 1, 1, 1);
    assertThat(model.isAdditive()).isFalse();
    assertThat(model.factor("f").aggregation())
        .isEqualTo(Aggregation.choquet(Interaction.of("a", "b", 0.2)));
    assertThat(model.toTable().toString()).contains("choquet(Interaction.of(\"a\", \"b\", 0.2))");
  }

  @Test
  void interactions_that_do_not_fit_are_reported_with_the_other_faults_of_the_model() {
    Aggregation wrong =
        Aggregation.choquet(
            Interaction.of("alpha", "betta", 0.1),
            Interaction.of("alpha", "alpha", 0.1),
            Interaction.of("alpha", "beta", 0.75),
            Interaction.of("beta", "alpha", 0.5),
            Interaction.of("omega", "omega", 0.5));
    ModelBuilder builder =
        builder(wrong, 1, 3)
            .indicator(Indicator.of("alpha", HIGHER_IS_RISKIER), 1, Normalization.goalposts(0, 1))
            .missing(MissingPolicy.fail())
            .missing(MissingPolicy.bound());
    assertThatIllegalArgumentException()
        .isThrownBy(builder::build)
        .withMessage(
            """
            Model 'm' has 7 faults:
              - missing policy was already set to fail(), second was bound()
              - interaction of 'alpha' and 'alpha' in factor 'f' needs two children
              - interaction of 'alpha' and 'beta' in factor 'f' was already set to 0.5, second was \
            0.75
              - interaction of 'alpha' and 'betta' in factor 'f': there is no child 'betta'. Known: \
            [alpha, beta]. Maybe you meant 'beta'.
              - interaction of 'omega' and 'omega' in factor 'f' needs two children
              - importance of 'alpha' in factor 'f' must be at least half the sum of the sizes of its \
            interactions, which is 0.3, but was 0.25
              - code 'alpha' is used more than once""");
  }

  @Test
  void a_faulty_child_is_not_said_to_lack_in_interactions() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> model(Aggregation.choquet(Interaction.of("a", "b", 0.2)), 1, -1, 1))
        .withMessage(
            "Model 'm': Weight of indicator 'b' must be finite and >= 0, but was -1.0 (in factor"
                + " 'f')");
  }

  @Test
  void changes_of_a_model_that_break_the_condition_are_refused() {
    RiskModel model =
        model(
            Aggregation.choquet(Interaction.of("a", "b", -0.5), Interaction.of("b", "c", 0.25)),
            2,
            3,
            3);
    String b =
        "importance of 'b' in factor 'f' must be at least half the sum of the sizes of its"
            + " interactions, which is 0.375, but was ";
    String a =
        "importance of 'a' in factor 'f' must be at least half the sum of the sizes of its"
            + " interactions, which is 0.25, but was ";
    assertThatIllegalArgumentException()
        .isThrownBy(() -> model.withWeight("b", 0))
        .withMessage("Model 'm': " + b + "0.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> model.withWeight("c", 11))
        .withMessage("Model 'm' has 2 faults:\n  - " + a + "0.125\n  - " + b + "0.1875");
    assertThatIllegalArgumentException()
        .isThrownBy(model::withEqualWeights)
        .withMessage("Model 'm': " + b + (1 / 3.0));
    Aggregation strong = Aggregation.choquet(Interaction.of("a", "b", -0.75));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> model.withAggregation("f", strong))
        .withMessage("Model 'm': " + a.replace("0.25,", "0.375,") + "0.25");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> model.withAggregation(Aggregation.choquet(Interaction.of("a", "b", 0.1))))
        .withMessage(
            """
            Model 'm' has 2 faults:
              - interaction of 'a' and 'b' in factor 'm': there is no child 'a'. Known: [f].
              - interaction of 'a' and 'b' in factor 'm': there is no child 'b'. Known: [f].""");
  }

  @Test
  void a_child_of_weight_0_may_have_interactions_of_strength_0_only() {
    List<Double> accepted = new ArrayList<>();
    for (double strength : new double[] {0, 0.001, -0.001}) {
      try {
        model(Aggregation.choquet(Interaction.of("a", "b", strength)), 1, 0, 1);
        accepted.add(strength);
      } catch (IllegalArgumentException refused) {
        assertThat(refused).hasMessageContaining("importance of 'b' in factor 'f'");
      }
    }
    assertThat(accepted).containsExactly(0.0);
  }

  @Test
  void a_bound_integral_means_the_same_children_in_a_model() {
    Aggregation method = Aggregation.choquet(Interaction.of("a", "b", 0.2));
    RiskModel model = model(method, 1, 1, 1);
    assertThat(model.withAggregation("f", method.bind(List.of("c", "b", "a")))).isEqualTo(model);
  }
}
