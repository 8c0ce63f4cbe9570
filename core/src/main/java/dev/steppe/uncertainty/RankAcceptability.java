package dev.steppe.uncertainty;

import com.google.common.collect.ImmutableList;
import dev.steppe.evidence.Country;
import dev.steppe.internal.Checks;

/**
 * How probable each rank of a country is; rank 1 is the riskiest. Countries whose scores agree to 9
 * decimals share the best of their ranks ({@link dev.steppe.score.TieRule#LOWEST}).
 *
 * <pre>{@code
 * UncertaintyAnalysis weighed = UncertaintyAnalysis.of(scorer).withWeights(WeightUncertainty.uniform());
 * weighed.run(aland, bland).ranks("BBB").rank(1);           // 0.06666666666666665 (exact)
 * weighed.run(aland, bland).ranks("BBB").expectedRank();    // 1.9333333333333333
 * }</pre>
 *
 * @param country the country
 * @param ranks the probabilities of the ranks 1, 2, ...
 * @param expectedRank the mean rank
 * @since 0.1
 */
public record RankAcceptability(
    Country country, ImmutableList<Probability> ranks, double expectedRank) {

  /**
   * The probability of a rank.
   *
   * @param rank from 1, the riskiest
   * @throws IllegalArgumentException if there is no such rank
   */
  public Probability rank(int rank) {
    Checks.inRange(rank, 1, ranks.size(), "rank");
    return ranks.get(rank - 1);
  }

  /** Whether the probabilities are exact. */
  public boolean isExact() {
    return ranks.stream().allMatch(Probability::isExact);
  }

  /**
   * Shannon's entropy of the rank, in bits: 0 if it is certain, {@code log2(n)} if all n ranks are
   * as likely.
   */
  public double entropy() {
    double entropy = 0;
    for (Probability rank : ranks) {
      double p = rank.value();
      entropy -= p > 0 ? p * Math.log(p) / Math.log(2) : 0;
    }
    return entropy + 0.0;
  }
}
