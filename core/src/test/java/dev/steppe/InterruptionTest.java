package dev.steppe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steppe.analogue.Analogues;
import dev.steppe.analogue.Precedents;
import dev.steppe.analysis.Execution;
import dev.steppe.analysis.SampleDesign;
import dev.steppe.analysis.Sampling;
import dev.steppe.evidence.Country;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.evidence.CsvFormat;
import dev.steppe.evidence.Estimate;
import dev.steppe.model.Aggregation;
import dev.steppe.model.Direction;
import dev.steppe.model.Indicator;
import dev.steppe.model.MissingPolicy;
import dev.steppe.model.ModelBuilder;
import dev.steppe.model.Normalization;
import dev.steppe.model.RiskModel;
import dev.steppe.panel.Panel;
import dev.steppe.revision.Revision;
import dev.steppe.scenario.Change;
import dev.steppe.scenario.Scenario;
import dev.steppe.scenario.ScenarioExplanation;
import dev.steppe.scenario.ScenarioTable;
import dev.steppe.scenario.Shift;
import dev.steppe.score.Scorer;
import dev.steppe.sensitivity.ImportanceVersusWeight;
import dev.steppe.sensitivity.SensitivityAnalysis;
import dev.steppe.sensitivity.SourcesOfDoubt;
import dev.steppe.sensitivity.UncertainInput;
import dev.steppe.tipping.TippingPoint;
import dev.steppe.uncertainty.UncertaintyAnalysis;
import dev.steppe.uncertainty.WeightUncertainty;
import dev.steppe.validation.Outcomes;
import dev.steppe.validation.RankCorrelation;
import dev.steppe.validation.Validation;
import dev.steppe.weights.RobustOrder;
import dev.steppe.weights.WeightDistance;
import dev.steppe.weights.WeightFlip;
import dev.steppe.weights.WeightSet;
import dev.steppe.weights.WeightStability;
import java.io.Reader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Work that would take minutes ends soon after its thread is interrupted: with the exception that
 * says so, and with the flag that says so for those who called.
 */
class InterruptionTest {

  private static final int INDICATORS = 8;

  /** Of the milliseconds that work goes on before it is interrupted. */
  private static final long BEFORE = Long.getLong("steppe.interrupt", 40);

  /** Far more than anything needs that looks at the flag at all. */
  private static final long MOST = 60_000;

  private static Scorer scorer(Aggregation aggregation) {
    ModelBuilder model =
        RiskModel.builder("risk").aggregation(aggregation).missing(MissingPolicy.bound());
    for (int i = 0; i < INDICATORS; i++) {
      model.indicator(
          Indicator.of("x" + i, Direction.HIGHER_IS_RISKIER),
          1 + i / 10.0,
          Normalization.goalposts(0, 100));
    }
    return Scorer.of(model.build());
  }

  private static final Scorer SUM = scorer(Aggregation.arithmetic());
  private static final Scorer PRODUCT = scorer(Aggregation.geometric(1));

  private static String code(int number) {
    return ""
        + (char) ('A' + number / 676 % 26)
        + (char) ('A' + number / 26 % 26)
        + (char) ('A' + number % 26);
  }

  private static List<CountryProfile> countries(int count, boolean withGaps) {
    return IntStream.range(0, count).mapToObj(number -> country(number, withGaps)).toList();
  }

  private static CountryProfile country(int number, boolean withGaps) {
    Random random = new Random(number);
    CountryProfile.Builder profile =
        CountryProfile.builder(Country.of(code(number % 17_576), "Country " + number))
            .asOf(LocalDate.of(2000, 1, 1).plusDays(number));
    for (int i = withGaps ? 1 : 0; i < INDICATORS; i++) {
      double value = 10 + 70 * random.nextDouble();
      profile.reading("x" + i, Estimate.triangular(value - 5, value, value + 10));
    }
    return profile.build();
  }

  /** Profiles without an end, made one by one. */
  private static Iterable<CountryProfile> endless() {
    return () ->
        new Iterator<>() {
          private int next;

          @Override
          public boolean hasNext() {
            return true;
          }

          @Override
          public CountryProfile next() {
            return country(next++, false);
          }
        };
  }

  private static Map<String, Double> scores(int seed, int count) {
    Random random = new Random(seed);
    Map<String, Double> scores = new LinkedHashMap<>();
    for (int i = 0; i < count; i++) {
      scores.put("case " + i, 100 * random.nextDouble());
    }
    return scores;
  }

  private static Validation validation(int count) {
    Map<String, Double> scores = scores(1, count);
    return Validation.of(
        scores,
        Outcomes.of(
            scores.keySet().stream()
                .collect(Collectors.toMap(key -> key, key -> key.hashCode() % 2 == 0))));
  }

  private static UncertaintyAnalysis analysis(int threads) {
    return UncertaintyAnalysis.of(PRODUCT)
        .withWeights(WeightUncertainty.uniform())
        .withSize(1L << 33)
        .withThreads(threads);
  }

