package dev.steppe.nextukraine;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.evidence.Estimate;
import dev.steppe.uncertainty.SharedJudgement;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Rules by which the public record was coded that could have been others, as judgements that all
 * states share. Each draw takes every rule or the other one, as likely, for all states at once, so
 * that the cells that hang on one rule move together: from the resource {@code coding-rules.csv},
 * and how absence from a vote counts.
 *
 * <p>A cell is named only where its coding hangs on this one rule, by its basis.
 */
final class CodingRules {

  private static final List<String> COLUMNS =
      List.of("rule", "country", "as_of", "indicator", "otherwise");

  private static final String VOTES = "votes_on_rival";

  private CodingRules() {}

  /** What the cells of a rule would be, by country and date, then by indicator. */
  private static final class Rule {
    private final Map<String, Map<String, Double>> cells = new LinkedHashMap<>();
    private final Set<String> codes = new LinkedHashSet<>();

    void add(CsvRecord row) {
      codes.add(row.getField(3));
      cells
          .computeIfAbsent(row.getField(1) + "@" + row.getField(2), cell -> new LinkedHashMap<>())
          .put(row.getField(3), Double.parseDouble(row.getField(4)));
    }

    CountryProfile otherwise(CountryProfile profile, Set<String> codes) {
      String cell = profile.country().code() + "@" + profile.countryAtDate().date();
      CountryProfile changed = profile;
      for (Map.Entry<String, Double> each : cells.getOrDefault(cell, Map.of()).entrySet()) {
        if (codes.contains(each.getKey())) {
          changed = changed.withReading(each.getKey(), each.getValue());
        }
      }
      return changed;
    }
  }

  /** Those that matter to a model of these indicators. */
  static ImmutableList<SharedJudgement> of(Set<String> codes) {
    Map<String, Rule> rules = new LinkedHashMap<>();
    for (CsvRecord row : Resource.records("coding-rules.csv", COLUMNS)) {
      rules.computeIfAbsent(row.getField(0), name -> new Rule()).add(row);
    }
    ImmutableList.Builder<SharedJudgement> judgements = ImmutableList.builder();
    rules.forEach(
        (name, rule) -> {
          ImmutableSet<String> known = Sets.intersection(rule.codes, codes).immutableCopy();
          if (!known.isEmpty()) {
            judgements.add(
                SharedJudgement.ofProfiles(
                        name,
                        Estimate.between(0, 1),
                        known,
                        (profile, other) -> other > 0 ? rule.otherwise(profile, known) : profile)
                    .withValues(0, 1));
          }
        });
    if (codes.contains(VOTES)) {
      judgements.add(
          SharedJudgement.ofProfiles(
              "How absence from a vote counts",
              Estimate.between(StructuralEvidence.ABSENT_LEAST, StructuralEvidence.ABSENT_MOST),
              ImmutableList.of(VOTES),
              CodingRules::withAbsence));
    }
    return judgements.build();
  }

  /** A mean of votes runs from where absence counts least to where it counts most. */
  private static CountryProfile withAbsence(CountryProfile profile, double counts) {
    double share =
        (counts - StructuralEvidence.ABSENT_LEAST)
            / (StructuralEvidence.ABSENT_MOST - StructuralEvidence.ABSENT_LEAST);
    return profile
        .estimate(VOTES)
        .filter(votes -> !votes.isExact())
        .map(
            votes ->
                profile.withReading(VOTES, votes.lower() + share * (votes.upper() - votes.lower())))
        .orElse(profile);
  }
}
