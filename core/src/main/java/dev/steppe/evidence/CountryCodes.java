package dev.steppe.evidence;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.steppe.internal.Checks;
import dev.steppe.internal.Remade;
import dev.steppe.internal.Text;
import dev.steppe.internal.countries.CodeMatch;
import dev.steppe.internal.countries.CountryNames;
import dev.steppe.internal.countries.IsoCodes;
import dev.steppe.internal.countries.OtherCodes;
import java.io.InvalidObjectException;
import java.io.Serializable;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How a table names its countries: by which {@linkplain CodeList list}, with which names of your
 * own, and what becomes of lines about something else. Immutable.
 *
 * <p>Nothing is guessed: a text is in a list as it stands (but for upper and lower case, and white
 * space at its ends), or it is a fault that says what it may be.
 *
 * <pre>{@code
 * CountryCodes codes = CountryCodes.of(CodeList.COW_NUMBERS);
 * codes.country("260", 1980);   // Germany (DEU)
 * codes.country("255", 2020);   // Germany (DEU)
 * codes.country("260", 2020);   // error: '260' is Germany (DEU) 1955 to 1990, not in 2020
 *
 * CountryCodes names = CountryCodes.of(CodeList.NAMES).withAlias("Quellia, Rep. of", "XQU");
 * names.country("Korea, Rep.");   // South Korea (KOR)
 * names.country("Korea");         // error: 'Korea' is South Korea (KOR) or North Korea (PRK)
 * }</pre>
 *
 * <p>Where a list is given, names beside codes are compared with them: {@code SLV} beside {@code
 * Slovenia} is a fault, since in ISO it is El Salvador, and so is a name that is not known. In
 * every table, one name with two codes is a fault.
 *
 * @since 0.1
 */
public final class CountryCodes implements Serializable {

  private static final long serialVersionUID = 1L;

  private static final String BLANK = "country code must not be blank";

  private static final CountryCodes UNCHECKED =
      new CountryCodes(
          ImmutableSet.of(), ImmutableMap.of(), ImmutableMap.of(), ImmutableSet.of(), Rules.NONE);

  private final ImmutableSet<CodeList> lists;
  private final ImmutableMap<String, Alias> aliases;
  private final ImmutableMap<String, String> places;
  private final ImmutableSet<String> leftOut;
  private final Rules rules;

  private CountryCodes(
      ImmutableSet<CodeList> lists,
      ImmutableMap<String, Alias> aliases,
      ImmutableMap<String, String> places,
      ImmutableSet<String> leftOut,
      Rules rules) {
    this.lists = lists;
    this.aliases = aliases;
    this.places = places;
    this.leftOut = leftOut;
    this.rules = rules;
  }

  /** What is done, or not, besides looking into lists. */
  private record Rules(boolean oldCodes, boolean leaveOthers, boolean trustCodes)
      implements Serializable {
    private static final Rules NONE = new Rules(false, false, false);
  }

  /** A text of the user's own and what it stands for. */
  private record Alias(String text, String code) implements Serializable {}

  /** The country of a text, or why there is none. */
  record Found(@Nullable String code, String problem) {}

  /** Any three letters A to Z are a country, without a look into a list. */
  public static CountryCodes unchecked() {
    return UNCHECKED;
  }

  /**
   * Obtains a reading of countries by a list, or by several at once. A text that is one country by
   * one of them and another by another is a fault.
   */
  public static CountryCodes of(CodeList first, CodeList... others) {
    ImmutableSet<CodeList> lists = ImmutableSet.<CodeList>builder().add(first).add(others).build();
    return new CountryCodes(
        lists, ImmutableMap.of(), ImmutableMap.of(), ImmutableSet.of(), Rules.NONE);
  }

  /**
   * A copy that takes old codes, and those of the World Bank's and the International Monetary
   * Fund's own, for the country of today that they stand for: {@code ROM} {@code ZAR} {@code TMP}
   * {@code ADO} {@code KSV} {@code UVK} {@code WBG} {@code IMY} {@code BUR} and the like. What fell
   * apart, such as {@code ANT} or {@code YUG}, stays a fault.
   */
  public CountryCodes withOldCodes() {
    return with(new Rules(true, rules.leaveOthers(), rules.trustCodes()));
  }

  /**
   * A copy in which a text, as a code or as a name, stands for a country.
   *
   * <pre>{@code
   * CountryCodes.of(CodeList.ISO3).withAlias("ROM", "ROU").withAlias("Slovara", "SLV");
   * }</pre>
   *
   * @param text as it is in the table
   * @param code three letters, or the code of a {@linkplain #withPlace place} that was given before
   * @throws IllegalArgumentException if the text is blank or stands for another country already, or
   *     the code is none
   */
  public CountryCodes withAlias(String text, String code) {
    return withAliases(Map.of(text, code));
  }

