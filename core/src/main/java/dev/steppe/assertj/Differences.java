package dev.steppe.assertj;

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
      but = "but it is " + claim(order) + " by only " + Wording.points(difference, decimals) + ".";
    } else {
      but = "but it is " + claim(-order) + ", by " + Wording.points(difference, decimals) + ".";
    }
    return Optional.of(
        "Expecting:\n  "
            + Wording.card(comparison.first(), decimals)
            + "\nto be "
            + claim(order)
            + (margin.points() > 0 ? ", " + margin + ", than:\n  " : " than:\n  ")
            + Wording.card(comparison.second(), decimals)
            + "\n"
            + but
            + Wording.contributions(comparison, decimals));
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
              "Expecting:\n  "
                  + scored(first)
                  + "\n"
                  + claim
                  + ":\n  "
                  + scored(second)
                  + "\nbut scores compare only within one model with the same frozen bounds.");
      failure.initCause(fault);
      throw failure;
    }
  }

  static String claim(int order) {
    return order > 0 ? "riskier" : "less risky";
  }

  private static String scored(Scorecard card) {
    return Wording.card(card, 1)
        + ", by model '"
        + card.model().name()
        + "' ("
        + card.fingerprint()
        + ")";
  }
}
