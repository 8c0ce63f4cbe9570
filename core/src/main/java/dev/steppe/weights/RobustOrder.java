package dev.steppe.weights;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import com.google.common.primitives.ImmutableDoubleArray;
import dev.steppe.analysis.Execution;
import dev.steppe.analysis.Progress;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.internal.Interruption;
import dev.steppe.internal.Lookup;
import dev.steppe.internal.WorkerPool;
import dev.steppe.internal.math.Vectors;
import dev.steppe.score.Ranking;
import dev.steppe.score.Scorecard;
import dev.steppe.score.Scorer;
import dev.steppe.table.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What can be said of the order of countries when weights are known only as far as a {@link
 * WeightSet} tells: which country is above which under all admissible weights, or under some, and
 * between which ranks each country can move.
 *
 * <p>The least difference of two scores over all admissible weights is a linear program (for bounds
 * of indicators alone, a greedy sum). Its solution comes with weights at which it is attained, and
 * is held against a bound from the dual program, below which no admissible weights can lead; an
 * answer for which the two do not meet is computed once more without rounding. Extreme ranks are
 * found by cutting the admissible weights into cells, or where these have too many corners by
 * branch and bound over such programs. They are exact, or marked as an outer range where that takes
 * too long.
 *
 * <ul>
 *   <li>Under {@link WeightSet#any()} a country is necessarily above another only if its value is
 *       at least as high in every indicator (dominance).
 *   <li>Scores that agree to {@value Ranking#DECIMALS} decimals are level.
 *   <li>Uncertain readings count with their central value.
 *   <li>An indicator that all countries lack is left out, and so is one without weight that some
 *       lack.
 * </ul>
 *
 * <pre>{@code
 * RobustOrder order = RobustOrder.of(scorer, profiles, WeightSet.any().heavier("treaty", "trade"));
 * order.pair("AAA", "BBB").isNecessary();     // above or level, whatever the weights
 * order.pair("BBB", "AAA").sentence();        // "No admissible weights put Bland (BBB) above ..."
 * order.ranks("AAA").highest();               // the best rank that any admissible weights give it
 * }</pre>
 *
 * @see <a href="https://doi.org/10.1016/j.ejor.2007.08.013">Greco, Mousseau, Slowinski (2008),
 *     Ordinal regression revisited: multiple criteria ranking using a set of additive value
 *     functions. European Journal of Operational Research 191, 416-436</a>
 * @see "Kadzinski, Greco, Slowinski (2012), Extreme ranking analysis in robust ordinal regression.
 *     Omega 40, 488-501"
 * @since 0.1
 */
public final class RobustOrder {

  private final WeightedScores scores;
  private final WeightSet weights;
  private final WeightPolytope polytope;
  private final ImmutableList<Scorecard> ranked;

  /** By first and second country, the weights with the least difference of first minus second. */
  private final double[][][] witnesses;

  private transient @Nullable ImmutableList<ExtremeRanks> ranks;

  private RobustOrder(WeightedScores scores, WeightSet weights, int count, Progress progress) {
    this.scores = scores;
    this.weights = weights;
    this.polytope = WeightPolytope.of(scores, weights);
    this.ranked = scores.cards().subList(0, count);
    this.witnesses = new double[count][count][];
    // Most pairs have their least difference at one of a few corners, which is kept once.
    Map<ImmutableDoubleArray, double[]> kept = new HashMap<>();
    for (int first = 0; first < count; first++) {
      for (int second = 0; second < count; second++) {
        if (first != second) {
          Interruption.check();
          double[] witness = polytope.least(scores.difference(first, second));
          witnesses[first][second] =
              kept.computeIfAbsent(ImmutableDoubleArray.copyOf(witness), same -> witness);
        }
      }
      progress.tell(first + 1, count);
    }
  }

  /**
   * The order of profiles under all admissible weights.
   *
   * @param weights what is known of weights; its judgements may be about other profiles
   * @throws IllegalArgumentException if a profile cannot be scored, a country is given twice or
   *     none is, the model is not additive, the profiles lack different readings under a policy
   *     that reweights, or a constraint names what the model does not have; or if no weights
   *     satisfy all constraints: the message then names a smallest set of them that contradict each
   *     other
   * @throws ArithmeticException if a linear program of thousands of coefficients cannot be solved
   *     to the accuracy of its checks
   * @throws java.util.concurrent.CancellationException if the thread is interrupted
   */
  public static RobustOrder of(
      Scorer scorer, Iterable<CountryProfile> profiles, WeightSet weights) {
    return of(scorer.rank(profiles), weights);
  }

  /** As {@link #of(Scorer, Iterable, WeightSet)}, for a ranking. */
  public static RobustOrder of(Ranking ranking, WeightSet weights) {
    return of(ranking, weights, Progress.none());
  }

  /**
   * As {@link #of(Ranking, WeightSet)}, while somebody hears how many countries are compared with
   * all others.
   *
   * @throws java.util.concurrent.CancellationException if progress says stop, or the thread is
   *     interrupted
   */
  public static RobustOrder of(Ranking ranking, WeightSet weights, Progress progress) {
    requireNonNull(weights, "weights");
    requireNonNull(progress, "progress");
    List<Scorecard> cards = new ArrayList<>();
    List<CountryProfile> profiles = new ArrayList<>();
    Set<String> codes = new LinkedHashSet<>();
    for (Ranking.Entry entry : ranking) {
      if (!codes.add(entry.country().code())) {
        throw new IllegalArgumentException(
            "A robust order has each country once, but " + entry.country() + " was given twice");
      }
      cards.add(entry.scorecard());
      profiles.add(entry.scorecard().profile());
    }
    if (cards.isEmpty()) {
      throw new IllegalArgumentException("A robust order needs countries, but none was given");
    }
    int count = cards.size();
    for (CountryProfile judged : weights.judgedBeside(profiles)) {
      cards.add(cards.get(0).scorer().score(judged));
    }
    return new RobustOrder(
        WeightedScores.ofIndicators(ImmutableList.copyOf(cards)), weights, count, progress);
  }

  /**
   * What all admissible weights say of two countries.
   *
   * @param first the code of a country
   * @param second the code of another
   * @throws IllegalArgumentException if one of them is not ordered here, or both are the same
   */
  public PairwisePreference pair(String first, String second) {
    int i = position(first);
    int j = position(second);
    if (i == j) {
      throw new IllegalArgumentException(
          "A pair needs two countries, but both are '" + first + "'");
    }
    return pair(i, j);
  }

  private PairwisePreference pair(int first, int second) {
    return new PairwisePreference(
        scores, first, second, witnesses[first][second], witnesses[second][first]);
  }

  /** All ordered pairs: of each country, in the order of the scores, with each other. */
  public ImmutableList<PairwisePreference> pairs() {
    ImmutableList.Builder<PairwisePreference> pairs = ImmutableList.builder();
    for (int first = 0; first < ranked.size(); first++) {
      for (int second = 0; second < ranked.size(); second++) {
        if (first != second) {
          pairs.add(pair(first, second));
        }
      }
    }
    return pairs.build();
  }

  private int position(String code) {
    return Lookup.place(
        "Country",
        code,
        Lists.transform(ranked, card -> card.country().code()),
        Lists.transform(ranked, card -> card.country().name()),
        "is not ordered here");
  }

  /**
   * The best and the worst rank of a country. A search that takes more than 5,000 cells, or cells
   * of more than 3,000 corners, and then as many linear programs ends with an outer range, see
   * {@link ExtremeRanks#isExact}; a program of 2,500 coefficients counts twice, one of 5,000 three
   * times, and so on. With random values of 12 indicators hardly a country of 100 needs that; of
   * 200 by 10, one in eight does.
   *
   * @param country its code
   * @throws IllegalArgumentException if the country is not ordered here
   */
  public ExtremeRanks ranks(String country) {
    return rankRange(position(country), RankSearch.MOST_PROGRAMS);
  }

  /**
   * The best and the worst rank of every country, in the order of the scores, as {@link
   * #ranks(String)}.
   */
  public ImmutableList<ExtremeRanks> ranks() {
    return ranks(Execution.onAllProcessors());
  }

  /**
   * As {@link #ranks()}, found in a stated way; found once, then kept.
   *
   * @param execution on how many threads, and who hears how many countries are done
   * @throws java.util.concurrent.CancellationException if progress says stop, or the thread is
   *     interrupted
   */
  public ImmutableList<ExtremeRanks> ranks(Execution execution) {
    ImmutableList<ExtremeRanks> result = ranks;
    if (result == null) {
      ExtremeRanks[] found = new ExtremeRanks[ranked.size()];
      WorkerPool.run(
          execution,
          found.length,
          country -> found[country] = rankRange(country, RankSearch.MOST_PROGRAMS));
      result = ImmutableList.copyOf(found);
      ranks = result;
    }
    return result;
  }

  /** The range of a country, by its place, from so many programs for each end. */
  ExtremeRanks rankRange(int country, int programs) {
    RankSearch above = search(country, true, programs);
    RankSearch below = search(country, false, programs);
    return new ExtremeRanks(
        ranked.get(country),
        1 + above.least(),
        ranked.size() - below.least(),
        1 + above.fewest(),
        ranked.size() - below.fewest(),
        scores.vector(above.best()),
        scores.vector(below.best()));
  }

  /** The fewest countries that can be above (or below) the given one. */
  private RankSearch search(int country, boolean above, int programs) {
    int others = ranked.size() - 1;
    double[][] margins = new double[others][];
    double[] least = new double[others];
    double[] most = new double[others];
    for (int i = 0; i < others; i++) {
      int other = i < country ? i : i + 1;
      int upper = above ? other : country;
      int lower = above ? country : other;
      margins[i] = scores.difference(upper, lower);
      least[i] = Vectors.dot(margins[i], witnesses[upper][lower]);
      most[i] = Vectors.dot(margins[i], witnesses[lower][upper]);
    }
    RankSearch search = new RankSearch(polytope, margins, least, most);
    if (search.runByCells(programs)) {
      return search;
    }
    search.offer(polytope.least(new double[scores.size()]));
    for (int other = 0; other < ranked.size(); other++) {
      if (other != country) {
        search.offer(witnesses[country][other]);
        search.offer(witnesses[other][country]);
      }
    }
    search.run(programs);
    return search;
  }

  /** The countries, in the order of their scores under the model's weights. */
  public ImmutableList<Scorecard> scorecards() {
    return ranked;
  }

  /** What is known of weights. */
  public WeightSet weights() {
    return weights;
  }

  /** The codes of what is held at weight 0 because of missing readings. */
  public ImmutableList<String> leftOut() {
    return WeightTables.codes(scores.leftOut());
  }

  /**
   * Every country with its extreme ranks and how many others it is above or level with under all
   * admissible weights, as a table.
   */
  public Table toTable() {
    return WeightTables.order(this);
  }

  /** Every pair of countries with the least and the greatest difference, as a table. */
  public Table pairTable() {
    return WeightTables.pairs(this);
  }

  @Override
  public boolean equals(@Nullable Object object) {
    return object instanceof RobustOrder other
        && ranked.equals(other.ranked)
        && weights.equals(other.weights);
  }

  @Override
  public int hashCode() {
    return Objects.hash(ranked, weights);
  }

  /** The same as {@link #toTable()}, as text. */
  @Override
  public String toString() {
    return toTable().toString();
  }
}
