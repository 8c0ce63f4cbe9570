package dev.steppe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.steppe.analysis.SampleDesign;
import dev.steppe.evidence.AllianceNetwork;
import dev.steppe.evidence.Country;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.evidence.CsvFormat;
import dev.steppe.evidence.Dataset;
import dev.steppe.evidence.Estimate;
import dev.steppe.evidence.Source;
import dev.steppe.evidence.TieKind;
import dev.steppe.model.Aggregation;
import dev.steppe.model.Direction;
import dev.steppe.model.Factor;
import dev.steppe.model.FactorDefinition;
import dev.steppe.model.Indicator;
import dev.steppe.model.Interaction;
import dev.steppe.model.MethodDefinition;
import dev.steppe.model.ModelBuilder;
import dev.steppe.model.ModelDefinition;
import dev.steppe.model.Normalization;
import dev.steppe.model.RiskModel;
import dev.steppe.scenario.Change;
import dev.steppe.scenario.Scenario;
import dev.steppe.scenario.Shift;
import dev.steppe.score.Scorer;
import dev.steppe.table.Table;
import dev.steppe.uncertainty.UncertaintyAnalysis;
import dev.steppe.validation.Outcomes;
import dev.steppe.validation.RankCorrelation;
import dev.steppe.validation.Validation;
import dev.steppe.weights.WeightStability;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Much of one thing takes as long as there is of it, or is refused. What would take a minute or
 * more if time grew with the square, or the stack if each called the next, takes a blink.
 */
class GrowthTest {

  private static final Duration MOST = Duration.ofSeconds(30);
  private static final int MANY = 10_000;
  private static final int MILLION = 1_000_000;

  private static Indicator indicator(String code) {
    return Indicator.of(code, Direction.HIGHER_IS_RISKIER);
  }

  private static Normalization scale() {
    return Normalization.goalposts(0, 100);
  }

  private static RiskModel flat(int count) {
    ModelBuilder model = RiskModel.builder("m");
    for (int i = 0; i < count; i++) {
      model.indicator(indicator("number_" + i), 1, scale());
    }
    return model.build();
  }

  private static CountryProfile profile(String prefix, int count) {
    CountryProfile.Builder profile = CountryProfile.builder(Country.of("AAA", "A"));
    for (int i = 0; i < count; i++) {
      profile.reading(prefix + i, 5);
    }
    return profile.build();
  }

  private static Scorer one() {
    return Scorer.of(RiskModel.builder("m").indicator(indicator("a"), 1, scale()).build());
  }

  private static CountryProfile named(String name) {
    return CountryProfile.builder(Country.of("AAA", name)).reading("a", 50).build();
  }

  private static List<String> unknown(int count) {
    return IntStream.range(0, count).mapToObj(i -> "numbre_" + i).toList();
  }

  private static Map<String, Double> weights(List<String> codes) {
    return codes.stream()
        .collect(Collectors.toMap(code -> code, code -> 1.0, (a, b) -> a, LinkedHashMap::new));
  }

  private static String rows(String header, IntStream numbers, String row) {
    return numbers
        .mapToObj(i -> row.replace("%", String.valueOf(i)))
        .collect(Collectors.joining("\n", header + "\n", "\n"));
  }

  private static Arguments told(String name, Supplier<Object> work) {
    return Arguments.of(name, work);
  }

