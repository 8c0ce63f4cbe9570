package dev.steppe.revision;

import dev.steppe.evidence.CountryAtDate;
import dev.steppe.evidence.Estimate;
import dev.steppe.evidence.NotApplicable;
import dev.steppe.evidence.Reading;
import dev.steppe.evidence.Source;
import dev.steppe.internal.Text;
import dev.steppe.score.CountryScore;
import dev.steppe.score.RankingRecord;
import dev.steppe.score.Scorecard;
import dev.steppe.score.ScorecardRecord;
import dev.steppe.score.TieRule;
import dev.steppe.table.Table;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** How differences print. */
final class DifferenceTables {

  private DifferenceTables() {}

  static Table model(ModelDifference difference) {
    Table.Builder table =
        ofModel(
            Table.titled(
                "What differs in model "
                    + RevisionText.named(
                        difference.after().root().name(), difference.after().name())));
    difference.counting().forEach(change -> addRow(table, change));
    boolean both = !difference.counting().isEmpty() && !difference.texts().isEmpty();
    if (both) {
      table.rule();
    }
    difference.texts().forEach(change -> addRow(table, change));
    if (difference.isEmpty()) {
      table.note("Nothing differs.");
    } else {
      table.note("Weight: of the whole score, a product of shares from the top.");
    }
    if (!difference.texts().isEmpty()) {
      table.note(both ? "What is below the line moves no score." : "What differs moves no score.");
    }
    return table
        .note(fingerprints(difference.before().fingerprint(), difference.after().fingerprint()))
        .build();
  }

  /** Some differences of a model, without a title. */
  static Table ofModel(List<ModelChange> changes) {
    Table.Builder table = ofModel(Table.builder());
    changes.forEach(change -> addRow(table, change));
    return table.build();
  }

  private static Table.Builder ofModel(Table.Builder table) {
    return table
        .text("Node")
        .text("What")
        .text("Before")
        .text("After")
        .number("Weight before", 4)
        .number("Weight after", 4);
  }

  private static void addRow(Table.Builder table, ModelChange change) {
    table.row(
        below(change),
        change.aspect().toString(),
        change.before(),
        change.after(),
        change.weightBefore(),
        change.weightAfter());
  }

  /** The path below the root, which can be broken into lines; of the root its code. */
  private static String below(ModelChange change) {
    return change.path().substring(change.path().indexOf('/') + 1).replace("/", " / ");
  }

  static String fingerprints(String before, String after) {
    return before.equals(after)
        ? Text.of("Model fingerprint %s, before and after.", after)
        : Text.of("Model fingerprint before %s, after %s.", before, after);
  }

  static Table data(DataDifference difference) {
    Table.Builder table = ofData(Table.titled("What differs in the data"));
    difference.changes().forEach(change -> addRow(table, change));
    difference.added().forEach(country -> addCountry(table, country.name(), "new"));
    difference.removed().forEach(country -> addCountry(table, country.name(), "gone"));
    if (difference.isEmpty()) {
      table.note("Nothing differs.");
    } else {
      table.note("Central, least and most: after minus before, in the unit of the readings.");
    }
    return table
        .note(
            Text.of(
                "As of %s before, %s after.",
                dates(difference.before()), dates(difference.after())))
        .build();
  }

  /** Some differences of readings, without a title. */
  static Table ofData(List<ReadingChange> changes) {
    Table.Builder table = ofData(Table.builder());
    changes.forEach(change -> addRow(table, change));
    return table.build();
  }

  private static Table.Builder ofData(Table.Builder table) {
    return table
        .text("Country")
        .text("Indicator")
        .text("What")
        .text("Before")
        .text("After")
        .signed("Central", 4)
        .signed("Least", 4)
        .signed("Most", 4)
        .text("Source");
  }

  private static void addRow(Table.Builder table, ReadingChange change) {
    table.row(
        change.country().name(),
        change.code(),
        change.kind().toString(),
        estimate(change.before(), change.readingsBefore(), change.notApplicableBefore()),
        estimate(change.after(), change.readingsAfter(), change.notApplicableAfter()),
        moved(change, Estimate::central),
        moved(change, Estimate::lower),
        moved(change, Estimate::upper),
        sources(change));
  }

  private static void addCountry(Table.Builder table, String name, String what) {
    OptionalDouble none = OptionalDouble.empty();
    table.row(name, "", "country " + what, "", "", none, none, none, "");
  }

  private static String estimate(
      Optional<Estimate> estimate, List<Reading> readings, Optional<NotApplicable> none) {
    if (none.isPresent()) {
      return RevisionText.notApplicable(none.get());
    }
    String unit = readings.isEmpty() ? "" : readings.get(0).unit();
    return estimate.map(e -> e + (unit.isBlank() ? "" : " " + unit)).orElse("");
  }

  private static OptionalDouble moved(ReadingChange change, ToDoubleFunction<Estimate> of) {
    if (change.before().isEmpty() || change.after().isEmpty()) {
      return OptionalDouble.empty();
    }
    double difference =
        of.applyAsDouble(change.after().get()) - of.applyAsDouble(change.before().get());
    return Double.isFinite(difference) ? OptionalDouble.of(difference) : OptionalDouble.empty();
  }

  /** The documents; the whole sources if it is these that differ. */
  private static String sources(ReadingChange change) {
    boolean whole = change.kind() == ReadingChange.Kind.SOURCE;
    String old = sources(change.readingsBefore(), change.notApplicableBefore(), whole);
    String now = sources(change.readingsAfter(), change.notApplicableAfter(), whole);
    if (old.equals(now) || old.isEmpty()) {
      return now;
    }
    return now.isEmpty() ? old : Text.of("%s; before: %s", now, old);
  }

