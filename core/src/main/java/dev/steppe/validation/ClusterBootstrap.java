package dev.steppe.validation;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.steppe.analysis.Progress;
import dev.steppe.analysis.SampleDesign;
import dev.steppe.analysis.Sampling;
import dev.steppe.internal.Interruption;
import dev.steppe.internal.Text;
import dev.steppe.internal.random.SplitMix64;
import dev.steppe.internal.random.Substreams;
import dev.steppe.statistics.ConfidenceInterval;
import dev.steppe.table.Table;
import dev.steppe.validation.WeightedOrder.Figures;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Intervals for the figures of an order whose cases come in clusters: years of one country, or
 * windows of one pair of states. Immutable.
 *
 * <p>A resample draws as many clusters as there are, with replacement, each with all of its cases
 * (Davison and Hinkley 1997, section 3.8; Field and Welsh 2007). So cases of one cluster may depend
 * on each other in any way; clusters are taken as independent draws. A resample without the event,
 * or with nothing else, has no figure and is left out; how many were is told. With few clusters
 * that have the event the intervals are too narrow as a rule, which a warning says.
 *
 * <pre>{@code
 * Map<String, Integer> scores = Map.of("AAA 1", 9, "AAA 2", 8, "BBB 1", 7, "CCC 1", 3, "CCC 2", 1);
 * Validation validation =
 *     Validation.of(scores, Outcomes.of("AAA 1", "BBB 1"))
 *         .withClusters(Map.of("AAA 1", "AAA", "AAA 2", "AAA", "BBB 1", "BBB", "CCC 1", "CCC",
 *             "CCC 2", "CCC"));
 * validation.bootstrap().averagePrecision();   // 0.833, 0.833..1.000
 * }</pre>
 *
 * @see "Davison and Hinkley (1997), Bootstrap Methods and their Application, Cambridge University
 *     Press, section 3.8"
 * @see <a href="https://doi.org/10.1111/j.1467-9868.2007.00593.x">Field and Welsh (2007),
 *     Bootstrapping clustered data, Journal of the Royal Statistical Society B 69, 369-390</a>
 * @since 0.1
 */
public final class ClusterBootstrap {

  /** Two thousand resamples, seed and level as everywhere. */
  public static final SampleDesign DEFAULT_DESIGN = SampleDesign.random(2000);

  private static final int LEAST_RESAMPLES = 100;
  private static final int MOST_RESAMPLES = 1_000_000;
  private static final long RESAMPLES = Substreams.key("cluster");

  private final String title;
  private final Validation validation;
  private final SampleDesign design;
  private final int leftOut;
  private final BootstrapFigure auc;
  private final BootstrapFigure averagePrecision;

  private ClusterBootstrap(
      String title,
      Validation validation,
      SampleDesign design,
      int leftOut,
      Function<ToDoubleFunction<Figures>, BootstrapFigure> figure) {
    this.title = title + validation.counts();
    this.validation = validation;
    this.design = design;
    this.leftOut = leftOut;
    this.auc = figure.apply(Figures::auc);
    this.averagePrecision = figure.apply(Figures::averagePrecision);
  }

  static ClusterBootstrap of(Validation validation, SampleDesign design, Progress progress) {
    check(validation, design);
    requireNonNull(progress, "progress");
    Figures all = validation.order().ofAll();
    Resamples resamples =
        Resamples.of(validation, design, drawn -> progress.tell(drawn, design.size()));
    return new ClusterBootstrap(
        "Order of scores: ",
        validation,
        design,
        resamples.leftOut,
        of ->
            new BootstrapFigure(
                of.applyAsDouble(all),
                ConfidenceInterval.percentiles(
                    resamples.figures.stream().mapToDouble(of).toArray(), design.level())));
  }

  static ClusterBootstrap ofDifference(
      Validation validation, Validation from, SampleDesign design, Progress progress) {
    check(validation, design);
    checkSame(validation, from);
    requireNonNull(progress, "progress");
    long total = 2 * design.size();
    Figures all = validation.order().ofAll();
    Figures allFrom = from.order().ofAll();
    // The same clusters are drawn for both, and the same resamples have no figure.
    Resamples resamples = Resamples.of(validation, design, drawn -> progress.tell(drawn, total));
    Resamples resamplesFrom =
        Resamples.of(from, design, drawn -> progress.tell(design.size() + drawn, total));
    return new ClusterBootstrap(
        "Difference of two orders: ",
        validation,
        design,
        resamples.leftOut,
        of ->
            new BootstrapFigure(
                of.applyAsDouble(all) - of.applyAsDouble(allFrom),
                ConfidenceInterval.percentiles(
                    IntStream.range(0, resamples.figures.size())
                        .mapToDouble(
                            i ->
                                of.applyAsDouble(resamples.figures.get(i))
                                    - of.applyAsDouble(resamplesFrom.figures.get(i)))
                        .toArray(),
                    design.level())));
  }

