package dev.steppe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.common.collect.Ordering;
import dev.steppe.analogue.Analogues;
import dev.steppe.analogue.Precedents;
import dev.steppe.analysis.Execution;
import dev.steppe.analysis.Progress;
import dev.steppe.analysis.SampleDesign;
import dev.steppe.evidence.Country;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.evidence.Estimate;
import dev.steppe.model.Aggregation;
import dev.steppe.model.Direction;
import dev.steppe.model.Indicator;
import dev.steppe.model.ModelBuilder;
import dev.steppe.model.Normalization;
import dev.steppe.model.RiskModel;
import dev.steppe.revision.Revision;
import dev.steppe.scenario.Change;
import dev.steppe.scenario.Scenario;
import dev.steppe.scenario.ScenarioExplanation;
import dev.steppe.scenario.ScenarioTable;
import dev.steppe.scenario.Shift;
import dev.steppe.score.Ranking;
import dev.steppe.score.Scorer;
import dev.steppe.sensitivity.ImportanceVersusWeight;
import dev.steppe.sensitivity.SensitivityAnalysis;
import dev.steppe.tipping.TippingPoint;
import dev.steppe.uncertainty.UncertaintyAnalysis;
import dev.steppe.validation.Outcomes;
import dev.steppe.validation.RankCorrelation;
import dev.steppe.validation.Validation;
import dev.steppe.validation.ValidationComparison;
import dev.steppe.weights.RobustOrder;
import dev.steppe.weights.WeightDistance;
import dev.steppe.weights.WeightFlip;
import dev.steppe.weights.WeightSet;
import dev.steppe.weights.WeightStability;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Who hears of long work hears of it to its end, changes nothing of what is found, and can stop.
 */
class ProgressTest {

  private static final List<String> CODES = List.of("a", "b", "c");

  private static Scorer scorer(Aggregation aggregation) {
    ModelBuilder model = RiskModel.builder("risk").aggregation(aggregation);
    for (String code : CODES) {
      model.indicator(
          Indicator.of(code, Direction.HIGHER_IS_RISKIER),
          code.charAt(0),
          Normalization.goalposts(0, 100));
    }
    return Scorer.of(model.build());
  }

  private static final Scorer SUM = scorer(Aggregation.arithmetic());
  private static final Scorer PRODUCT = scorer(Aggregation.geometric(1));

  private static List<CountryProfile> countries(int seed) {
    Random random = new Random(seed);
    List<CountryProfile> countries = new ArrayList<>();
    for (char c = 'A'; c <= 'Z'; c++) {
      CountryProfile.Builder profile = CountryProfile.builder(Country.of("AA" + c, "Land " + c));
      for (String code : CODES) {
        double value = 10 + 80 * random.nextDouble();
        profile.reading(code, Estimate.triangular(value - 5, value, value + 5));
      }
      countries.add(profile.build());
    }
    return countries;
  }

  private static final Ranking RANKING = SUM.rank(countries(1));

  private static Validation validation(int seed) {
    Random random = new Random(seed);
    Map<String, Double> scores = new LinkedHashMap<>();
    Map<String, Boolean> outcomes = new LinkedHashMap<>();
    for (int i = 0; i < 30; i++) {
      scores.put("case " + i, random.nextDouble());
      outcomes.put("case " + i, i % 3 == 0);
    }
    return Validation.of(scores, Outcomes.of(outcomes));
  }

  private static Map<String, Double> scores(int seed) {
    Random random = new Random(seed);
    Map<String, Double> scores = new LinkedHashMap<>();
    IntStream.range(0, 30).forEach(i -> scores.put("case " + i, random.nextDouble()));
    return scores;
  }

  private static Scenario scenario() {
    return Scenario.of(
        "many",
        Change.shift("a", Shift.absolute(1)),
        Change.shift("b", Shift.absolute(2)),
        Change.shift("c", Shift.absolute(3)));
  }

