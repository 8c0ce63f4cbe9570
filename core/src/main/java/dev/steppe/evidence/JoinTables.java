package dev.steppe.evidence;

import com.google.common.collect.ImmutableSet;
import dev.steppe.table.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How the coverage of joined datasets prints. */
final class JoinTables {

  private JoinTables() {}

  static Table byCountry(Join join) {
    Map<String, String> names = names(join);
    Set<String> codes = new LinkedHashSet<>();
    join.sources().forEach(source -> codes.addAll(source.codes()));
    Table.Builder table = Table.titled("Coverage by country").text("Country").text("Name");
    join.sources().forEach(source -> table.number("In " + source.name(), 0));
    table.text("Missing");
    names.forEach(
        (country, name) -> {
          List<Object> row = new ArrayList<>(List.of(country, name));
          Set<String> missing = new LinkedHashSet<>(codes);
          for (Dataset source : join.sources()) {
            ImmutableSet<String> known =
                source.contains(country) ? source.profile(country).codes() : ImmutableSet.of();
            row.add(known.size());
            missing.removeAll(known);
          }
          row.add(String.join(", ", missing));
          table.row(row.toArray());
        });
    return table
        .note("In a source: how many codes it has of the country. Missing: codes that none has.")
        .build();
  }

  static Table byIndicator(Join join) {
    Map<String, String> names = names(join);
    Table.Builder table =
        Table.titled("Coverage by indicator")
            .text("Source")
            .text("Indicator")
            .number("Countries", 0)
            .number("Of", 0)
            .text("Missing");
    for (Dataset source : join.sources()) {
      for (String code : source.codes()) {
        Set<String> missing = new LinkedHashSet<>(names.keySet());
        source.stream()
            .filter(profile -> profile.codes().contains(code))
            .forEach(profile -> missing.remove(profile.country().code()));
        table.row(
            source.name(),
            code,
            names.size() - missing.size(),
            names.size(),
            String.join(", ", missing));
      }
    }
    return table.note("Of: all countries that some source has.").build();
  }

  /** The countries by code, with the first name that is more than a code. */
  private static Map<String, String> names(Join join) {
    Map<String, String> names = new LinkedHashMap<>();
    for (Dataset source : join.sources()) {
      for (Country country : source.countries()) {
        names.merge(
            country.code(),
            country.name(),
            (first, other) -> first.equals(country.code()) ? other : first);
      }
    }
    return names;
  }
}
