package dev.steppe.weights;

import dev.steppe.internal.math.Vectors;
import dev.steppe.score.Ranking;
import dev.steppe.score.Scorecard;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What all admissible weights say of two countries: the least and the greatest difference of their
 * scores, first minus second, each with weights at which it is attained.
 *
 * @since 0.1
 */
public final class PairwisePreference {

  private final WeightedScores scores;
  private final int first;
  private final int second;
  private final double[] atLeast;
  private final double[] atMost;

  PairwisePreference(
      WeightedScores scores, int first, int second, double[] atLeast, double[] atMost) {
    this.scores = scores;
    this.first = first;
    this.second = second;
    this.atLeast = atLeast;
    this.atMost = atMost;
  }

  /** The first country, under the model's weights. */
  public Scorecard first() {
    return scores.cards().get(first);
  }

  /** The second country, under the model's weights. */
  public Scorecard second() {
    return scores.cards().get(second);
  }

  /** The least difference, first minus second, in points, of all admissible weights. */
  public double least() {
    return Vectors.dot(scores.difference(first, second), atLeast);
  }

  /** The greatest difference, first minus second, in points, of all admissible weights. */
  public double most() {
    return Vectors.dot(scores.difference(first, second), atMost);
  }

  /** Admissible weights with the least difference. */
  public WeightVector atLeast() {
    return scores.vector(atLeast);
  }

  /** Admissible weights with the greatest difference. */
  public WeightVector atMost() {
    return scores.vector(atMost);
  }

  /**
   * Whether the first scores at least as high as the second under all admissible weights (necessary
   * preference, in the words of the field).
   */
  public boolean isNecessary() {
    return Ranking.compareScores(least(), 0) >= 0;
  }

  /**
   * Whether the first scores at least as high as the second under some admissible weights (possible
   * preference).
   */
  public boolean isPossible() {
    return Ranking.compareScores(most(), 0) >= 0;
  }

  /** Whether some admissible weights put the first above the second, not only level with it. */
  public boolean canBeAbove() {
    return Ranking.compareScores(most(), 0) > 0;
  }

  /** Whether all admissible weights put the first above the second. */
  public boolean isAlwaysAbove() {
    return Ranking.compareScores(least(), 0) > 0;
  }

  /** The answer in a sentence: whether weights put the first above the second, and which. */
  public String sentence() {
    return WeightTables.sentence(this);
  }

  @Override
  public boolean equals(@Nullable Object object) {
    return object instanceof PairwisePreference other
        && first().equals(other.first())
        && second().equals(other.second())
        && Double.compare(least(), other.least()) == 0
        && Double.compare(most(), other.most()) == 0;
  }

  @Override
  public int hashCode() {
    return Objects.hash(first(), second(), least(), most());
  }

  /** The same as {@link #sentence()}. */
  @Override
  public String toString() {
    return sentence();
  }
}
