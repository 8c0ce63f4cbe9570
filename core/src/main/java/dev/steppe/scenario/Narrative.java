package dev.steppe.scenario;

import dev.steppe.evidence.CountryProfile;
import dev.steppe.internal.Text;
import dev.steppe.score.Contribution;
import dev.steppe.score.Ranking;
import dev.steppe.score.Scorer;
import dev.steppe.table.Decimals;
import java.util.ArrayList;
import java.util.List;

/** A scenario's effect in words, which say no more than the numbers. */
final class Narrative {

  /** Indicators that are named; the others are added up. */
  private static final int NAMED = 3;

  private Narrative() {}

  static String of(ScenarioExplanation explanation) {
    String country = explanation.base().country().name();
    if (explanation.changes().isEmpty()) {
      return Text.of(
          "Nothing is changed: the score of %s stays at %s.",
          country, Decimals.fixed(explanation.base().value(), 1));
    }
    return Text.of(
        "If %s %s, its score would %s.%s%s",
        country,
        made(explanation),
        moved(explanation),
        changes(explanation),
        indicators(explanation));
  }

  private static String made(ScenarioExplanation explanation) {
    List<String> made = new ArrayList<>();
    for (Change change : explanation.scenario().changes()) {
      made.add(Step.of(change).told(Tense.PAST));
    }
    return String.join(made.size() > 2 ? "; " : " and ", made);
  }

  private static String moved(ScenarioExplanation explanation) {
    double base = explanation.base().value();
    double changed = explanation.changed().value();
    int direction = Ranking.compareScores(changed, base);
    if (direction == 0) {
      return "stay at " + Decimals.fixed(base, 1);
    }
    String points = Decimals.fixed(Math.abs(explanation.difference()), 1);
    return Text.of(
        "%s by %s %s, from %s to %s",
        direction > 0 ? "rise" : "fall",
        points.equals("0.0") ? "less than 0.1" : points,
        points.equals("1.0") ? "point" : "points",
        Decimals.fixed(base, 1),
        Decimals.fixed(changed, 1));
  }

  private static String changes(ScenarioExplanation explanation) {
    if (explanation.changes().size() < 2) {
      return "";
    }
    List<String> parts = new ArrayList<>();
    for (ScenarioExplanation.Part part : explanation.changes()) {
      String error = Decimals.fixed(part.standardError(), 2);
      parts.add(
          Text.of(
              "%s%s is due to change %s (it %s)",
              Decimals.signed(part.points(), 1),
              explanation.isExact() ? "" : " (standard error " + error + ")",
              part.number(),
              part.change().description()));
    }
    return " Of the points, " + Text.list(parts) + ".";
  }

  private static String indicators(ScenarioExplanation explanation) {
    List<String> named = new ArrayList<>();
    double rest = 0;
    int others = 0;
    for (Contribution contribution : explanation.indicators()) {
      if (Math.abs(contribution.points()) < 0.05) {
        rest += contribution.points();
        others += contribution.points() != 0 ? 1 : 0;
      } else if (named.size() < NAMED) {
        named.add(contribution.name() + " " + Decimals.signed(contribution.points(), 1));
      } else {
        rest += contribution.points();
        others++;
      }
    }
    if (named.isEmpty()) {
      return "";
    }
    if (others > 0) {
      named.add("others " + Decimals.signed(rest, 1));
    }
    return " By indicator: " + String.join(", ", named) + ".";
  }

  static String rank(ScenarioExplanation explanation, Iterable<CountryProfile> others) {
    Scorer scorer = explanation.base().scorer();
    String code = explanation.base().country().code();
    int count = 1;
    int before = 1;
    int after = 1;
    for (CountryProfile other : others) {
      if (!other.country().code().equals(code)) {
        double score = scorer.score(other).value();
        before += Ranking.compareScores(score, explanation.base().value()) > 0 ? 1 : 0;
        after += Ranking.compareScores(score, explanation.changed().value()) > 0 ? 1 : 0;
        count++;
      }
    }
    String would =
        before == after
            ? "keep rank " + before
            : Text.of("move from rank %s to rank %s", before, after);
    return Text.of(" It would %s of %s, where 1 is the riskiest.", would, count);
  }
}
