package dev.steppe.weights;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.steppe.analysis.Progress;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.internal.Checks;
import dev.steppe.internal.Interruption;
import dev.steppe.internal.Text;
import dev.steppe.model.Node;
import dev.steppe.score.Comparison;
import dev.steppe.score.Ranking;
import dev.steppe.score.Scorecard;
import dev.steppe.score.Scorer;
import dev.steppe.table.Table;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The weight stability interval of every weight: how far it can move, while the others keep their
 * proportions, before two countries of a ranking come level.
 *
 * <p>When weight k moves from w to x, each other weight is multiplied by {@code (1 - x) / (1 - w)},
 * or, if all others are 0, they share {@code 1 - x} equally. The difference of two scores is then a
 * straight line in x, from R at 0 (nothing but the others) to d at 1 (nothing but k), and is 0 at
 * {@code R / (R - d)}. The interval ends at the nearest such point on each side over all pairs of
 * countries.
 *
 * <ul>
 *   <li>Scores that agree to {@value Ranking#DECIMALS} decimals are level. Countries that are level
 *       to begin with have no order that could flip, and do not count; {@link #ties()} says how
 *       many such pairs there are.
 *   <li>The interval of a weight that flips nothing is the whole of 0 to 1.
 *   <li>Uncertain readings count with their central value.
 *   <li>An indicator that all countries lack is {@linkplain #leftOut() left out}, and so is one
 *       without weight that some lack.
 *   <li>Time grows with the square of the number of countries and, where these are few, with that
 *       of the weights: 10 countries by 2,000 indicators take 0.1 s, 2,000 by 50 half a second.
 * </ul>
 *
 * <pre>{@code
 * WeightStability stability = WeightStability.of(scorer, profiles);
 * stability.interval("treaty").lower();      // below this weight, two countries change places
 * stability.at("treaty", 0.2).model();       // the model in which it weighs 0.2, others in proportion
 * stability.within("exposure");              // the same for the weights within one factor
 * }</pre>
 *
 * @see "Mareschal (1988), Weight stability intervals in multicriteria decision aid. European
 *     Journal of Operational Research 33, 54-64"
 * @see <a href="https://doi.org/10.1111/j.1540-5915.1997.tb01306.x">Triantaphyllou, Sanchez (1997),
 *     A sensitivity analysis approach for some deterministic multi-criteria decision-making
 *     methods. Decision Sciences 28, 151-194</a>
 * @since 0.1
 */
public final class WeightStability {

  /** Of so many countries all pairs can be counted. */
  private static final int MOST = 1 << 16;

  private final WeightedScores scores;

  /** The first place after each country's whose score is lower. */
  private final int[] lower;

  private final ImmutableList<WeightInterval> intervals;
  private final int ties;

  private WeightStability(WeightedScores scores, Progress progress) {
    this.scores = scores;
    int count = scores.cards().size();
    if (count > MOST) {
      throw new IllegalArgumentException(
          Text.of("Weight stability is of at most %,d countries, but %,d were given", MOST, count));
    }
    this.lower = new int[count];
    int level = 0;
    for (int above = count - 1; above >= 0; above--) {
      int next = above + 1;
      // In the order of a ranking no later one scores higher.
      boolean isLevel = next < count && Ranking.compareScores(score(above), score(next)) <= 0;
      lower[above] = isLevel ? lower[next] : next;
      level += lower[above] - next;
    }
    if (lower[0] == count) {
      throw new IllegalArgumentException(
          "There is no order that weights could flip: "
              + (count == 1 ? "only one country was given" : "all scores are " + score(0)));
    }
    this.ties = level;
    ImmutableList.Builder<WeightInterval> found = ImmutableList.builder();
    for (int k = 0; k < scores.size(); k++) {
      found.add(interval(k));
      progress.tell(k + 1, scores.size());
    }
    this.intervals = found.build();
  }

  /**
   * The intervals for the ranking of profiles.
   *
   * @throws IllegalArgumentException if a profile cannot be scored or is given twice, the model is
   *     not additive, the profiles lack different readings under a policy that reweights, or there
   *     are no two countries with different scores or no two indicators, or more than 65,536
   *     countries: each is compared with all others
   * @throws java.util.concurrent.CancellationException if the thread is interrupted
   */
  public static WeightStability of(Scorer scorer, Iterable<CountryProfile> profiles) {
    return of(scorer.rank(profiles));
  }

  /** As {@link #of(Scorer, Iterable)}, for a ranking. */
  public static WeightStability of(Ranking ranking) {
    return of(ranking, Progress.none());
  }

  /**
   * As {@link #of(Ranking)}, while somebody hears how many weights have their interval.
   *
   * @throws java.util.concurrent.CancellationException if progress says stop, or the thread is
   *     interrupted
   */
  public static WeightStability of(Ranking ranking, Progress progress) {
    requireNonNull(progress, "progress");
    return new WeightStability(WeightedScores.ofIndicators(cards(ranking)), progress);
  }

  /** As {@link #of(Scorer, Iterable)}, for the order of two countries. */
  public static WeightStability of(Comparison comparison) {
    return new WeightStability(WeightedScores.ofIndicators(cards(comparison)), Progress.none());
  }

  /**
   * The intervals of the weights of a factor's children, when weight moves between them only. The
   * model need not be additive but in this factor and those above it.
   *
   * <p>A model that is not additive elsewhere has no intervals of indicators, so that there is no
   * {@code of} to begin with: use {@link #within(Ranking, String)}.
   *
   * @throws IllegalArgumentException as {@link #of(Scorer, Iterable)}, or if there is no such
   *     factor
   */
  public WeightStability within(String factor) {
    return new WeightStability(WeightedScores.within(scores.cards(), factor), Progress.none());
  }

  /** As {@link #within(String)}, for the ranking of profiles. */
  public static WeightStability within(
      Scorer scorer, Iterable<CountryProfile> profiles, String factor) {
    return within(scorer.rank(profiles), factor);
  }

  /** As {@link #within(String)}, for the order of two countries. */
  public static WeightStability within(Comparison comparison, String factor) {
    return new WeightStability(WeightedScores.within(cards(comparison), factor), Progress.none());
  }

  /** As {@link #within(String)}, for any ranking. */
  public static WeightStability within(Ranking ranking, String factor) {
    return within(ranking, factor, Progress.none());
  }

  /** As {@link #within(Ranking, String)}, heard as {@link #of(Ranking, Progress)} is. */
  public static WeightStability within(Ranking ranking, String factor, Progress progress) {
    requireNonNull(progress, "progress");
    return new WeightStability(WeightedScores.within(cards(ranking), factor), progress);
  }

  private static ImmutableList<Scorecard> cards(Comparison comparison) {
    boolean inOrder = comparison.difference() >= 0;
    return ImmutableList.of(
        inOrder ? comparison.first() : comparison.second(),
        inOrder ? comparison.second() : comparison.first());
  }

  private static ImmutableList<Scorecard> cards(Ranking ranking) {
    if (ranking.size() == 0) {
      throw new IllegalArgumentException(
          "Weight stability needs two countries, but none was given");
    }
    ImmutableList.Builder<Scorecard> cards = ImmutableList.builder();
    ranking.forEach(entry -> cards.add(entry.scorecard()));
    return cards.build();
  }

  private double score(int country) {
    return scores.cards().get(country).value();
  }

  private WeightInterval interval(int k) {
    double[] others = proportions(k);
    double[] without = new double[scores.cards().size()];
    for (int c = 0; c < without.length; c++) {
      for (int j = 0; j < others.length; j++) {
        without[c] += others[j] * scores.corner(c, j);
      }
    }
    double weight = scores.weights()[k];
    double least = 0;
    double most = 1;
    int @Nullable [] lowerPair = null;
    int @Nullable [] upperPair = null;
    for (int above = 0; above < lower.length; above++) {
      Interruption.check();
      for (int below = lower[above]; below < lower.length; below++) {
        double atZero = without[above] - without[below];
        double atOne = scores.corner(above, k) - scores.corner(below, k);
        // Both cannot be 0 or less, since the difference in between is above 0.
        if (Ranking.compareScores(atZero, 0) <= 0) {
          double end = Math.min(weight, Math.max(0, atZero / (atZero - atOne)));
          if (lowerPair == null || end > least) {
            least = end;
            lowerPair = new int[] {above, below};
          }
        } else if (Ranking.compareScores(atOne, 0) <= 0) {
          double end = Math.max(weight, Math.min(1, atZero / (atZero - atOne)));
          if (upperPair == null || end < most) {
            most = end;
            upperPair = new int[] {above, below};
          }
        }
      }
    }
    Node node = scores.nodes().get(k);
    return new WeightInterval(
        node.code(), node.name(), weight, least, most, pair(lowerPair), pair(upperPair));
  }

  private WeightInterval.@Nullable LevelPair pair(int @Nullable [] pair) {
    return pair == null
        ? null
        : new WeightInterval.LevelPair(scores.cards().get(pair[0]), scores.cards().get(pair[1]));
  }

  /** What the others weigh when k weighs nothing. */
  private double[] proportions(int k) {
    double[] others = scores.weights();
    others[k] = 0;
    double sum = 0;
    for (double weight : others) {
      sum += weight;
    }
    for (int j = 0; j < others.length; j++) {
      others[j] = j == k ? 0 : sum > 0 ? others[j] / sum : 1.0 / (others.length - 1);
    }
    return others;
  }

  /** An interval for each weight, in the order of the model. */
  public ImmutableList<WeightInterval> intervals() {
    return intervals;
  }

  /**
   * The interval of one weight.
   *
   * @param code of an indicator; of a child of the factor, if the weights are within one
   * @throws IllegalArgumentException if that is not weighed here
   */
  public WeightInterval interval(String code) {
    return intervals.get(index(code));
  }

  private int index(String code) {
    int index = scores.indexOf(requireNonNull(code, "code"));
    if (index < 0) {
      Map<String, String> known = new LinkedHashMap<>();
      scores.nodes().forEach(node -> known.put(node.code(), node.name()));
      throw new IllegalArgumentException(
          "'"
              + Text.brief(code)
              + "' is not weighed here. "
              + Checks.known(code, known.keySet(), known::get));
    }
    return index;
  }

  /**
   * The interval with the smallest change that flips an order, the first in the order of the model
   * if several are as small; empty if no change of one weight does.
   */
  public Optional<WeightInterval> tightest() {
    @Nullable WeightInterval tightest = null;
    double smallest = Double.POSITIVE_INFINITY;
    for (WeightInterval interval : intervals) {
      double change = interval.smallestChange().orElse(Double.POSITIVE_INFINITY);
      // Rounding errors do not decide which of two it is.
      if (change < smallest - 1e-12) {
        smallest = change;
        tightest = interval;
      }
    }
    return Optional.ofNullable(tightest);
  }

  /**
   * All weights when one of them is moved and the others keep their proportions.
   *
   * @param weight the weight that it gets, in {@code [0, 1]}
   * @throws IllegalArgumentException if that is not weighed here, or the weight is out of range
   */
  public WeightVector at(String code, double weight) {
    int k = index(code);
    double[] moved = proportions(k);
    double checked = Checks.inRange(weight, 0, 1, "weight of '" + code + "'");
    for (int j = 0; j < moved.length; j++) {
      moved[j] = j == k ? checked : moved[j] * (1 - checked);
    }
    return scores.vector(moved);
  }

  /** The countries, the riskiest first. */
  public ImmutableList<Scorecard> scorecards() {
    return scores.cards();
  }

  /** How many pairs of countries are level under the model's weights. */
  public int ties() {
    return ties;
  }

  /** The codes of what is held at weight 0 because of missing readings. */
  public ImmutableList<String> leftOut() {
    return WeightTables.codes(scores.leftOut());
  }

  /** The answer in a sentence. */
  public String sentence() {
    return WeightTables.sentence(this);
  }

  /** Every weight with its interval and who come level at its ends, as a table. */
  public Table toTable() {
    return WeightTables.stability(this, scores.whose());
  }

  @Override
  public boolean equals(@Nullable Object object) {
    return object instanceof WeightStability other
        && scores.cards().equals(other.scores.cards())
        && intervals.equals(other.intervals);
  }

  @Override
  public int hashCode() {
    return Objects.hash(intervals);
  }

  /** The same as {@link #toTable()}, as text. */
  @Override
  public String toString() {
    return toTable().toString();
  }
}
