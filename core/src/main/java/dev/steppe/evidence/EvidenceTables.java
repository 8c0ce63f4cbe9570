package dev.steppe.evidence;

import dev.steppe.table.Table;
import java.util.Map;
import java.util.OptionalDouble;

/** How what is known prints. */
final class EvidenceTables {

  private EvidenceTables() {}

  static Table readings(String title, Iterable<CountryProfile> profiles) {
    Table.Builder table =
        Table.titled(title)
            .text("Country")
            .text("Indicator")
            .number("Central", 4)
            .number("Least", 4)
            .number("Most", 4)
            .text("Unit")
            .text("Evidence")
            .text("Source")
            .text("Note");
    for (CountryProfile profile : profiles) {
      for (String code : profile.codes()) {
        String evidence = evidence(profile, code);
        for (Reading reading : profile.readings(code)) {
          Estimate estimate = reading.estimate();
          table.row(
              profile.country().code(),
              code,
              estimate.central(),
              bound(estimate.lower()),
              bound(estimate.upper()),
              reading.unit(),
              evidence,
              reading.source().toString(),
              reading.source().note());
        }
      }
      profile
          .notApplicable()
          .forEach(
              (code, why) -> {
                OptionalDouble none = OptionalDouble.empty();
                String said =
                    "not applicable" + (why.source().isStated() ? ": " + why.source() : "");
                String country = profile.country().code();
                table.row(country, code, none, none, none, "", "", said, why.reason());
              });
    }
    return table
        .note("Evidence: what the reading follows from; empty if it was given by itself.")
        .build();
  }

  private static String evidence(CountryProfile profile, String code) {
    for (Map.Entry<String, Evidence> item : profile.evidence().entrySet()) {
      if (item.getValue().readings().containsKey(code)) {
        return item.getKey();
      }
    }
    return "";
  }

  private static OptionalDouble bound(double bound) {
    return Double.isFinite(bound) ? OptionalDouble.of(bound) : OptionalDouble.empty();
  }
}
