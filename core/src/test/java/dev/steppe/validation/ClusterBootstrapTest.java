package dev.steppe.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.steppe.analysis.SampleDesign;
import dev.steppe.score.Ranking;
import dev.steppe.validation.Samples.Sample;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ClusterBootstrapTest {

  private static final Map<String, Integer> SCORES =
      Map.of("AAA 1", 9, "AAA 2", 8, "BBB 1", 7, "CCC 1", 3, "CCC 2", 1);
  private static final Map<String, String> COUNTRIES =
      Map.of("AAA 1", "AAA", "AAA 2", "AAA", "BBB 1", "BBB", "CCC 1", "CCC", "CCC 2", "CCC");

  static LongStream seeds() {
    return Samples.seeds();
  }

  private static Validation example() {
    return Validation.of(SCORES, Outcomes.of("AAA 1", "BBB 1")).withClusters(COUNTRIES);
  }

  /** The example in the description of the class. */
  @Test
  void a_first_example() {
    ClusterBootstrap bootstrap = example().bootstrap();
    assertThat(bootstrap.averagePrecision())
        .hasToString("0.833, 0.833..1.000 (about 95 %, bootstrap percentiles)");
    assertThat(bootstrap.auc().value()).isCloseTo(5.0 / 6, within(1e-15));
    assertThat(bootstrap.clusters()).isEqualTo(3);
    assertThat(bootstrap.clustersWithEvent()).isEqualTo(2);
    assertThat(bootstrap.warnings())
        .containsExactly(
            "WARNING: 2 of 3 clusters have the event (fewer than 10, or fewer without). Intervals"
                + " from so few are too narrow as a rule.");
    assertThat(bootstrap.toTable().title())
        .isEqualTo("Order of scores: 5 cases in 3 clusters, 2 with the event");
    assertThat(bootstrap).hasToString(bootstrap.toTable().toString());
  }

  /** The example in the manual of scikit-learn's average_precision_score: 0.83. */
  @Test
  void average_precision_of_a_published_example() {
    Validation validation =
        Samples.groups(new double[] {0.35, 0.8}, new double[] {0.1, 0.4}).validation();
    assertThat(validation.bootstrap().averagePrecision().value()).isCloseTo(5.0 / 6, within(1e-15));
  }

  /** Without any order, average precision is the share of the event. */
  @Test
  void equal_scores_have_the_base_rate() {
    Validation validation =
        Samples.groups(new double[] {2, 2, 2}, new double[] {2, 2, 2, 2}).validation();
    assertThat(validation.bootstrap().averagePrecision().value()).isEqualTo(3.0 / 7);
    assertThat(validation.bootstrap().auc().value()).isEqualTo(0.5);
  }

  /** By the definition: over the events, the share of events among all that score as high. */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void average_precision_by_its_definition(long seed) {
    Sample sample = Sample.random(seed, 12);
    double sum = 0;
    for (int i = 0; i < sample.scores().length; i++) {
      if (sample.events()[i]) {
        int high = 0;
        int events = 0;
        for (int j = 0; j < sample.scores().length; j++) {
          if (sample.scores()[j] >= sample.scores()[i]) {
            high++;
            events += sample.events()[j] ? 1 : 0;
          }
        }
        sum += (double) events / high;
      }
    }
    Validation validation = sample.validation();
    WeightedOrder.Figures figures = validation.order().ofAll();
    assertThat(figures.averagePrecision()).isCloseTo(sum / sample.positives(), within(1e-12));
    assertThat(figures.auc()).isEqualTo(validation.auc().value());
  }

  /** All 27 resamples of three clusters, each as likely as the other. */
  @Test
  void resamples_are_what_enumeration_gives() {
    Validation validation = example();
    Map<Double, Integer> shares = new LinkedHashMap<>();
    int possible = 0;
    for (int code = 0; code < 27; code++) {
      int[] drawn = new int[3];
      drawn[code % 3]++;
      drawn[code / 3 % 3]++;
      drawn[code / 9]++;
      int[] times = new int[5];
      for (int place = 0; place < 5; place++) {
        times[place] = drawn[validation.clusters().of(place)];
      }
      WeightedOrder.Figures figures = validation.order().of(times);
      if (figures.events() > 0 && figures.others() > 0) {
        shares.merge(figures.auc(), 1, Integer::sum);
        possible++;
      }
    }
    ClusterBootstrap many = validation.bootstrap(SampleDesign.random(100_000));
    // Two of the 27 hold one kind of case only: BBB or CCC three times.
    assertThat(possible).isEqualTo(25);
    assertThat(many.leftOut() / (100_000.0 + many.leftOut())).isCloseTo(2 / 27.0, within(0.004));
    // The ends of intervals of any level are the quantiles of these 25.
    List<Double> sorted = new ArrayList<>();
    shares.forEach((auc, count) -> sorted.addAll(java.util.Collections.nCopies(count, auc)));
    sorted.sort(null);
    for (int tenth = 1; tenth < 10; tenth += 2) {
      double level = 1 - 2 * (tenth / 20.0) * 0.98;
      double tail = (1 - level) / 2;
      BootstrapFigure auc =
          validation.bootstrap(SampleDesign.random(100_000).withLevel(level)).auc();
      assertThat(sorted.get((int) (tail * 25)))
          .as("level %s", level)
          .isEqualTo(auc.interval().lower());
      assertThat(sorted.get((int) ((1 - tail) * 25))).isEqualTo(auc.interval().upper());
    }
  }

  /** Cases of a cluster that are copies tell nothing new: the interval must not get narrower. */
  @Test
  void copies_in_a_cluster_do_not_narrow_the_interval() {
    Random random = new Random(5);
    Map<String, Double> once = new LinkedHashMap<>();
    Map<String, Double> tenfold = new LinkedHashMap<>();
    Map<String, Boolean> outcomes = new LinkedHashMap<>();
    Map<String, Boolean> tenfoldOutcomes = new LinkedHashMap<>();
    Map<String, String> clusters = new LinkedHashMap<>();
    for (int i = 0; i < 40; i++) {
      double score = random.nextGaussian() + (i < 15 ? 1 : 0);
      once.put("c" + i, score);
      outcomes.put("c" + i, i < 15);
      for (int copy = 0; copy < 10; copy++) {
        tenfold.put("c" + i + "/" + copy, score);
        tenfoldOutcomes.put("c" + i + "/" + copy, i < 15);
        clusters.put("c" + i + "/" + copy, "c" + i);
      }
    }
    Validation single = Validation.of(once, Outcomes.of(outcomes));
    Validation copied = Validation.of(tenfold, Outcomes.of(tenfoldOutcomes));
    double width = single.bootstrap().auc().interval().width();
    assertThat(copied.withClusters(clusters).bootstrap().auc().interval().width())
        .isCloseTo(width, within(0.02));
    assertThat(copied.bootstrap().auc().interval().width()).isLessThan(width / 2);
  }

  /** The area over populations with an effect of the cluster is known; how often it is held. */
  @Test
  void the_interval_holds_the_area_about_as_often_as_it_says() {
    // Scores are normal with variance 2, shifted by 1.5 with the event: Phi(1.5 / 2).
    double area = 0.7733726476231317;
    int held = 0;
    int heldWithoutClusters = 0;
    int rounds = 300;
    for (int round = 0; round < rounds; round++) {
      Random random = new Random(round);
      Map<String, Double> scores = new LinkedHashMap<>();
      Map<String, Boolean> outcomes = new LinkedHashMap<>();
      Map<String, Integer> clusters = new LinkedHashMap<>();
      for (int cluster = 0; cluster < 60; cluster++) {
        double shared = random.nextGaussian();
        boolean event = cluster < 25;
        for (int i = 0; i < 6; i++) {
          String key = cluster + "/" + i;
          scores.put(key, shared + random.nextGaussian() + (event ? 1.5 : 0));
          outcomes.put(key, event);
          clusters.put(key, cluster);
        }
      }
      SampleDesign design = SampleDesign.random(300).withSeed(round);
      Validation validation = Validation.of(scores, Outcomes.of(outcomes));
      held +=
          validation.withClusters(clusters).bootstrap(design).auc().interval().contains(area)
              ? 1
              : 0;
      heldWithoutClusters += validation.bootstrap(design).auc().interval().contains(area) ? 1 : 0;
    }
    // 95 % of 300 is 285; four standard errors are 15.
    assertThat(held).isBetween(270, 300);
    assertThat(heldWithoutClusters).isLessThan(240);
  }

  @Test
  void a_difference_draws_the_same_clusters_for_both() {
    Validation validation = example();
    ClusterBootstrap none = validation.minus(validation);
    assertThat(none.auc().value()).isZero();
    assertThat(none.auc().interval().width()).isZero();
    Map<String, Integer> reversed = new LinkedHashMap<>();
    SCORES.forEach((key, score) -> reversed.put(key, -score));
    Validation worst =
        Validation.of(reversed, Outcomes.of("AAA 1", "BBB 1")).withClusters(COUNTRIES);
    ClusterBootstrap lead = validation.minus(worst);
    // The area of the reverse order is 1 less the area, resample by resample.
    BootstrapFigure auc = validation.bootstrap().auc();
    assertThat(lead.auc().value()).isCloseTo(2 * auc.value() - 1, within(1e-15));
    assertThat(lead.auc().interval().lower())
        .isCloseTo(2 * auc.interval().lower() - 1, within(1e-12));
    assertThat(lead.auc().interval().upper())
        .isCloseTo(2 * auc.interval().upper() - 1, within(1e-12));
    assertThat(lead.toTable().title())
        .isEqualTo("Difference of two orders: 5 cases in 3 clusters, 2 with the event");
  }

  @Test
  void a_difference_is_of_the_same_cases() {
    Validation validation = example();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> validation.minus(Validation.of(SCORES, Outcomes.of("AAA 1", "BBB 1"))))
        .withMessage(
            "A difference of two orders needs the same cases with the same outcomes and clusters,"
                + " but was of 5 cases in 3 clusters, 2 with the event and of 5 cases, 2 with the"
                + " event, whose clusters differ");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                validation.minus(
                    Validation.of(SCORES, Outcomes.of("AAA 2", "BBB 1")).withClusters(COUNTRIES)))
        .withMessageEndingWith(
            "and of 5 cases in 3 clusters, 2 with the event, which are not the same");
  }

  @Test
  void one_cluster_with_the_event_says_nothing() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                Validation.of(SCORES, Outcomes.of("AAA 1", "AAA 2"))
                    .withClusters(COUNTRIES)
                    .bootstrap())
        .withMessage(
            "A bootstrap needs two clusters or more with a case that had the event, but there is"
                + " one: nothing says how much it varies (5 cases in 3 clusters, 2 with the"
                + " event)");
  }

  @Test
  void designs_out_of_range_are_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> example().bootstrap(SampleDesign.random(99)))
        .withMessage(
            "A bootstrap takes from 100 to 1,000,000 random resamples, but was asked for 99 of"
                + " random points, seed 2022, level 0.95");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> example().bootstrap(SampleDesign.sobol(1024)))
        .withMessageContaining("1024 of scrambled Sobol sequence");
  }

  @Test
  void clusters_name_every_case() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                Validation.of(Map.of("AAA", 1, "BBB", 2), Outcomes.of("AAA"))
                    .withClusters(Map.of("AAA", "x", "BBC", "y")))
        .withMessage(
            "Clusters of 2 cases has 2 faults:\n"
                + "  - a cluster is given for 'BBC', which is no case. Maybe you meant 'BBB'.\n"
                + "  - case 'BBB' has no cluster");
  }

  @Test
  void the_countries_of_a_ranking_are_its_clusters() {
    LocalDate then = LocalDate.of(2014, 1, 1);
    LocalDate now = LocalDate.of(2022, 1, 1);
    Ranking ranking =
        Ranking.of(
            List.of(
                Samples.card("AAA", then, 70),
                Samples.card("AAA", now, 30),
                Samples.card("BBB", now, 40),
                Samples.card("CCC", then, 20)));
    ClusterBootstrap bootstrap =
        Validation.of(ranking, Outcomes.of("AAA 2014-01-01", "BBB")).bootstrap();
    assertThat(bootstrap.clusters()).isEqualTo(3);
    assertThat(bootstrap.clustersWithEvent()).isEqualTo(2);
  }

  @Test
  void neither_maps_nor_runs_change_a_bit() {
    Map<String, Integer> backward = new LinkedHashMap<>();
    SCORES.keySet().stream().sorted().forEach(key -> backward.put(key, SCORES.get(key)));
    ClusterBootstrap other =
        Validation.of(backward, Outcomes.of("AAA 1", "BBB 1"))
            .withClusters(new LinkedHashMap<>(COUNTRIES))
            .bootstrap();
    assertThat(other.auc()).isEqualTo(example().bootstrap().auc());
    assertThat(other).hasToString(example().bootstrap().toString());
  }
}