  /**
   * Checks that two orders are of the same cases.
   *
   * @throws IllegalArgumentException if outcomes or clusters differ
   */
  static void checkSame(Validation validation, Validation from) {
    boolean sameCases = validation.cases().sameAs(from.cases());
    if (!sameCases || !validation.clusters().sameAs(from.clusters())) {
      throw new IllegalArgumentException(
          "A difference of two orders needs the same cases with the same outcomes and clusters,"
              + " but was of "
              + validation.counts()
              + " and of "
              + from.counts()
              + (sameCases ? ", whose clusters differ" : ", which are not the same"));
    }
  }

  /** Whether there are enough clusters of both kinds to say how much a figure varies. */
  static boolean isPossible(Validation validation) {
    return validation.clusters().countWith(validation.cases(), true) > 1
        && validation.clusters().countWith(validation.cases(), false) > 1;
  }

  private static void check(Validation validation, SampleDesign design) {
    requireNonNull(design, "design");
    if (design.sampling() != Sampling.RANDOM
        || design.size() < LEAST_RESAMPLES
        || design.size() > MOST_RESAMPLES) {
      throw new IllegalArgumentException(
          Text.of(
              "A bootstrap takes from %,d to %,d random resamples, but was asked for %s",
              LEAST_RESAMPLES, MOST_RESAMPLES, design));
    }
    for (boolean event : new boolean[] {true, false}) {
      if (validation.clusters().countWith(validation.cases(), event) < 2) {
        throw new IllegalArgumentException(
            "A bootstrap needs two clusters or more with a case that "
                + (event ? "had the event" : "did not have the event")
                + ", but there is one: nothing says how much it varies ("
                + validation.counts()
                + ")");
      }
    }
  }

  /**
   * The figures of as many resamples as the design says.
   *
   * @param leftOut how many more had none
   */
  private record Resamples(ImmutableList<Figures> figures, int leftOut) {

    /** Which clusters are drawn depends on their number and the seed only. */
    static Resamples of(Validation validation, SampleDesign design, LongConsumer told) {
      Clusters clusters = validation.clusters();
      int[] drawn = new int[clusters.count()];
      int[] times = new int[validation.size()];
      SplitMix64 random = new SplitMix64(design.seed());
      List<Figures> figures = new ArrayList<>();
      int resample = 0;
      for (; figures.size() < design.size(); resample++) {
        Interruption.check();
        random.restart(design.seed(), RESAMPLES, resample);
        Arrays.fill(drawn, 0);
        for (int i = 0; i < drawn.length; i++) {
          drawn[random.nextInt(drawn.length)]++;
        }
        for (int place = 0; place < times.length; place++) {
          times[place] = drawn[clusters.of(place)];
        }
        Figures one = validation.order().of(times);
        if (one.events() > 0 && one.others() > 0) {
          figures.add(one);
          told.accept(figures.size());
        }
      }
      return new Resamples(ImmutableList.copyOf(figures), resample - figures.size());
    }
  }

  /** The area under the ROC curve, or the difference of two. */
  public BootstrapFigure auc() {
    return auc;
  }

  /** The average precision, or the difference of two. */
  public BootstrapFigure averagePrecision() {
    return averagePrecision;
  }

  /** How many clusters there are. */
  public int clusters() {
    return validation.clusters().count();
  }

  /** How many of them have a case with the event. */
  public int clustersWithEvent() {
    return validation.clusters().countWith(validation.cases(), true);
  }

  /** How many resamples were left out, beside those of the design, because they had no figure. */
  public int leftOut() {
    return leftOut;
  }

  /** How many resamples were drawn, with which seed; the level of the intervals. */
  public SampleDesign design() {
    return design;
  }

  /** What a reader must know before believing a figure; empty if nothing. */
  public ImmutableList<String> warnings() {
    return Caveats.fewClusters(clusters(), clustersWithEvent());
  }

  /** The figures with their intervals, as a table. */
  public Table toTable() {
    return ValidationTables.bootstrap(title, this);
  }

  /** The same as {@link #toTable()}, as text. */
  @Override
  public String toString() {
    return toTable().toString();
  }
}
