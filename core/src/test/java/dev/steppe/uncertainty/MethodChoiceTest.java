package dev.steppe.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.steppe.model.Aggregation;
import dev.steppe.model.RiskModel;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MethodChoiceTest {

  private static final MethodChoice CHOICE =
      MethodChoice.named("mean")
          .or("arithmetic", UnaryOperator.identity())
          .or("geometric", 2, model -> model.withAggregation(Aggregation.geometric()))
          .or("none", 5, model -> null);

  /** Likelihoods of 1, 2 and 5: parts of an eighth, a quarter and five eighths. */
  @ParameterizedTest
  @CsvSource({
    "0.001, 0",
    "0.1249, 0",
    "0.125, 1",
    "0.2, 1",
    "0.3749, 1",
    "0.375, 2",
    "0.6, 2",
    "0.999, 2"
  })
  void each_alternative_has_its_part_of_the_probability(double probability, int alternative) {
    assertThat(CHOICE.at(probability)).isEqualTo(alternative);
  }

  @Test
  void of_one_alternative_every_probability_is_its() {
    MethodChoice one = MethodChoice.named("one").or("only", UnaryOperator.identity());
    assertThat(one.at(1e-300)).isZero();
    assertThat(one.at(0.999)).isZero();
  }

  @Test
  void a_choice_tells_its_name_and_its_alternatives() {
    assertThat(CHOICE.name()).isEqualTo("mean");
    assertThat(CHOICE.alternatives()).containsExactly("arithmetic", "geometric", "none");
    assertThat(CHOICE.likelihood(0)).isEqualTo(1);
    assertThat(CHOICE.likelihood(2)).isEqualTo(5);
    assertThat(CHOICE).hasToString("choice 'mean' of [arithmetic, geometric, none]");
  }

  @Test
  void alternatives_make_models_and_one_that_makes_none_is_named() {
    RiskModel model = Models.equal(2);
    assertThat(CHOICE.apply(0, model)).isSameAs(model);
    assertThat(CHOICE.apply(1, model).root().aggregation()).isEqualTo(Aggregation.geometric());
    assertThatNullPointerException()
        .isThrownBy(() -> CHOICE.apply(2, model))
        .withMessage("model of alternative 'none'");
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -0.0, -1, Double.POSITIVE_INFINITY, Double.NaN})
  void likelihoods_are_finite_and_above_zero(double likelihood) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CHOICE.or("more", likelihood, UnaryOperator.identity()))
        .withMessage(
            "Likelihood of 'more' in choice 'mean' must be finite and > 0, but was " + likelihood);
  }

  @Test
  void a_choice_needs_two_alternatives_of_different_names() {
    MethodChoice one = MethodChoice.named("one").or("only", UnaryOperator.identity());
    assertThatIllegalArgumentException()
        .isThrownBy(one::complete)
        .withMessage("Choice 'one' needs at least two alternatives, but has [only]");
    assertThat(one.or("other", Double.MIN_VALUE, Models.equal(1)).complete().alternatives())
        .hasSize(2);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> one.or("only", UnaryOperator.identity()))
        .withMessage("Choice 'one' already has an alternative 'only'");
  }
}