  static Stream<Arguments> muchOfOneThing() {
    String million = "n".repeat(MILLION);
    return Stream.of(
        told(
            "sources of one reading",
            () ->
                Dataset.readLongCsv(
                    rows(
                        "country,indicator,value,source",
                        IntStream.range(0, 100_000),
                        "AAA,x,%,s%"))),
        told("a name, as text", () -> one().score(named(million)).toString()),
        told("a name, in a table", () -> one().rank(named(million)).toTable().toString()),
        told(
            "cases in two orders",
            () -> {
              Map<Integer, Integer> first = new HashMap<>();
              Map<Integer, Integer> second = new HashMap<>();
              for (int i = 0; i < 20 * MANY; i++) {
                first.put(i, i % 97_001);
                second.put(i, i % 1009);
              }
              return RankCorrelation.of(first, second, SampleDesign.random(1));
            }),
        told(
            "cases beside what happened",
            () -> {
              Map<Integer, Integer> scores = new HashMap<>();
              Map<Integer, Boolean> outcomes = new HashMap<>();
              for (int i = 0; i < 10 * MANY; i++) {
                scores.put(i, i % 97_001);
                outcomes.put(i, i % 3 == 0);
              }
              return Validation.of(scores, Outcomes.of(outcomes)).top(5 * MANY);
            }),
        told(
            "ranks of many countries",
            () ->
                UncertaintyAnalysis.of(one())
                    .withSize(50)
                    .run(
                        IntStream.range(0, 800)
                            .mapToObj(
                                i ->
                                    CountryProfile.builder(Country.place("c" + i, "c" + i))
                                        .reading("a", Estimate.between(i / 10.0, i / 10.0 + 5))
                                        .build())
                            .toList())
                    .rankProbabilities()),
        told(
            "ties of a network",
            () -> {
              AllianceNetwork.Builder network = AllianceNetwork.builder();
              LocalDate since = LocalDate.of(2000, 1, 1);
              for (int i = 0; i < 300; i++) {
                network.actor("actor " + i);
              }
              for (int i = 0; i < 6 * MANY; i++) {
                String other = "actor " + (i + 1 + i / 300) % 300;
                network.tie(
                    "actor " + i % 300,
                    other,
                    TieKind.PARTNERSHIP,
                    "t" + i,
                    since,
                    Source.unstated());
              }
              return network.build();
            }),
        told("brackets in Markdown", () -> markdown("[".repeat(MILLION))),
        told("ampersands in Markdown", () -> markdown("&a".repeat(MILLION))),
        told(
            "points of a scale",
            () -> {
              Map<Double, Double> points = new HashMap<>();
              for (int i = 0; i < 5 * MANY; i++) {
                points.put((double) i, i % 100.0);
              }
              return Normalization.piecewiseLinear(points)
                  .bounds(0, 5 * MANY, Direction.HIGHER_IS_RISKIER);
            }),
        told(
            "classes of a model",
            () ->
                RiskModel.readCsv(
                    IntStream.range(1, 1000)
                        .mapToObj(i -> " < " + i / 10.0 + " < c" + i)
                        .collect(
                            Collectors.joining(
                                "",
                                "code,parent,weight,direction,scale,classes\nm,,,,,a"
                                    + " ".repeat(MILLION)
                                    + "b",
                                "\nx,m,1,HIGHER_IS_RISKIER,\"goalposts(0, 1)\",\n")))),
        told(
            "changes of a scenario that was typed",
            () ->
                Scenario.parse(
                    IntStream.range(0, MANY)
                        .mapToObj(i -> "a" + i + "+=1")
                        .collect(Collectors.joining(", ")))));
  }

  private static String markdown(String cell) {
    return Table.builder().text("a").row(cell).build().toMarkdown();
  }

