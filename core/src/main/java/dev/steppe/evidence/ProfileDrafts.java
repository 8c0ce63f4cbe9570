package dev.steppe.evidence;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.steppe.internal.Interruption;
import dev.steppe.internal.Text;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Makes profiles of what was read of countries: chooses among years and versions, adds up what is
 * to be added up, and reports what cannot stand side by side.
 */
final class ProfileDrafts {

  private static final String ANOTHER_DATE =
      ". A dataset has each country at one date; readByDate reads a table of several";

  private static final int LISTED_COLUMNS = 6;

  private final LayoutRules rules;
  private final @Nullable Years years;
  private final List<String> unread;

  /** Whether the lines had no faults, so that what they lack is not a consequence of one. */
  private final boolean wasRead;

  private final TableFaults faults;

  /** The indicators of which a country has a series that was not chosen from, each with a fault. */
  private final Map<String, Series> series = new LinkedHashMap<>();

  /** The first series of an indicator, and how many other countries have one. */
  private static final class Series {
    private final long line;
    private final String first;
    private final int last;
    private int others;

    Series(long line, String first, int last) {
      this.last = last;
      this.line = line;
      this.first = first;
    }
  }

  /**
   * A maker of profiles.
   *
   * @param years which figures are taken; null if all
   * @param unread the headers of columns that are not read
   */
  ProfileDrafts(LayoutRules rules, @Nullable Years years, List<String> unread, TableFaults faults) {
    this.rules = rules;
    this.years = years;
    this.unread = unread;
    this.wasRead = faults.count() == 0;
    this.faults = faults;
  }

  /** A profile of each country, which has one date at most. */
  ImmutableList<CountryProfile> one(List<CountryDraft> drafts) {
    checkSums();
    ImmutableList.Builder<CountryProfile> profiles = ImmutableList.builder();
    for (CountryDraft draft : drafts) {
      Interruption.check();
      String date = onlyDate(draft);
      Predicate<String> ofDate =
          draft.dates().size() > 1 ? said -> said.isEmpty() || said.equals(date) : said -> true;
      LocalDate asOf =
          date.isEmpty() ? (years == null ? null : years.date()) : LocalDate.parse(date);
      profiles.add(profile(draft, asOf, ofDate));
    }
    reportSeries();
    return profiles.build();
  }

  /** A profile of each country and date. */
  ImmutableList<CountryProfile> byDate(List<CountryDraft> drafts) {
    checkSums();
    List<Dated> all = new ArrayList<>();
    for (CountryDraft draft : drafts) {
      draft
          .dates()
          .forEach(
              (date, line) -> {
                if (!date.isEmpty()) {
                  all.add(new Dated(line, draft, date));
                }
              });
    }
    all.sort((a, b) -> Long.compare(a.line(), b.line()));
    ImmutableList.Builder<CountryProfile> profiles = ImmutableList.builder();
    for (Dated dated : all) {
      Interruption.check();
      profiles.add(
          profile(dated.draft(), LocalDate.parse(dated.date()), said -> said.equals(dated.date())));
    }
    reportSeries();
    return profiles.build();
  }

  /** Reports sums of several years where nothing says which. */
  private void checkSums() {
    if (rules.summedYears > 0 && years == null) {
      faults.add("sums of several years need CsvLayout.withYears, which says the last of them");
    }
  }

  /** A country at a date, and the line that has it first. */
  private record Dated(long line, CountryDraft draft, String date) {}

  /** The date of a country as the table says it; may be empty. */
  private String onlyDate(CountryDraft draft) {
    String only = "";
    for (Map.Entry<String, Long> entry : draft.dates().entrySet()) {
      String date = entry.getKey();
      if (only.isEmpty()) {
        only = date;
      } else if (!date.isEmpty()) {
        String earlier = only;
        faults.add(
            entry.getValue(),
            rules.header(Role.AS_OF),
            () ->
                Text.of(
                    "'%s' differs from '%s' in line %s%s",
                    date, earlier, requireNonNull(draft.dates().get(earlier)), ANOTHER_DATE));
      }
    }
    return only;
  }

