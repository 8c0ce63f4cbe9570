package dev.steppe.assertj;

import dev.steppe.internal.Text;
import dev.steppe.score.Comparison;
import dev.steppe.score.Scorecard;
import dev.steppe.table.Decimals;
import dev.steppe.uncertainty.Probability;
import dev.steppe.uncertainty.UncertaintyAnalysis;
import dev.steppe.uncertainty.UncertaintyResult;
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
          Text.of(
              "The analysis is of model %s, but the scores are of model '%s' (%s)",
              result.fingerprint(), first.model().name(), first.fingerprint()));
    }
    if (result.varied().isNothing()) {
      throw new IllegalArgumentException(
          "Nothing is uncertain here: weights are held fixed and no reading is drawn, so there is"
              + " no probability to hold to the claim. Claim the order alone, or use an analysis"
              + " with uncertain weights");
    }
    Probability found =
        order > 0
            ? result.probabilityRiskier(first.profile(), other.profile())
            : result.probabilityRiskier(other.profile(), first.profile());
    if (Numbers.compare(found.lower(), asked) >= 0) {
      return Optional.empty();
    }
    int decimals = Differences.decimals(comparison);
    String hint =
        Numbers.compare(found.value(), asked) >= 0
            ? "\nThe interval must lie above what is claimed; "
                + (result.varied().missing()
                    ? "a missing reading may be anything."
                    : "more draws would narrow it.")
            : "";
    return Optional.of(
        Text.of(
            """
            Expecting:
              %s
            to be %s, with a probability of at least %s, than:
              %s
            but the probability is %s%s%s""",
            ClaimText.card(first, decimals),
            Differences.claim(order),
            asked,
            ClaimText.card(other, decimals),
            shown(found, asked, result),
            hint,
            ClaimText.contributions(comparison, decimals)));
  }

  private static String shown(Probability found, double asked, UncertaintyResult result) {
    int decimals = Math.max(3, Numbers.decimalsBeside(found.lower(), asked));
    String value = Decimals.share(found.value(), 1, decimals);
    String weights =
        "; weights " + (result.weights().isFixed() ? "held fixed" : result.weights().toString());
    int candidates = result.models().size();
    String models = candidates == 1 ? "." : "; " + candidates + " models.";
    if (found.isExact()) {
      return value + " (exact, not from draws)" + weights + models;
    }
    String lower = Decimals.share(found.lower(), 1, decimals);
    String upper = Decimals.share(found.upper(), 1, decimals);
    String sure =
        result.varied().missing()
            ? Text.of("anything from %s to %s, as a missing reading may be anything", lower, upper)
            : Text.of(
                "%s (%s %% interval %s to %s)",
                value, Decimals.percent(result.design().level()), lower, upper);
    return Text.of(
        "%s\nin %s from seed %s%s%s",
        sure, Text.count(result.draws(), "draw", "draws"), result.design().seed(), weights, models);
  }
}
