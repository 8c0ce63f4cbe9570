package dev.steppe.nextukraine;

import com.google.common.collect.ImmutableList;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.evidence.Reading;
import dev.steppe.evidence.Source;
import dev.steppe.nextukraine.FactRole.Role;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * The role of every fact: read off the model, the evidence, the scenarios and the verdict where it
 * has one there, and else from the resource {@code paper-fact-roles.csv}, with the reason.
 */
final class FactRoles {

  private FactRoles() {}

  static ImmutableList<FactRole> all() {
    List<FactRole> roles = new ArrayList<>();
    for (Judgement judgement : PaperModel.JUDGEMENTS) {
      for (String fact : judgement.facts()) {
        roles.add(new FactRole(fact, Role.INDICATOR, judgement.indicator().code()));
      }
    }
    for (CountryProfile profile : List.of(NextUkraine.kazakhstan(), NextUkraine.ukraine())) {
      addReadings(profile, roles);
    }
    for (PaperScenario scenario : NextUkraine.scenarios()) {
      for (String fact : scenario.facts()) {
        roles.add(new FactRole(fact, Role.SCENARIO, scenario.scenario().name()));
      }
    }
    for (String fact : NextUkraine.verdict().facts()) {
      roles.add(new FactRole(fact, Role.VERDICT, "less likely than Ukraine"));
    }
    for (CsvRecord row : Resource.records("paper-fact-roles.csv", List.of("id", "role", "why"))) {
      roles.add(
          new FactRole(
              row.getField(0),
              Role.valueOf(row.getField(1).toUpperCase(Locale.ROOT)),
              row.getField(2)));
    }
    roles.sort(Comparator.comparing(FactRole::fact));
    return ImmutableList.copyOf(roles);
  }

  /** A source of the paper ends its place with the id of the fact. */
  private static void addReadings(CountryProfile profile, List<FactRole> roles) {
    for (PaperFact fact : NextUkraine.facts()) {
      for (Judgement judgement : PaperModel.JUDGEMENTS) {
        String code = judgement.indicator().code();
        for (Reading reading : profile.readings(code)) {
          if (isOf(fact, reading.source())) {
            roles.add(
                new FactRole(fact.id(), Role.READING, code + " of " + profile.country().code()));
          }
        }
      }
    }
  }

  private static boolean isOf(PaperFact fact, Source source) {
    return source.document().contains(PaperFact.CITATION)
        && (source.place().contains(fact.id()) || source.note().contains(", " + fact.id()));
  }
}