  /**
   * A copy in which each text stands for the country of its code.
   *
   * @param codesByText as for {@link #withAlias}
   * @throws IllegalArgumentException that lists every fault, as for {@link #withAlias}
   */
  public CountryCodes withAliases(Map<String, String> codesByText) {
    Map<String, Alias> all = new HashMap<>(aliases);
    Set<String> faults = new LinkedHashSet<>();
    new TreeMap<>(codesByText)
        .forEach(
            (text, code) -> {
              String key = CountryNames.key(text);
              Alias before = all.put(key, new Alias(text, code));
              if (key.isEmpty()) {
                faults.add("a text that stands for " + code + " must not be blank");
              } else if (!isKnownCode(code)) {
                faults.add(Text.of("'%s' stands for '%s', which is no country", text, code));
              } else if (before != null && !before.code().equals(code)) {
                faults.add(Text.of("'%s' stands for both %s and %s", text, before.code(), code));
              }
            });
    Checks.noFaults("Names of countries", faults.stream().toList());
    return new CountryCodes(lists, ImmutableMap.copyOf(all), places, leftOut, rules);
  }

  private boolean isKnownCode(String code) {
    return places.containsKey(code)
        || (Country.isThreeLetters(code)
            && (lists.isEmpty()
                || IsoCodes.isUserAssigned(code)
                || !IsoCodes.name(code).isEmpty()));
  }

  /**
   * A copy in which a code stands for a place that is no country, such as {@code EU27} or {@code
   * UA-43}; its name stands for it, too.
   *
   * @throws IllegalArgumentException as for {@link Country#place}
   */
  public CountryCodes withPlace(String code, String name) {
    Country place = Country.place(code, name);
    Map<String, String> all = new HashMap<>(places);
    all.put(place.code(), place.name());
    CountryCodes with = new CountryCodes(lists, aliases, ImmutableMap.copyOf(all), leftOut, rules);
    return with.withAliases(Map.of(code, code)).withAliases(Map.of(name, code));
  }

  /** A copy that leaves out the lines with one of these texts as code or as name, and tells so. */
  public CountryCodes leavingOut(String... texts) {
    ImmutableSet.Builder<String> all = ImmutableSet.<String>builder().addAll(leftOut);
    for (String text : texts) {
      all.add(CountryNames.key(Checks.notBlank(text, "text of lines to leave out")));
    }
    return new CountryCodes(lists, aliases, places, all.build(), rules);
  }

  /**
   * A copy that leaves out every line that is not about a country, and tells so: groups of
   * countries, states of the past, unknown texts, lines without a code.
   */
  public CountryCodes leavingOutOthers() {
    return with(new Rules(rules.oldCodes(), true, rules.trustCodes()));
  }

  /** A copy that does not compare names with codes: the code alone says which country it is. */
  public CountryCodes trustingCodes() {
    return with(new Rules(rules.oldCodes(), rules.leaveOthers(), true));
  }

  private CountryCodes with(Rules changed) {
    return new CountryCodes(lists, aliases, places, leftOut, changed);
  }

  /**
   * The country of a text, named as the list names it.
   *
   * @throws IllegalArgumentException that says what the text may be, if it is not one country
   */
  public Country country(String text) {
    return country(text, 0);
  }

  /**
   * The country of a text in a year, which matters for the numbers and letters of states.
   *
   * @param text a code or a name
   * @param year the year that is meant; 0 for today
   * @throws IllegalArgumentException that says what the text may be, if it is not one country
   */
  public Country country(String text, int year) {
    requireNonNull(text, "text");
    Found found = find(text, year);
    if (found.code() == null) {
      throw new IllegalArgumentException("Country " + found.problem() + hint(text, year));
    }
    String name = name(found.code());
    return new Country(found.code(), name.isEmpty() ? found.code() : name);
  }

  /** The code of a text, or what is wrong with it, without a {@link #hint}. */
  Found find(String text, int year) {
    String key = CountryNames.key(text);
    Alias alias = aliases.get(key);
    if (alias != null) {
      return new Found(alias.code(), "");
    }
    if (lists.isEmpty()) {
      String code = text.strip();
      return Country.isThreeLetters(code)
          ? new Found(code, "")
          : new Found(null, code.isEmpty() ? BLANK : Country.notThreeLetters(code));
    }
    if (key.isEmpty()) {
      return new Found(null, BLANK);
    }
    Set<String> codes = new LinkedHashSet<>();
    String about = "";
    for (CodeList list : lists) {
      CodeMatch match = list.find(key, year);
      codes.addAll(match.codes());
      about = about.isEmpty() ? match.about() : about;
    }
    if (codes.isEmpty()) {
      CodeMatch old = OtherCodes.today(key);
      about = about.isEmpty() ? OtherCodes.about(key) : about;
      if (rules.oldCodes()) {
        codes.addAll(old.codes());
      }
    }
    if (codes.size() == 1) {
      return new Found(codes.iterator().next(), "");
    }
    String quoted = "'" + text.strip() + "' ";
    if (!codes.isEmpty()) {
      return new Found(null, quoted + "is " + named(codes));
    }
    return new Found(null, quoted + (about.isEmpty() ? "is not among the " + labels() : about));
  }

