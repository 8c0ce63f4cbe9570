package dev.steppe.evidence;

import java.util.ArrayList;
import java.util.List;

/** The readings that follow from {@link TradePartners}; it states the formulas. */
final class TradeReadings {

  private TradeReadings() {}

  static Derivations of(TradePartners trade) {
    Derivations.Builder readings = new Derivations.Builder();
    Shares exports = trade.shares(Flow.EXPORTS);
    Shares imports = trade.shares(Flow.IMPORTS);
    String rival = trade.rival();
    if (exports.estimate(rival) != null) {
      readings.addShare("export_dependence", exports, rival);
    }
    if (imports.estimate(rival) != null) {
      readings.addShare("import_dependence", imports, rival);
    }
    trade
        .transit()
        .ifPresent(
            transit -> readings.add("transit_dependence", transit::estimate, share -> transit));
    addIndices("export_concentration", "export_diversification", exports, readings);
    addIndices("import_concentration", "import_diversification", imports, readings);
    return readings.build();
  }

  private static void addIndices(
      String concentration, String diversification, Shares shares, Derivations.Builder readings) {
    if (shares.isEmpty()) {
      return;
    }
    readings.addIndex(
        concentration,
        shares,
        TradeReadings::concentration,
        "Herfindahl-Hirschman index",
        "partner");
    readings.addIndex(
        diversification, shares, TradeReadings::diversification, "normalised entropy", "partner");
  }

  private static Interval concentration(Shares shares) {
    Interval sum = Interval.ZERO;
    double smallest = 1;
    for (Interval part : shares.parts()) {
      sum = sum.plus(new Interval(part.lower() * part.lower(), part.upper() * part.upper()));
      smallest = part.upper() > 0 ? Math.min(smallest, part.upper()) : smallest;
    }
    double rest = shares.rest().upper();
    double whole = Math.floor(rest / smallest);
    double last = rest - whole * smallest;
    return sum.plus(new Interval(0, whole * smallest * smallest + last * last));
  }

  private static Interval diversification(Shares shares) {
    List<Interval> parts = new ArrayList<>(shares.parts());
    if (shares.rest().upper() > 0) {
      parts.add(shares.rest());
    }
    if (parts.size() == 1) {
      return Interval.ZERO;
    }
    Interval sum = Interval.ZERO;
    for (Interval part : parts) {
      sum = sum.plus(part.map(Entropy::term, Entropy.PEAK));
    }
    return sum.dividedBy(Math.log(parts.size()));
  }
}
