package dev.steppe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steppe.evidence.CountryProfile;
import dev.steppe.nextukraine.NextUkraine;
import dev.steppe.nextukraine.PaperScenario;
import dev.steppe.nextukraine.PostSovietStates;
import dev.steppe.scenario.ScenarioTable;
import dev.steppe.score.Scorer;
import dev.steppe.sensitivity.SensitivityAnalysis;
import dev.steppe.tipping.TippingPoint;
import dev.steppe.uncertainty.UncertaintyAnalysis;
import dev.steppe.uncertainty.WeightUncertainty;
import dev.steppe.weights.WeightStability;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** One set of values, shared by many threads at once without a lock. */
class SharedByThreadsTest {

  private static final int THREADS = 8;

  private final Scorer scorer = NextUkraine.scorer();
  private final List<CountryProfile> both =
      List.of(NextUkraine.kazakhstan(), NextUkraine.ukraine());

  private final List<Callable<String>> questions =
      List.of(
          () -> scorer.rank(both).toString(),
          () -> scorer.compare(both.get(0), both.get(1)).toString(),
          () -> scorer.score(both.get(0)).trace().toString(),
          () -> WeightStability.within(scorer.rank(both), "alliance-ties").toString(),
          () -> TippingPoint.of(scorer, both.get(0)).toReach(both.get(1)).toString(),
          () -> SensitivityAnalysis.of(scorer, both.get(0)).sobol().toString(),
          () -> PostSovietStates.panel().rankings().toString(),
          () ->
              ScenarioTable.of(
                      scorer,
                      both,
                      NextUkraine.scenarios().stream().map(PaperScenario::scenario).toList())
                  .toString(),
          () ->
              UncertaintyAnalysis.of(scorer)
                  .withWeights(WeightUncertainty.uniform())
                  .withSize(5_000)
                  .withThreads(2)
                  .run(both)
                  .toString());

  @Test
  void answers_are_the_same_on_many_threads() throws Exception {
    List<String> alone = answers();
    ExecutorService pool = Executors.newFixedThreadPool(THREADS);
    try {
      CyclicBarrier together = new CyclicBarrier(THREADS);
      List<Future<List<String>>> all = new ArrayList<>();
      for (int t = 0; t < THREADS; t++) {
        all.add(
            pool.submit(
                () -> {
                  together.await();
                  return answers();
                }));
      }
      for (Future<List<String>> one : all) {
        assertThat(one.get()).isEqualTo(alone);
      }
    } finally {
      pool.shutdownNow();
    }
  }

  private List<String> answers() throws Exception {
    List<String> answers = new ArrayList<>();
    for (Callable<String> question : questions) {
      answers.add(question.call());
    }
    return answers;
  }
}
