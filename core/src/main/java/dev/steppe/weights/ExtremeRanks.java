package dev.steppe.weights;

import static java.util.Objects.requireNonNull;

import dev.steppe.score.Scorecard;

/**
 * The best and the worst rank that admissible weights can give a country. Rank 1 is the riskiest.
 *
 * <p>Where countries are level the highest rank counts none of them as above, and the lowest counts
 * all of them as above: 1 plus how few can score higher, and as many as can score at least as high.
 *
 * @param scorecard the country, under the model's weights
 * @param highest the rank nearest to 1, that of the riskiest
 * @param lowest the rank furthest from 1
 * @param atHighest weights that give it the highest rank
 * @param atLowest weights that give it the lowest rank
 * @since 0.1
 */
public record ExtremeRanks(
    Scorecard scorecard, int highest, int lowest, WeightVector atHighest, WeightVector atLowest) {

  /** Checks the parts. */
  public ExtremeRanks {
    requireNonNull(scorecard, "scorecard");
    requireNonNull(atHighest, "atHighest");
    requireNonNull(atLowest, "atLowest");
    if (!(1 <= highest && highest <= lowest)) {
      throw new IllegalArgumentException(
          "Ranks need 1 <= highest <= lowest, but were " + highest + " and " + lowest);
    }
  }

  /** Whether some admissible weights make it the riskiest, alone or level with others. */
  public boolean canBeFirst() {
    return highest == 1;
  }

  @Override
  public String toString() {
    return scorecard.country() + " " + highest + ".." + lowest;
  }
}