  private static Scenario changes(int count) {
    return Scenario.of(
        "many",
        IntStream.range(0, count)
            .mapToObj(i -> Change.shift("x" + i % INDICATORS, Shift.absolute(i / 100.0)))
            .toArray(Change[]::new));
  }

  private static List<Scenario> scenarios(int count) {
    return IntStream.range(0, count)
        .mapToObj(
            i -> Scenario.of("s" + i, Change.shift("x" + i % INDICATORS, Shift.absolute(i * 1e-6))))
        .toList();
  }

  private static Scorer wide(int indicators) {
    ModelBuilder model = RiskModel.builder("wide");
    for (int i = 0; i < indicators; i++) {
      model.indicator(
          Indicator.of("x" + i, Direction.HIGHER_IS_RISKIER), 1, Normalization.goalposts(0, 100));
    }
    return Scorer.of(model.build());
  }

  private static CountryProfile wide(int country, int indicators) {
    Random random = new Random(country);
    CountryProfile.Builder profile = CountryProfile.builder(Country.of(code(country), "C"));
    for (int i = 0; i < indicators; i++) {
      profile.reading("x" + i, 100 * random.nextDouble());
    }
    return profile.build();
  }

  /** A text that starts once, and then goes on and on. */
  private static Reader endless(String start, String line) {
    return new Reader() {
      private String rest = start;

      @Override
      public int read(char[] buffer, int offset, int length) {
        int count = Math.min(length, rest.length());
        rest.getChars(0, count, buffer, offset);
        rest = count < rest.length() ? rest.substring(count) : line;
        return count;
      }

      @Override
      public void close() {}
    };
  }

  private static Arguments work(String name, Runnable work) {
    return Arguments.of(name, work);
  }

  private static CountryProfile renamed(int country) {
    return wide(country, 30).withCountry(Country.of(code(country - 400), "C"));
  }

  private static List<CountryProfile> pairsOf(int count) {
    return IntStream.range(0, count).mapToObj(country -> wide(country, 2)).toList();
  }

