package dev.steppe.analogue;

import dev.steppe.score.Scorecard;
import dev.steppe.table.Decimals;
import dev.steppe.table.Table;
import java.util.ArrayList;
import java.util.List;

/** How the results print. */
final class AnalogueTables {

  private static final int NAMED = 2;

  private AnalogueTables() {}

  static Table analogues(Analogues analogues, int atMost) {
    int count = analogues.byProfile().size();
    Table.Builder table =
        Table.titled(
                analogues.target().countryAtDate().name()
                    + " ("
                    + Decimals.fixed(analogues.target().value(), 1)
                    + ") and its precedents, the most similar profile first")
            .text("Precedent")
            .number("By profile", 0)
            .number("Gower", 3)
            .number("Mahal.", 2)
            .number("By score", 0)
            .number("Score", 1)
            .signed("Points", 1)
            .number("Overlap %", 0)
            .text("Differs most in");
    for (Analogue analogue : analogues.byProfile().subList(0, Math.min(atMost, count))) {
      table.row(
          analogue.precedent().countryAtDate().name(),
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
      table.note((count - atMost) + " more precedents are farther in profile.");
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

  static Table analogue(Analogue analogue) {
    Table.Builder table =
        Table.titled(
                analogue.target().countryAtDate().name()
                    + " minus "
                    + analogue.precedent().countryAtDate().name())
            .text("Indicator")
            .text("Unit")
            .number("Reading", 2)
            .number("Then", 2)
            .number("Value", 1)
            .number("Value then", 1)
            .signed("Points", 1)
            .number("Distance", 3);
    for (Analogue.Difference difference : analogue.differences()) {
      table.row(
          difference.indicator().name(),
          difference.indicator().unit(),
          difference.reading(),
          difference.precedentReading(),
          difference.value(),
          difference.precedentValue(),
          difference.points(),
          difference.distance());
    }
    if (analogue.overlap() < 1 - 1e-12) {
      table.note(
          "Rests on "
              + Decimals.fixed(100 * analogue.overlap(), 0)
              + " % of the compared weight: the rest is missing in one of both.");
    }
    return table
        .note(analogue.toString())
        .note("Distance: what the indicator adds to the distance of the profiles, from 0 to 1.")
        .build();
  }

  static Table mixture(SyntheticControl control) {
    Table.Builder table =
        Table.titled(control.target().countryAtDate().name() + " as a mixture of precedents")
            .text("Indicator")
            .number("Value", 1)
            .number("Mixture", 1)
            .signed("Residual", 1);
    for (SyntheticControl.Residual residual : control.residuals()) {
      table.row(
          residual.indicator().name(), residual.value(), residual.mixture(), residual.points());
    }
    return table
        .note(control.equation())
        .note(
            "Distance "
                + Decimals.fixed(control.distance(), 3)
                + "; explains "
                + Decimals.fixed(100 * control.explained(), 0)
                + " % of the profile, against the mean of all precedents.")
        .note(
            control.isUnique()
                ? "No other weights give this mixture."
                : "Other weights give the same mixture: these are one way to describe it.")
        .build();
  }

  static Table parts(SyntheticControl control) {
    Table.Builder table =
        Table.titled("What " + control.target().countryAtDate().name() + " is a mixture of")
            .text("Precedent")
            .number("Weight", 3)
            .bar("0..1", 0, 1, 20);
    for (SyntheticControl.Part part : control.parts()) {
      table.row(part.precedent().countryAtDate().name(), part.weight(), part.weight());
    }
    return table.build();
  }

  static Table test(ProximityTest test) {
    return Table.titled(
            "Is "
                + test.analogue().target().countryAtDate().name()
                + " nearer to "
                + test.analogue().precedent().countryAtDate().name()
                + " than by chance?")
        .text("Figure")
        .number("Value", 4)
        .text("How")
        .row("Gower distance", test.analogue().gower(), "from 0, alike, to 1")
        .row("p-value", test.pValue().value(), "chosen beforehand; " + test.pValue().how())
        .row(
            "p-value, adjusted",
            test.adjustedPValue().value(),
            "after a look at all precedents; " + test.adjustedPValue().how())
        .row(
            "Pairs as near",
            test.shareOfPairs(),
            test.pairsAsNear() + " of " + test.pairs() + " pairs of different countries")
        .note(test.permutations() + " permutations from seed " + test.seed() + ".")
        .build();
  }
}
