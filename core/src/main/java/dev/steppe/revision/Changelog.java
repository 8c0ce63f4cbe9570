package dev.steppe.revision;

import com.google.common.base.CharMatcher;
import com.google.common.escape.Escaper;
import com.google.common.escape.Escapers;
import dev.steppe.internal.Library;
import dev.steppe.internal.Text;
import dev.steppe.score.Ranking;
import dev.steppe.table.Decimals;
import dev.steppe.table.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What changed from one version of an index to the next, as a page in Markdown. */
final class Changelog {

  /** A table with more columns is none for people. */
  private static final int MOST_COLUMNS = 12;

  private static final Escaper ESCAPER = escaper();

  private Changelog() {}

  private static Escaper escaper() {
    Escapers.Builder builder = Escapers.builder();
    for (char c : "\\`*_<>[]|~&#".toCharArray()) {
      builder.addEscape(c, "\\" + c);
    }
    return builder.build();
  }

  static String of(Revision revision, String from, String to) {
    List<String> blocks = new ArrayList<>();
    blocks.add(
        Text.of(
            "# %s: what changed from %s to %s, and what it did",
            escaped(revision.model().after().root().name()), escaped(from), escaped(to)));
    blocks.add(summary(revision));
    blocks.add("## What changed");
    if (revision.changes().isEmpty()) {
      blocks.add("Nothing that moves a score or a rank.");
    } else {
      blocks.add(changes(revision).toMarkdown());
    }
    if (!revision.model().counting().isEmpty()) {
      blocks.add("### The model");
      blocks.add(DifferenceTables.ofModel(revision.model().counting()).toMarkdown());
    }
    if (!revision.data().counting().isEmpty()) {
      blocks.add("### The readings");
      blocks.add(DifferenceTables.ofData(revision.data().counting()).toMarkdown());
    }
    if (!revision.model().texts().isEmpty()) {
      blocks.add("### What moves no score");
      blocks.add(DifferenceTables.ofModel(revision.model().texts()).toMarkdown());
    }
    blocks.add("## What it did");
    blocks.add(RevisionTables.countryRows(revision).build().toMarkdown());
    if (!revision.changes().isEmpty()) {
      blocks.add(RevisionTables.changeRows(revision).build().toMarkdown());
    }
    if (!revision.changes().isEmpty() && revision.changes().size() <= MOST_COLUMNS) {
      blocks.add(RevisionTables.partRows(revision).build().toMarkdown());
    }
    blocks.add("## How to read it");
    blocks.addAll(RevisionTables.notes(revision));
    blocks.add(
        DifferenceTables.fingerprints(
                revision.model().before().fingerprint(), revision.model().after().fingerprint())
            + " Computed by Steppe "
            + Library.VERSION
            + ".");
    return String.join("\n\n", blocks) + "\n";
  }

  private static String escaped(String text) {
    return ESCAPER.escape(CharMatcher.breakingWhitespace().collapseFrom(text.strip(), ' '));
  }

  private static Table changes(Revision revision) {
    Table.Builder table = Table.builder().number("No.", 0).text("Of").text("Change");
    for (RevisionChange change : revision.changes()) {
      table.row(change.number(), change.kind().toString(), change.what());
    }
    return table.build();
  }

  private static String summary(Revision revision) {
    List<CountryRevision> countries = revision.countries();
    CountryRevision most =
        countries.stream()
            .max(Comparator.comparingDouble(country -> Math.abs(country.difference())))
            .orElseThrow();
    double mean =
        countries.stream()
            .mapToDouble(country -> Math.abs(country.difference()))
            .average()
            .orElse(0);
    long moved = countries.stream().filter(country -> country.placesRisen() != 0).count();
    String scores =
        Ranking.compareScores(most.difference(), 0) == 0
            ? Text.of("No score of %s moves", Text.count(countries.size(), "country", "countries"))
            : Text.of(
                "Scores of %s move by %s points on average, the most for %s: %s, from %s to %s",
                Text.count(countries.size(), "country", "countries"),
                Decimals.fixed(mean, 1),
                escaped(most.country().name()),
                Decimals.signed(most.difference(), 1),
                Decimals.fixed(most.before().value(), 1),
                Decimals.fixed(most.after().value(), 1));
    return Text.of(
        "%s. %s rank.",
        scores, moved == 1 ? "1 changes" : (moved == 0 ? "None changes" : moved + " change"));
  }
}
