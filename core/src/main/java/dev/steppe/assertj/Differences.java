package dev.steppe.assertj;

import dev.steppe.internal.Text;
import dev.steppe.score.Comparison;
import dev.steppe.score.Scorecard;
import java.util.Optional;

/** Tells whether one score exceeds another, and says why not. */
final class Differences {

  private Differences() {}

  /**
   * Why the riskier card is not riskier by the margin; empty if it is.
   *
   * @param order 1 if the first is claimed to be riskier, -1 if it is claimed to be less risky
   */
  static Optional<String> fault(Comparison comparison, int order, Margin margin) {
    double difference = comparison.difference();
    int actual = Numbers.compare(comparison.first().value(), comparison.second().value());
    if (actual == order && Numbers.compare(order * difference, margin.points()) >= 0) {
      return Optional.empty();
    }
    int decimals = decimals(comparison);
    String but;
    if (actual == 0) {
      but = "but their scores are equal.";
    } else if (actual == order) {
      decimals = Math.max(decimals, Numbers.decimals(order * difference, margin.points()));
      String points = ClaimText.points(difference, decimals);
      but = Text.of("but it is %s by only %s.", claim(order), points);
    } else {
      but = Text.of("but it is %s, by %s.", claim(-order), ClaimText.points(difference, decimals));
    }
    return Optional.of(
        Text.of(
            """
            Expecting:
              %s
            to be %s%s than:
              %s
            %s%s""",
            ClaimText.card(comparison.first(), decimals),
            claim(order),
            margin.points() > 0 ? ", " + margin + "," : "",
            ClaimText.card(comparison.second(), decimals),
            but,
            ClaimText.contributions(comparison, decimals)));
  }

  /** The decimals at which the two scores look different, and so does their difference from 0. */
  static int decimals(Comparison comparison) {
    return Math.max(
        Numbers.decimals(comparison.first().value(), comparison.second().value()),
        Numbers.decimals(comparison.difference(), 0));
  }

  /** The comparison, or the failure that says why there is none. */
  static Comparison of(Claims<?, ?> claims, Scorecard first, Scorecard second, String claim) {
    try {
      return first.compareWith(second);
    } catch (IllegalArgumentException fault) {
      AssertionError failure =
          claims.failed(
              Text.of(
                  """
                  Expecting:
                    %s
                  %s:
                    %s
                  but scores compare only within one model with the same frozen bounds.""",
                  scored(first), claim, scored(second)));
      failure.initCause(fault);
      throw failure;
    }
  }

  static String claim(int order) {
    return order > 0 ? "riskier" : "less risky";
  }

  private static String scored(Scorecard card) {
    return Text.of(
        "%s, by model '%s' (%s)", ClaimText.card(card, 1), card.model().name(), card.fingerprint());
  }
}