  /** What a text that is no country may be by another list, or which known text is close to it. */
  String hint(String text, int year) {
    String key = CountryNames.key(text);
    boolean several =
        lists.stream().mapToInt(list -> list.find(key, year).codes().size()).sum() > 1;
    if (key.isEmpty() || several) {
      return "";
    }
    if (!OtherCodes.about(key).isEmpty()) {
      boolean old = !rules.oldCodes() && !OtherCodes.today(key).codes().isEmpty();
      return old ? ", for which withOldCodes() takes it" : "";
    }
    Set<String> elsewhere = new LinkedHashSet<>();
    for (CodeList list : CodeList.values()) {
      CodeMatch match = lists.contains(list) ? CodeMatch.unknown() : list.find(key, year);
      if (match.codes().size() == 1) {
        elsewhere.add(Text.of("%s by CodeList.%s", named(match.codes()), list));
      }
    }
    if (!elsewhere.isEmpty()) {
      return ". It is " + String.join(", ", elsewhere);
    }
    Set<String> known = new LinkedHashSet<>();
    aliases.values().forEach(alias -> known.add(alias.text()));
    if (lists.contains(CodeList.NAMES)) {
      known.addAll(CountryNames.spellings());
    }
    String near = Checks.maybeYouMeant(text.strip(), known);
    return near.isEmpty() ? "" : "." + near.substring(0, near.length() - 1);
  }

  private static String named(Set<String> codes) {
    return codes.stream()
        .map(code -> IsoCodes.all().contains(code) ? IsoCodes.name(code) + " (" + code + ")" : code)
        .collect(Collectors.joining(" or "));
  }

  private String labels() {
    return lists.stream().map(CodeList::label).collect(Collectors.joining(" or "));
  }

  /** What a list, or the user, calls a country; empty if neither does. */
  String name(String code) {
    return places.getOrDefault(code, lists.isEmpty() ? "" : IsoCodes.name(code));
  }

  /** The countries that have a name, as the user or the list of names says. */
  ImmutableSet<String> named(String name) {
    String key = CountryNames.key(name);
    Alias alias = aliases.get(key);
    return alias == null ? CountryNames.find(key).codes() : ImmutableSet.of(alias.code());
  }

  /** Whether texts are looked up in a list. */
  boolean usesLists() {
    return !lists.isEmpty();
  }

  /** Whether names are compared with codes. */
  boolean comparesNames() {
    return !lists.isEmpty() && !rules.trustCodes();
  }

  /** Whether a text that is no country is left out. */
  boolean leaves(String text) {
    return leavesOthers() || leavesOut(text);
  }

  /** Whether lines that are not about a country are left out. */
  boolean leavesOthers() {
    return rules.leaveOthers();
  }

  /** Whether the user named a text among those to leave out. */
  boolean leavesOut(String text) {
    return !leftOut.isEmpty() && leftOut.contains(CountryNames.key(text));
  }

  /** Whether the year of a line says which country it is about. */
  boolean needsYears() {
    return lists.stream().anyMatch(CodeList::needsYears);
  }

  private Object readResolve() throws InvalidObjectException {
    return Remade.of("list of countries' names", this::remade);
  }

  private CountryCodes remade() {
    lists.forEach(CodeList::label);
    places.forEach(Country::place);
    CountryCodes made =
        new CountryCodes(lists, ImmutableMap.of(), places, ImmutableSet.of(), requireNonNull(rules))
            .withAliases(
                aliases.values().stream().collect(Collectors.toMap(Alias::text, Alias::code)))
            .leavingOut(leftOut.toArray(new String[0]));
    if (!equals(made)) {
      throw new IllegalArgumentException("texts are not under their own names");
    }
    return made;
  }

  @Override
  public boolean equals(@Nullable Object object) {
    return object instanceof CountryCodes other
        && lists.equals(other.lists)
        && aliases.equals(other.aliases)
        && places.equals(other.places)
        && leftOut.equals(other.leftOut)
        && rules.equals(other.rules);
  }

  @Override
  public int hashCode() {
    return Objects.hash(lists, aliases, places, leftOut, rules);
  }

  /** One line: the lists, and how many texts of the user's own there are. */
  @Override
  public String toString() {
    return "Countries by "
        + (lists.isEmpty() ? "any three letters" : labels())
        + (aliases.isEmpty()
            ? ""
            : Text.of(
                ", with %s", Text.count(aliases.size(), "text of your own", "texts of your own")));
  }
}