  private static Execution heard(Progress progress) {
    return Execution.onThreads(2).withProgress(progress);
  }

  private static Arguments work(String name, Function<Progress, Object> work) {
    return Arguments.of(name, work);
  }

  static Stream<Arguments> heardWork() {
    CountryProfile one = countries(1).get(0);
    SampleDesign some = SampleDesign.random(200);
    Analogues analogues =
        Precedents.of(SUM, countries(1).subList(1, 26)).withSize(200_000).analoguesOf(one);
    return Stream.of(
        work("bootstrap", p -> validation(1).bootstrap(some, p).toTable()),
        work("difference", p -> validation(1).minus(validation(2), some, p).toTable()),
        work(
            "comparison",
            p ->
                ValidationComparison.of("one", validation(1))
                    .with("other", validation(2))
                    .withDesign(some)
                    .withProgress(p)
                    .lead("other")
                    .toTable()),
        work(
            "rank correlation",
            p -> RankCorrelation.of(scores(1), scores(2), SampleDesign.random(5000), heard(p))),
        work(
            "explanation",
            p -> ScenarioExplanation.sampled(PRODUCT, one, scenario(), some, p).toTable()),
        work(
            "scenarios",
            p -> ScenarioTable.of(SUM, countries(1), List.of(scenario()), heard(p)).toTable()),
        work("flip", p -> WeightFlip.nearest(RANKING, WeightDistance.EUCLIDEAN, p)),
        work("stability", p -> WeightStability.of(RANKING, p)),
        work("stability within", p -> WeightStability.within(RANKING, "risk", p)),
        work("robust order", p -> RobustOrder.of(RANKING, WeightSet.any(), p).pairTable()),
        work("robust ranks", p -> RobustOrder.of(RANKING, WeightSet.any()).ranks(heard(p))),
        work("importance", p -> ImportanceVersusWeight.of(SUM, countries(1), CODES, p).toTable()),
        work("analogue", p -> analogues.test(analogues.nearest(), p).toTable()),
        work("revision", p -> Revision.of(RANKING, PRODUCT.rank(countries(2)), heard(p)).toTable()),
        work(
            "sensitivity",
            p -> SensitivityAnalysis.of(PRODUCT, one).withProgress(p).sobolBySampling().toTable()),
        work(
            "draws",
            p -> UncertaintyAnalysis.of(SUM).withSize(100_000).withProgress(p).run(countries(1))),
        work(
            "sets of scenarios",
            p ->
                TippingPoint.of(SUM, one)
                    .withProgress(p)
                    .scenariosToReach(
                        99,
                        IntStream.range(0, 14)
                            .mapToObj(
                                i ->
                                    Scenario.of(
                                        "s" + i, Change.shift("a", Shift.absolute(i / 10.0))))
                            .toList())
                    .toTable()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("heardWork")
  void who_hears_is_told_to_the_end_and_changes_nothing(
      String name, Function<Progress, Object> work) {
    List<Long> heard = new ArrayList<>();
    List<Long> totals = new ArrayList<>();
    Object found =
        work.apply(
            (done, total) -> {
              heard.add(done);
              totals.add(total);
              return true;
            });
    // A revision has several rounds, each of which is told from its start.
    assertThat(name.equals("revision") || Ordering.natural().isOrdered(heard)).isTrue();
    assertThat(heard).isNotEmpty();
    assertThat(totals.stream().distinct()).hasSize(1);
    assertThat(heard.get(heard.size() - 1)).isLessThanOrEqualTo(totals.get(0));
    assertThat(found).hasToString(work.apply(Progress.none()).toString());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("heardWork")
  void who_hears_can_stop(String name, Function<Progress, Object> work) {
    int[] calls = new int[1];
    assertThatExceptionOfType(CancellationException.class)
        .isThrownBy(() -> work.apply((done, total) -> ++calls[0] < 2))
        .withMessageStartingWith("The analysis was stopped after ");
    assertThat(calls[0]).isEqualTo(2);
  }
}
