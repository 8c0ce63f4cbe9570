package dev.steppe.weights;

import static java.util.Objects.requireNonNull;

import dev.steppe.score.Scorecard;

/**
 * The best and the worst rank that admissible weights can give a country. Rank 1 is the riskiest.
 *
 * <p>Where countries are level the highest rank counts none of them as above, and the lowest counts
 * all of them as above: 1 plus how few can score higher, and as many as can score at least as high.
 *
 * <p>Where the search was too long a range is an outer one: proven not to be left by any admissible
 * weights, while those that were found stay within it. {@link #isExact} tells.
 *
 * <pre>{@code
 * RobustOrder.of(scorer.rank(aland, bland), WeightSet.any()).ranks("BBB").highest();   // 1
 * RobustOrder.of(scorer.rank(aland, bland), WeightSet.any()).ranks("BBB").lowest();    // 2
 * }</pre>
 *
 * @param scorecard the country, under the model's weights
 * @param highest the rank nearest to 1, that of the riskiest; no weights give a better one
 * @param lowest the rank furthest from 1; no weights give a worse one
 * @param highestFound the best rank that weights were found for; as {@code highest} if it is exact
 * @param lowestFound the worst rank that weights were found for; as {@code lowest} if it is exact
 * @param atHighest weights that give it the best rank that was found
 * @param atLowest weights that give it the worst rank that was found
 * @since 0.1
 */
public record ExtremeRanks(
    Scorecard scorecard,
    int highest,
    int lowest,
    int highestFound,
    int lowestFound,
    WeightVector atHighest,
    WeightVector atLowest) {

  /** Checks the parts. */
  public ExtremeRanks {
    requireNonNull(scorecard, "scorecard");
    requireNonNull(atHighest, "atHighest");
    requireNonNull(atLowest, "atLowest");
    if (!(1 <= highest
        && highest <= highestFound
        && highestFound <= lowestFound
        && lowestFound <= lowest)) {
      throw new IllegalArgumentException(
          "Ranks need 1 <= highest <= highest found <= lowest found <= lowest, but were "
              + highest
              + ", "
              + highestFound
              + ", "
              + lowestFound
              + " and "
              + lowest);
    }
  }

  /** Whether both ends are attained, not only proven not to be exceeded. */
  public boolean isExact() {
    return highest == highestFound && lowest == lowestFound;
  }

  /** Whether weights were found that make it the riskiest, alone or level with others. */
  public boolean canBeFirst() {
    return highestFound == 1;
  }

  @Override
  public String toString() {
    return scorecard.country()
        + " "
        + highest
        + ".."
        + lowest
        + (isExact() ? "" : " at most (found " + highestFound + ".." + lowestFound + ")");
  }
}
