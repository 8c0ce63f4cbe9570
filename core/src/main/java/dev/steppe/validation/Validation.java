package dev.steppe.validation;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.steppe.analysis.Progress;
import dev.steppe.analysis.SampleDesign;
import dev.steppe.internal.Text;
import dev.steppe.score.Ranking;
import dev.steppe.statistics.ConfidenceInterval;
import dev.steppe.table.Table;
import java.util.Map;

/**
 * Scores next to what happened: how well they order it. Immutable.
 *
 * <p>A higher score should go with the event. Only the order of the scores counts, so any index
 * will do; it need not be, and a score of this library is not, a probability.
 *
 * <pre>{@code
 * Validation validation = Validation.of(ranking, Outcomes.of("AAA", "CCC"));
 * validation.auc();      // the area under the ROC curve, with an interval and a p-value
 * validation.top(2);     // precision and recall among the two highest scores
 * validation.bootstrap(); // AUC and average precision, with intervals from resampled clusters
 * validation.groups(10); // how often the event came, by tenths of the cases
 * }</pre>
 *
 * <p>A case is a country, or a country at a date. Cases of one country at several dates are hardly
 * independent, but every interval and p-value takes them so; with a ranking that has such cases the
 * figures come with a warning. Only {@link #bootstrap()} draws clusters as a whole: the countries
 * of a ranking, or those of {@link #withClusters}. A model that was fitted to the outcomes is not
 * validated by them.
 *
 * @since 0.1
 */
public final class Validation {

  private final Cases cases;
  private final WeightedOrder order;
  private final Clusters clusters;
  private final ImmutableList<String> warnings;

  private Validation(Cases cases, Clusters clusters, ImmutableList<String> warnings) {
    this.cases = cases;
    this.order = new WeightedOrder(cases);
    this.clusters = clusters;
    this.warnings = warnings;
  }

  private static Validation of(Cases cases) {
    return new Validation(cases, Clusters.ofEachCase(cases), Caveats.few(cases));
  }

  /**
   * Joins scores with outcomes. Equal numbers are ties.
   *
   * @param scores finite numbers, higher is riskier, by the key of the case
   * @throws IllegalArgumentException if a score is not finite, an outcome has no score or a score
   *     no outcome, or no case, or every case, had the event; the message lists all of it
   */
  public static <K> Validation of(Map<K, ? extends Number> scores, Outcomes<K> outcomes) {
    return of(
        Cases.join(
            "score",
            scores,
            outcomes,
            value -> Double.isFinite(value) ? null : "must be finite, but was " + value,
            true));
  }

  /**
   * Joins a ranking with outcomes. Scores that the ranking takes as equal, which is to {@value
   * Ranking#DECIMALS} decimals, are ties; its tie rule does not matter.
   *
   * @param outcomes keyed by country and date as in {@code "AAA 2014-01-01"}, or by the code alone
   *     where the country is ranked once
   * @throws IllegalArgumentException if an outcome has no score or a score no outcome, or no case,
   *     or every case, had the event; the message lists all of it
   */
  public static Validation of(Ranking ranking, Outcomes<String> outcomes) {
    requireNonNull(outcomes, "outcomes");
    RankedCases ranked = new RankedCases(ranking);
    Validation joined = of(ranked.scores(outcomes), outcomes);
    if (ranked.repeated().isEmpty()) {
      return joined;
    }
    ImmutableList<String> warnings =
        ImmutableList.<String>builder()
            .addAll(joined.warnings)
            .add(Caveats.repeated(String.join(", ", ranked.repeated())))
            .build();
    return new Validation(
        joined.cases, Clusters.named(joined.cases, ranked.countries(outcomes)), warnings);
  }

  /**
   * A copy whose cases come in clusters, such as the windows of one pair of states: {@link
   * #bootstrap()} draws whole clusters. Nothing else changes.
   *
   * @param clusterByKey the cluster of each case, by the key of the case: anything with an {@code
   *     equals}
   * @throws IllegalArgumentException that lists the cases without a cluster, and the keys that are
   *     no case
   */
  public Validation withClusters(Map<?, ?> clusterByKey) {
    return new Validation(cases, Clusters.named(cases, clusterByKey), warnings);
  }

  /** How many cases there are. */
  public int size() {
    return cases.size();
  }

  /** How many cases had the event. */
  public int positives() {
    return cases.positives();
  }

  /** How many cases did not have the event. */
  public int negatives() {
    return cases.negatives();
  }

  /** What a reader must know before believing any figure; empty if nothing. */
  public ImmutableList<String> warnings() {
    return warnings;
  }

  /** The area under the ROC curve, with intervals of 95 %. */
  public Auc auc() {
    return auc(ConfidenceInterval.DEFAULT_LEVEL);
  }

