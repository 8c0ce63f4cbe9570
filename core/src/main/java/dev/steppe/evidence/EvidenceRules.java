package dev.steppe.evidence;

import com.google.common.collect.ImmutableMap;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What can be set about tables of evidence. Nobody changes it once it is in an EvidenceCsv. */
final class EvidenceRules {

  CsvFormat format = CsvFormat.standard();
  boolean percent;
  ImmutableMap<String, String> headers = ImmutableMap.of();
  ImmutableMap<String, String> groups = ImmutableMap.of();
  ImmutableMap<String, TieKind> kinds = ImmutableMap.of();
  CountryCodes countries = CountryCodes.unchecked();
  String total = "";
  int year;
  @Nullable LocalDate asOf;
  @Nullable Source source;
  @Nullable Estimate unlistedKin;

  EvidenceRules() {}

  EvidenceRules(EvidenceRules other) {
    format = other.format;
    percent = other.percent;
    headers = other.headers;
    groups = other.groups;
    kinds = other.kinds;
    countries = other.countries;
    total = other.total;
    year = other.year;
    asOf = other.asOf;
    source = other.source;
    unlistedKin = other.unlistedKin;
  }

  /** The header under which a column is found. */
  String header(String column) {
    return headers.getOrDefault(column, column);
  }
}
