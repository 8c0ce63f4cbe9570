package dev.steppe.model;

import static dev.steppe.model.Direction.HIGHER_IS_RISKIER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.ImmutableMap;
import dev.steppe.nextukraine.NextUkraine;
import dev.steppe.nextukraine.PostSovietStates;
import dev.steppe.testing.AnyModels;
import dev.steppe.testing.Kinds;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ModelDefinitionTest {

  /** At least a thousand, or what {@code -Dsteppe.seeds} says if that is more. */
  private static LongStream seeds() {
    return LongStream.range(0, Math.max(1000, Long.getLong("steppe.seeds", 1000)));
  }

  private static void assertSame(RiskModel read, RiskModel model) {
    assertThat(read).isEqualTo(model);
    assertThat(read.fingerprint()).isEqualTo(model.fingerprint());
    assertThat(read.definition()).isEqualTo(model.definition());
    for (Criterion criterion : model.criteria()) {
      assertThat(read.criterion(criterion.code()).origin()).isEqualTo(criterion.origin());
    }
  }

  @Test
  void a_model_comes_back_from_its_definition_as_it_was() {
    seeds()
        .forEach(
            seed -> {
              RiskModel model = AnyModels.generate(seed);
              assertSame(RiskModel.of(model.definition()), model);
            });
  }

  @Test
  void the_models_of_the_paper_and_of_the_region_come_back_as_they_were() {
    assertSame(RiskModel.of(NextUkraine.model().definition()), NextUkraine.model());
    RiskModel region = PostSovietStates.scorer().model();
    assertSame(RiskModel.of(region.definition()), region);
  }

  /** A variant that the generator never makes would not be tested by it. */
  @Test
  void the_random_models_have_every_variant_there_is() {
    Set<Class<?>> met = new LinkedHashSet<>();
    seeds()
        .mapToObj(AnyModels::generate)
        .forEach(
            model -> {
              met.add(kind(model.missing()));
              model.factors().forEach(factor -> met.add(kind(factor.aggregation())));
              model
                  .criteria()
                  .forEach(
                      criterion -> {
                        met.add(kind(criterion.treatment()));
                        met.add(kind(criterion.normalization()));
                      });
            });
    Set<Class<?>> all =
        Arrays.stream(
                new Class<?>[] {
                  Normalization.class, Treatment.class, Aggregation.class, MissingPolicy.class
                })
            .flatMap(family -> Kinds.of(family).stream())
            // What a factor unbinds, and what cannot be read without its methods: OwnMethodsTest.
            .filter(kind -> kind != ChoquetOfChildren.class)
            .filter(kind -> kind != OwnScale.class && kind != OwnMean.class)
            .collect(Collectors.toSet());
    assertThat(met).containsExactlyInAnyOrderElementsOf(all);
  }

  private static Class<?> kind(Object method) {
    return method.getClass();
  }

  /** Every name in a definition is that of a factory, and every factory's variant is named so. */
  @Test
  void a_method_is_read_by_the_name_that_it_is_written_by() {
    for (String name : MethodFamilies.SCALES.names()) {
      assertThat(MethodFamilies.SCALES.parameters(name)).isNotNull();
    }
    assertThat(Aggregation.of(Aggregation.minimum().definition())).isEqualTo(Aggregation.minimum());
    assertThat(Treatment.of(MethodDefinition.of("winsorize"))).isEqualTo(Treatment.winsorize());
    assertThat(Normalization.of(MethodDefinition.of("zScore"))).isEqualTo(Normalization.zScore());
    assertThat(MissingPolicy.of(MethodDefinition.of("reweight").with("minimum", 0.5)))
        .isEqualTo(MissingPolicy.reweight(0.5));
    assertThat(
            Normalization.of(MethodDefinition.of("goalposts").with("lower", 0).with("upper", 60))
                .normalize(15, HIGHER_IS_RISKIER))
        .isEqualTo(25.0);
    assertThat(Normalization.goalposts(0, 60).definition())
        .hasToString("MethodDefinition[method=goalposts, parameters={lower=0.0, upper=60.0}]");
  }

  /** Whether it says what is read is tested with a validator, beside the libraries for JSON. */
  @Test
  void the_schema_has_every_method_and_every_parameter() {
    String schema = ModelDefinition.schema();
    Set<String> named = new LinkedHashSet<>();
    Matcher constants = Pattern.compile("\"const\": \"(\\w+)\"").matcher(schema);
    while (constants.find()) {
      named.add(constants.group(1));
    }
    Set<String> known = new LinkedHashSet<>();
    for (Methods<?> family :
        List.of(
            MethodFamilies.SCALES,
            MethodFamilies.TREATMENTS,
            MethodFamilies.AGGREGATIONS,
            MethodFamilies.MISSING)) {
      known.addAll(family.names());
      for (String name : family.names()) {
        String of = schema.substring(schema.indexOf("\"const\": \"" + name + "\""));
        String parameters = of.substring(0, of.indexOf("\"additionalProperties\": false"));
        family
            .parameters(name)
            .forEach(
                parameter -> assertThat(parameters).contains("\"" + parameter.name() + "\": {"));
      }
    }
    assertThat(named).isEqualTo(known);
    for (Choice choice : Choice.values()) {
      assertThat(schema).contains("\"" + choice + "\": {\"type\": \"string\"");
    }
  }

  @Test
  void infinite_parameters_are_texts_that_every_writer_of_json_can_write() {
    assertThat(Treatment.clamp(Double.NEGATIVE_INFINITY, 3).definition().parameters())
        .isEqualTo(Map.of("lower", "-Infinity", "upper", 3.0));
    assertThat(DomainDefinition.of(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY))
        .isEqualTo(DomainDefinition.any());
  }

  private static IndicatorDefinition indicator(String code) {
    return new IndicatorDefinition(
        code,
        null,
        null,
        1.0,
        "HIGHER_IS_RISKIER",
        null,
        null,
        null,
        MethodDefinition.of("goalposts").with("lower", 0).with("upper", 60),
        null,
        null,
        null);
  }

  private static ModelDefinition model(
      List<FactorDefinition> factors, List<IndicatorDefinition> indicators) {
    return new ModelDefinition(
        1, "m", null, null, null, null, null, factors, indicators, null, null, null);
  }

  @Test
  void what_is_left_out_is_what_is_usual() {
    RiskModel model = RiskModel.of(model(null, List.of(indicator("a"))));
    assertThat(model)
        .isEqualTo(
            RiskModel.builder("m")
                .indicator(Indicator.of("a", HIGHER_IS_RISKIER), 1, Normalization.goalposts(0, 60))
                .build());
    ModelDefinition definition = model.definition();
    assertThat(definition.aggregation()).isEqualTo(MethodDefinition.of("arithmetic"));
    assertThat(definition.missing()).isEqualTo(MethodDefinition.of("fail"));
    assertThat(definition.weight()).isEqualTo(1);
    assertThat(definition.indicators().get(0).name()).isEqualTo("a");
    assertThat(definition.indicators().get(0).beyondScale()).isEqualTo("end");
  }

  @Test
  void levels_are_all_that_a_domain_needs() {
    IndicatorDefinition graded =
        new IndicatorDefinition(
            "a",
            null,
            null,
            1.0,
            "HIGHER_IS_RISKIER",
            new DomainDefinition(null, null, List.of(2.0, 0.0, 1.0)),
            null,
            null,
            MethodDefinition.of("goalposts").with("lower", 0).with("upper", 2),
            null,
            null,
            null);
    RiskModel model = RiskModel.of(model(List.of(), List.of(graded)));
    assertThat(model.criterion("a").indicator())
        .isEqualTo(Indicator.of("a", Direction.HIGHER_IS_RISKIER).withLevels(0, 1, 2));
    assertThat(model.definition().indicators().get(0).domain())
        .isEqualTo(new DomainDefinition(0.0, 2.0, List.of(0.0, 1.0, 2.0)));
    assertThat(RiskModel.of(model.definition())).isEqualTo(model);
  }

  @Test
  void what_is_refused_beyond_the_scale_has_the_scale_as_its_domain() {
    IndicatorDefinition plain = indicator("a");
    IndicatorDefinition refusing =
        new IndicatorDefinition(
            "a",
            null,
            null,
            1.0,
            plain.direction(),
            DomainDefinition.of(-5.0, 50.0),
            "refused",
            null,
            plain.scale(),
            null,
            Map.of("domain", "Sensible."),
            null);
    RiskModel model = RiskModel.of(model(null, List.of(refusing)));
    assertThat(model.criterion("a").indicator().domainLower()).isEqualTo(0);
    assertThat(model.criterion("a").indicator().domainUpper()).isEqualTo(50);
    assertThat(model.criterion("a").rationale().reasons()).containsKey(Choice.DOMAIN);
    assertThat(model.definition().indicators().get(0).beyondScale()).isEqualTo("refused");
    assertThat(NextUkraine.model().refusingBeyondScale().definition().factors())
        .allSatisfy(
            factor ->
                assertThat(factor.indicators())
                    .extracting(IndicatorDefinition::beyondScale)
                    .containsOnly("refused"));
  }

  @Test
  void children_may_be_in_any_order() {
    RiskModel model =
        RiskModel.builder("m")
            .indicator(Indicator.of("a", HIGHER_IS_RISKIER), 1, Normalization.rank())
            .factor(
                "f",
                1,
                f -> f.indicator(Indicator.of("b", HIGHER_IS_RISKIER), 1, Normalization.minMax()))
            .build();
    assertThat(model.definition().order()).containsExactly("a", "f");
    assertThat(RiskModel.of(model.definition()).nodes().keySet())
        .containsExactly("m", "a", "f", "b");
  }

  @Test
  void every_fault_is_told_at_once_with_the_path_to_it() {
    Map<String, String> reasons = new HashMap<>();
    reasons.put("wieght", "x");
    reasons.put("scale", null);
    IndicatorDefinition bad =
        new IndicatorDefinition(
            "b b",
            null,
            null,
            Double.NaN,
            "higher_is_riskier",
            new DomainDefinition(1.0, 0.0, null),
            "clipped",
            MethodDefinition.of("clamp").with("lowr", 1).with("upper", "many"),
            MethodDefinition.of("goalposts").with("lower", 60).with("upper", 0),
            new OriginDefinition(null, null, 0),
            reasons,
            Arrays.asList("P001", null, " ", "two\nlines"));
    IndicatorDefinition faulty =
        new IndicatorDefinition(
            "c",
            null,
            null,
            1.0,
            "LOWER_IS_RISKIER",
            new DomainDefinition(0.0, null, Arrays.asList(0.0, 1.0, null, 1.0, -1.0)),
            null,
            null,
            null,
            null,
            null,
            null);
    FactorDefinition factor =
        new FactorDefinition(
            "f",
            " ",
            null,
            MethodDefinition.of("choquet")
                .with("interactions", List.of(ImmutableMap.of("first", "a", "strength", 2))),
            null,
            List.of(indicator("a"), bad),
            null,
            null,
            null);
    FactorDefinition interacting =
        new FactorDefinition(
            "g",
            null,
            1.0,
            Aggregation.choquet(Interaction.of("c", "x", 0.5)).definition(),
            null,
            List.of(faulty, indicator("d")),
            List.of("d", "d", "e"),
            null,
            null);
    ModelDefinition definition =
        new ModelDefinition(
            2,
            "m",
            null,
            null,
            MethodDefinition.of("arithmetical"),
            MethodDefinition.of("reweight"),
            List.of(new ClassDefinition("low", 3.0), new ClassDefinition("high", null)),
            Arrays.asList(factor, interacting, null),
            List.of(indicator("a")),
            null,
            null,
            null);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RiskModel.of(definition))
        .withMessage(
            """
            Definition of model 'm' has 31 faults:
              - format: must be 1, but was 2: the definition is of a later version of the library
              - aggregation: unknown aggregation 'arithmetical'. Known: [arithmetic, geometric, \
            harmonic, power, maximum, minimum, choquet, own]. Maybe you meant 'arithmetic'.
              - factors[0].name: must be a text, but was blank
              - factors[0].weight: must be given
              - factors[0].aggregation.parameters.interactions[0]: first and second must be codes, \
            but were {first=a, strength=2.0}
              - factors[0].indicators[1].code: it must start with a letter and go on with letters, \
            digits, '_', '.' or '-', but was 'b b'
              - factors[0].indicators[1].weight: must be finite and >= 0, but was NaN
              - factors[0].indicators[1].direction: must be one of [HIGHER_IS_RISKIER, \
            LOWER_IS_RISKIER], but was 'higher_is_riskier'. Maybe you meant 'HIGHER_IS_RISKIER'.
              - factors[0].indicators[1].treatment.parameters: unknown 'lowr'. Known: [lower, \
            upper]. Maybe you meant 'lower'.
              - factors[0].indicators[1].treatment.parameters.upper: must be a number, but was 'many'
              - factors[0].indicators[1].scale: Goalposts need lower < upper, but were [60.0, 0.0]. \
            Maybe you meant [0.0, 60.0] with Direction.LOWER_IS_RISKIER.
              - factors[0].indicators[1].domain: needs lower < upper, but was [1.0, 0.0]
              - factors[0].indicators[1].beyondScale: must be one of [end, refused], but was \
            'clipped'.
              - factors[0].indicators[1].reasons: unknown choice 'wieght'. Known: [weight, \
            direction, domain, treatment, scale, aggregation, missing, classes]. Maybe you meant 'weight'.
              - factors[0].indicators[1].reasons.scale: must be a text, but was null
              - factors[0].indicators[1].references[1]: must be a text, but was null
              - factors[0].indicators[1].references[2]: must be a text, but was blank
              - factors[0].indicators[1].references[3]: must be one line, but was 'two
            lines'
              - factors[0].indicators[1].fittedFrom.scale: must be given. Known: [goalposts, \
            piecewiseLinear, logistic, categories, minMax, zScore, farZScore, rank, \
            percentileRank, onto, own].
              - factors[0].indicators[1].fittedFrom.readings: must be 1 or more, but were 0
              - factors[1].indicators[0].scale: must be given. Known: [goalposts, piecewiseLinear, \
            logistic, categories, minMax, zScore, farZScore, rank, percentileRank, onto, own].
              - factors[1].indicators[0].domain.levels: level of indicator 'c' must be finite, but \
            was NaN; Level -1.0 of indicator 'c' is not in its domain [0.0, Infinity]; Level 1.0 of \
            indicator 'c' comes more than once
              - factors[1].order[1]: 'd' comes more than once
              - factors[1].order[2]: there is no child 'e'. Known: [c, d].
              - factors[1].order: must have all children, but lacks [c]
              - factors[1].aggregation: interaction of 'c' and 'x' in factor 'g': there is no child \
            'x'. Known: [d, c].
              - factors[2]: must be given
              - indicators[0].code: 'a' is used more than once, first by \
            factors[0].indicators[0].code
              - missing.parameters.minimum: must be given
              - classes[0].from: must be left out of the first, which starts at 0, but was 3.0
              - classes[1].from: must be given of all but the first""");
  }

  @Test
  void faults_of_the_tree_have_a_path_too() {
    FactorDefinition empty =
        new FactorDefinition("f", null, 1.0, null, null, null, null, null, null);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RiskModel.of(model(List.of(empty), List.of(indicator("a")))))
        .withMessage("Definition of model 'm': factors[0]: Factor 'f' has no children");
  }

  @Test
  void a_definition_that_never_ends_is_refused() {
    FactorDefinition inner =
        new FactorDefinition(
            "i0", null, 1.0, null, null, List.of(indicator("a")), null, null, null);
    for (int level = 1; level < 101; level++) {
      inner =
          new FactorDefinition(
              "i" + level, null, 1.0, null, List.of(inner), null, null, null, null);
    }
    FactorDefinition deep = inner;
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RiskModel.of(model(List.of(deep), null)))
        .withMessageContaining("makes more than 100 levels of factors in each other");
  }

  @Test
  void definitions_are_copied_and_cannot_be_changed() {
    List<IndicatorDefinition> indicators = new ArrayList<>(List.of(indicator("a")));
    List<Double> readings = new ArrayList<>(List.of(1.0, 2.0));
    ModelDefinition definition = model(null, indicators);
    MethodDefinition method = MethodDefinition.of("rank").with("readings", readings);
    indicators.clear();
    readings.clear();
    assertThat(definition.indicators()).hasSize(1).isUnmodifiable();
    assertThat(method.parameters()).isEqualTo(Map.of("readings", List.of(1.0, 2.0)));
    assertThat(method.parameters()).isUnmodifiable();
  }
}
