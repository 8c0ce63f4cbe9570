package dev.steppe.assertj;

import dev.steppe.score.Comparison;
import dev.steppe.score.Scorecard;
import dev.steppe.table.Decimals;
import dev.steppe.uncertainty.Probability;
import dev.steppe.uncertainty.UncertaintyAnalysis;
import dev.steppe.uncertainty.UncertaintyResult;
import java.util.Locale;
import java.util.Optional;

/**
 * The order of two scores that was claimed last, and how surely it holds.
 *
 * @param other the score that was claimed to be lower or higher
 * @param order 1 if the first was claimed to be riskier, -1 if less risky
 */
record Likelihood(Scorecard other, int order) {

  /** Why the order does not hold with a probability; empty if it does. */
  Optional<String> fault(Comparison comparison, double asked, UncertaintyAnalysis analysis) {
    Scorecard first = comparison.first();
    UncertaintyResult result = analysis.run(first.profile(), other.profile());
    if (!result.fingerprint().equals(first.fingerprint())) {
      throw new IllegalArgumentException(
          "The analysis is of model "
              + result.fingerprint()
              + ", but the scores are of model '"
              + first.model().name()
              + "' ("
              + first.fingerprint()
              + ")");
    }
    Probability found =
        order > 0
            ? result.probabilityRiskier(first.profile(), other.profile())
            : result.probabilityRiskier(other.profile(), first.profile());
    if (Numbers.compare(found.lower(), asked) >= 0) {
      return Optional.empty();
    }
    int decimals = Differences.decimals(comparison);
    return Optional.of(
        "Expecting:\n  "
            + Wording.card(first, decimals)
            + "\nto be "
            + Differences.claim(order)
            + ", with a probability of at least "
            + asked
            + ", than:\n  "
            + Wording.card(other, decimals)
            + "\nbut the probability is "
            + shown(found, asked, result)
            + (Numbers.compare(found.value(), asked) >= 0
                ? "\nThe interval must lie above what is claimed; more draws would narrow it."
                : "")
            + Wording.contributions(comparison, decimals));
  }

  private static String shown(Probability found, double asked, UncertaintyResult result) {
    int decimals = Math.max(3, Numbers.decimals(found.lower(), asked));
    String value = Decimals.fixed(found.value(), decimals);
    String weights = "; weights " + result.weights();
    int candidates = result.models().size();
    String models = candidates == 1 ? "." : "; " + candidates + " models.";
    if (found.isExact()) {
      return value + " (exact, not from draws)" + weights + models;
    }
    return value
        + " ("
        + Math.round(100 * result.design().level())
        + " % interval "
        + Decimals.fixed(found.lower(), decimals)
        + " to "
        + Decimals.fixed(found.upper(), decimals)
        + ")\nin "
        + String.format(Locale.ROOT, "%,d", result.draws())
        + " draws from seed "
        + result.design().seed()
        + weights
        + models;
  }
}
