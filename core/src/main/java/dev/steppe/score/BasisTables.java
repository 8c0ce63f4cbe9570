package dev.steppe.score;

import dev.steppe.evidence.NotApplicable;
import dev.steppe.evidence.Reading;
import dev.steppe.table.Table;
import java.util.OptionalDouble;

/** How the sources of scores print, and what scores rest on. */
final class BasisTables {

  private static final String STALE =
      "Stale: of any quality, and more than " + Basis.STALE_YEARS + " years old.";

  private BasisTables() {}

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
              node.notApplicable().map(BasisTables::source).orElse("missing"),
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
}
