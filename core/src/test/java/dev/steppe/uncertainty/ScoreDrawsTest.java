package dev.steppe.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.common.primitives.ImmutableDoubleArray;
import dev.steppe.analysis.Sampling;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.evidence.Estimate;
import dev.steppe.model.Aggregation;
import dev.steppe.model.MissingPolicy;
import dev.steppe.model.RiskModel;
import dev.steppe.score.Ranking;
import dev.steppe.score.Scorer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.apache.commons.math3.stat.descriptive.moment.Mean;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScoreDrawsTest {

  private static final RiskModel MODEL = Models.equal(4);
  private static final List<CountryProfile> COUNTRIES = Models.countries(1, 5, 4, true);

  private static UncertaintyAnalysis analysis() {
    return UncertaintyAnalysis.of(Scorer.of(MODEL)).withSize(1 << 11).withSeed(42);
  }

  private static List<UncertaintyAnalysis> analyses() {
    List<UncertaintyAnalysis> all = new ArrayList<>();
    for (WeightUncertainty weights :
        List.of(
            WeightUncertainty.fixed(),
            WeightUncertainty.uniform(),
            WeightUncertainty.dirichlet(0.5),
            WeightUncertainty.dirichlet(30),
            WeightUncertainty.ordinal(),
            WeightUncertainty.within(0.25))) {
      UncertaintyAnalysis plain = analysis().withWeights(weights);
      Correlations some = Correlations.none().with("a", "b", 0.7).withSharedError("c", 0.5);
      all.add(plain);
      all.add(plain.withCorrelations(some));
      all.add(plain.withSampling(Sampling.SCRAMBLED_SOBOL));
      all.add(
          plain
              .withSampling(Sampling.SCRAMBLED_SOBOL)
              .withCorrelations(some)
              .withChoice(Models.orElse(MODEL.withAggregation(Aggregation.geometric(1)), 0.5)));
    }
    return all;
  }

  /** Who is above whom, by the rule of the ranking. */
  static long wins(ImmutableDoubleArray first, ImmutableDoubleArray second) {
    long wins = 0;
    for (int r = 0; r < first.length(); r++) {
      wins += Ranking.compareScores(first.get(r), second.get(r)) > 0 ? 1 : 0;
    }
    return wins;
  }

  private static long[] ranks(ImmutableDoubleArray scores, ScoreDraws draws) {
    int[] above = new int[draws.count()];
    for (CountryProfile other : COUNTRIES) {
      ImmutableDoubleArray others = draws.scores(other);
      for (int r = 0; r < above.length; r++) {
        above[r] += Ranking.compareScores(others.get(r), scores.get(r)) > 0 ? 1 : 0;
      }
    }
    long[] counts = new long[COUNTRIES.size()];
    for (int rank : above) {
      counts[rank]++;
    }
    return counts;
  }

  @Test
  void counting_the_draws_gives_the_result() {
    for (UncertaintyAnalysis analysis : analyses()) {
      ScoreDraws draws = analysis.draws(COUNTRIES);
      UncertaintyResult u = analysis.run(COUNTRIES);
      assertThat(draws.count()).isEqualTo(u.draws());
      for (int c = 0; c < 5; c++) {
        ImmutableDoubleArray scores = draws.scores(COUNTRIES.get(c));
        assertThat(u.figures().rankCounts(c)).isEqualTo(ranks(scores, draws));
        assertThat(u.figures().simulatedMean(c))
            .isCloseTo(new Mean().evaluate(scores.toArray()), within(1e-10));
        for (int d = 0; d < 5; d++) {
          if (c != d) {
            double wins = wins(scores, draws.scores(COUNTRIES.get(d)));
            Probability order = u.figures().win(c, d);
            double error = 4.5 * Math.sqrt(order.value() * (1 - order.value()) / draws.count());
            assertThat(wins / draws.count())
                .isCloseTo(
                    order.value(), within(order.isExact() ? error + 3.0 / draws.count() : 0));
          }
        }
      }
    }
  }

  /** Scores under drawn weights and readings are those of the model with these. */
  static void assertScoresFollow(
      ScoreDraws draws, Scorer scorer, List<CountryProfile> profiles, int draw) {
    Map<String, Double> weights = new HashMap<>();
    for (String code : draws.indicators()) {
      weights.put(code, draws.weights(code).get(draw));
    }
    Scorer weighted = Scorer.of(scorer.model().withWeights(weights));
    for (CountryProfile profile : profiles) {
      CountryProfile drawn = profile;
      for (String code : profile.codes()) {
        drawn = drawn.withReading(code, draws.readings(profile, code).get(draw));
      }
      assertThat(draws.scores(profile).get(draw))
          .isCloseTo(weighted.score(drawn).value(), within(1e-9));
    }
  }

  @Test
  void scores_are_those_of_the_drawn_weights_and_readings() {
    for (UncertaintyAnalysis analysis : analyses()) {
      if (!analysis.toString().contains("one of 2 models")) {
        ScoreDraws draws = analysis.draws(COUNTRIES);
        for (int draw : new int[] {0, 127, 128, 256, 2047}) {
          assertScoresFollow(draws, Scorer.of(MODEL), COUNTRIES, draw);
        }
      }
    }
  }

  @Test
  void another_country_at_the_end_does_not_change_the_draws_of_the_others() {
    for (UncertaintyAnalysis analysis : analyses()) {
      ScoreDraws all = analysis.draws(COUNTRIES);
      ScoreDraws some = analysis.draws(COUNTRIES.subList(0, 3));
      assertThat(some.scores("BBB")).isEqualTo(all.scores("BBB"));
      assertThat(some.weights("a")).isEqualTo(all.weights("a"));
    }
  }

  @Test
  void draws_are_named_by_country_or_profile() {
    ScoreDraws draws = analysis().withSampling(Sampling.SCRAMBLED_SOBOL).draws(COUNTRIES);
    assertThat(draws.scores("CCC")).isEqualTo(draws.scores(COUNTRIES.get(2)));
    assertThat(draws.countries()).hasSize(5);
    assertThat(draws.indicators()).containsExactly("a", "b", "c", "d");
    assertThat(draws.design().seed()).isEqualTo(42);
    assertThat(draws.design().sampling()).isEqualTo(Sampling.SCRAMBLED_SOBOL);
    assertThat(analysis().draws(COUNTRIES).design().sampling()).isEqualTo(Sampling.RANDOM);
    assertThat(draws).isEqualTo(analysis().withSampling(Sampling.SCRAMBLED_SOBOL).draws(COUNTRIES));
    assertThat(draws)
        .hasSameHashCodeAs(analysis().withSampling(Sampling.SCRAMBLED_SOBOL).draws(COUNTRIES));
    assertThat(draws).isNotEqualTo(analysis().draws(COUNTRIES));
    CountryProfile dated = COUNTRIES.get(0).withAsOf(LocalDate.of(2020, 1, 1));
    ScoreDraws two = analysis().draws(COUNTRIES.get(0), dated);
    assertThat(two.scores(dated)).isNotEqualTo(two.scores(COUNTRIES.get(0)));
    assertThat(two.toTable(1).headers()).startsWith("Draw", "AAA undated", "AAA 2020-01-01");
  }

  @Test
  void the_first_draws_are_a_table() {
    ScoreDraws draws =
        UncertaintyAnalysis.of(Models.scorer(1, 3))
            .withSize(3)
            .draws(Models.country(0, 40, 80), Models.country(1, 20, 20));
    assertThat(draws.toTable().toCsv().lines())
        .containsExactly(
            "Draw,AAA,BBB,Weight of a,Weight of b",
            "1,70,20,25,75",
            "2,70,20,25,75",
            "3,70,20,25,75");
    assertThat(draws.toTable(2).rowCount()).isEqualTo(2);
    assertThat(draws.toTable(2).notes())
        .startsWith("The first 2 of 3 draws from seed 2022.", "Weights in percent.");
    assertThat(draws.toString()).startsWith("Draws of scores and weights");
    assertThat(analysis().draws(COUNTRIES).toTable().rowCount()).isEqualTo(20);
  }

  @Test
  void what_is_not_there_is_refused() {
    CountryProfile gap = Models.country(0, Estimate.exact(40));
    UncertaintyAnalysis analysis =
        UncertaintyAnalysis.of(
                Scorer.of(Models.model(1, 3).withMissing(MissingPolicy.reweight(0.1))))
            .withSize(10);
    ScoreDraws draws = analysis.draws(gap);
    assertThat(draws.readings("AAA", "a").get(9)).isEqualTo(40);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> draws.readings("AAA", "b"))
        .withMessage("Country 'AAA' has no reading of 'b'");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> draws.weights("x"))
        .withMessage("Unknown indicator 'x'. Known: [a, b].");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> draws.scores("BBB"))
        .withMessage("Country 'BBB' was not analysed. Known: [AAA].");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> draws.toTable(0))
        .withMessageStartingWith("rows must be in [1.0, ");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> analysis.withSize(50_000_000).draws(gap))
        .withMessage(
            "Draws one by one may be at most 100 million numbers (800 MB), but 50000000 draws of 3"
                + " scores and weights are more. At most 33333333 draws fit.");
  }

  @Test
  void progress_hears_of_all_draws_and_may_stop_them() {
    List<Long> heard = new ArrayList<>();
    UncertaintyAnalysis analysis = analysis().withSize(20_000);
    analysis.withProgress((done, total) -> heard.add(done)).draws(COUNTRIES);
    assertThat(heard).containsExactly(8192L, 16_384L, 20_000L);
    assertThatThrownBy(() -> analysis.withProgress((done, total) -> false).draws(COUNTRIES))
        .isInstanceOf(CancellationException.class)
        .hasMessage("The analysis was stopped after 8192 of 20000");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void an_interruption_stops_every_way_to_draw(int threads) {
    UncertaintyAnalysis analysis = analysis().withSize(100_000).withThreads(threads);
    Thread.currentThread().interrupt();
    try {
      for (ThrowingCallable way :
          List.<ThrowingCallable>of(
              () -> analysis.run(COUNTRIES),
              () -> analysis.draws(COUNTRIES),
              () -> analysis.orders(COUNTRIES),
              () -> analysis.part(COUNTRIES, 0, 2))) {
        assertThatThrownBy(way)
            .isInstanceOf(CancellationException.class)
            .hasMessage("The analysis was interrupted");
      }
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }
}
