package dev.steppe.evidence;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.steppe.internal.Text;
import java.io.Reader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a table of partners. Used once. */
final class PartnerReader {

  /** Amounts are rounded, each by itself. */
  private static final double ROUNDING = 1e-6;

  private static final ImmutableSet<String> EXPORTS = ImmutableSet.of("exports", "export", "x");
  private static final ImmutableSet<String> IMPORTS = ImmutableSet.of("imports", "import", "m");

  private final EvidenceRules rules;
  private final EvidenceLines lines;
  private final CountryCells partners;
  private final String rival;
  private final List<Row> rows = new ArrayList<>();
  private final Map<String, Double> totals = new HashMap<>();
  private final Map<String, Double> sums = new HashMap<>();
  private final Map<String, Integer> counts = new HashMap<>();
  private final Map<String, Long> given = new HashMap<>();
  private boolean amounts;

  PartnerReader(EvidenceRules rules, String what, String rival) {
    this.rules = rules;
    this.lines = new EvidenceLines(rules, what);
    this.partners = new CountryCells(rules.countries);
    this.rival = rival;
  }

  /** One partner of one country in one flow, with its share or, in a table of those, amount. */
  private record Row(
      String country, Flow flow, String partner, Estimate figure, Source source, long line) {

    /** What its amount is a part of. */
    String whole() {
      return country + "\0" + flow + "\0" + Claims.of(source);
    }
  }

  Loaded<Dataset> read(Reader reader) {
    lines.read(reader, List.of("country", "partner", "flow"), this::readLine);
    for (CountryCells.Fault fault : partners.faults()) {
      lines.add(fault.line(), "partner", fault.message());
    }
    List<CountryProfile> profiles = new ArrayList<>();
    if (lines.areFaultless()) {
      profiles.addAll(profiles());
    }
    lines.check();
    List<String> leftOut = new ArrayList<>(lines.leftOut());
    partners.leftOut().forEach(text -> leftOut.add("partner " + text));
    return new Loaded<>(Dataset.copyOf(profiles), ImmutableList.copyOf(leftOut));
  }

  private void readLine(EvidenceLines.Line line) {
    amounts = !lines.has("share");
    String column = amounts ? "value" : "share";
    if (amounts && !lines.has("value")) {
      if (given.isEmpty()) {
        lines.add(0, "header has neither a column 'share' nor a column 'value'");
        given.put("", 0L);
      }
      return;
    }
    int year = line.year();
    String country = line.country(Math.max(year, 0));
    Flow flow = flow(line);
    String name = line.required("partner");
    Source source = line.source(column);
    if (line.isMissing(column)) {
      return;
    }
    Estimate figure = amounts ? amount(line) : line.fraction("share");
    if (country == null || flow == null || name == null || source == null || figure == null) {
      return;
    }
    boolean whole = name.equals(rules.total);
    String partner = whole ? rules.total : partner(line, name, Math.max(year, 0));
    String key = country + "\0" + flow + "\0" + Claims.of(source);
    String part = partner == null ? name : partner;
    Long earlier = given.putIfAbsent(key + "\0" + part, line.number());
    if (earlier != null) {
      line.fault("partner", Claims.twice(part, country, earlier, source));
    } else if (whole) {
      totals.put(key, figure.central());
    } else {
      sums.merge(key, figure.central(), Double::sum);
      counts.merge(key, 1, Integer::sum);
      if (partner != null) {
        rows.add(new Row(country, flow, partner, figure, source, line.number()));
      } else if (amounts && rules.total.isEmpty() && rules.countries.leaves(name)) {
        line.fault(
            "partner",
            Text.of(
                "'%s' is left out, so the sum of the partners may count some twice: withTotal says"
                    + " which line has the whole",
                name));
      }
    }
  }

  private @Nullable String partner(EvidenceLines.Line line, String name, int year) {
    if (rules.countries.usesLists()) {
      return partners.code(name, "", year, line.number());
    }
    CountryCodes.Found found = rules.countries.find(name, year);
    return found.code() == null ? name : found.code();
  }

  private static @Nullable Flow flow(EvidenceLines.Line line) {
    String text = line.text("flow").toLowerCase(Locale.ROOT);
    if (EXPORTS.contains(text)) {
      return Flow.EXPORTS;
    }
    if (IMPORTS.contains(text)) {
      return Flow.IMPORTS;
    }
    line.fault("flow", "must be exports or imports, but was '" + line.text("flow") + "'");
    return null;
  }

  private static @Nullable Estimate amount(EvidenceLines.Line line) {
    Estimate amount = line.estimate("value");
    if (amount != null && !(amount.lower() >= 0 && amount.lower() == amount.upper())) {
      line.fault("value", "must be one amount of at least 0, but was " + line.text("value"));
      return null;
    }
    return amount;
  }

  private List<CountryProfile> profiles() {
    Map<String, TradePartners.Builder> builders = new LinkedHashMap<>();
    Map<String, Long> first = new HashMap<>();
    for (Row row : rows) {
      Estimate share = amounts ? share(row) : row.figure();
      if (share == null) {
        continue;
      }
      first.putIfAbsent(row.country(), row.line());
      TradePartners.Builder builder =
          builders.computeIfAbsent(row.country(), absent -> TradePartners.builder(rival));
      if (row.flow() == Flow.EXPORTS) {
        builder.exports(row.partner(), share, row.source());
      } else {
        builder.imports(row.partner(), share, row.source());
      }
    }
    List<CountryProfile> profiles = new ArrayList<>();
    builders.forEach(
        (code, builder) -> {
          Country country = lines.country(code);
          try {
            CountryProfile.Builder profile =
                CountryProfile.builder(country).evidence(builder.build());
            profiles.add((rules.asOf == null ? profile : profile.asOf(rules.asOf)).build());
          } catch (IllegalArgumentException e) {
            lines.add(first.getOrDefault(code, 0L), country + ": " + e.getMessage());
          }
        });
    return profiles;
  }

  /** The share of an amount in the whole of its flow; null if there is none. */
  private @Nullable Estimate share(Row row) {
    double sum = sums.getOrDefault(row.whole(), 0.0);
    Double total = rules.total.isEmpty() ? (Double) sum : totals.get(row.whole());
    String of = Text.of("%s of %s", row.flow().label(), row.country());
    if (rules.total.isEmpty() && counts.getOrDefault(row.whole(), 0) == 1) {
      lines.add(
          row.line(),
          Text.of(
              "%s have one partner, %s, whose share in the sum of the partners is the whole."
                  + " withTotal says which line has the whole",
              of, row.partner()));
      return null;
    }
    if (total == null) {
      lines.add(row.line(), Text.of("%s have no line of '%s'", of, rules.total));
      return null;
    }
    if (!(total > 0) || sum > total * (1 + ROUNDING)) {
      lines.add(
          row.line(), Text.of("%s are %s in all, but the partners sum to %s", of, total, sum));
      return null;
    }
    return Estimate.exact(Math.min(1, row.figure().central() / total));
  }
}
