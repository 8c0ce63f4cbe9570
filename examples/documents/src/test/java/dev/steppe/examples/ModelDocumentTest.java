package dev.steppe.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.google.common.collect.ImmutableMap;
import com.google.common.primitives.ImmutableDoubleArray;
import com.google.gson.Gson;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.steppe.model.Aggregation;
import dev.steppe.model.Choice;
import dev.steppe.model.Direction;
import dev.steppe.model.Indicator;
import dev.steppe.model.Interaction;
import dev.steppe.model.MethodDefinition;
import dev.steppe.model.MissingPolicy;
import dev.steppe.model.ModelBuilder;
import dev.steppe.model.ModelDefinition;
import dev.steppe.model.Normalization;
import dev.steppe.model.OwnMethods;
import dev.steppe.model.OwnNormalization;
import dev.steppe.model.Rationale;
import dev.steppe.model.RiskModel;
import dev.steppe.model.Treatment;
import dev.steppe.nextukraine.NextUkraine;
import dev.steppe.nextukraine.PostSovietStates;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Libraries for JSON and YAML write and read the definition of a model without a word about it. */
class ModelDocumentTest {

  private static final Schema SCHEMA =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(ModelDefinition.schema(), InputFormat.JSON);

  /** A library, as it is out of the box. */
  private interface Library {
    String write(ModelDefinition definition) throws Exception;

    ModelDefinition read(String text) throws Exception;
  }

  private static Library library(ThrowingWriter writer, ThrowingReader reader) {
    return new Library() {
      @Override
      public String write(ModelDefinition definition) throws Exception {
        return writer.write(definition);
      }

      @Override
      public ModelDefinition read(String text) throws Exception {
        return reader.read(text);
      }
    };
  }

  private interface ThrowingWriter {
    String write(ModelDefinition definition) throws Exception;
  }

  private interface ThrowingReader {
    ModelDefinition read(String text) throws Exception;
  }

  private static Map<String, Library> libraries() {
    var jackson3 = new tools.jackson.databind.json.JsonMapper();
    var jackson2 = new com.fasterxml.jackson.databind.ObjectMapper();
    var yaml = new com.fasterxml.jackson.databind.ObjectMapper(new YAMLFactory());
    Gson gson = new Gson();
    Map<String, Library> libraries = new LinkedHashMap<>();
    libraries.put(
        "Jackson 3",
        library(
            jackson3::writeValueAsString, text -> jackson3.readValue(text, ModelDefinition.class)));
    libraries.put(
        "Jackson 2",
        library(
            jackson2::writeValueAsString, text -> jackson2.readValue(text, ModelDefinition.class)));
    libraries.put(
        "Gson", library(gson::toJson, text -> gson.fromJson(text, ModelDefinition.class)));
    libraries.put(
        "Jackson 2 YAML",
        library(yaml::writeValueAsString, text -> yaml.readValue(text, ModelDefinition.class)));
    var yaml3 = new tools.jackson.dataformat.yaml.YAMLMapper();
    libraries.put(
        "Jackson 3 YAML",
        library(yaml3::writeValueAsString, text -> yaml3.readValue(text, ModelDefinition.class)));
    return libraries;
  }

  private static Map<String, RiskModel> models() {
    Map<String, RiskModel> models = new LinkedHashMap<>();
    models.put("the paper's", NextUkraine.model());
    models.put("the region's", PostSovietStates.scorer().model());
    models.put("an index fitted to its countries", AsemIndex.load().scorer().model());
    models.put("one with every method", everyMethod());
    return models;
  }