  private static String sources(
      List<Reading> readings, Optional<NotApplicable> none, boolean whole) {
    List<Source> all = new ArrayList<>();
    readings.forEach(reading -> all.add(reading.source()));
    none.map(NotApplicable::source).filter(Source::isStated).ifPresent(all::add);
    Set<String> sources = new LinkedHashSet<>();
    for (Source source : all) {
      sources.add(whole || !source.isStated() ? source.toString() : source.document());
    }
    return String.join("; ", sources);
  }

  private static String dates(List<CountryAtDate> countries) {
    return dates(
        countries, country -> Optional.ofNullable(country.date()).map(LocalDate::toString));
  }

  private static <T> String dates(List<T> all, Function<T, Optional<String>> date) {
    Set<String> dates = new LinkedHashSet<>();
    all.forEach(one -> dates.add(date.apply(one).orElse("no date")));
    return dates.isEmpty() ? "no date" : Text.list(dates.stream().sorted().toList());
  }

  static Table ranking(RankingDifference difference) {
    boolean classes =
        difference.places().stream()
            .anyMatch(p -> riskClass(p.before()) != null || riskClass(p.after()) != null);
    Table.Builder table =
        Table.titled("What differs between two rankings")
            .text("Country")
            .number("Score before", 1)
            .number("Score after", 1)
            .signed("Change", 1)
            .number("Rank before", decimals(difference))
            .number("Rank after", decimals(difference));
    if (classes) {
      table.text("Class before").text("Class after");
    }
    for (PlaceChange place : difference.places()) {
      List<Object> row = new ArrayList<>();
      row.add(RevisionText.named(place.name(), place.country()));
      row.add(number(place.before(), p -> p.of().score()));
      row.add(number(place.after(), p -> p.of().score()));
      row.add(place.difference());
      row.add(number(place.before(), RankingRecord.Place::rank));
      row.add(number(place.after(), RankingRecord.Place::rank));
      if (classes) {
        row.add(Objects.requireNonNullElse(riskClass(place.before()), ""));
        row.add(Objects.requireNonNullElse(riskClass(place.after()), ""));
      }
      table.row(row.toArray());
    }
    RankingRecord before = difference.before();
    RankingRecord after = difference.after();
    if (!before.tieRule().equals(after.tieRule())) {
      table.note(
          Text.of(
              "Ranks of equal scores: %s before, %s after.", before.tieRule(), after.tieRule()));
    }
    table.note(
        Text.of("As of %s before, %s after.", datesOf(before.places()), datesOf(after.places())));
    return finish(
        table, before.fingerprint(), after.fingerprint(), before.library(), after.library());
  }

  /** Ranks have halves where those of equal scores are averaged. */
  static int decimals(RankingDifference difference) {
    String halves = TieRule.AVERAGE.name();
    return difference.before().tieRule().equals(halves)
            || difference.after().tieRule().equals(halves)
        ? 1
        : 0;
  }

  private static String datesOf(List<RankingRecord.Place> places) {
    return dates(places, place -> Optional.ofNullable(place.of().asOf()));
  }

  private static <T> OptionalDouble number(Optional<T> from, ToDoubleFunction<T> of) {
    return from.isPresent()
        ? OptionalDouble.of(of.applyAsDouble(from.get()))
        : OptionalDouble.empty();
  }

  private static @Nullable String riskClass(Optional<RankingRecord.Place> place) {
    return place.map(RankingRecord.Place::of).map(CountryScore::riskClass).orElse(null);
  }

  private static Table finish(
      Table.Builder table, String before, String after, String oldLibrary, String newLibrary) {
    table.note(fingerprints(before, after));
    if (!oldLibrary.equals(newLibrary)) {
      table.note(Text.of("Version of the library %s before, %s after.", oldLibrary, newLibrary));
    }
    return table.note(Scorecard.NOT_A_PROBABILITY).build();
  }

  static Table scorecard(ScorecardDifference difference) {
    ScorecardRecord before = difference.before();
    ScorecardRecord after = difference.after();
    Table.Builder table =
        Table.titled(
                "What differs between two scorecards of "
                    + RevisionText.named(after.of().name(), after.of().country()))
            .text("Factor / indicator")
            .number("Reading before", 2)
            .number("Reading after", 2)
            .number("Value before", 1)
            .number("Value after", 1)
            .number("Weight before", 3)
            .number("Weight after", 3);
    for (ScorecardDifference.Node node : difference.nodes()) {
      int depth = node.after().or(node::before).map(ScorecardRecord.Node::depth).orElse(0);
      table.row(
          "  ".repeat(depth) + node.name(),
          figure(node.before(), ScorecardRecord.Node::reading),
          figure(node.after(), ScorecardRecord.Node::reading),
          figure(node.before(), ScorecardRecord.Node::value),
          figure(node.after(), ScorecardRecord.Node::value),
          figure(node.before(), ScorecardRecord.Node::weight),
          figure(node.after(), ScorecardRecord.Node::weight));
    }
    table.note(
        Text.of(
            "As of %s before, %s after.",
            Objects.requireNonNullElse(before.of().asOf(), "no date"),
            Objects.requireNonNullElse(after.of().asOf(), "no date")));
    return finish(
        table, before.fingerprint(), after.fingerprint(), before.library(), after.library());
  }

  private static OptionalDouble figure(
      Optional<ScorecardRecord.Node> node, Function<ScorecardRecord.Node, @Nullable Double> of) {
    @Nullable Double number = node.isPresent() ? of.apply(node.get()) : null;
    return number == null ? OptionalDouble.empty() : OptionalDouble.of(number);
  }
}
