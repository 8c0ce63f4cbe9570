package dev.steppe.internal.countries;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import java.util.List;
import java.util.Locale;

/**
 * A list of the states of the world since 1816, with numbers and letters of its own: a state is on
 * it from year to year, and may leave and come back.
 *
 * @see <a href="https://correlatesofwar.org/data-sets/state-system-membership/">Correlates of War
 *     Project, State System Membership List, version 2016</a>
 * @see <a href="https://doi.org/10.1080/03050629908434958">Gleditsch and Ward (1999), Interstate
 *     System Membership, International Interactions 25(4):393</a>
 */
public final class StateList {

  private static final int OPEN = 9999;

  private final ImmutableListMultimap<String, Spell> byNumber;
  private final ImmutableListMultimap<String, Spell> byLetters;

  private StateList(String resource) {
    ImmutableListMultimap.Builder<String, Spell> numbers = ImmutableListMultimap.builder();
    ImmutableListMultimap.Builder<String, Spell> letters = ImmutableListMultimap.builder();
    for (List<String> row : Facts.rows(resource)) {
      String until = row.get(3);
      Spell spell =
          new Spell(
              Integer.parseInt(row.get(2)),
              until.isEmpty() ? OPEN : Integer.parseInt(until),
              row.get(4),
              row.get(5));
      numbers.put(row.get(0), spell);
      letters.put(row.get(1), spell);
    }
    byNumber = numbers.build();
    byLetters = letters.build();
  }

  /** Years, both included, in which a state is on the list, and the code it has today, if any. */
  private record Spell(int since, int until, String iso3, String name) {

    boolean includes(int year) {
      return since <= year && year <= until;
    }

    String state() {
      return iso3.isEmpty() ? name : IsoCodes.name(iso3) + " (" + iso3 + ")";
    }

    String years() {
      return until == OPEN ? "since " + since : since + " to " + until;
    }
  }

  /** The list of the Correlates of War project. */
  public static StateList correlatesOfWar() {
    return CorrelatesOfWar.LIST;
  }

  /** The list of Gleditsch and Ward, with their microstates. */
  public static StateList gleditschWard() {
    return GleditschWard.LIST;
  }

  private static final class CorrelatesOfWar {
    private static final StateList LIST = new StateList("cow.csv");
  }

  private static final class GleditschWard {
    private static final StateList LIST = new StateList("gw.csv");
  }

  /**
   * The country of a number.
   *
   * @param key the number as text
   * @param year the year that is meant, 0 for today
   */
  public CodeMatch number(String key, int year) {
    return at(byNumber.get(Facts.number(key)), year);
  }

  /**
   * The country of three letters.
   *
   * @param key the letters
   * @param year the year that is meant, 0 for today
   */
  public CodeMatch letters(String key, int year) {
    return at(byLetters.get(key.toUpperCase(Locale.ROOT)), year);
  }

  private static CodeMatch at(ImmutableList<Spell> spells, int year) {
    if (spells.isEmpty()) {
      return CodeMatch.unknown();
    }
    for (Spell spell : spells) {
      if (spell.includes(year == 0 ? OPEN : year)) {
        return spell.iso3().isEmpty()
            ? CodeMatch.noCountry("is " + spell.name() + ", which is no country of today")
            : CodeMatch.of(spell.iso3());
      }
    }
    StringBuilder about = new StringBuilder("is ");
    for (int i = 0; i < spells.size(); i++) {
      about.append(i == 0 ? "" : ", ").append(spells.get(i).state());
      about.append(' ').append(spells.get(i).years());
    }
    about.append(year == 0 ? ", but there is no year" : ", not in " + year);
    return CodeMatch.noCountry(about.toString());
  }
}
