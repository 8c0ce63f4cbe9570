package dev.steppe.score;

import com.google.common.collect.Lists;
import dev.steppe.internal.Text;
import dev.steppe.model.Indicator;
import dev.steppe.model.RiskClasses;
import dev.steppe.table.Decimals;
import dev.steppe.table.RoundedParts;
import dev.steppe.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;

/** How scorecards and comparisons print. */
final class ScoreTables {

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
    String fault = fault(card::byFactor);
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
              + names(card, beyond)
              + ".");
    }
    List<String> later = card.laterThanDate();
    if (!later.isEmpty()) {
      remarks.add(
          Text.count(later.size(), "reading", "readings")
              + " later than "
              + Text.day(card.profile().asOf().orElseThrow())
              + ", the date of the profile: "
              + names(card, later)
              + ".");
    }
    List<String> sameYear = card.sameYearAsDate();
    if (!sameYear.isEmpty()) {
      remarks.add(
          Text.of(
              "%s of %s, whether of before or after %s cannot be told: %s.",
              Text.count(sameYear.size(), "reading", "readings"),
              card.profile().asOf().orElseThrow().getYear(),
              Text.day(card.profile().asOf().orElseThrow()),
              names(card, sameYear)));
    }
    return remarks;
  }

  private static String names(Scorecard card, List<String> codes) {
    return Text.named(Lists.transform(codes, code -> card.node(code).name()));
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
    String fault = fault(card::byFactor);
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
    String fault = fault(comparison::byFactor);
    for (NodeScore node : first.nodes()) {
      table.row(
          "  ".repeat(node.depth()) + node.name(),
          node.value(),
          second.valueOf(node.code()),
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
    int[] depths = new int[nodes.size()];
    double[] points = new double[depths.length];
    for (int n = 0; n < depths.length; n++) {
      depths[n] = nodes.get(n).depth();
      points[n] = contribution.apply(nodes.get(n).code()).points();
    }
    if (!RoundedParts.addUp(decimals, depths, points)) {
      table.note(RoundedParts.NOTE);
    }
  }

  /** Tells the columns of one country at two dates apart. */
  private static String second(Scorecard first, Scorecard second) {
    return first.country().code().equals(second.country().code()) ? " (second)" : "";
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
