package dev.steppe.revision;

import dev.steppe.internal.Text;
import dev.steppe.score.Ranking;
import dev.steppe.score.Scorecard;
import dev.steppe.table.Decimals;
import dev.steppe.table.RoundedParts;
import dev.steppe.table.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

/** How a revision prints. */
final class RevisionTables {

  private static final String PARTS =
      "Parts are means over all orders of the changes in which those of the model, and those of the"
          + " readings, stay together; they sum to what they are parts of.";

  private RevisionTables() {}

  static Table countries(Revision revision) {
    Table.Builder table = countryRows(revision);
    notes(revision).forEach(table::note);
    return table.build();
  }

  /** What became of the countries, without notes on how to read it. */
  static Table.Builder countryRows(Revision revision) {
    List<RevisionChange.Kind> kinds = kinds(revision);
    Table.Builder table =
        Table.titled("What became of scores and ranks")
            .text("Country")
            .number("Before", 1)
            .number("After", 1)
            .signed("Change", 1);
    kinds.stream()
        .filter(kind -> kind != RevisionChange.Kind.COUNTRIES)
        .forEach(kind -> table.signed("By " + kind, 1));
    int decimals = DifferenceTables.decimals(revision.ranking());
    table.number("Rank before", decimals).number("Rank after", decimals).text("Most by change");
    for (CountryRevision country : revision.countries()) {
      List<Object> row = new ArrayList<>();
      row.add(country.country().toString());
      row.add(country.before().value());
      row.add(country.after().value());
      row.add(country.difference());
      kinds.stream()
          .filter(kind -> kind != RevisionChange.Kind.COUNTRIES)
          .forEach(kind -> row.add(country.points(kind)));
      row.add(country.before().rank());
      row.add(country.after().rank());
      row.add(greatest(country));
      table.row(row.toArray());
    }
    addOneSided(table, revision);
    return table;
  }

  private static List<RevisionChange.Kind> kinds(Revision revision) {
    return revision.changes().stream().map(RevisionChange::kind).distinct().toList();
  }

  /** Such as {@code 2: +3.1}; nothing if no change moves the score. */
  private static String greatest(CountryRevision country) {
    return country.parts().stream()
        .max(Comparator.comparingDouble(part -> Math.abs(part.points())))
        .filter(part -> Ranking.compareScores(part.points(), 0) != 0)
        .map(part -> part.change().number() + ": " + Decimals.signed(part.points(), 1))
        .orElse("");
  }

  private static void addOneSided(Table.Builder table, Revision revision) {
    if (!revision.data().added().isEmpty()) {
      table.note("Ranked after only: " + Text.list(texts(revision.data().added())) + ".");
    }
    if (!revision.data().removed().isEmpty()) {
      table.note("Ranked before only: " + Text.list(texts(revision.data().removed())) + ".");
    }
  }

  private static List<String> texts(List<?> all) {
    return all.stream().map(Object::toString).toList();
  }

  /** How to read all that. */
  static List<String> notes(Revision revision) {
    List<String> notes = new ArrayList<>();
    notes.add(
        revision.changes().isEmpty() ? "Nothing changed that moves a score or a rank." : PARTS);
    revision
        .design()
        .ifPresent(
            design ->
                notes.add(
                    Text.of(
                        "Means of %s random orders and their reverses, seed %s.",
                        design.size(), design.seed())));
    notes.add(Scorecard.NOT_A_PROBABILITY);
    return notes;
  }

  static Table changes(Revision revision) {
    Table.Builder table = changeRows(revision);
    notes(revision).forEach(table::note);
    return table.build();
  }

  /** What each change did, without notes on how to read it but for its columns. */
  static Table.Builder changeRows(Revision revision) {
    boolean errors = !revision.isExact();
    Table.Builder table =
        Table.titled("What each change did")
            .number("No.", 0)
            .text("Of")
            .text("Change")
            .number("Mean size", 2)
            .signed("Greatest", 2);
    if (errors) {
      table.number("Standard error", 2);
    }
    table.text("For").number("Places", 1);
    for (RevisionChange change : revision.changes()) {
      double points = 0;
      double places = 0;
      CountryRevision most = revision.countries().get(0);
      for (CountryRevision country : revision.countries()) {
        points += Math.abs(part(country, change).points());
        places += Math.abs(part(country, change).places());
        if (Math.abs(part(country, change).points()) > Math.abs(part(most, change).points())) {
          most = country;
        }
      }
      CountryRevision.Part greatest = part(most, change);
      boolean moves = Ranking.compareScores(greatest.points(), 0) != 0;
      List<Object> row = new ArrayList<>();
      row.add(change.number());
      row.add(change.kind().toString());
      row.add(change.what());
      row.add(points / revision.countries().size());
      row.add(greatest.points());
      if (errors) {
        row.add(greatest.pointsError());
      }
      row.add(moves ? most.country().name() : "");
      row.add(places);
      table.row(row.toArray());
    }
    table.note(
        "Mean size, greatest: of what it adds to the scores, in points. Places: all that it moves"
            + " up or down.");
    return table;
  }

  private static CountryRevision.Part part(CountryRevision country, RevisionChange change) {
    return country.parts().get(change.number() - 1);
  }

  static Table parts(Revision revision) {
    Table.Builder table = partRows(revision);
    notes(revision).forEach(table::note);
    return table.build();
  }

  /** What each change adds to each score, without notes on how to read it. */
  static Table.Builder partRows(Revision revision) {
    Table.Builder table =
        Table.titled("What each change adds to each score, in points")
            .text("Country")
            .signed("Change", 2);
    revision.changes().forEach(change -> table.signed("No. " + change.number(), 2));
    boolean addUp = true;
    for (CountryRevision country : revision.countries()) {
      List<Object> row = new ArrayList<>();
      row.add(country.country().toString());
      row.add(country.difference());
      country.parts().forEach(part -> row.add(part.points()));
      table.row(row.toArray());
      addUp &= addUp(country);
    }
    if (!addUp) {
      table.note(RoundedParts.NOTE);
    }
    return table;
  }

  private static boolean addUp(CountryRevision country) {
    return country.parts().isEmpty()
        || RoundedParts.addUp(
            2,
            country.difference(),
            country.parts().stream().mapToDouble(CountryRevision.Part::points).toArray());
  }

  static Table country(CountryRevision country) {
    boolean errors =
        country.parts().stream().anyMatch(part -> part.pointsError() > 0 || part.placesError() > 0);
    Table.Builder table =
        Table.titled(
                Text.of(
                    "%s: %s points, from %s to %s; rank %s to %s",
                    country.country(),
                    Decimals.signed(country.difference(), 1),
                    Decimals.fixed(country.before().value(), 1),
                    Decimals.fixed(country.after().value(), 1),
                    RevisionText.number(country.before().rank()),
                    RevisionText.number(country.after().rank())))
            .text("Change")
            .signed("Points", 2);
    if (errors) {
      table.number("Standard error", 2);
    }
    table.signed("Places", 2);
    for (CountryRevision.Part part : country.parts()) {
      List<Object> row = new ArrayList<>();
      row.add(part.change().toString());
      row.add(part.points());
      if (errors) {
        row.add(part.pointsError());
      }
      row.add(part.places());
      table.row(row.toArray());
    }
    if (country.parts().isEmpty()) {
      table.row("Nothing changed", OptionalDouble.of(0), OptionalDouble.of(0));
    }
    table.note("Places: toward the riskiest. " + PARTS);
    if (!addUp(country)) {
      table.note(RoundedParts.NOTE);
    }
    return table.note(Scorecard.NOT_A_PROBABILITY).build();
  }
}
