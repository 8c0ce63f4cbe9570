package dev.steppe.evidence;

import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.List;

/** The readings that follow from {@link TradePartners}; it states the formulas. */
final class TradeReadings extends Derivations {

  private static final String CONCENTRATION = "Herfindahl-Hirschman index";
  private static final String DIVERSIFICATION = "normalised entropy";

  private final TradePartners trade;
  private final Shares exports;
  private final Shares imports;

  TradeReadings(TradePartners trade) {
    super(codes(trade));
    this.trade = trade;
    this.exports = trade.shares(Flow.EXPORTS);
    this.imports = trade.shares(Flow.IMPORTS);
  }

  private static ImmutableSet<String> codes(TradePartners trade) {
    Shares exports = trade.shares(Flow.EXPORTS);
    Shares imports = trade.shares(Flow.IMPORTS);
    ImmutableSet.Builder<String> codes = ImmutableSet.builder();
    if (exports.estimate(trade.rival()) != null) {
      codes.add("export_dependence");
    }
    if (imports.estimate(trade.rival()) != null) {
      codes.add("import_dependence");
    }
    if (trade.transit().isPresent()) {
      codes.add("transit_dependence");
    }
    if (!exports.isEmpty()) {
      codes.add("export_concentration").add("export_diversification");
    }
    if (!imports.isEmpty()) {
      codes.add("import_concentration").add("import_diversification");
    }
    return codes.build();
  }

  @Override
  Estimate number(String code) {
    return switch (code) {
      case "export_dependence" -> share(exports, trade.rival());
      case "import_dependence" -> share(imports, trade.rival());
      case "transit_dependence" -> trade.transit().orElseThrow().estimate();
      case "export_concentration" -> concentration(exports).toEstimate();
      case "export_diversification" -> diversification(exports).toEstimate();
      case "import_concentration" -> concentration(imports).toEstimate();
      case "import_diversification" -> diversification(imports).toEstimate();
      default -> throw unknown(code);
    };
  }

  @Override
  Reading told(String code, Estimate number) {
    return switch (code) {
      case "export_dependence" -> exports.reading(trade.rival());
      case "import_dependence" -> imports.reading(trade.rival());
      case "transit_dependence" -> trade.transit().orElseThrow();
      case "export_concentration" -> index(number, CONCENTRATION, exports, "partner");
      case "export_diversification" -> index(number, DIVERSIFICATION, exports, "partner");
      case "import_concentration" -> index(number, CONCENTRATION, imports, "partner");
      case "import_diversification" -> index(number, DIVERSIFICATION, imports, "partner");
      default -> throw unknown(code);
    };
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
