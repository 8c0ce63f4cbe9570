package dev.steppe.uncertainty;

import dev.steppe.evidence.Country;
import dev.steppe.internal.Text;
import dev.steppe.table.Decimals;

/**
 * Which of two countries is the riskier, and how surely. Scores count as equal when they agree to 9
 * decimals.
 *
 * <pre>{@code
 * UncertaintyAnalysis anyWeights = UncertaintyAnalysis.of(scorer).withWeights(WeightUncertainty.uniform());
 * anyWeights.run(aland, bland).order("AAA", "BBB");   // Aland is above Bland in 93.3 % of all cases (exact, not from draws)
 * }</pre>
 *
 * @param first a country
 * @param second another
 * @param firstRiskier the probability that the first scores strictly higher
 * @param secondRiskier the probability that the second does
 * @param tied the probability that the scores are equal
 * @param draws how many draws were made; they count where a probability is not exact
 * @param level the share of intervals that hold the true value
 * @param varied what was not held fixed of the two
 * @since 0.1
 */
public record PairwiseOrder(
    Country first,
    Country second,
    Probability firstRiskier,
    Probability secondRiskier,
    Probability tied,
    long draws,
    double level,
    Varied varied) {

  /** Whether the probabilities are exact. */
  public boolean isExact() {
    return firstRiskier.isExact();
  }

  /**
   * A sentence, such as "Kazakhstan is below Ukraine in 73.2 % of 100,000 draws (95 % interval 72.9
   * to 73.5); weights held fixed". It says "above" where the first is the riskier one more often
   * than not, and that nothing is uncertain where nothing was drawn.
   */
  @Override
  public String toString() {
    boolean below = secondRiskier.value() >= firstRiskier.value();
    boolean always = tied.value() == 1;
    String order =
        first.name()
            + (always ? " is equal to " : below ? " is below " : " is above ")
            + second.name();
    if (varied.isNothing()) {
      return order + ", and " + Varied.NOTHING;
    }
    if (varied.isMissingAlone() && !isExact()) {
      return first.name()
          + " may be above or below "
          + second.name()
          + ": a missing reading may be anything, and nothing else is uncertain here";
    }
    Probability share = always ? tied : below ? secondRiskier : firstRiskier;
    return order
        + (varied.missing() && !isExact() ? whateverIsMissing(share) : share(share))
        + (always || tied.value() == 0 ? "" : "; equal in " + percent(tied.value()) + " %")
        + (varied.weights() ? "" : "; weights held fixed");
  }

  private String whateverIsMissing(Probability share) {
    return " in anything from "
        + percent(share.lower())
        + " to "
        + percent(share.upper())
        + " % of "
        + Text.count(draws, "draw", "draws")
        + ", as a missing reading may be anything";
  }

  private String share(Probability share) {
    if (isExact()) {
      return (share.value() == 1 ? " in all" : " in " + percent(share.value()) + " % of all")
          + " cases (exact, not from draws)";
    }
    return (share.value() == 1 ? " in all" : " in " + percent(share.value()) + " %")
        + " of "
        + Text.count(draws, "draw", "draws")
        + " ("
        + Decimals.percent(level)
        + " % interval "
        + percent(share.lower())
        + " to "
        + percent(share.upper())
        + ")";
  }

  private static String percent(double share) {
    return Decimals.percent(share, 1);
  }
}
