package dev.steppe.score;

import dev.steppe.evidence.NotApplicable;
import dev.steppe.evidence.Reading;
import dev.steppe.internal.Text;
import dev.steppe.model.Indicator;
import dev.steppe.model.RiskClasses;
import dev.steppe.table.Decimals;
import dev.steppe.table.RoundedParts;
import dev.steppe.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/** How results print. */
final class ScoreTables {

  private static final String STALE =
      "Stale: of any quality, and more than " + Basis.STALE_YEARS + " years old.";

  private ScoreTables() {}

  static Table scorecard(Scorecard card) {
    Table.Builder table =
        Table.titled(heading(card))
            .text("Factor / indicator")
            .number("Reading", 2)
            .text("Unit")
            .number("Value", 1)
            .number("Weight", 3)
            .number("Points", 1)
            .bar("0..100", 0, 100, 20);
    String fault = fault(card::contributions);
    for (NodeScore node : card.nodes()) {
      table.row(
          "  ".repeat(node.depth()) + node.name(),
          node.raw(),
          unit(node),
          node.value(),
          node.effectiveWeight(),
          points(fault, node, card::contribution),
          node.value());
    }
    noteFault(table, fault);
    noteSums(table, fault, 1, card.nodes(), card::contribution);
    card.model().classes().ifPresent(classes -> table.note(classOf(card, classes)));
    if (card.range().width() > 0) {
      table.note(
          Text.of(
              "The bounds of the readings allow scores from %s to %s.",
              shown(card.range().lower()), shown(card.range().upper())));
    }
    if (card.coverage() < 1) {
      table.note(
          "Coverage: " + Decimals.percent(card.coverage(), 0) + " % of the weight has data.");
    }
    remarks(card).forEach(table::note);
    return table.note(Scorecard.NOT_A_PROBABILITY).build();
  }

  /** The class of a score, and those that the bounds of its readings allow. */
  private static String classOf(Scorecard card, RiskClasses classes) {
    String least = classes.of(card.range().lower());
    String most = classes.of(card.range().upper());
    return Text.of(
        "Class: %s.%s Classes: %s.",
        classes.describe(card.value()),
        least.equals(most)
            ? ""
            : " The bounds of the readings allow " + least + " to " + most + ".",
        classes);
  }

  /** What a reader of a card should know of its readings; mostly nothing. */
  static List<String> remarks(Scorecard card) {
    List<String> remarks = new ArrayList<>(notApplicable(card));
    List<String> beyond = card.beyondScale();
    if (!beyond.isEmpty()) {
      remarks.add(
          Text.count(beyond.size(), "reading", "readings")
              + " beyond "
              + (beyond.size() == 1 ? "its" : "their")
              + " scale, counted as at its end: "
              + String.join(", ", beyond)
              + ".");
    }
    List<String> later = card.laterThanDate();
    if (!later.isEmpty()) {
      remarks.add(
          Text.count(later.size(), "reading", "readings")
              + " later than "
              + card.profile().asOf().orElseThrow()
              + ", the date of the profile: "
              + String.join(", ", later)
              + ".");
    }
    List<String> sameYear = card.sameYearAsDate();
    if (!sameYear.isEmpty()) {
      remarks.add(
          Text.of(
              "%s of %s, whether of before or after %s cannot be told: %s.",
              Text.count(sameYear.size(), "reading", "readings"),
              card.profile().asOf().orElseThrow().getYear(),
              card.profile().asOf().orElseThrow(),
              String.join(", ", sameYear)));
    }
    return remarks;
  }

  /** What does not apply, in one sentence; mostly nothing. */
  static List<String> notApplicable(Scorecard card) {
    List<String> none = new ArrayList<>();
    if (!card.profile().notApplicable().isEmpty()) {
      for (NodeScore node : card.nodes()) {
        node.notApplicable().ifPresent(why -> none.add(node.name() + " (" + why.reason() + ")"));
      }
    }
    return none.isEmpty()
        ? none
        : List.of(
            "Not applicable: " + String.join(", ", none) + ". What is beside has the weight.");
  }

  static Table trace(Scorecard card) {
    Table.Builder table =
        Table.titled(heading(card) + ", step by step")
            .text("Node")
            .text("How")
            .number("Reading", 4)
            .number("Treated", 4)
            .number("Value", 4)
            .number("Share", 4)
            .number("Weight", 6)
            .number("Points", 4);
    String fault = fault(card::contributions);
    for (NodeScore node : card.nodes()) {
      table.row(
          "  ".repeat(node.depth()) + node.code(),
          node.node().description(),
          node.raw(),
          node.treated(),
          node.value(),
          node.weight(),
          node.effectiveWeight(),
          points(fault, node, card::contribution));
    }
    table.note(
        "Share: of the weight within the factor. Weight: product of the shares from the top.");
    if (fault.isEmpty()) {
      table.note("Points of all indicators sum to the score minus " + shown(card.baseline()) + ".");
    }
    noteFault(table, fault);
    noteSums(table, fault, 4, card.nodes(), card::contribution);
    remarks(card).forEach(table::note);
    return table.note("Model fingerprint " + card.fingerprint() + ".").build();
  }

