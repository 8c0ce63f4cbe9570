package dev.steppe.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.ImmutableList;
import dev.steppe.model.Aggregation;
import dev.steppe.model.Choice;
import dev.steppe.model.Criterion;
import dev.steppe.model.Direction;
import dev.steppe.model.Factor;
import dev.steppe.model.Indicator;
import dev.steppe.model.MissingPolicy;
import dev.steppe.model.Normalization;
import dev.steppe.model.Rationale;
import dev.steppe.model.RiskClasses;
import dev.steppe.model.RiskModel;
import dev.steppe.model.Treatment;
import dev.steppe.testing.AnyModels;
import dev.steppe.testing.RandomModels;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ModelDifferenceTest {

  private static final RiskModel MODEL =
      RiskModel.builder("my-risk")
          .factor(
              "exposure",
              0.6,
              f -> f.criterion(criterion("border", 1)).criterion(criterion("trade", 1)))
          .factor("protection", 0.4, f -> f.criterion(criterion("treaty", 1)))
          .missing(MissingPolicy.reweight(0.5))
          .build();

  private static Criterion criterion(String code, double weight) {
    return new Criterion(
        Indicator.of(code, Direction.HIGHER_IS_RISKIER),
        weight,
        Treatment.none(),
        Normalization.goalposts(0, 60));
  }

  private static List<String> changes(RiskModel after) {
    return ModelDifference.of(MODEL, after).changes().stream().map(ModelChange::toString).toList();
  }

  static LongStream seeds() {
    return RandomModels.seeds();
  }

  @Test
  void equal_models_do_not_differ() {
    ModelDifference difference = ModelDifference.of(MODEL, MODEL);
    assertThat(difference.isEmpty()).isTrue();
    assertThat(difference.hasSameScores()).isTrue();
    assertThat(difference.toString())
        .contains("Nothing differs.", "Model fingerprint " + MODEL.fingerprint() + ", before and");
  }

  @Test
  void a_weight_is_told_as_stated_and_as_effective() {
    ModelDifference difference = ModelDifference.of(MODEL, MODEL.withWeight("protection", 0.6));
    assertThat(difference.changes()).hasSize(1);
    ModelChange change = difference.changes().get(0);
    assertThat(change.toString()).isEqualTo("weight of protection: 0.4 to 0.6");
    assertThat(change.path()).isEqualTo("my-risk/protection");
    assertThat(change.weightBefore()).hasValue(0.4);
    assertThat(change.weightAfter()).hasValue(0.5);
    assertThat(change.counts()).isTrue();
    assertThat(difference.hasSameScores()).isFalse();
  }

  @Test
  void every_aspect_is_told() {
    assertThat(changes(MODEL.withDirection("trade", Direction.LOWER_IS_RISKIER)))
        .containsExactly("direction of trade: higher is riskier to lower is riskier");
    assertThat(changes(MODEL.withNormalization("trade", Normalization.goalposts(0, 50))))
        .containsExactly("scale of trade: goalposts(0.0, 60.0) to goalposts(0.0, 50.0)");
    assertThat(changes(MODEL.withTreatment("trade", Treatment.log(1))))
        .containsExactly("treatment of trade: none() to log(1.0)");
    assertThat(changes(MODEL.withAggregation("exposure", Aggregation.maximum())))
        .containsExactly("aggregation of exposure: arithmetic() to maximum()");
    assertThat(changes(MODEL.withMissing(MissingPolicy.fail())))
        .containsExactly("missing of my-risk: reweight(0.5) to fail()");
    assertThat(changes(MODEL.withoutNode("trade")))
        .containsExactly("trade is gone: weight 1, goalposts(0.0, 60.0)");
    assertThat(changes(MODEL.withNode("protection", criterion("guns", 2))))
        .containsExactly("guns is new: weight 2, goalposts(0.0, 60.0)");
    assertThat(changes(MODEL.refusingBeyondScale())).contains("domain of trade: any to 0 to 60");
  }

  @Test
  void levels_are_told_with_the_domain() {
    Criterion votes = criterion("votes", 1);
    RiskModel any = MODEL.withNodeReplaced("treaty", votes);
    RiskModel some =
        MODEL.withNodeReplaced(
            "treaty",
            new Criterion(
                votes.indicator().withLevels(0, 0.5, 60),
                1,
                votes.treatment(),
                votes.normalization()));
    RiskModel others =
        MODEL.withNodeReplaced(
            "treaty",
            new Criterion(
                votes.indicator().withLevels(0, 30, 60),
                1,
                votes.treatment(),
                votes.normalization()));
    assertThat(ModelDifference.of(any, some).changes())
        .hasToString("[domain of votes: any to only 0, 0.5, 60]");
    assertThat(ModelDifference.of(some, others).changes())
        .hasToString("[domain of votes: only 0, 0.5, 60 to only 0, 30, 60]");
    for (RiskModel other : List.of(any, others)) {
      assertThat(other.fingerprint()).isNotEqualTo(some.fingerprint());
      assertEnds(some, other);
      assertEnds(other, some);
    }
  }

  @Test
  void a_node_that_moves_is_told_with_both_factors() {
    RiskModel moved = MODEL.withoutNode("trade").withNode("protection", criterion("trade", 2));
    assertThat(changes(moved))
        .containsExactlyInAnyOrder(
            "factor of trade: exposure to protection", "weight of trade: 1 to 2");
    assertThat(ModelDifference.of(MODEL, moved).of("trade").get(0).path())
        .isEqualTo("my-risk/protection/trade");
  }

  @Test
  void a_code_that_stands_for_a_factor_and_then_for_an_indicator_is_two_nodes() {
    RiskModel other = MODEL.withNodeReplaced("protection", criterion("protection", 0.4));
    assertThat(changes(other))
        .containsExactly(
            "protection is new: weight 0.4, goalposts(0.0, 60.0)",
            "protection is gone: weight 0.4, arithmetic()",
            "treaty is gone: weight 1, goalposts(0.0, 60.0)");
    assertEnds(MODEL, other);
    assertEnds(other, MODEL);
  }

  @Test
  void another_name_and_another_order_count_for_the_fingerprint_only() {
    RiskModel renamed =
        RiskModel.builder("our-risk")
            .factor("protection", 0.4, f -> f.criterion(criterion("treaty", 1)))
            .factor(
                "exposure",
                0.6,
                f -> f.criterion(criterion("border", 1)).criterion(criterion("trade", 1)))
            .missing(MissingPolicy.reweight(0.5))
            .build();
    assertThat(changes(renamed))
        .containsExactly(
            "code of our-risk: my-risk to our-risk",
            "order of our-risk: exposure, protection to protection, exposure",
            "name of our-risk: my-risk to our-risk");
    assertEnds(MODEL, renamed);
  }

  @Test
  void texts_and_classes_are_told_apart_from_what_moves_scores() {
    RiskModel told =
        MODEL
            .withRationale(
                "trade", Rationale.of(Choice.WEIGHT, "Equal.").withReferences("P1", "P2"))
            .withClasses(RiskClasses.lowest("low").then(50, "high"))
            .withNodeReplaced(
                "treaty",
                new Criterion(
                    Indicator.of("treaty", Direction.HIGHER_IS_RISKIER)
                        .withName("Treaties")
                        .withUnit("0 to 1"),
                    1,
                    Treatment.none(),
                    Normalization.goalposts(0, 60)));
    ModelDifference difference = ModelDifference.of(MODEL, told);
    assertThat(difference.counting()).isEmpty();
    assertThat(difference.hasSameScores()).isTrue();
    assertThat(difference.texts().stream().map(ModelChange::toString))
        .containsExactlyInAnyOrder(
            "classes of my-risk: none to low < 50 < high",
            "reason of trade: none to weight: Equal.",
            "references of trade: none to P1; P2",
            "name of Treaties (treaty): treaty to Treaties",
            "unit of Treaties (treaty): none to 0 to 1");
    assertThat(difference.toString()).contains("What differs moves no score.");
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void models_differ_in_what_counts_just_if_their_fingerprints_do(long seed) {
    RiskModel model = AnyModels.generate(seed);
    assertThat(ModelDifference.of(model, RiskModel.of(model.definition())).isEmpty()).isTrue();
    for (RiskModel other :
        List.of(
            AnyModels.generate(seed + 1),
            RandomRevisions.generate(seed, 1).after(),
            RandomRevisions.generate(seed, 3).after())) {
      RiskModel from =
          other.name().startsWith("any") ? model : RandomRevisions.generate(seed, 0).before();
      ModelDifference difference = ModelDifference.of(from, other);
      assertThat(difference.counting().isEmpty())
          .isEqualTo(from.fingerprint().equals(other.fingerprint()))
          .isEqualTo(difference.hasSameScores());
      assertThat(difference.isEmpty()).isEqualTo(from.equals(other));
      assertEnds(from, other);
      assertEnds(other, from);
    }
  }

  /** No change gives the earlier model, and all changes the later one. */
  private static void assertEnds(RiskModel before, RiskModel after) {
    ModelComparison comparison = new ModelComparison(before, after);
    assertThat(ModelMixture.of(comparison, name -> false).fingerprint())
        .isEqualTo(before.fingerprint());
    assertThat(ModelMixture.of(comparison, comparison.switches().keySet()::contains).fingerprint())
        .isEqualTo(after.fingerprint());
    // Every difference that counts is made by one switch, and none by two.
    assertThat(comparison.switches().values().stream().flatMap(List::stream))
        .containsExactlyInAnyOrderElementsOf(
            comparison.changes().stream().filter(ModelChange::counts).toList());
  }

  @Test
  void factors_in_each_other_are_no_model() {
    Factor inner =
        new Factor("a", "a", 1, Aggregation.arithmetic(), ImmutableList.of(criterion("x", 1)));
    Factor other =
        new Factor("b", "b", 1, Aggregation.arithmetic(), ImmutableList.of(criterion("y", 1)));
    RiskModel aInB =
        RiskModel.builder("m")
            .criterion(criterion("z", 1))
            .build()
            .withNode(
                "m",
                new Factor(
                    "b",
                    "b",
                    1,
                    Aggregation.arithmetic(),
                    ImmutableList.of(inner, criterion("y", 1))));
    RiskModel bInA =
        RiskModel.builder("m")
            .criterion(criterion("z", 1))
            .build()
            .withNode(
                "m",
                new Factor(
                    "a",
                    "a",
                    1,
                    Aggregation.arithmetic(),
                    ImmutableList.of(criterion("x", 1), other)));
    ModelComparison comparison = new ModelComparison(aInB, bInA);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ModelMixture.of(comparison, "node b"::equals))
        .withMessage("Factors lie in each other in a circle");
    assertEnds(aInB, bInA);
  }
}