  /**
   * The area under the ROC curve.
   *
   * @param level the confidence of the intervals, between 0 and 1
   * @throws IllegalArgumentException unless {@code 0 < level < 1}
   */
  public Auc auc(double level) {
    return Auc.of(cases, level, warnings);
  }

  /**
   * Precision and recall among the {@code k} highest scores, with intervals of 95 %.
   *
   * @throws IllegalArgumentException if {@code k} is below 1 or above {@link #size()}
   */
  public TopCases top(int k) {
    return top(k, ConfidenceInterval.DEFAULT_LEVEL);
  }

  /**
   * Precision and recall among the {@code k} highest scores.
   *
   * @param level the confidence of the intervals, between 0 and 1
   * @throws IllegalArgumentException if {@code k} is below 1 or above {@link #size()}, or unless
   *     {@code 0 < level < 1}
   */
  public TopCases top(int k, double level) {
    return TopCases.of(cases, k, level, warnings);
  }

  /**
   * The AUC and the average precision, with intervals of 95 % from {@linkplain
   * ClusterBootstrap#DEFAULT_DESIGN 2000 resamples} of the clusters; without clusters, of the
   * cases.
   *
   * @throws IllegalArgumentException if fewer than two clusters have a case with the event, or one
   *     without
   */
  public ClusterBootstrap bootstrap() {
    return bootstrap(ClusterBootstrap.DEFAULT_DESIGN);
  }

  /**
   * The AUC and the average precision, with intervals from resampled clusters.
   *
   * @param design from 100 to 1,000,000 random resamples, their seed and the level
   * @throws IllegalArgumentException for another design, or if fewer than two clusters have a case
   *     with the event, or one without
   * @throws java.util.concurrent.CancellationException if the thread is interrupted
   */
  public ClusterBootstrap bootstrap(SampleDesign design) {
    return bootstrap(design, Progress.none());
  }

  /**
   * As {@link #bootstrap(SampleDesign)}, while somebody hears how many resamples are drawn.
   *
   * @throws java.util.concurrent.CancellationException if progress says stop, or the thread is
   *     interrupted
   */
  public ClusterBootstrap bootstrap(SampleDesign design, Progress progress) {
    return ClusterBootstrap.of(this, design, progress);
  }

  /**
   * By how much this order is better than another of the same cases, such as that of a baseline:
   * the differences in AUC and in average precision, with intervals of 95 %. The same clusters are
   * drawn for both.
   *
   * @param other the same cases with the same outcomes and clusters, and other scores
   * @throws IllegalArgumentException if they are not the same, and as for {@link #bootstrap()}
   */
  public ClusterBootstrap minus(Validation other) {
    return minus(other, ClusterBootstrap.DEFAULT_DESIGN);
  }

  /**
   * By how much this order is better than another of the same cases.
   *
   * @param other the same cases with the same outcomes and clusters, and other scores
   * @param design from 100 to 1,000,000 random resamples, their seed and the level
   * @throws IllegalArgumentException if they are not the same, and as for {@link
   *     #bootstrap(SampleDesign)}
   */
  public ClusterBootstrap minus(Validation other, SampleDesign design) {
    return minus(other, design, Progress.none());
  }

  /**
   * As {@link #minus(Validation, SampleDesign)}, while somebody hears how many resamples are drawn
   * for the one and then for the other.
   *
   * @throws java.util.concurrent.CancellationException if progress says stop, or the thread is
   *     interrupted
   */
  public ClusterBootstrap minus(Validation other, SampleDesign design, Progress progress) {
    return ClusterBootstrap.ofDifference(this, requireNonNull(other, "other"), design, progress);
  }

  /**
   * How often the event came, by groups of cases from the least to the greatest score: deciles with
   * 10.
   *
   * @param count how many groups, from 2 to {@link #size()}
   * @throws IllegalArgumentException for another count
   */
  public ScoreGroups groups(int count) {
    return ScoreGroups.of(cases, count, warnings);
  }

  Cases cases() {
    return cases;
  }

  Clusters clusters() {
    return clusters;
  }

  WeightedOrder order() {
    return order;
  }

  /** Such as {@code 56 cases in 14 clusters, 3 with the event}. */
  String counts() {
    return Text.count(size(), "case", "cases")
        + (clusters.count() < size()
            ? " in " + Text.count(clusters.count(), "cluster", "clusters")
            : "")
        + ", "
        + positives()
        + " with the event";
  }

  /** The AUC, and precision and recall among as many cases as had the event, as a table. */
  public Table toTable() {
    return ValidationTables.summary(this);
  }

  /** The same as {@link #toTable()}, as text. */
  @Override
  public String toString() {
    return toTable().toString();
  }
}
