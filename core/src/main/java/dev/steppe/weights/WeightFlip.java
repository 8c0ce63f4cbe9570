package dev.steppe.weights;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.steppe.analysis.Progress;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.internal.Text;
import dev.steppe.score.Comparison;
import dev.steppe.score.Ranking;
import dev.steppe.score.Scorecard;
import dev.steppe.score.Scorer;
import dev.steppe.table.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * The least change of weights that brings two countries level, after which a little more turns
 * their order round.
 *
 * <p>With w the weights as they are and d the difference of the two countries' values, it is the
 * point nearest to w among the weights v with {@code v.d = 0}, {@code v >= 0} and {@code sum(v) =
 * 1}. "Near" is a {@link WeightDistance}: Euclid's if none is named. Far from any weight of 0,
 * Euclid's answer is {@code w - (w.d) d~ / |d~|^2} at the distance {@code |w.d| / |d~|}, where d~
 * is d minus its mean.
 *
 * <ul>
 *   <li>There is no such point if one country has the higher value in every indicator: then no
 *       weights bring the other level, and {@link #isPossible()} is false.
 *   <li>If it has the higher value in some and the same in the others, weights on those others
 *       alone bring the two level, but none turn the order round.
 *   <li>A weight of 0 may rise.
 *   <li>If the scores already agree to {@value Ranking#DECIMALS} decimals, the distance is 0.
 *   <li>Uncertain readings count with their central value.
 * </ul>
 *
 * <pre>{@code
 * WeightFlip flip = WeightFlip.of(scorer, aland, bland);
 * flip.distance();                                 // how far the nearest such weights are
 * flip.moves().get(0);                             // the weight that changes most
 * flip.weights().orElseThrow().model();            // a model in which the two are level
 * }</pre>
 *
 * @see "Wolters, Mareschal (1995), Novel types of sensitivity analysis for additive MCDM methods.
 *     European Journal of Operational Research 81, 281-290"
 * @since 0.1
 */
public final class WeightFlip {

  /** The most by which the two scores may differ at the weights that are to make them level. */
  static final double TOLERANCE = 1e-9;

  private final WeightedScores scores;
  private final WeightDistance measure;
  private final Comparison comparison;
  private final @Nullable WeightVector weights;
  private final double distance;
  private final double difference;

  private WeightFlip(WeightedScores scores, int first, int second, WeightDistance measure) {
    this.scores = scores;
    this.measure = requireNonNull(measure, "measure");
    this.comparison = scores.cards().get(first).compareWith(scores.cards().get(second));
    double[] nearest = nearest(scores, first, second, measure);
    if (nearest == null) {
      this.weights = null;
      this.distance = Double.NaN;
      this.difference = Double.NaN;
      return;
    }
    this.weights = scores.vector(nearest);
    this.distance = measure.between(scores.weights(), nearest);
    this.difference =
        Scorer.of(weights.model())
            .compare(comparison.first().profile(), comparison.second().profile())
            .difference();
    if (!(Math.abs(difference) <= TOLERANCE)) {
      throw new ArithmeticException(
          Text.of(
              "The weights found for %s and %s leave a difference of %s points, more than %s",
              comparison.first().country(), comparison.second().country(), difference, TOLERANCE));
    }
  }

  /**
   * A weight before and after.
   *
   * @param code the code of the indicator or factor whose weight it is
   * @param name its name for people
   * @param from the weight as it is, from 0 to 1
   * @param to the weight that it gets, from 0 to 1
   */
  public record Move(String code, String name, double from, double to) {

    /** Checks the parts. */
    public Move {
      requireNonNull(code, "code");
      requireNonNull(name, "name");
    }

    /** The change, {@code to - from}; 0.1 means ten hundredths of all weight more. */
    public double change() {
      return to - from;
    }

    @Override
    public String toString() {
      return Text.ofRecord(this);
    }
  }

  /** The nearest weights that make two countries level; null if none do. */
  private static double @Nullable [] nearest(
      WeightedScores scores, int first, int second, WeightDistance measure) {
    double value = scores.cards().get(first).value() - scores.cards().get(second).value();
    if (Ranking.compareScores(value, 0) == 0) {
      return scores.weights();
    }
    double[] difference =
        value > 0 ? scores.difference(first, second) : scores.difference(second, first);
    double least = Arrays.stream(difference).min().orElseThrow();
    return Ranking.compareScores(least, 0) > 0
        ? null
        : measure.nearest(scores.weights(), difference);
  }

  /**
   * The nearest weights of indicators in Euclid's distance.
   *
   * @throws IllegalArgumentException if a profile cannot be scored, the model is not additive, the
   *     two lack different readings under a policy that reweights, or there are no two indicators
   */
  public static WeightFlip of(Scorer scorer, CountryProfile first, CountryProfile second) {
    return of(scorer.compare(first, second), WeightDistance.EUCLIDEAN);
  }

  /** As {@link #of(Scorer, CountryProfile, CountryProfile)}, in any distance. */
  public static WeightFlip of(
      Scorer scorer, CountryProfile first, CountryProfile second, WeightDistance distance) {
    return of(scorer.compare(first, second), distance);
  }

  /** As {@link #of(Scorer, CountryProfile, CountryProfile)}, for a comparison. */
  public static WeightFlip of(Comparison comparison, WeightDistance distance) {
    return new WeightFlip(WeightedScores.ofIndicators(cards(comparison)), 0, 1, distance);
  }

  /**
   * The nearest weights when weight moves between the children of one factor only. The model need
   * not be additive but in this factor and those above it.
   *
   * @throws IllegalArgumentException as {@link #of(Scorer, CountryProfile, CountryProfile)}, or if
   *     there is no such factor
   */
  public static WeightFlip within(Comparison comparison, String factor, WeightDistance distance) {
    return new WeightFlip(WeightedScores.within(cards(comparison), factor), 0, 1, distance);
  }

  private static ImmutableList<Scorecard> cards(Comparison comparison) {
    return ImmutableList.of(comparison.first(), comparison.second());
  }

  /**
   * The least change of weights that brings any two countries of a ranking level which are not so
   * to begin with: the radius within which the whole order holds. Empty if no weights do.
   *
   * <p>Only neighbours need to be looked at. On the straight way from the weights as they are to
   * any at which some pair comes level, take the first point where one does. No pair has changed
   * its order before, so at this point all countries between the two are level with them, among
   * them two neighbours. Neighbours are all pairs of two successive scores.
   *
   * @throws IllegalArgumentException as {@link #of(Scorer, CountryProfile, CountryProfile)}, or if
   *     a country and date come twice
   * @throws java.util.concurrent.CancellationException if the thread is interrupted
   */
  public static Optional<WeightFlip> nearest(Ranking ranking, WeightDistance distance) {
    return nearest(ranking, distance, Progress.none());
  }

  /**
   * As {@link #nearest(Ranking, WeightDistance)}, while somebody hears how many pairs of neighbours
   * are looked at.
   *
   * @throws java.util.concurrent.CancellationException if progress says stop, or the thread is
   *     interrupted
   */
  public static Optional<WeightFlip> nearest(
      Ranking ranking, WeightDistance distance, Progress progress) {
    requireNonNull(distance, "distance");
    requireNonNull(progress, "progress");
    ImmutableList.Builder<Scorecard> ranked = ImmutableList.builder();
    ranking.forEach(entry -> ranked.add(entry.scorecard()));
    ImmutableList<Scorecard> cards = ranked.build();
    if (cards.size() < 2) {
      throw new IllegalArgumentException(
          "A ranking needs two countries to have an order, but has " + cards.size());
    }
    WeightedScores scores = WeightedScores.ofIndicators(cards);
    int @Nullable [] closest = null;
    double shortest = Double.POSITIVE_INFINITY;
    List<int[]> neighbours = neighbours(cards);
    int looked = 0;
    for (int[] pair : neighbours) {
      double[] found = nearest(scores, pair[0], pair[1], distance);
      double far =
          found == null ? Double.POSITIVE_INFINITY : distance.between(scores.weights(), found);
      if (far < shortest) {
        shortest = far;
        closest = pair;
      }
      progress.tell(++looked, neighbours.size());
    }
    return closest == null
        ? Optional.empty()
        : Optional.of(new WeightFlip(scores, closest[0], closest[1], distance));
  }

  /** All pairs from two successive scores of cards in the order of a ranking. */
  private static List<int[]> neighbours(ImmutableList<Scorecard> cards) {
    List<int[]> pairs = new ArrayList<>();
    int groupBefore = 0;
    int group = 0;
    for (int c = 1; c < cards.size(); c++) {
      if (Ranking.compareScores(cards.get(c - 1).value(), cards.get(c).value()) > 0) {
        groupBefore = group;
        group = c;
      }
      for (int above = groupBefore; above < group; above++) {
        pairs.add(new int[] {above, c});
      }
    }
    return pairs;
  }

  /** The two countries under the model's weights. */
  public Comparison comparison() {
    return comparison;
  }

  /** How distance is measured. */
  public WeightDistance measure() {
    return measure;
  }

  /** Whether any weights bring the two level. */
  public boolean isPossible() {
    return weights != null;
  }

  /** How far the nearest weights are that bring the two level; empty if none do. */
  public OptionalDouble distance() {
    return isPossible() ? OptionalDouble.of(distance) : OptionalDouble.empty();
  }

  /** The nearest weights that bring the two level; empty if none do. */
  public Optional<WeightVector> weights() {
    return Optional.ofNullable(weights);
  }

  /** The first score minus the second at these weights, by the scorer; at most 1e-9 in size. */
  public OptionalDouble difference() {
    return isPossible() ? OptionalDouble.of(difference) : OptionalDouble.empty();
  }

  /** The weights that change, the greatest change first; none if it is not possible. */
  public ImmutableList<Move> moves() {
    List<Move> moves = new ArrayList<>();
    double[] now = scores.weights();
    for (int k = 0; k < scores.size() && weights != null; k++) {
      String code = scores.nodes().get(k).code();
      double from = now[k];
      double to = weights.weight(code);
      if (from != to) {
        moves.add(new Move(code, scores.nodes().get(k).name(), from, to));
      }
    }
    // Changes that differ by rounding errors alone stay in the order of the model.
    moves.sort(Comparator.comparingDouble(move -> -Math.rint(Math.abs(move.change()) * 1e12)));
    return ImmutableList.copyOf(moves);
  }

  /** The codes of what is held at weight 0 because of missing readings. */
  public ImmutableList<String> leftOut() {
    return WeightTables.codes(scores.leftOut());
  }

  /** The answer in a sentence. */
  public String sentence() {
    return WeightTables.sentence(this, scores.whose());
  }

  /** The weights before and after, the greatest change first, as a table. */
  public Table toTable() {
    return WeightTables.flip(this, scores.whose());
  }

  @Override
  public boolean equals(@Nullable Object object) {
    return object instanceof WeightFlip other
        && measure == other.measure
        && comparison.equals(other.comparison)
        && Objects.equals(weights, other.weights);
  }

  @Override
  public int hashCode() {
    return Objects.hash(measure, comparison);
  }

  /** The same as {@link #toTable()}, as text. */
  @Override
  public String toString() {
    return toTable().toString();
  }
}
