package dev.steppe.uncertainty;

import dev.steppe.evidence.Country;
import dev.steppe.internal.Text;
import dev.steppe.table.Decimals;

/**
 * Which of two countries is the riskier, and how surely. Scores count as equal when they agree to 9
 * decimals.
 *
 * @param first a country
 * @param second another
 * @param firstRiskier the probability that the first scores strictly higher
 * @param secondRiskier the probability that the second does
 * @param tied the probability that the scores are equal
 * @param draws how many draws were made; they count where a probability is not exact
 * @param level the share of intervals that hold the true value
 * @since 0.1
 */
public record PairwiseOrder(
    Country first,
    Country second,
    Probability firstRiskier,
    Probability secondRiskier,
    Probability tied,
    long draws,
    double level) {

  /** Whether the probabilities are exact. */
  public boolean isExact() {
    return firstRiskier.isExact();
  }

  /**
   * A sentence, such as "Kazakhstan is below Ukraine in 73.2 % of 100,000 draws (95 % interval 72.9
   * to 73.5)". It says "above" where the first is the riskier one more often than not.
   */
  @Override
  public String toString() {
    boolean below = secondRiskier.value() >= firstRiskier.value();
    boolean always = tied.value() == 1;
    Probability share = always ? tied : below ? secondRiskier : firstRiskier;
    String ties = always || tied.value() == 0 ? "" : "; equal in " + percent(tied.value()) + " %";
    String cases =
        isExact()
            ? "all cases (exact, not from draws)"
            : Text.of(
                "%,d draws (%s %% interval %s to %s)",
                draws, plain(100 * level), percent(share.lower()), percent(share.upper()));
    return Text.of(
        "%s is %s %s in %s %% of %s%s",
        first.name(),
        always ? "equal to" : below ? "below" : "above",
        second.name(),
        percent(share.value()),
        cases,
        ties);
  }

  private static String percent(double share) {
    return Decimals.fixed(100 * share, 1);
  }

  private static String plain(double number) {
    return Decimals.fixed(number, number == Math.rint(number) ? 0 : 1);
  }
}
