package dev.steppe.evidence;

import com.google.common.collect.ImmutableList;
import dev.steppe.internal.Text;
import java.io.Reader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads a table of groups of people. Used once. */
final class GroupReader {

  private final EvidenceRules rules;
  private final EvidenceLines lines;
  private final String kinGroup;
  private final Map<String, Groups> byCountry = new LinkedHashMap<>();

  /** Lines of groups that are not there on the date, by what the table calls their country. */
  private final Map<String, Long> passed = new LinkedHashMap<>();

  private final Set<String> there = new HashSet<>();
  private long firstPassed;

  GroupReader(EvidenceRules rules, String what, String kinGroup) {
    this.rules = rules;
    this.lines = new EvidenceLines(rules, what);
    this.kinGroup = kinGroup;
  }

  /** The groups of a country. */
  private static final class Groups {
    private final EthnicDistribution.Builder builder;
    private final Map<String, Long> lines = new HashMap<>();
    private final Map<String, RegionGroups> regions = new LinkedHashMap<>();
    private final long first;
    private boolean hasNational;
    private boolean hasKin;

    Groups(String kinGroup, long first) {
      this.builder = EthnicDistribution.builder(kinGroup);
      this.first = first;
    }

    /** Whether the kin group is not listed where it must be: in the country as a whole. */
    boolean lacksKin() {
      return hasNational && !hasKin;
    }
  }

  Loaded<Dataset> read(Reader reader) {
    lines.read(reader, List.of("country", "group", "share"), this::readLine);
    List<CountryProfile> profiles = new ArrayList<>();
    JoinFaults unlisted = new JoinFaults();
    byCountry.forEach(
        (code, groups) -> {
          Country country = lines.country(code);
          if (groups.lacksKin() && rules.unlistedKin == null) {
            unlisted.add(
                Text.of(
                    "group '%s' is not listed: withUnlistedKin says how large it may be there",
                    kinGroup),
                country);
            return;
          }
          if (groups.lacksKin() && rules.unlistedKin != null) {
            Source source = Source.of("not listed", kinGroup).withQuality(Quality.JUDGEMENT);
            groups.builder.group(kinGroup, rules.unlistedKin, source);
          }
          groups
              .regions
              .values()
              .forEach(region -> region.addTo(groups.builder, kinGroup, rules.unlistedKin));
          try {
            CountryProfile.Builder profile =
                CountryProfile.builder(country).evidence(groups.builder.build());
            profiles.add((rules.asOf == null ? profile : profile.asOf(rules.asOf)).build());
          } catch (IllegalArgumentException e) {
            lines.add(groups.first, country + ": " + e.getMessage());
          }
        });
    unlisted.messages().forEach(message -> lines.add(0, message));
    if (byCountry.isEmpty() && !passed.isEmpty() && lines.areFaultless()) {
      lines.add(
          firstPassed,
          Text.of(
              "the group was not there on %s, nor were those of other lines. withAsOf says on"
                  + " which date groups count",
              String.valueOf(rules.asOf)));
    }
    lines.check();
    return new Loaded<>(Dataset.copyOf(profiles), leftOut());
  }

  /** What was left out: texts that are no countries, and countries without groups on the date. */
  private ImmutableList<String> leftOut() {
    ImmutableList.Builder<String> all = ImmutableList.<String>builder().addAll(lines.leftOut());
    passed.forEach(
        (country, count) ->
            all.add(
                Text.of(
                    "%s (no group on %s), %s",
                    country, String.valueOf(rules.asOf), Text.count(count, "line", "lines"))));
    return all.build();
  }

  private void readLine(EvidenceLines.Line line) {
    Period period = line.period();
    LocalDate date = rules.asOf;
    if (period == null) {
      return;
    }
    if (date == null && (!line.text("from").isEmpty() || !line.text("to").isEmpty())) {
      line.fault(
          line.text("from").isEmpty() ? "to" : "from",
          "groups have periods: withAsOf says on which date they count");
      return;
    }
    String country = line.text("country");
    if (date != null && !period.includes(date)) {
      firstPassed = firstPassed == 0 ? line.number() : firstPassed;
      if (!there.contains(country)) {
        passed.merge(country, 1L, Long::sum);
      }
      return;
    }
    there.add(country);
    passed.remove(country);
    int year = line.year();
    String code = line.country(year > 0 ? year : date == null ? 0 : date.getYear());
    String given = line.required("group");
    Source source = line.source("share");
    if (line.isMissing("share")) {
      return;
    }
    Estimate share = line.fraction("share");
    if (code == null || given == null || source == null || share == null) {
      return;
    }
    String group = rules.groups.getOrDefault(given, given);
    Groups groups = byCountry.computeIfAbsent(code, absent -> new Groups(kinGroup, line.number()));
    String region = line.text("region");
    String key = group + "\0" + (region.isEmpty() ? Claims.of(source) : region);
    Long earlier = groups.lines.putIfAbsent(key, line.number());
    if (earlier != null) {
      line.fault("group", Claims.twice(group, code, earlier, source));
      return;
    }
    if (!region.isEmpty()) {
      groups
          .regions
          .computeIfAbsent(region, absent -> new RegionGroups(region, source, line.number()))
          .add(line, group, share, source);
      return;
    }
    groups.hasNational = true;
    groups.hasKin |= group.equals(kinGroup);
    groups.builder.group(group, share, source);
  }
}