  private CountryProfile profile(
      CountryDraft draft, @Nullable LocalDate date, Predicate<String> ofDate) {
    CountryProfile.Builder builder = CountryProfile.builder(draft.country());
    if (date != null) {
      builder.asOf(date);
    }
    Map<String, List<Claim>> byCode = new LinkedHashMap<>();
    for (Claim claim : draft.claims()) {
      if (ofDate.test(claim.date())) {
        byCode.computeIfAbsent(claim.code(), absent -> new ArrayList<>(1)).add(claim);
      }
    }
    Map<String, List<Claim>> taken = new LinkedHashMap<>();
    byCode.forEach((code, all) -> taken.put(code, taken(draft, all)));
    ImmutableList<ClaimOfNone> none =
        draft.claimsOfNone().isEmpty() ? ImmutableList.of() : none(draft, ofDate, taken);
    if (faults.count() == 0 && series.isEmpty()) {
      for (List<Claim> claims : taken.values()) {
        claims.forEach(claim -> builder.reading(claim.code(), claim.reading()));
      }
      none.forEach(claim -> builder.notApplicable(claim.code(), claim.why()));
      return builder.build();
    }
    return CountryProfile.builder(draft.country()).build();
  }

  /**
   * What does not apply, a claim for each code; figures that are older than it are taken out. Of
   * several years the newest counts, as of figures.
   */
  private ImmutableList<ClaimOfNone> none(
      CountryDraft draft, Predicate<String> ofDate, Map<String, List<Claim>> taken) {
    Map<String, List<ClaimOfNone>> byCode = new LinkedHashMap<>();
    for (ClaimOfNone claim : draft.claimsOfNone()) {
      if (ofDate.test(claim.date()) && fits(draft, claim)) {
        byCode.computeIfAbsent(claim.code(), absent -> new ArrayList<>(1)).add(claim);
      }
    }
    ImmutableList.Builder<ClaimOfNone> none = ImmutableList.builder();
    byCode.forEach(
        (code, claims) -> {
          ClaimOfNone newest = Collections.max(claims, Comparator.comparingInt(ClaimOfNone::year));
          List<Claim> figures = taken.getOrDefault(code, List.of());
          int year = figures.isEmpty() || years == null ? 0 : figures.get(0).year();
          if (!figures.isEmpty() && (years == null || year == newest.year())) {
            newest.reportBeside(figures.get(0), draft.code(), faults);
          } else if (figures.isEmpty() || year < newest.year()) {
            taken.remove(code);
            claims.forEach(claim -> newest.checkSame(claim, draft.code(), faults));
            none.add(newest);
          }
        });
    return none.build();
  }

  private boolean fits(CountryDraft draft, ClaimOfNone claim) {
    Years rule = years;
    return rule == null
        || (isDated(draft, claim.code(), claim.year(), claim.published(), claim.line())
            && rule.contains(claim.year())
            && (rule.published() == null || claim.published() <= rule.published().toEpochDay()));
  }

  /** Those of the claims about one indicator that the profile takes. */
  private List<Claim> taken(CountryDraft draft, List<Claim> all) {
    List<Claim> claims = years == null ? all : chosen(draft, all, years);
    if (rules.sums) {
      claims = summed(claims);
    }
    if (rules.withoutRepeated) {
      claims = withoutRepeats(claims);
    }
    List<Claim.Conflict> conflicts = Claim.conflicts(claims);
    for (Claim.Conflict conflict : conflicts) {
      report(draft, conflict);
    }
    if (conflicts.isEmpty() && claims.size() > 1) {
      checkSpan(draft, claims);
    }
    return claims;
  }

  /** The newest of the claims that fit the years, in the last version that fits them. */
  private List<Claim> chosen(CountryDraft draft, List<Claim> all, Years rule) {
    List<Claim> fitting = new ArrayList<>();
    int newest = Integer.MIN_VALUE;
    for (Claim claim : all) {
      if (isDated(draft, claim.code(), claim.year(), claim.published(), claim.line())
          && rule.contains(claim.year())
          && (rule.published() == null || claim.published() <= rule.published().toEpochDay())) {
        fitting.add(claim);
        newest = Math.max(newest, claim.year());
      }
    }
    int year = newest;
    int summed = rules.summedYears;
    fitting.removeIf(
        claim -> summed == 0 ? claim.year() != year : claim.year() <= rule.last() - summed);
    return rule.published() == null ? fitting : lastVersions(fitting);
  }

  /** Whether a line says what it is chosen by; reports it if it does not. */
  private boolean isDated(CountryDraft draft, String code, int year, long published, long line) {
    boolean unpublished =
        years != null && years.published() != null && published == Claim.UNPUBLISHED;
    if (wasRead && (year == 0 || unpublished)) {
      String what = year == 0 ? "a year" : "a day of publication (column 'published')";
      faults.add(
          line,
          () ->
              Text.of(
                  "line %s: '%s' of '%s' needs %s, since figures are chosen by it",
                  line, code, draft.code(), what));
    }
    return year != 0 && !unpublished;
  }

