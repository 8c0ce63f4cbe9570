package dev.steppe.model;

import static dev.steppe.model.Direction.HIGHER_IS_RISKIER;
import static dev.steppe.model.Direction.LOWER_IS_RISKIER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.ImmutableList;
import dev.steppe.testing.AnyModels;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ModelEditTest {

  private static final Normalization SCALE = Normalization.goalposts(0, 1);

  private static Criterion leaf(String code) {
    return new Criterion(Indicator.of(code, HIGHER_IS_RISKIER), 1, Treatment.none(), SCALE);
  }

  private static RiskModel model() {
    return RiskModel.builder("m")
        .criterion(leaf("a"))
        .factor("f", 2, f -> f.criterion(leaf("b")).criterion(leaf("c")))
        .criterion(leaf("d"))
        .classes(RiskClasses.lowest("low").then(50, "high"))
        .missing(MissingPolicy.bound())
        .build();
  }

  @Test
  void a_node_is_added_last_replaced_in_place_and_removed_with_all_below() {
    RiskModel model = model();
    assertThat(model.withNode("f", leaf("e")).nodes().keySet())
        .containsExactly("m", "a", "f", "b", "c", "e", "d");
    Factor other = new Factor("g", "g", 5, Aggregation.maximum(), ImmutableList.of(leaf("b")));
    assertThat(model.withNodeReplaced("f", other).nodes().keySet())
        .containsExactly("m", "a", "g", "b", "d");
    assertThat(model.withNodeReplaced("b", leaf("x")).nodes().keySet())
        .containsExactly("m", "a", "f", "x", "c", "d");
    assertThat(model.withoutNode("f").nodes().keySet()).containsExactly("m", "a", "d");
    assertThat(model.withoutNode("f").classes()).isEqualTo(model.classes());
    assertThat(model.withoutNode("f").missing()).isEqualTo(model.missing());
  }

  @Test
  void the_other_end_of_an_indicator_is_risky() {
    RiskModel turned =
        model()
            .withRationale("b", Rationale.of(Choice.DIRECTION, "Why."))
            .withDirection("b", LOWER_IS_RISKIER);
    assertThat(turned.criterion("b").indicator().direction()).isEqualTo(LOWER_IS_RISKIER);
    assertThat(turned.criterion("b").rationale()).isEqualTo(Rationale.none());
    assertThat(turned.withDirection("b", HIGHER_IS_RISKIER)).isEqualTo(model());
  }

  @Test
  void what_is_removed_and_added_again_gives_the_model_that_was() {
    LongStream.range(0, 200)
        .mapToObj(AnyModels::generate)
        .forEach(
            model -> {
              for (Node node : model.nodes().values()) {
                if (node != model.root()) {
                  assertThat(model.withNodeReplaced(node.code(), node)).isEqualTo(model);
                }
              }
              Factor part =
                  new Factor(
                      "extra",
                      "extra",
                      0,
                      Aggregation.minimum(),
                      ImmutableList.of(leaf("extra-leaf")));
              assertThat(model.withNode(model.name(), part).withoutNode("extra")).isEqualTo(model);
            });
  }

  private static void assertRefused(Runnable edit, String message) {
    assertThatIllegalArgumentException().isThrownBy(edit::run).withMessage(message);
  }

  @Test
  void what_would_be_no_model_is_refused() {
    RiskModel model = model();
    assertRefused(() -> model.withoutNode("m"), "'m' is the root of model 'm', which stays");
    assertRefused(
        () -> model.withoutNode("bb"),
        "Model 'm' has no 'bb'. Known: [m, a, f, b, c, d]. Maybe you meant 'b'.");
    assertRefused(() -> model.withoutNode("b").withoutNode("c"), "Factor 'f' has no children");
    assertRefused(
        () -> model.withNode("f", leaf("a")), "Model 'm': code 'a' is used more than once");
    assertRefused(
        () -> model.withNode("a", leaf("e")), "'a' is an indicator of model 'm', not a factor");
    assertRefused(
        () ->
            model
                .withAggregation("f", Aggregation.choquet(Interaction.of("b", "c", 0.1)))
                .withoutNode("b"),
        "Model 'm': interaction of 'b' and 'c' in factor 'f': there is no child 'b'. Known: [c].");
  }
}
