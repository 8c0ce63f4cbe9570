package dev.steppe.validation;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.steppe.analysis.Execution;
import dev.steppe.analysis.SampleDesign;
import dev.steppe.analysis.Sampling;
import dev.steppe.internal.Checks;
import dev.steppe.score.Ranking;
import dev.steppe.statistics.PValue;
import dev.steppe.table.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How far two orders of the same cases agree: 1 if they are the same, -1 if one is the other turned
 * round, about 0 if they have nothing to do with each other.
 *
 * <ul>
 *   <li>Spearman's rho: the correlation of the ranks, ties at their mean rank.
 *   <li>Kendall's tau-b: pairs in the same order minus pairs in opposite order, by the geometric
 *       mean of the pairs that are not tied in the first and of those not tied in the second.
 * </ul>
 *
 * <p>The p-values are two-sided: how often a random order would be as far from 0, either way. They
 * are exact for up to {@value Permutations#MOST_ENUMERATED} cases, and for tau without ties for up
 * to {@value Permutations#MOST_COUNTED}. Beyond that they are estimated from a sample of orders and
 * come with a standard error; the seed is part of the result.
 *
 * <pre>{@code
 * RankCorrelation.of(Map.of("AAA", 1, "BBB", 2, "CCC", 3, "DDD", 4),
 *     Map.of("AAA", 2, "BBB", 1, "CCC", 3, "DDD", 4)).kendall().value();   // 0.6667
 * }</pre>
 *
 * @param cases how many cases are in both orders
 * @param spearman Spearman's rho
 * @param kendall Kendall's tau-b
 * @param design how orders were sampled, if any were
 * @param warnings what a reader must know before believing the figure; empty if nothing
 * @see <a href="https://doi.org/10.1093/biomet/33.3.239">Kendall (1945), The treatment of ties in
 *     ranking problems, Biometrika 33, 239-251</a>; Spearman (1904), The proof and measurement of
 *     association between two things, American Journal of Psychology 15, 72-101
 * @since 0.1
 */
public record RankCorrelation(
    int cases,
    Coefficient spearman,
    Coefficient kendall,
    SampleDesign design,
    ImmutableList<String> warnings) {

  private static final SampleDesign DEFAULT = SampleDesign.random(9_999);

  /** Checks that nothing is missing. */
  public RankCorrelation {
    requireNonNull(spearman, "spearman");
    requireNonNull(kendall, "kendall");
    requireNonNull(design, "design");
    requireNonNull(warnings, "warnings");
  }

  /**
   * One measure of agreement.
   *
   * @param value from -1 to 1
   * @param pValue how often a random order would be as far from 0
   */
  public record Coefficient(double value, PValue pValue) {

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if the value is outside {@code [-1, 1]}
     */
    public Coefficient {
      value = Checks.inRange(value, -1, 1, "rank correlation");
      requireNonNull(pValue, "pValue");
    }
  }

  /**
   * Compares two sets of scores by case. Equal numbers are ties. Where orders are sampled, there
   * are 9,999 of them.
   *
   * @throws IllegalArgumentException if the cases are not the same, a score is not finite, there
   *     are fewer than two cases, or all scores of one side are equal; the message lists all of it
   */
  public static <K> RankCorrelation of(
      Map<K, ? extends Number> first, Map<K, ? extends Number> second) {
    return of(first, second, DEFAULT);
  }

  /**
   * Compares two rankings, which may be of different models, by country and date. Scores that a
   * ranking takes as equal are ties.
   *
   * @throws IllegalArgumentException if the cases are not the same, there are fewer than two, or
   *     all scores of one ranking are equal; the message lists all of it
   */
  public static RankCorrelation of(Ranking first, Ranking second) {
    return of(
        new RankedCases(requireNonNull(first, "first")).scores(),
        new RankedCases(requireNonNull(second, "second")).scores());
  }

  /**
   * Compares two sets of scores by case. Equal numbers are ties.
   *
   * @param design of the orders that are sampled, where that is needed: at random, at most 2^31 - 1
   * @throws IllegalArgumentException if the cases are not the same, a score is not finite, there
   *     are fewer than two cases, all scores of one side are equal, or the design is another; the
   *     message lists all of it
   */
  public static <K> RankCorrelation of(
      Map<K, ? extends Number> first, Map<K, ? extends Number> second, SampleDesign design) {
    return of(first, second, design, Execution.onAllProcessors());
  }

  /**
   * Compares two sets of scores by case, as {@link #of(Map, Map, SampleDesign)}: of which somebody
   * may hear how many blocks of 1024 sampled orders are done, and stop it.
   *
   * @throws java.util.concurrent.CancellationException if progress says stop, or the thread is
   *     interrupted
   */
  public static <K> RankCorrelation of(
      Map<K, ? extends Number> first,
      Map<K, ? extends Number> second,
      SampleDesign design,
      Execution execution) {
    requireNonNull(execution, "execution");
    requireNonNull(first, "first");
    requireNonNull(second, "second");
    List<String> faults = new ArrayList<>();
    checkValues("first", first, second, "second", faults);
    checkValues("second", second, first, "first", faults);
    faults.sort(Comparator.naturalOrder());
    if (faults.isEmpty()) {
      checkSpread("first", first, faults);
      checkSpread("second", second, faults);
    }
    if (design.sampling() != Sampling.RANDOM || design.size() > Integer.MAX_VALUE) {
      faults.add("orders are sampled at random, at most 2147483647 of them, not " + design);
    }
    Checks.noFaults("Rank correlation", faults);
    // By name, so that the sample of orders does not depend on how the maps are laid out.
    TreeMap<String, List<double[]>> pairs = new TreeMap<>();
    first.forEach(
        (key, value) ->
            pairs
                .computeIfAbsent(String.valueOf(key), name -> new ArrayList<>())
                .add(new double[] {value.doubleValue(), number(second, key)}));
    List<double[]> sorted = new ArrayList<>();
    for (List<double[]> sameName : pairs.values()) {
      sameName.sort(
          Comparator.<double[]>comparingDouble(pair -> pair[0])
              .thenComparingDouble(pair -> pair[1]));
      sorted.addAll(sameName);
    }
    return new RankPair(
            sorted.stream().mapToDouble(pair -> pair[0] + 0.0).toArray(),
            sorted.stream().mapToDouble(pair -> pair[1] + 0.0).toArray())
        .correlation(design, execution);
  }

  private static <K> double number(Map<K, ? extends Number> scores, K key) {
    return requireNonNull(scores.get(key), "score").doubleValue();
  }

  private static <K> void checkValues(
      String side,
      Map<K, ? extends Number> scores,
      Map<K, ? extends Number> others,
      String otherSide,
      List<String> faults) {
    scores.forEach(
        (key, score) -> {
          requireNonNull(key, "key");
          double value = requireNonNull(score, "score of '" + key + "'").doubleValue();
          if (!Double.isFinite(value)) {
            faults.add(side + " score of '" + key + "' must be finite, but was " + value);
          }
          if (!others.containsKey(key)) {
            faults.add("'" + key + "' has no " + otherSide + " score");
          }
        });
  }

  private static void checkSpread(
      String side, Map<?, ? extends Number> scores, List<String> faults) {
    long distinct =
        scores.values().stream().mapToDouble(score -> score.doubleValue() + 0.0).distinct().count();
    if (scores.size() < 2) {
      faults.add(side + " scores must be of at least 2 cases, but were of " + scores.size());
    } else if (distinct == 1) {
      faults.add(side + " scores are all equal, which is no order");
    }
  }

  /** The coefficients, their p-values and how they were found, as a table. */
  public Table toTable() {
    return ValidationTables.correlation(this);
  }

  /** The same as {@link #toTable()}, as text. */
  @Override
  public String toString() {
    return toTable().toString();
  }
}
