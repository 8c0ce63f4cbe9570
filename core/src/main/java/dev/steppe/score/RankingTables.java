package dev.steppe.score;

import dev.steppe.model.RiskClasses;
import dev.steppe.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** How rankings print. */
final class RankingTables {

  private RankingTables() {}

  static Table ranking(Ranking ranking) {
    Table.Builder table = rankingColumns(ranking);
    boolean dated = dated(ranking);
    for (Ranking.Entry entry : ranking) {
      table.row(place(entry, dated).toArray());
    }
    noteRemarks(table, ranking);
    return rankingNotes(table, ranking).build();
  }

  private static void noteRemarks(Table.Builder table, Ranking ranking) {
    for (Ranking.Entry entry : ranking) {
      for (String remark : ScoreTables.remarks(entry.scorecard())) {
        table.note(entry.scorecard().countryAtDate().entry() + ": " + remark);
      }
    }
  }

  /** Those that are ranked, then those that are not, with the reasons. */
  static Table partialRanking(PartialRanking partial) {
    Ranking ranking = partial.ranking();
    Table.Builder table = rankingColumns(ranking).text("Not ranked because");
    boolean dated = dated(ranking);
    for (Ranking.Entry entry : ranking) {
      List<Object> row = place(entry, dated);
      row.add("");
      table.row(row.toArray());
    }
    noteRemarks(table, ranking);
    table.rule();
    OptionalDouble none = OptionalDouble.empty();
    for (PartialRanking.NotRanked country : partial.notRanked()) {
      String who = country.profile().countryAtDate().entry();
      List<Object> row = new ArrayList<>(List.of(none, who, none));
      classes(ranking).ifPresent(classes -> row.add(""));
      row.addAll(List.of(none, none, none, none, String.join("; ", country.reasons())));
      table.row(row.toArray());
    }
    return rankingNotes(table, ranking).build();
  }

  private static Table.Builder rankingColumns(Ranking ranking) {
    boolean halves = ranking.tieRule() == TieRule.AVERAGE;
    Table.Builder table =
        Table.titled("Ranking, the riskiest first")
            .number("Rank", halves ? 1 : 0)
            .text("Country")
            .number("Score", 1);
    classes(ranking).ifPresent(classes -> table.text("Class"));
    return table
        .number("Least", 1)
        .number("Most", 1)
        .share("Coverage %", 100, 0)
        .bar("0..100", 0, 100, 20);
  }

  /** The classes of the model of all that is ranked, if it states any. */
  private static Optional<RiskClasses> classes(Ranking ranking) {
    return ranking.entries().stream()
        .findFirst()
        .flatMap(entry -> entry.scorecard().model().classes());
  }

  private static List<Object> place(Ranking.Entry entry, boolean dated) {
    Scorecard card = entry.scorecard();
    List<Object> row = new ArrayList<>();
    row.add(entry.rank());
    row.add(dated ? card.countryAtDate().entry() : card.country().toString());
    row.add(card.value());
    card.riskClass().ifPresent(row::add);
    row.add(card.range().lower());
    row.add(card.range().upper());
    row.add(100 * card.coverage());
    row.add(card.value());
    return row;
  }

  private static Table.Builder rankingNotes(Table.Builder table, Ranking ranking) {
    classes(ranking).ifPresent(classes -> table.note("Classes: " + classes + "."));
    return table
        .note("Least and most: what the bounds of the readings allow.")
        .note(Scorecard.NOT_A_PROBABILITY);
  }

  /** Whether the places are of several dates, so that the dates must be told. */
  private static boolean dated(Ranking ranking) {
    return ranking.entries().stream()
            .map(entry -> entry.scorecard().profile().asOf())
            .distinct()
            .limit(2)
            .count()
        > 1;
  }
}