  /** Of each document, place and year the claims that were published last. */
  private static List<Claim> lastVersions(List<Claim> claims) {
    Map<List<String>, Long> last = new HashMap<>();
    for (Claim claim : claims) {
      last.merge(origin(claim), claim.published(), Math::max);
    }
    return claims.stream()
        .filter(claim -> Objects.equals(last.get(origin(claim)), claim.published()))
        .toList();
  }

  private static List<String> origin(Claim claim) {
    Source source = claim.source();
    return List.of(source.document(), source.place(), String.valueOf(claim.year()));
  }

  /** The claims, those of one source and year added up. */
  private List<Claim> summed(List<Claim> claims) {
    Map<Source, Claim> sums = new LinkedHashMap<>();
    for (Claim claim : claims) {
      Estimate estimate = claim.reading().estimate();
      if (!estimate.isExact()) {
        faults.add(
            claim.line(),
            () ->
                Text.of(
                    "line %s: only exact figures are added up, but '%s' is %s",
                    claim.line(), claim.code(), estimate));
        continue;
      }
      Claim part = years == null || rules.summedYears == 0 ? claim : claim.observed(years.last());
      sums.merge(
          part.source(),
          part,
          (sum, next) ->
              sum.withReading(
                  sum.reading()
                      .withEstimate(
                          Estimate.exact(
                              sum.reading().estimate().central() + estimate.central()))));
    }
    return new ArrayList<>(sums.values());
  }

  private static List<Claim> withoutRepeats(List<Claim> claims) {
    Map<Reading, Claim> first = new LinkedHashMap<>();
    claims.forEach(claim -> first.putIfAbsent(claim.reading(), claim));
    return new ArrayList<>(first.values());
  }

  private void report(CountryDraft draft, Claim.Conflict conflict) {
    Claim first = conflict.first();
    Claim second = conflict.second();
    if (conflict.isSeries()) {
      Series known = series.get(first.code());
      if (known == null) {
        String words =
            Text.of(
                "line %s: '%s' of '%s' is given for %s",
                second.line(), first.code(), draft.code(), conflict.yearsInWords());
        series.put(first.code(), new Series(second.line(), words, conflict.years().last()));
      } else {
        known.others++;
      }
      return;
    }
    faults.add(
        second.line(),
        rules.header(Role.INDICATOR),
        () ->
            Text.of(
                "'%s' of '%s' was already given by line %s from the same source (%s)%s%s%s",
                first.code(),
                draft.code(),
                first.line(),
                first.source(),
                conflict.count() == 2
                    ? ""
                    : ", and "
                        + Text.count(conflict.count() - 2, "more line", "more lines")
                        + " give it",
                conflict.difference(),
                conflict.isRepeat()
                    ? "; the two say the same: CsvLayout.withoutRepeats takes one"
                    : parts(conflict)));
  }

  /** What may tell lines apart that differ in nothing that was read. */
  private String parts(Claim.Conflict conflict) {
    if (!conflict.difference().isEmpty() || unread.isEmpty()) {
      return "";
    }
    boolean all = unread.size() <= LISTED_COLUMNS;
    return ". They may differ in columns that are not read ("
        + Text.quoted(all ? unread : unread.subList(0, LISTED_COLUMNS))
        + (all ? "" : ", ...")
        + "): CsvLayout.withRows takes some of the lines";
  }

  /** Reports series once an indicator, however many countries have one. */
  private void reportSeries() {
    for (Series each : series.values()) {
      faults.add(
          each.line,
          () ->
              each.first
                  + (each.others == 0
                      ? ""
                      : ", and of "
                          + Text.count(each.others, "other country", "other countries")
                          + " for several, too")
                  + Text.of(
                      ". CsvLayout.withYears chooses: Years.of(%s), or Years.upTo(%s) for the newest"
                          + " until then",
                      each.last, each.last));
    }
  }

  /** Reports readings that cannot be spanned. */
  private void checkSpan(CountryDraft draft, List<Claim> claims) {
    List<Estimate> figures = new ArrayList<>();
    for (Claim claim : claims) {
      figures.add(claim.reading().estimate());
    }
    try {
      Estimate.spanning(figures);
    } catch (IllegalArgumentException e) {
      Claim first = claims.get(0);
      faults.add(
          claims.get(1).line(),
          rules.header(Role.VALUE),
          () ->
              Text.of(
                  "'%s' of '%s' is also given by line %s: %s",
                  first.code(), draft.code(), first.line(), String.valueOf(e.getMessage())));
    }
  }
}
