package dev.steppe.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.steppe.evidence.Country;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.evidence.Estimate;
import dev.steppe.internal.OwnIdentity;
import dev.steppe.score.Scorer;
import dev.steppe.testing.Owned;
import dev.steppe.tipping.TippingPoint;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OwnMethodsTest {

  private static final Normalization ROOT = Normalization.own(new Owned.Root(4));
  private static final Normalization HILL = Normalization.own(new Owned.Hill());
  private static final Aggregation HALF = Aggregation.own(new Owned.Half(0.5));
  private static final Aggregation GAP = Aggregation.own(new Owned.Gap());

  private static RiskModel model(Aggregation aggregation, Normalization a, Normalization b) {
    return RiskModel.builder("m")
        .aggregation(aggregation)
        .indicator(Indicator.of("a", Direction.HIGHER_IS_RISKIER), 1, a)
        .indicator(Indicator.of("b", Direction.LOWER_IS_RISKIER), 3, b)
        .build();
  }

  private static CountryProfile profile(Estimate a, Estimate b) {
    return CountryProfile.builder(Country.of("AAA", "Aland"))
        .reading("a", a)
        .reading("b", b)
        .build();
  }

  private static Scorer scorer(RiskModel model) {
    return Scorer.of(model);
  }

  /** By hand: a is 50, b is 100 - 100 sqrt(1/4) = 50 and 25; half way to the greatest. */
  @Test
  void scores_are_computed_by_them() {
    assertThat(ROOT.normalize(1, Direction.HIGHER_IS_RISKIER)).isEqualTo(50);
    assertThat(ROOT.normalize(1, Direction.LOWER_IS_RISKIER)).isEqualTo(50);
    assertThat(HALF.of(new double[] {80, 20}, new double[] {1, 1})).isEqualTo(65);
    Scorer scorer = scorer(model(HALF, ROOT, ROOT));
    CountryProfile profile = profile(Estimate.exact(1), Estimate.exact(2.25));
    double mean = 0.25 * 50 + 0.75 * 25;
    assertThat(scorer.score(profile).value()).isCloseTo((mean + 50) / 2, within(1e-12));
    assertThat(scorer.bulk().score(new double[][] {{1}, {2.25}}))
        .containsExactly(scorer.score(profile).value());
    assertThat(scorer.model()).asString().contains("own(acme.root@1, top=4)");
  }

  @Test
  void what_keeps_the_contract_has_exact_ranges_and_tipping_points() {
    Scorer scorer = scorer(model(HALF, ROOT, ROOT));
    CountryProfile profile = profile(Estimate.between(1, 2.25), Estimate.exact(2.25));
    assertThat(scorer.score(profile).range().lower()).isCloseTo(40.625, within(1e-12));
    assertThat(scorer.score(profile).range().upper())
        .isCloseTo((0.25 * 75 + 0.75 * 25 + 75) / 2, within(1e-12));
    assertThat(
            TippingPoint.of(scorer, profile(Estimate.exact(1), Estimate.exact(2.25)))
                .toReach((0.25 * 75 + 0.75 * 25 + 75) / 2)
                .alone("a")
                .neededReading()
                .orElseThrow())
        .isCloseTo(2.25, within(1e-8));
  }

  @Test
  void what_says_nothing_of_its_contract_has_the_whole_scale_as_its_range() {
    CountryProfile sure = profile(Estimate.exact(0.5), Estimate.exact(2));
    CountryProfile unsure = profile(Estimate.between(0.5, 2), Estimate.exact(2));
    Scorer hilly = scorer(model(Aggregation.arithmetic(), HILL, ROOT));
    assertThat(hilly.score(sure).range().width()).isZero();
    // 1 has the value 100, which neither end has; b has 100 - 70.7 of weight 0.75.
    double rest = 0.75 * (100 - 100 * Math.sqrt(0.5));
    assertThat(hilly.score(unsure).range().lower()).isCloseTo(rest, within(1e-9));
    assertThat(hilly.score(unsure).range().upper()).isCloseTo(25 + rest, within(1e-9));
    Scorer gaping = scorer(model(GAP, ROOT, ROOT));
    assertThat(gaping.score(sure).range().width()).isZero();
    assertThat(gaping.score(unsure).range()).isEqualTo(new Range(0, 100));
  }

  @Test
  void what_says_nothing_of_its_contract_has_no_tipping_points_and_no_bounds() {
    CountryProfile sure = profile(Estimate.exact(0.5), Estimate.exact(2));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TippingPoint.of(scorer(model(GAP, HILL, ROOT)), sure).toReach(90))
        .withMessage(
            """
            Tipping points of model 'm' has 2 faults:
              - aggregation own(acme.gap@1) of 'm' does not say that it keeps its contract
              - scale own(acme.hill@1) of 'a' does not say that it keeps its contract""");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> model(GAP, ROOT, ROOT).withMissing(MissingPolicy.bound()))
        .withMessageContaining("aggregation own(acme.gap@1) of 'm' does not say that it keeps");
    assertThat(model(HALF, HILL, ROOT).withMissing(MissingPolicy.bound())).isNotNull();
  }

  @Test
  void values_that_are_none_are_faults_of_the_profile() {
    for (double given : new double[] {Double.NaN, -0.1, 100.5}) {
      assertThatIllegalArgumentException()
          .isThrownBy(
              () ->
                  scorer(
                          model(
                              HALF,
                              Normalization.own(new Owned.Scale("broken", 2, x -> given, false)),
                              ROOT))
                      .score(profile(Estimate.exact(1), Estimate.exact(1))))
          .withMessage(
              "Profile of Aland (AAA) for model 'm': reading of 'a': own(broken@2) gave "
                  + given
                  + " for 1.0: must be in [0.0, 100.0]");
    }
  }

  @Test
  void what_falls_though_it_says_it_does_not_is_named() {
    Normalization scale = Normalization.own(new Owned.Scale("falling", 1, x -> 100 - x, true));
    for (Direction direction : Direction.values()) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> scale.bounds(20, 80, direction))
          .withMessage(
              "own(falling@1) says that it keeps its contract, but falls from 80.0 for 20.0 to 20.0"
                  + " for 80.0");
    }
  }

  @Test
  void a_model_with_them_is_a_document_and_a_table() {
    RiskModel model = model(HALF, ROOT.onto(10, 90), HILL);
    RiskModel read = RiskModel.of(model.definition(), Owned.methods());
    assertThat(read).isEqualTo(model).hasSameHashCodeAs(model);
    assertThat(read.fingerprint()).isEqualTo(model.fingerprint());
    assertThat(model.toCsv())
        .contains("\"own(acme.root@1, top=4).onto(10, 90)\"", "own(acme.hill@1)");
    assertThat(RiskModel.readCsv(model.toCsv(), Owned.methods())).isEqualTo(model);
    CountryProfile profile = profile(Estimate.exact(1), Estimate.exact(1.2));
    assertThat(scorer(read).score(profile).value()).isEqualTo(scorer(model).score(profile).value());
  }

  @Test
  void what_is_not_there_is_a_fault_with_its_path() {
    RiskModel model = model(HALF, ROOT, HILL);
    OwnMethods other =
        OwnMethods.none()
            .withNormalization("acme.root", 2, parameters -> new Owned.Root(1))
            .withNormalization("acme.hill", 1, parameters -> new Owned.Root(1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RiskModel.of(model.definition(), other))
        .withMessage(
            """
            Definition of model 'm' has 3 faults:
              - aggregation: there is no own aggregation 'acme.half@1'. OwnMethods has none: see \
            RiskModel.of(definition, methods)
              - indicators[0].scale: there is no own normalisation 'acme.root@1'. Known: \
            [acme.root@2, acme.hill@1]
              - indicators[1].scale: own(acme.hill@1) was asked for, but made was \
            own(acme.root@1, top=1)""");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RiskModel.of(model(HALF, ROOT, ROOT).definition()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RiskModel.readCsv(model.toCsv()))
        .withMessageContaining("line 2, column 'aggregation': there is no own aggregation");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Normalization.of(ROOT.definition()))
        .withMessageContaining("RiskModel.of(definition, methods)");
    MethodDefinition bad =
        MethodDefinition.of("own")
            .with("id", "acme.root")
            .with("version", 1)
            .with("parameters", Map.of("top", -1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> read(bad))
        .withMessageContaining(
            "own normalisation 'acme.root@1' cannot be made of {top=-1.0}:"
                + " java.lang.IllegalArgumentException: top must be > 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> read(bad.with("version", 1.5).with("id", 3).with("parameters", "top")))
        .withMessageContaining("parameters.id: must be a text, but was 3.0")
        .withMessageContaining("parameters.version: must be a whole number, but was 1.5")
        .withMessageContaining("parameters.parameters: must be numbers by name, but was 'top'");
  }

  private static RiskModel read(MethodDefinition scale) {
    IndicatorDefinition indicator =
        new IndicatorDefinition(
            "a", null, null, 1.0, "HIGHER_IS_RISKIER", null, null, null, scale, null, null, null);
    return RiskModel.of(
        new ModelDefinition(
            1, "m", null, null, null, null, null, null, List.of(indicator), null, null, null),
        Owned.methods());
  }

  @Test
  void id_version_and_parameters_make_the_difference_and_nothing_else() {
    assertThat(Normalization.own(new Owned.Root(4))).isEqualTo(ROOT).hasSameHashCodeAs(ROOT);
    assertThat(Normalization.own(new Owned.Root(5))).isNotEqualTo(ROOT);
    assertThat(
            List.of(
                    model(HALF, ROOT, ROOT),
                    model(HALF, ROOT, Normalization.own(new Owned.Root(5))),
                    model(Aggregation.own(new Owned.Half(0.4)), ROOT, ROOT),
                    model(GAP, ROOT, ROOT),
                    model(HALF, ROOT, HILL))
                .stream()
                .map(RiskModel::fingerprint))
        .doesNotHaveDuplicates();
    assertThat(model(HALF, Normalization.own(new Owned.Root(4)), HILL).fingerprint())
        .isEqualTo(model(HALF, ROOT, HILL).fingerprint());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Owned.methods().withAggregation("acme.gap", 1, p -> new Owned.Gap()))
        .withMessage("Own method acme.gap@1 is there already");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> OwnIdentity.of("a b", 0, Map.of("x", Double.NaN)))
        .withMessageContaining("id of an own method must start with a letter")
        .withMessageContaining("must be 1 or more, but was 0")
        .withMessageContaining("parameter 'x' of own method 'a b' must be finite, but was NaN");
  }

  @Test
  void a_model_with_them_survives_serialisation() throws Exception {
    RiskModel model = model(HALF, ROOT, HILL);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(model);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      RiskModel back = (RiskModel) in.readObject();
      assertThat(back).isEqualTo(model);
      CountryProfile profile = profile(Estimate.exact(1), Estimate.exact(1.2));
      assertThat(scorer(back).score(profile).value())
          .isEqualTo(scorer(model).score(profile).value());
    }
  }

  @Test
  void missing_children_are_left_out() {
    RiskModel model = model(GAP, ROOT, ROOT).withMissing(MissingPolicy.reweight(0));
    CountryProfile profile =
        CountryProfile.builder(Country.of("AAA", "Aland")).reading("a", 1).build();
    assertThat(scorer(model).score(profile).value()).isZero();
    assertThat(scorer(model.withAggregation("m", HALF)).score(profile).value()).isEqualTo(50);
  }
}