  static Stream<Arguments> longWork() {
    List<Arguments> all = new ArrayList<>();
    for (int threads : new int[] {1, 3}) {
      String on = " on " + threads;
      Execution execution = Execution.onThreads(threads);
      all.add(work("run" + on, () -> analysis(threads).run(countries(30, false))));
      all.add(work("run, gaps" + on, () -> analysis(threads).run(countries(30, true))));
      all.add(
          work(
              "run, Sobol" + on,
              () ->
                  analysis(threads)
                      .withSampling(Sampling.SCRAMBLED_SOBOL)
                      .withSize(1L << 30)
                      .run(countries(3, false))));
      all.add(
          work(
              "confidence factors" + on,
              () ->
                  analysis(threads)
                      .withSize(100)
                      .withConfidenceFactors(1L << 33)
                      .run(countries(30, false))));
      all.add(work("part" + on, () -> analysis(threads).part(countries(30, false), 1, 3)));
      all.add(work("orders" + on, () -> analysis(threads).orders(countries(7, false))));
      all.add(work("orders, gaps" + on, () -> analysis(threads).orders(countries(7, true))));
      all.add(
          work(
              "draws" + on, () -> analysis(threads).withSize(3_800_000).draws(countries(6, true))));
      all.add(
          work(
              "sources of doubt" + on,
              () ->
                  SourcesOfDoubt.of(
                      analysis(threads).withSize(9_000_000),
                      country(1, false),
                      country(2, false))));
      SensitivityAnalysis sensitivity =
          SensitivityAnalysis.of(PRODUCT, country(1, false)).withSize(1 << 20).withThreads(threads);
      all.add(work("Sobol" + on, sensitivity::sobolBySampling));
      all.add(work("Sobol, pairs" + on, sensitivity::sobolWithPairs));
      all.add(work("Shapley" + on, sensitivity::shapleyBySampling));
      all.add(work("Morris" + on, () -> sensitivity.morris(1_000_000)));
      all.add(
          work(
              "Sobol of a slow function" + on,
              () ->
                  SensitivityAnalysis.of(
                          values -> {
                            double sum = 0;
                            for (int i = 0; i < 500_000; i++) {
                              sum += Math.sin(values[0] * i);
                            }
                            return sum + values[1];
                          },
                          UncertainInput.uniform("a", 0, 1),
                          UncertainInput.uniform("b", 0, 1))
                      .withThreads(threads)
                      .sobolBySampling()));
      all.add(
          work(
              "scenarios" + on,
              () -> ScenarioTable.of(PRODUCT, countries(3000, false), scenarios(4000), execution)));
      all.add(
          work(
              "revision" + on,
              () ->
                  Revision.sampled(
                      SUM.rank(countries(60, false)),
                      PRODUCT.rank(
                          countries(60, false).stream()
                              .map(
                                  profile ->
                                      profile.toBuilder()
                                          .replaceReadings("x1", List.of())
                                          .reading("x1", 7)
                                          .build())
                              .toList()),
                      SampleDesign.random(Integer.MAX_VALUE),
                      execution)));
      all.add(
          work(
              "rank correlation" + on,
              () ->
                  RankCorrelation.of(
                      scores(1, 200),
                      scores(2, 200),
                      SampleDesign.random(Integer.MAX_VALUE),
                      execution)));
      all.add(
          work(
              "robust ranks" + on,
              () -> RobustOrder.of(SUM, countries(200, false), WeightSet.any()).ranks(execution)));
    }
    Map<String, Double> first = scores(1, 30_000);
    Map<String, Double> second = scores(2, 30_000);
    for (int threads : new int[] {1, 3}) {
      all.add(
          work(
              "rank correlation of many on " + threads,
              () ->
                  RankCorrelation.of(
                      first, second, SampleDesign.random(500_000), Execution.onThreads(threads))));
    }
    List<CountryProfile> changed =
        IntStream.range(0, 400).mapToObj(number -> wide(number, 30)).toList();
    all.add(
        work(
            "revision of all readings",
            () ->
                Revision.of(
                    wide(30).rank(IntStream.range(400, 800).mapToObj(c -> renamed(c)).toList()),
                    wide(30).rank(changed),
                    Execution.onThreads(2))));
    Precedents many =
        Precedents.of(wide(500), IntStream.range(0, 800).mapToObj(c -> wide(c, 500)).toList());
    all.add(work("covariance", () -> many.analoguesOf(wide(800, 500))));
    Analogues far =
        Precedents.of(wide(30), IntStream.range(0, 2000).mapToObj(c -> wide(c, 30)).toList())
            .withSize(1_000_000)
            .analoguesOf(wide(2000, 30));
    all.add(work("test of an analogue among many", far::test));
    all.add(
        work(
            "reading a table",
            () ->
                CsvFormat.standard()
                    .longTable()
                    .read(endless("country,indicator,value\n", "AAA,x,1\n"))));
    ScenarioTable cells =
        ScenarioTable.of(SUM, countries(2000, false), scenarios(300), Execution.onThreads(2));
    all.add(work("a table of many rows", () -> cells.toTable().toMarkdown()));
    RobustOrder order = RobustOrder.of(wide(2), pairsOf(900), WeightSet.any());
    all.add(work("a table of pairs", () -> order.pairTable().toCsv()));
    all.add(
        work(
            "bootstrap",
            () -> validation(3000).bootstrap(SampleDesign.random(1_000_000).withLevel(0.9))));
    all.add(work("panel", () -> Panel.of(PRODUCT, endless())));
    all.add(work("ranking", () -> PRODUCT.rank(endless())));
    all.add(work("precedents", () -> Precedents.of(PRODUCT, endless())));
    all.add(
        work(
            "test of an analogue",
            () ->
                Precedents.of(PRODUCT, countries(2000, false))
                    .withDesign(SampleDesign.random(10_000_000))
                    .analoguesOf(country(3000, false))
                    .test()));
    all.add(work("importance", () -> ImportanceVersusWeight.of(PRODUCT, countries(20_000, false))));
    all.add(
        work(
            "explanation of a scenario",
            () ->
                ScenarioExplanation.sampled(
                    PRODUCT, country(1, false), changes(30), SampleDesign.random(2_000_000_000))));
    all.add(
        work(
            "joint tipping",
            () ->
                TippingPoint.of(PRODUCT, country(1, false))
                    .withLimit(Long.MAX_VALUE / 2)
                    .toReach(90)));
    all.add(
        work(
            "sets of scenarios",
            () -> TippingPoint.of(PRODUCT, country(1, false)).scenariosToReach(99, scenarios(20))));
    all.add(work("intervals of weights", () -> WeightStability.of(SUM, countries(6000, false))));
    all.add(
        work(
            "nearest flip",
            () ->
                WeightFlip.nearest(
                    SUM.rank(countries(17_000, false)), WeightDistance.values()[0])));
    return all.stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("longWork")
  void long_work_stops_when_its_thread_is_interrupted(String name, Runnable work) throws Exception {
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    boolean[] flag = new boolean[1];
    Thread worker =
        new Thread(
            () -> {
              try {
                work.run();
              } catch (Throwable e) {
                thrown.set(e);
              }
              flag[0] = Thread.currentThread().isInterrupted();
            });
    worker.start();
    worker.join(BEFORE);
    worker.interrupt();
    worker.join(MOST);
    assertThat(worker.isAlive()).as("still works").isFalse();
    assertThat(thrown.get())
        .isInstanceOf(CancellationException.class)
        .hasMessage("The analysis was interrupted");
    assertThat(flag[0]).as("flag").isTrue();
  }
}