  static Table comparison(Comparison comparison) {
    Scorecard first = comparison.first();
    Scorecard second = comparison.second();
    Table.Builder table =
        Table.titled(first.country().name() + " minus " + second.country().name())
            .text("What accounts for it")
            .number(first.country().code(), 1)
            .number(second.country().code() + second(first, second), 1)
            .signed("Points", 1);
    String fault = fault(comparison::contributions);
    for (NodeScore node : first.nodes()) {
      table.row(
          "  ".repeat(node.depth()) + node.name(),
          node.value(),
          second.node(node.code()).value(),
          points(fault, node, comparison::contribution));
    }
    noteFault(table, fault);
    noteSums(table, fault, 1, first.nodes(), comparison::contribution);
    if (comparison.range().width() > 0) {
      table.note(
          Text.of(
              "The bounds of the readings allow differences from %s to %s.",
              shown(comparison.range().lower()), shown(comparison.range().upper())));
    }
    for (Scorecard card : List.of(first, second)) {
      notApplicable(card).forEach(note -> table.note(card.countryAtDate().entry() + ": " + note));
    }
    return table.note(Scorecard.NOT_A_PROBABILITY).build();
  }

  /**
   * Why there are no contributions; empty if there are. A table is printed without them, since
   * {@code toString()} must not fail.
   */
  private static String fault(Runnable contributions) {
    try {
      contributions.run();
      return "";
    } catch (IllegalArgumentException fault) {
      return String.valueOf(fault.getMessage());
    }
  }

  private static OptionalDouble points(
      String fault, NodeScore node, Function<String, Contribution> contribution) {
    return fault.isEmpty()
        ? OptionalDouble.of(contribution.apply(node.code()).points())
        : OptionalDouble.empty();
  }

  private static void noteFault(Table.Builder table, String fault) {
    if (!fault.isEmpty()) {
      table.note("No points: " + fault);
    }
  }

  /** Says so if points do not add up as they are shown. */
  private static void noteSums(
      Table.Builder table,
      String fault,
      int decimals,
      List<NodeScore> nodes,
      Function<String, Contribution> contribution) {
    if (!fault.isEmpty()) {
      return;
    }
    int[] depths = nodes.stream().mapToInt(NodeScore::depth).toArray();
    double[] points =
        nodes.stream().mapToDouble(node -> contribution.apply(node.code()).points()).toArray();
    if (!RoundedParts.addUp(decimals, depths, points)) {
      table.note(RoundedParts.NOTE);
    }
  }

  /** Tells the columns of one country at two dates apart. */
  private static String second(Scorecard first, Scorecard second) {
    return first.country().code().equals(second.country().code()) ? " (second)" : "";
  }

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
      for (String remark : remarks(entry.scorecard())) {
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

  static Table sources(Iterable<Scorecard> cards) {
    Table.Builder table =
        Table.titled("Sources of every reading")
            .text("Country")
            .text("Indicator")
            .number("Least", 4)
            .number("Most", 4)
            .text("Unit")
            .text("Source")
            .text("Note");
    for (Scorecard card : cards) {
      for (NodeScore node : card.nodes()) {
        for (Reading reading : node.readings()) {
          table.row(
              card.country().code(),
              node.code(),
              finite(reading.estimate().lower()),
              finite(reading.estimate().upper()),
              reading.unit(),
              reading.source().toString(),
              reading.source().note());
        }
        if (node.node().isLeaf() && node.readings().isEmpty()) {
          table.row(
              card.country().code(),
              node.code(),
              OptionalDouble.empty(),
              OptionalDouble.empty(),
              "",
              node.notApplicable().map(ScoreTables::source).orElse("missing"),
              node.notApplicable().map(NotApplicable::reason).orElse(""));
        }
      }
    }
    return table.build();
  }

  private static String source(NotApplicable why) {
    return "not applicable" + (why.source().isStated() ? ": " + why.source() : "");
  }

  static Table basis(Basis basis) {
    return Table.titled("What the score rests on, in shares of the weight")
        .text("Readings")
        .share("Share", 1, 3)
        .bar("0..1", 0, 1, 20)
        .row("Exact", basis.exact(), basis.exact())
        .row("Estimated", basis.estimate(), basis.estimate())
        .row("Judged", basis.judgement(), basis.judgement())
        .row("Unstated", basis.unstated(), basis.unstated())
        .row("Missing", basis.missing(), basis.missing())
        .rule()
        .row("Stale", basis.stale(), basis.stale())
        .note(STALE)
        .build();
  }

  static Table bases(Iterable<Scorecard> cards) {
    Table.Builder table =
        Table.titled("What the scores rest on, in percent of the weight")
            .text("Country")
            .number("Score", 1)
            .share("Exact", 100, 0)
            .share("Estimated", 100, 0)
            .share("Judged", 100, 0)
            .share("Unstated", 100, 0)
            .share("Missing", 100, 0)
            .share("Stale", 100, 0);
    for (Scorecard card : cards) {
      Basis basis = card.basis();
      table.row(
          card.countryAtDate().entry(),
          card.value(),
          100 * basis.exact(),
          100 * basis.estimate(),
          100 * basis.judgement(),
          100 * basis.unstated(),
          100 * basis.missing(),
          basis.stale().isPresent()
              ? OptionalDouble.of(100 * basis.stale().getAsDouble())
              : basis.stale());
    }
    return table.note(STALE).build();
  }

  /** A bound, or nothing where an estimate has none. */
  private static OptionalDouble finite(double bound) {
    return Double.isFinite(bound) ? OptionalDouble.of(bound) : OptionalDouble.empty();
  }

  private static String heading(Scorecard card) {
    return card.countryAtDate() + ": " + shown(card.value()) + " in " + card.model().name();
  }

  private static String unit(NodeScore node) {
    return node.indicator().map(Indicator::unit).orElse("");
  }

  private static String shown(double value) {
    return Decimals.fixed(value, 1);
  }
}
