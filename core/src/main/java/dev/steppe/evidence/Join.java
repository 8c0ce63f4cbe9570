package dev.steppe.evidence;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.steppe.internal.Checks;
import dev.steppe.internal.Text;
import dev.steppe.internal.countries.CountryNames;
import dev.steppe.table.Table;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Datasets of several sources made one, and who is missing where. Immutable.
 *
 * <p>A country is in the joined dataset if any source has it, in the order in which they first
 * appear, with all that the sources say of it. Nothing is filled in: what no source has is missing.
 *
 * <pre>{@code
 * Dataset bank = Dataset.readWideCsv("country,gdp\nXVA,10\nXQU,20\n").withName("bank");
 * Dataset own = Dataset.readWideCsv("country,debt\nXVA,90\nXDO,7\n").withName("own");
 * Join join = Join.of(bank, own);
 * join.dataset().column("debt");   // {90.0, NaN, 7.0}: of XVA, XQU and XDO
 * join.coverage();                 // XQU is not in "own", XDO not in "bank"
 * }</pre>
 *
 * <p>Where two sources say something of the same country and code, both readings are kept if they
 * are of different documents, or places in them; from one source they are a fault, as they are in a
 * profile, whatever their years. {@link #withOverlap} says which counts instead.
 *
 * @since 0.1
 */
public final class Join {

  private static final int LISTED_FAULTS = 100;

  private final ImmutableList<Dataset> sources;
  private final Overlap overlap;
  private final @Nullable LocalDate asOf;
  private final boolean trustsCodes;

  private Join(
      ImmutableList<Dataset> sources,
      Overlap overlap,
      @Nullable LocalDate asOf,
      boolean trustsCodes) {
    this.sources = sources;
    this.overlap = overlap;
    this.asOf = asOf;
    this.trustsCodes = trustsCodes;
  }

  /** Obtains a join of datasets; their {@linkplain Dataset#name names} are those of the sources. */
  public static Join of(Dataset... sources) {
    return copyOf(Arrays.asList(sources));
  }

  /**
   * Obtains a join of datasets; their {@linkplain Dataset#name names} are those of the sources. One
   * without a name is {@code source 1}, by its place.
   *
   * @throws IllegalArgumentException if there is none, or two have the same name
   */
  public static Join copyOf(Iterable<Dataset> sources) {
    List<Dataset> named = new ArrayList<>();
    Set<String> names = new LinkedHashSet<>();
    List<String> faults = new ArrayList<>();
    for (Dataset source : sources) {
      String name = source.name().isBlank() ? "source " + (named.size() + 1) : source.name();
      if (!names.add(name)) {
        faults.add("two datasets have the name '" + name + "': withName gives another");
      }
      named.add(source.withName(name));
    }
    if (named.isEmpty()) {
      faults.add("needs at least one dataset");
    }
    Checks.noFaults("Join", faults);
    return new Join(ImmutableList.copyOf(named), Overlap.BOTH, null, false);
  }

  /** A copy with another rule for what two sources say of the same country and code. */
  public Join withOverlap(Overlap overlap) {
    return new Join(sources, requireNonNull(overlap, "overlap"), asOf, trustsCodes);
  }

  /** A copy in which every profile is as of this date, whatever the dates of the sources. */
  public Join withAsOf(LocalDate date) {
    return new Join(sources, overlap, requireNonNull(date, "date"), trustsCodes);
  }

  /**
   * A copy that does not compare names: a code is the same country in all sources, whatever they
   * call it. Otherwise two names of one code are a fault, unless both are {@linkplain
   * CodeList#NAMES known} for it; the first is kept.
   */
  public Join trustingCodes() {
    return new Join(sources, overlap, asOf, true);
  }

  ImmutableList<Dataset> sources() {
    return sources;
  }

  /**
   * The joined dataset, without a name.
   *
   * @throws IllegalArgumentException that lists every fault, if there is any: two sources with the
   *     same reading from one document and place, with different units, names or dates of a
   *     country, or with evidence of one kind
   */
  public Dataset dataset() {
    JoinFaults faults = new JoinFaults();
    Map<String, List<Integer>> placesByCode = new LinkedHashMap<>();
    for (int place = 0; place < sources.size(); place++) {
      for (CountryProfile profile : sources.get(place)) {
        placesByCode
            .computeIfAbsent(profile.country().code(), code -> new ArrayList<>())
            .add(place);
      }
    }
    List<CountryProfile> joined = new ArrayList<>();
    placesByCode.forEach((code, places) -> addJoined(code, places, joined, faults));
    Checks.noFaults("Join", faults.messages(), LISTED_FAULTS);
    return Dataset.copyOf(joined);
  }

  private void addJoined(
      String code, List<Integer> places, List<CountryProfile> joined, JoinFaults faults) {
    List<CountryProfile> parts = new ArrayList<>();
    for (int place : places) {
      parts.add(sources.get(place).profile(code));
    }
    Country country = country(places, parts, faults);
    CountryProfile.Builder builder = CountryProfile.builder(country);
    LocalDate date = date(country, places, parts, faults);
    if (date != null) {
      builder.asOf(date);
    }
    int before = faults.size();
    addReadings(builder, country, places, parts, faults);
    addEvidence(builder, country, places, parts, faults);
    if (faults.size() > before) {
      return;
    }
    try {
      joined.add(builder.build());
    } catch (IllegalArgumentException e) {
      faults.add(String.valueOf(e.getMessage()), country);
    }
  }

  private String name(int place) {
    return "'" + sources.get(place).name() + "'";
  }

  /** The first name that is more than a code; others must be known for the same code. */
  private Country country(List<Integer> places, List<CountryProfile> parts, JoinFaults faults) {
    Country first = parts.get(0).country();
    int named = 0;
    for (int i = 1; i < parts.size(); i++) {
      Country other = parts.get(i).country();
      if (first.name().equals(first.code())) {
        first = other;
        named = i;
      } else if (!trustsCodes && !isSame(first, other)) {
        faults.add(
            Text.of(
                "%s is '%s' in %s, but '%s' in %s. trustingCodes() takes them for the same",
                first.code(),
                first.name(),
                name(places.get(named)),
                other.name(),
                name(places.get(i))),
            null);
      }
    }
    return first;
  }

  private static boolean isSame(Country first, Country other) {
    String one = CountryNames.key(first.name());
    String two = CountryNames.key(other.name());
    return one.equals(two)
        || other.name().equals(other.code())
        || (CountryNames.find(one).codes().contains(first.code())
            && CountryNames.find(two).codes().contains(first.code()));
  }

  private @Nullable LocalDate date(
      Country country, List<Integer> places, List<CountryProfile> parts, JoinFaults faults) {
    if (asOf != null) {
      return asOf;
    }
    LocalDate first = null;
    int of = 0;
    for (int i = 0; i < parts.size(); i++) {
      LocalDate date = parts.get(i).asOf().orElse(null);
      if (first == null) {
        first = date;
        of = i;
      } else if (date != null && !date.equals(first)) {
        faults.add(
            Text.of(
                "%s is as of %s, but %s as of %s. withAsOf says which date is meant",
                name(places.get(of)), first, name(places.get(i)), date),
            country);
      }
    }
    return first;
  }

  private void addReadings(
      CountryProfile.Builder builder,
      Country country,
      List<Integer> places,
      List<CountryProfile> parts,
      JoinFaults faults) {
    Set<String> codes = new LinkedHashSet<>();
    parts.forEach(part -> codes.addAll(part.plainReadings().keySet()));
    parts.forEach(part -> codes.addAll(part.notApplicable().keySet()));
    for (String code : codes) {
      Map<Source, Integer> known = new LinkedHashMap<>();
      Set<NotApplicable> reasons = new LinkedHashSet<>();
      for (int i : counted(parts, part -> says(part, code))) {
        NotApplicable why = parts.get(i).notApplicable().get(code);
        if (why != null && reasons.add(why)) {
          builder.notApplicable(code, why);
        }
        for (Reading reading : parts.get(i).plainReadings().get(code)) {
          Integer earlier = known.putIfAbsent(Claims.of(reading.source()), i);
          if (earlier == null || earlier == i) {
            builder.reading(code, reading);
          } else {
            faults.add(
                Text.of(
                    "'%s' is given by both %s and %s from the same source (%s): give them"
                        + " different sources, or say which counts by withOverlap",
                    code,
                    name(places.get(earlier)),
                    name(places.get(i)),
                    Claims.of(reading.source())),
                country);
          }
        }
      }
    }
  }

  /** Whether a part says anything of a code: a reading, or that there can be none. */
  private static boolean says(CountryProfile part, String code) {
    return part.plainReadings().containsKey(code) || part.notApplicable().containsKey(code);
  }

  private void addEvidence(
      CountryProfile.Builder builder,
      Country country,
      List<Integer> places,
      List<CountryProfile> parts,
      JoinFaults faults) {
    Set<String> names = new LinkedHashSet<>();
    parts.forEach(part -> names.addAll(part.evidence().keySet()));
    for (String name : names) {
      List<Integer> having = counted(parts, part -> part.evidence().containsKey(name));
      if (having.size() > 1) {
        faults.add(
            Text.of(
                "evidence '%s' is given by both %s and %s: say which counts by withOverlap",
                name, name(places.get(having.get(0))), name(places.get(having.get(1)))),
            country);
      } else {
        builder.evidence(requireNonNull(parts.get(having.get(0)).evidence().get(name)));
      }
    }
  }

  /** The parts that have something and count. */
  private List<Integer> counted(List<CountryProfile> parts, Predicate<CountryProfile> has) {
    List<Integer> all = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      if (has.test(parts.get(i))) {
        all.add(i);
      }
    }
    return switch (overlap) {
      case BOTH -> all;
      case FIRST -> all.subList(0, 1);
      case LAST -> all.subList(all.size() - 1, all.size());
    };
  }

  /**
   * Who is missing where: for each country the number of codes that each source has of it, 0 if the
   * source does not have the country, and the codes that no source has.
   */
  public Table coverage() {
    return JoinTables.byCountry(this);
  }

  /** For each code of each source, of how many countries it is known, and of whom it is not. */
  public Table coverageByIndicator() {
    return JoinTables.byIndicator(this);
  }

  /** One line: the names of the sources, and the rule. */
  @Override
  public String toString() {
    return Text.printable(
        Text.of(
            "Join of %s, overlap %s",
            Text.quoted(sources.stream().map(Dataset::name).toList()), overlap));
  }
}