  private static RiskModel everyMethod() {
    ModelBuilder builder =
        RiskModel.builder("all")
            .name("=\"All\" \u00e9 \u2013")
            .rationale(Rationale.of(Choice.MISSING, "Why\nnot?").withReferences("P001"))
            .missing(MissingPolicy.reweight(1 / 3.0));
    ImmutableDoubleArray far = ImmutableDoubleArray.of(1.6e12, 1.6e12 + 1, 1.6e12 + 3);
    ImmutableDoubleArray few = ImmutableDoubleArray.of(0.1, 0.1 + 0.2, 7);
    Direction direction = Direction.HIGHER_IS_RISKIER;
    List<Normalization> scales =
        List.of(
            Normalization.goalposts(-0.1, 1e-300),
            Normalization.piecewiseLinear(ImmutableMap.of(0.0, 0.0, 1 / 3.0, 80.0)),
            Normalization.logistic(10, 0.5),
            Normalization.categories(ImmutableMap.of(0.0, 0.0, 1.0, 30.0)),
            Normalization.minMax(),
            Normalization.zScore(),
            Normalization.zScore().fit(far, direction),
            Normalization.rank(),
            Normalization.percentileRank(),
            Normalization.rank().fit(few, direction),
            Normalization.percentileRank().fit(few, direction).onto(1, 99).onto(5, 100));
    List<Treatment> treatments =
        List.of(
            Treatment.none(),
            Treatment.clamp(Double.NEGATIVE_INFINITY, 1 / 3.0),
            Treatment.log(0.1),
            Treatment.logOfRange(),
            Treatment.winsorize(5, Double.POSITIVE_INFINITY, 3),
            Treatment.winsorizeOrLog(3));
    List<Aggregation> aggregations =
        List.of(
            Aggregation.arithmetic(),
            Aggregation.geometric(1),
            Aggregation.harmonic(),
            Aggregation.power(-1.5),
            Aggregation.maximum(),
            Aggregation.minimum());
    for (int a = 0; a < aggregations.size(); a++) {
      String code = "f" + a;
      Aggregation aggregation = aggregations.get(a);
      Treatment treatment = treatments.get(a);
      builder.factor(
          code,
          1 + a / 7.0,
          f -> {
            f.aggregation(aggregation);
            for (int s = 0; s < scales.size(); s++) {
              f.indicator(
                  Indicator.of(code + "-" + s, direction).withDomain(-1, s == 0 ? 1 : 1e9),
                  s / 3.0,
                  treatment,
                  scales.get(s));
            }
          });
    }
    return builder.aggregation(Aggregation.choquet(Interaction.of("f0", "f1", -0.1))).build();
  }

  private static Stream<Arguments> each() {
    return libraries().entrySet().stream()
        .flatMap(
            library ->
                models().entrySet().stream()
                    .map(
                        model ->
                            Arguments.of(
                                library.getKey(),
                                model.getKey(),
                                library.getValue(),
                                model.getValue())));
  }

  @ParameterizedTest(name = "{0} and {1} model")
  @MethodSource("each")
  void a_library_writes_and_reads_a_model_as_it_is_out_of_the_box(
      String name, String kind, Library library, RiskModel model) throws Exception {
    String text = library.write(model.definition());
    ModelDefinition read = library.read(text);
    assertThat(read).isEqualTo(model.definition());
    assertThat(RiskModel.of(read)).isEqualTo(model);
    assertThat(RiskModel.of(read).fingerprint()).isEqualTo(model.fingerprint());
    assertThat(library.write(read)).isEqualTo(text);
    assertThat(SCHEMA.validate(text, format(name))).isEmpty();
  }

  /** A scale of one's own. */
  private record Root(double top) implements OwnNormalization {

    @Override
    public String id() {
      return "acme.root";
    }

    @Override
    public int version() {
      return 1;
    }

    @Override
    public Map<String, Double> parameters() {
      return Map.of("top", top);
    }

    @Override
    public double value(double reading) {
      return 100 * Math.sqrt(Math.max(0, Math.min(1, reading / top)));
    }
  }

  @Test
  void levels_and_methods_of_ones_own_come_back_from_each_library() throws Exception {
    RiskModel model =
        RiskModel.builder("graded")
            .indicator(
                Indicator.of("grade", Direction.HIGHER_IS_RISKIER).withLevels(0, 1, 2),
                1,
                Normalization.own(new Root(2)))
            .build();
    OwnMethods methods =
        OwnMethods.none()
            .withNormalization("acme.root", 1, parameters -> new Root(parameters.get("top")));
    for (Map.Entry<String, Library> library : libraries().entrySet()) {
      String text = library.getValue().write(model.definition());
      assertThat(RiskModel.of(library.getValue().read(text), methods)).isEqualTo(model);
      assertThat(SCHEMA.validate(text, format(library.getKey()))).isEmpty();
    }
  }

  private static InputFormat format(String library) {
    return library.endsWith("YAML") ? InputFormat.YAML : InputFormat.JSON;
  }

  /** What one library writes, the others read. */
  @Test
  void libraries_read_each_other() throws Exception {
    Map<String, Library> libraries = libraries();
    libraries.keySet().removeIf(name -> name.endsWith("YAML"));
    for (Library writer : libraries.values()) {
      for (RiskModel model : models().values()) {
        String text = writer.write(model.definition());
        for (Library reader : libraries.values()) {
          assertThat(reader.read(text)).isEqualTo(model.definition());
        }
      }
    }
  }