  static Stream<Arguments> muchThatIsWrong() {
    return Stream.of(
        told("codes in a profile", () -> Scorer.of(flat(MANY)).score(profile("numbre_", MANY))),
        told(
            "codes of long names",
            () -> Scorer.of(flat(1000)).score(profile("number_".repeat(25), 1000))),
        told(
            "codes in a scenario",
            () ->
                Scenario.of(
                        "s",
                        unknown(MANY).stream()
                            .map(code -> Change.shift(code, Shift.absolute(1)))
                            .toArray(Change[]::new))
                    .applyTo(profile("number_", MANY))),
        told("codes of weights", () -> flat(MANY).withWeights(weights(unknown(MANY)))),
        told("codes to leave out", () -> flat(MANY).without(unknown(MANY).toArray(String[]::new))),
        told(
            "codes of readings to take",
            () -> Change.takeReadings(profile("number_", MANY), unknown(MANY))),
        told(
            "parents",
            () ->
                RiskModel.readCsv(
                    rows(
                        "code,parent,weight,direction,scale\nm,,,,",
                        IntStream.range(0, MANY),
                        "number_%,numbre_%,1,HIGHER_IS_RISKIER,\"goalposts(0, 1)\""))),
        told(
            "codes in an order",
            () -> {
              ModelDefinition flat = flat(MANY).definition();
              return RiskModel.of(
                  new ModelDefinition(
                      1,
                      "m",
                      "m",
                      1.0,
                      flat.aggregation(),
                      flat.missing(),
                      List.of(),
                      List.of(),
                      flat.indicators(),
                      unknown(MANY),
                      Map.of(),
                      List.of()));
            }),
        told(
            "children in interactions",
            () -> {
              ModelBuilder model =
                  RiskModel.builder("m")
                      .aggregation(
                          Aggregation.choquet(
                              unknown(4000).stream()
                                  .map(code -> Interaction.of(code, code + "_", 0))
                                  .toArray(Interaction[]::new)));
              for (int i = 0; i < 4000; i++) {
                model.indicator(indicator("number_" + i), 1, scale());
              }
              return model.build();
            }),
        told(
            "indicators to read",
            () ->
                CsvFormat.standard()
                    .longTable()
                    .withOnly(unknown(MANY).toArray(String[]::new))
                    .read(
                        rows(
                            "country,indicator,value",
                            IntStream.range(0, MANY),
                            "AAA,number_%,1"))),
        told(
            "cases with an outcome",
            () -> {
              Map<String, Double> scores = new LinkedHashMap<>();
              Map<String, Boolean> outcomes = new LinkedHashMap<>();
              for (int i = 0; i < MANY; i++) {
                scores.put("case " + i, 5.0);
                outcomes.put("cases " + i, i % 2 == 0);
              }
              return Validation.of(scores, Outcomes.of(outcomes));
            }),
        told(
            "countries of which each is compared with each",
            () ->
                WeightStability.of(
                    Scorer.of(flat(2)),
                    IntStream.rangeClosed(0, 1 << 16)
                        .mapToObj(
                            i ->
                                CountryProfile.builder(Country.place("c" + i, "c"))
                                    .reading("number_0", i % 97)
                                    .reading("number_1", i % 89)
                                    .build())
                        .toList())),
        told(
            "grades of a scenario",
            () -> Scenario.of(Change.shift("a", Shift.absolute(1))).grades(50_000_000)),
        told("letters of a name", () -> one().score(profile("n".repeat(MILLION), 1))),
        told("letters of a code", () -> one().model().node("n".repeat(MILLION))),
        told("parameters of a shape", () -> Estimate.parse(list("beta(1", ", 1", ")"))),
        told("parameters of an own estimate", () -> Estimate.parse(list("own(a@1", ", a=1", ")"))),
        told(
            "parameters of an own scale",
            () ->
                RiskModel.readCsv(
                    "code,parent,weight,direction,scale\nm,,,,\nx,m,1,HIGHER_IS_RISKIER,\""
                        + list("own(a@1", ", a=1", ")")
                        + "\"\n")),
        told("groups of digits", () -> cell(list("1", " 000", ""))),
        told("digits", () -> cell("1".repeat(MILLION))),
        told(
            "scales of scales",
            () -> {
              Normalization scale = scale();
              for (int i = 0; i < MANY; i++) {
                scale = scale.onto(0, 99);
              }
              return scale;
            }),
        told(
            "scales of scales, in a table",
            () ->
                RiskModel.readCsv(
                    "code,parent,weight,direction,scale\nm,,,,\nx,m,1,HIGHER_IS_RISKIER,\""
                        + list("rank", ".onto(0, 99)", "")
                        + "\"\n")),
        told(
            "maps of maps",
            () -> {
              Map<String, Object> map = Map.of();
              for (int i = 0; i < MANY; i++) {
                map = Map.of("method", "onto", "scale", map);
              }
              return new MethodDefinition("onto", map);
            }),
        told("factors in each other, built", () -> nested(RiskModel.builder("m"))),
        told("factors in each other, defined", GrowthTest::nestedDefinition),
        told(
            "factors in each other, in a table",
            () ->
                RiskModel.readCsv(
                    rows(
                        "code,parent,weight,direction,scale\nm,,,,\nf0,m,1,,",
                        IntStream.range(1, MANY),
                        "f%,f%,1,,"))),
        told(
            "cells with faults",
            () ->
                Dataset.readLongCsv(
                    rows("country,indicator,value", IntStream.range(0, 100_000), "?%,x,what"))));
  }

  private static String list(String start, String each, String end) {
    return start + each.repeat(200_000) + end;
  }

  private static Object cell(String value) {
    return Dataset.readLongCsv("country,indicator,value\nAAA,x," + value + "\n");
  }

  private static Object nested(ModelBuilder model) {
    return model.factor("f0", 1, factor -> nest(factor, 1)).build();
  }

  /** Never ends by itself. */
  private static void nest(Factor.Builder factor, int level) {
    factor.factor("f" + level, 1, inner -> nest(inner, level + 1));
  }

  private static Object nestedDefinition() {
    MethodDefinition mean = MethodDefinition.of("arithmetic");
    List<FactorDefinition> factors = List.of();
    for (int i = 0; i < MANY; i++) {
      factors =
          List.of(
              new FactorDefinition(
                  "f" + i,
                  "f",
                  1.0,
                  mean,
                  factors,
                  flat(1).definition().indicators(),
                  List.of(),
                  Map.of(),
                  List.of()));
    }
    return RiskModel.of(
        new ModelDefinition(
            1,
            "m",
            "m",
            1.0,
            mean,
            MethodDefinition.of("fail"),
            List.of(),
            factors,
            List.of(),
            List.of(),
            Map.of(),
            List.of()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("muchOfOneThing")
  void much_of_one_thing_takes_as_long_as_there_is_of_it(String name, Supplier<Object> work) {
    assertThat(assertTimeoutPreemptively(MOST, work::get)).isNotNull();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("muchThatIsWrong")
  void much_that_is_wrong_is_refused_soon_and_not_told_whole(String name, Supplier<Object> work) {
    List<String> messages = new ArrayList<>();
    assertTimeoutPreemptively(
        MOST,
        () ->
            assertThatThrownBy(work::get)
                .isInstanceOf(IllegalArgumentException.class)
                .satisfies(fault -> messages.add(fault.getMessage())));
    assertThat(messages.get(0)).hasSizeLessThan(MILLION);
  }
}
