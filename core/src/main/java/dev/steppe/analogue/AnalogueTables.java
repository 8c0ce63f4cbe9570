package dev.steppe.analogue;

import dev.steppe.internal.Text;
import dev.steppe.score.Scorecard;
import dev.steppe.table.Decimals;
import dev.steppe.table.Table;
import java.util.ArrayList;
import java.util.List;

/** How {@link Analogues} print. */
final class AnalogueTables {

  private static final int NAMED = 2;

  private AnalogueTables() {}

  static String summary(Analogues analogues) {
    Analogue profile = analogues.nearest();
    Analogue score = analogues.nearestByScore();
    String target = name(analogues.target());
    String distance = Decimals.fixed(profile.gower(), 3);
    for (Analogue both : analogues.byProfile()) {
      if (both.profileRank() == 1 && both.scoreRank() == 1) {
        return Text.of(
            "%s is nearest to %s both in score (%s points) and in profile (distance %s).",
            target, name(both.precedent()), points(both), distance);
      }
    }
    return Text.of(
        "%s is nearest to %s in score (%s points), but to %s in profile (distance %s). The former"
            + " has rank %s of %s by profile, the latter rank %s by score (%s points).",
        target,
        name(score.precedent()),
        points(score),
        name(profile.precedent()),
        distance,
        score.profileRank(),
        analogues.byProfile().size(),
        profile.scoreRank(),
        points(profile));
  }

  static Table table(Analogues analogues, int atMost) {
    int count = analogues.byProfile().size();
    Table.Builder table =
        Table.titled(
                Text.of(
                    "%s (%s) and its precedents, the most similar profile first",
                    name(analogues.target()), Decimals.fixed(analogues.target().value(), 1)))
            .text("Precedent")
            .number("By profile", 0)
            .number("Gower", 3)
            .number("Mahal.", 2)
            .number("By score", 0)
            .number("Score", 1)
            .signed("Points", 1)
            .share("Overlap %", 100, 0)
            .text("Differs most in");
    for (Analogue analogue : analogues.byProfile().subList(0, Math.min(atMost, count))) {
      table.row(
          name(analogue.precedent()),
          analogue.profileRank(),
          analogue.gower(),
          analogue.mahalanobis(),
          analogue.scoreRank(),
          analogue.precedent().value(),
          analogue.scoreDifference(),
          100 * analogue.overlap(),
          most(analogue));
    }
    if (atMost < count) {
      table.note(
          Text.count(count - atMost, "more precedent is", "more precedents are")
              + " farther in profile.");
    }
    table.note(analogues.summary());
    analogues.notes().forEach(table::note);
    return table
        .note("By profile, by score: ranks from 1, the nearest. Points: target minus precedent.")
        .note(Scorecard.NOT_A_PROBABILITY)
        .build();
  }

  /** The indicators that add most to the distance, as far as they add anything. */
  private static String most(Analogue analogue) {
    List<String> most = new ArrayList<>();
    for (Analogue.Difference difference : analogue.differences()) {
      if (most.size() < NAMED && difference.distance() > 0) {
        most.add(difference.toString());
      }
    }
    return most.isEmpty() ? "nothing" : String.join(", ", most);
  }

  private static String name(Scorecard card) {
    return card.countryAtDate().name();
  }

  private static String points(Analogue analogue) {
    return Decimals.signed(analogue.scoreDifference(), 1);
  }
}
