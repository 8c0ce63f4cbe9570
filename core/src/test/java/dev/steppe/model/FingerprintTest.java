package dev.steppe.model;

import static dev.steppe.model.Direction.HIGHER_IS_RISKIER;
import static dev.steppe.model.Direction.LOWER_IS_RISKIER;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import com.google.common.primitives.ImmutableDoubleArray;
import dev.steppe.testing.Kinds;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FingerprintTest {

  private static final Indicator A = Indicator.of("a", HIGHER_IS_RISKIER);
  private static final Indicator B = Indicator.of("b", LOWER_IS_RISKIER).withDomain(0, 100);

  private static RiskModel model() {
    return model(A, B);
  }

  /** A model with every kind of method, so that its fingerprint tells of a change in any. */
  private static RiskModel model(Indicator first, Indicator second) {
    return RiskModel.builder("m")
        .factor(
            "f",
            2,
            f ->
                f.aggregation(Aggregation.power(-1.5))
                    .indicator(first, 1, Treatment.log(1), Normalization.goalposts(0, 3))
                    .indicator(second, 3, Treatment.clamp(0, 50), Normalization.logistic(4, 0.5)))
        .indicator(
            Indicator.of("c", HIGHER_IS_RISKIER),
            1,
            Normalization.piecewiseLinear(ImmutableMap.of(0.0, 0.0, 1.0, 10.0, 5.0, 80.0)))
        .indicator(
            Indicator.of("d", HIGHER_IS_RISKIER),
            1,
            Normalization.categories(ImmutableMap.of(0.0, 0.0, 1.0, 100.0)).onto(1, 99))
        .indicator(
            Indicator.of("e", HIGHER_IS_RISKIER),
            1,
            Normalization.rank().fit(ImmutableDoubleArray.of(1, 2, 2, 5), HIGHER_IS_RISKIER))
        .missing(MissingPolicy.reweight(0.5))
        .build();
  }

  /** The same on every machine, JDK and run: other programs may store it. */
  @Test
  void the_fingerprint_of_a_model_is_pinned() {
    assertThat(model().fingerprint()).isEqualTo("1bc7404dc210e2d3202da783f219b794");
  }

  @Test
  void equal_models_have_one_fingerprint() {
    assertThat(model().fingerprint()).isEqualTo(model().fingerprint()).matches("[0-9a-f]{32}");
  }

  @Test
  void names_and_units_do_not_count() {
    assertThat(model(A.withName("Alpha").withUnit("km"), B).fingerprint())
        .isEqualTo(model().fingerprint());
    RiskModel plain =
        RiskModel.builder("m")
            .factor("f", 1, f -> f.indicator(A, 1, Normalization.minMax()))
            .build();
    RiskModel named =
        RiskModel.builder("m")
            .factor("f", 1, f -> f.name("A factor").indicator(A, 1, Normalization.minMax()))
            .build();
    assertThat(named.fingerprint()).isEqualTo(plain.fingerprint());
  }

  @Test
  void the_order_in_which_categories_or_points_were_given_does_not_count() {
    RiskModel model =
        model()
            .withNormalization(
                "c",
                Normalization.piecewiseLinear(ImmutableMap.of(5.0, 80.0, 0.0, -0.0, 1.0, 10.0)))
            .withNormalization(
                "d",
                Normalization.categories(ImmutableMap.of(1.0, 100.0, -0.0, -0.0))
                    .onto(-0.0 + 1, 99));
    assertThat(model.fingerprint()).isEqualTo(model().fingerprint());
  }

  @Test
  void the_order_in_which_interactions_and_their_codes_were_given_does_not_count() {
    Aggregation one =
        Aggregation.choquet(Interaction.of("c", "d", 0.1), Interaction.of("e", "c", -0.0));
    Aggregation other =
        Aggregation.choquet(Interaction.of("c", "e", 0.0), Interaction.of("d", "c", 0.1));
    RiskModel model = model().withAggregation("m", one);
    assertThat(model.withAggregation("m", other).fingerprint()).isEqualTo(model.fingerprint());
    Aggregation bound = one.bind(List.of("e", "d", "c"));
    assertThat(model.withAggregation("m", bound).fingerprint()).isEqualTo(model.fingerprint());
  }

  /** The same on every machine, JDK and run. */
  @Test
  void the_fingerprint_of_a_model_with_interactions_is_pinned() {
    RiskModel model =
        model().withAggregation("f", Aggregation.choquet(Interaction.of("b", "a", 0.25)));
    assertThat(model.fingerprint()).isEqualTo("c3c2e660675311351409f4c33ee40760");
  }

  @Test
  void every_single_change_that_can_move_a_score_gives_another_fingerprint() {
    RiskModel m = model();
    List<RiskModel> models = new ArrayList<>();
    models.add(m);
    models.add(m.withWeight("a", 1.0000000000000002));
    models.add(m.withWeight("f", 1));
    models.add(m.withNormalization("a", Normalization.goalposts(0, 3.5)));
    models.add(m.withNormalization("a", Normalization.goalposts(0.5, 3)));
    models.add(m.withNormalization("a", Normalization.goalposts(0, 3).onto(1, 100)));
    models.add(m.withNormalization("a", Normalization.goalposts(0, 3).onto(0, 99)));
    models.add(m.withNormalization("a", Normalization.minMax()));
    models.add(m.withNormalization("a", Normalization.zScore(10, 2)));
    models.add(m.withNormalization("a", Normalization.zScore(11, 2)));
    models.add(m.withNormalization("a", Normalization.zScore(10, 3)));
    models.add(m.withNormalization("a", Normalization.rank()));
    models.add(m.withNormalization("a", Normalization.percentileRank()));
    models.add(m.withNormalization("b", Normalization.logistic(4, 0.6)));
    models.add(m.withNormalization("b", Normalization.logistic(5, 0.5)));
    models.add(
        m.withNormalization(
            "c", Normalization.piecewiseLinear(ImmutableMap.of(0.0, 0.0, 1.0, 11.0, 5.0, 80.0))));
    models.add(
        m.withNormalization(
            "c", Normalization.piecewiseLinear(ImmutableMap.of(0.0, 0.0, 1.5, 10.0, 5.0, 80.0))));
    models.add(
        m.withNormalization(
            "c", Normalization.piecewiseLinear(ImmutableMap.of(0.0, 0.0, 5.0, 80.0))));
    models.add(
        m.withNormalization(
            "d", Normalization.categories(ImmutableMap.of(0.0, 0.0, 1.0, 99.0)).onto(1, 99)));
    models.add(
        m.withNormalization(
            "d", Normalization.categories(ImmutableMap.of(0.0, 0.0, 2.0, 100.0)).onto(1, 99)));
    models.add(
        m.withNormalization(
            "e", Normalization.rank().fit(ImmutableDoubleArray.of(1, 2, 3, 5), HIGHER_IS_RISKIER)));
    models.add(
        m.withNormalization(
            "e",
            Normalization.percentileRank()
                .fit(ImmutableDoubleArray.of(1, 2, 2, 5), HIGHER_IS_RISKIER)));
    models.add(m.withTreatment("a", Treatment.log(2)));
    models.add(m.withTreatment("a", Treatment.none()));
    models.add(m.withTreatment("a", Treatment.logOfRange()));
    models.add(m.withTreatment("a", Treatment.winsorize(5)));
    models.add(m.withTreatment("a", Treatment.winsorize(4)));
    models.add(m.withTreatment("a", Treatment.winsorizeOrLog(4)));
    models.add(m.withTreatment("b", Treatment.clamp(0, 51)));
    for (Aggregation aggregation :
        List.of(
            Aggregation.arithmetic(),
            Aggregation.geometric(),
            Aggregation.geometric(1),
            Aggregation.harmonic(),
            Aggregation.harmonic(1),
            Aggregation.power(1.5),
            Aggregation.maximum(),
            Aggregation.minimum(),
            Aggregation.choquet(Interaction.of("a", "b", 0.5)),
            Aggregation.choquet(Interaction.of("a", "b", 0.25)),
            Aggregation.choquet(Interaction.of("a", "b", -0.5)))) {
      models.add(m.withAggregation("f", aggregation));
    }
    models.add(m.withAggregation("m", Aggregation.geometric()));
    models.add(m.withAggregation("m", Aggregation.choquet(Interaction.of("c", "d", 0.1))));
    models.add(m.withAggregation("m", Aggregation.choquet(Interaction.of("c", "e", 0.1))));
    models.add(
        m.withAggregation(
            "m",
            Aggregation.choquet(Interaction.of("c", "d", 0.1), Interaction.of("c", "e", 0.1))));
    models.add(m.withMissing(MissingPolicy.reweight(0.6)));
    models.add(m.withMissing(MissingPolicy.reweightByCount(0.5)));
    models.add(m.withMissing(MissingPolicy.fail()));
    models.add(m.withMissing(MissingPolicy.bound()));
    models.add(model(Indicator.of("a", LOWER_IS_RISKIER), B));
    models.add(model(Indicator.of("a2", HIGHER_IS_RISKIER), B));
    models.add(model(A, B.withDomain(0, 101)));
    models.add(model(A, B.withDomain(-1, 100)));
    models.add(model(A, B.withLevels(0, 100)));
    models.add(model(A, B.withLevels(0, 50, 100)));
    models.add(m.partial("f"));
    assertThat(models.stream().map(RiskModel::fingerprint)).doesNotHaveDuplicates();
  }

  /** A permitted record without a tag would fail only once a model with it is hashed. */
  @Test
  void every_permitted_variant_has_a_tag_of_its_own() {
    assertThat(
            Stream.of(
                    Node.class,
                    Aggregation.class,
                    Normalization.class,
                    Treatment.class,
                    MissingPolicy.class)
                .flatMap(family -> Kinds.of(family).stream())
                .filter(Class::isRecord)
                // A factor is hashed part by part.
                .filter(variant -> variant != Factor.class))
        .isNotEmpty()
        .isSubsetOf(Fingerprint.TAGS.keySet());
    assertThat(Fingerprint.TAGS.values()).doesNotHaveDuplicates();
  }

  /** One model a variant, as hashed before the classes had tags. */
  @ParameterizedTest
  @CsvSource({
    "arithmetic, 7e666563ad5ee2fe7d15b4a149aff3f3",
    "geometric, 00b481cd156f57272078d9d373948666",
    "harmonic, ecec0efcb33e41393075ffcbc5441191",
    "maximum, 0007d32f07240deabe363cb9b8ca7bcb",
    "minimum, 126eedc7170579ffb988b77b5620b25c",
    "minMax, fb962f5638e63e02a704574083035f7a",
    "zScore, 8a2fe2f856d8a5513e698691855896fa",
    "rank, b215e9eeacde3a48ec01a3f60986f421",
    "none, f58bf7981b449d888c5931b8d69344bb",
    "logOfRange, 336311e10273dec1041559b2c41d40d5",
    "winsorize, fe497cc8d046cc1807a57cb99ea9b4f1",
    "winsorizeOrLog, 271d5c663f865f29eb218bf68b5dca00",
    "fail, 827de09b74ce0fecc00824282d805365",
    "bound, b85e19cc3fd217b3ade211e7984cbc6a"
  })
  void the_fingerprint_of_each_variant_is_pinned(String variant, String pinned) {
    assertThat(variants().get(variant).fingerprint()).isEqualTo(pinned);
  }

  private static Map<String, RiskModel> variants() {
    Map<String, RiskModel> models = new LinkedHashMap<>();
    RiskModel m = model();
    models.put("arithmetic", m.withAggregation("f", Aggregation.arithmetic()));
    models.put("geometric", m.withAggregation("f", Aggregation.geometric(1)));
    models.put("harmonic", m.withAggregation("f", Aggregation.harmonic(1)));
    models.put("maximum", m.withAggregation("f", Aggregation.maximum()));
    models.put("minimum", m.withAggregation("f", Aggregation.minimum()));
    models.put("minMax", m.withNormalization("a", Normalization.minMax()));
    models.put("zScore", m.withNormalization("a", Normalization.zScore(10, 2)));
    models.put("rank", m.withNormalization("a", Normalization.rank()));
    models.put("none", m.withTreatment("a", Treatment.none()));
    models.put("logOfRange", m.withTreatment("a", Treatment.logOfRange()));
    models.put("winsorize", m.withTreatment("a", Treatment.winsorize(4)));
    models.put("winsorizeOrLog", m.withTreatment("a", Treatment.winsorizeOrLog(4)));
    models.put("fail", m.withMissing(MissingPolicy.fail()));
    models.put("bound", m.withMissing(MissingPolicy.bound()));
    return models;
  }

  @Test
  void order_and_nesting_count() {
    Normalization posts = Normalization.goalposts(0, 1);
    Indicator a = Indicator.of("a", HIGHER_IS_RISKIER);
    Indicator b = Indicator.of("b", HIGHER_IS_RISKIER);
    List<RiskModel> models =
        List.of(
            RiskModel.builder("m").indicator(a, 1, posts).indicator(b, 1, posts).build(),
            RiskModel.builder("m").indicator(b, 1, posts).indicator(a, 1, posts).build(),
            RiskModel.builder("m")
                .factor("f", 1, f -> f.indicator(a, 1, posts).indicator(b, 1, posts))
                .build(),
            RiskModel.builder("m")
                .factor("f", 1, f -> f.indicator(a, 1, posts))
                .indicator(b, 1, posts)
                .build());
    assertThat(models.stream().map(RiskModel::fingerprint)).doesNotHaveDuplicates();
  }
}