  @Test
  void the_model_above_has_every_method_there_is() {
    String text = new Gson().toJson(everyMethod().definition());
    for (String name : knownBy(() -> Normalization.of(MethodDefinition.of("?")))) {
      assertThat(text).contains("\"method\":\"" + name + "\"");
    }
    for (String name : knownBy(() -> Treatment.of(MethodDefinition.of("?")))) {
      assertThat(text).contains("\"method\":\"" + name + "\"");
    }
    for (String name : knownBy(() -> Aggregation.of(MethodDefinition.of("?")))) {
      assertThat(text).contains("\"method\":\"" + name + "\"");
    }
  }

  private static List<String> knownBy(Runnable failing) {
    try {
      failing.run();
    } catch (IllegalArgumentException e) {
      String message = String.valueOf(e.getMessage());
      // One's own is another test's.
      return Stream.of(
              message.substring(message.indexOf('[') + 1, message.indexOf(']')).split(", ", -1))
          .filter(name -> !name.equals("own"))
          .toList();
    }
    throw new AssertionError("a method is called '?'");
  }

  /** 49 indicators on four levels, in one table; the fingerprint is that of the tree in Java. */
  @Test
  void the_index_is_one_table() {
    RiskModel index = AsemIndex.tree();
    assertThat(index.fingerprint()).isEqualTo("287e1fa99609c13dae1120192ff50f9c");
    assertThat(index.indicators()).hasSize(49);
    assertThat(RiskModel.readCsv(index.toCsv())).isEqualTo(index);
  }

  /** As a person writes it: what is usual is left out. */
  private static final String BY_HAND =
      """
      format: 1
      code: my-risk
      missing: {method: reweight, parameters: {minimum: 0.6}}
      factors:
        - code: exposure
          weight: 0.6
          indicators:
            - code: border_share
              weight: 1
              direction: HIGHER_IS_RISKIER
              scale: {method: goalposts, parameters: {lower: 0, upper: 60}}
              reasons:
                scale: From no border to the longest in the region.
        - code: protection
          weight: 0.4
          aggregation: {method: geometric, parameters: {floor: 1}}
          indicators:
            - code: treaty
              weight: 1
              direction: LOWER_IS_RISKIER
              domain: {lower: 0, upper: 1}
              beyondScale: refused
              scale: {method: goalposts, parameters: {lower: 0, upper: 1}}
      """;

  @Test
  void a_person_writes_what_is_not_usual_only() throws Exception {
    assertThat(SCHEMA.validate(BY_HAND, InputFormat.YAML)).isEmpty();
    RiskModel model = RiskModel.of(requireRead("Jackson 2 YAML", BY_HAND));
    assertThat(model.effectiveWeight("border_share")).isEqualTo(0.6);
    assertThat(model.factor("protection").aggregation()).isEqualTo(Aggregation.geometric(1));
    assertThat(model.missing()).isEqualTo(MissingPolicy.reweight(0.6));
  }

  private static ModelDefinition requireRead(String library, String text) throws Exception {
    return java.util.Objects.requireNonNull(libraries().get(library)).read(text);
  }

  @Test
  void the_schema_refuses_what_some_libraries_skip() throws Exception {
    for (String[] edit :
        new String[][] {
          {"beyondScale", "beyondscale"},
          {"format: 1", "format: 2"},
          {"code: treaty", "code: 1treaty"},
          {"weight: 0.4", "weight: -1"},
          {"LOWER_IS_RISKIER", "lower"},
          {"method: geometric", "method: geometrical"},
          {"{floor: 1}", "{flor: 1}"},
          {"{floor: 1}", "{floor: 101}"},
          {", upper: 60", ""},
          {"minimum: 0.6", "minimum: 60%"},
        }) {
      assertThat(SCHEMA.validate(BY_HAND.replace(edit[0], edit[1]), InputFormat.YAML))
          .as(edit[1])
          .isNotEmpty();
    }
  }

  @Test
  void a_misspelt_document_is_told_all_its_faults() throws Exception {
    ModelDefinition definition =
        requireRead(
            "Jackson 2 YAML",
            BY_HAND
                .replace("upper: 60", "uper: 60")
                .replace("method: reweight", "method: reweigh")
                .replace("weight: 0.4", "weight:"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RiskModel.of(definition))
        .withMessage(
            """
            Definition of model 'my-risk' has 4 faults:
              - factors[0].indicators[0].scale.parameters: unknown 'uper'. Known: [lower, upper]. \
            Maybe you meant 'upper'.
              - factors[0].indicators[0].scale.parameters.upper: must be given
              - factors[1].weight: must be given
              - missing: unknown policy 'reweigh'. Known: [fail, reweight, reweightByCount, bound]. \
            Maybe you meant 'reweight'.""");
  }
}
