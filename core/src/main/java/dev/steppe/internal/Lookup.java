package dev.steppe.internal;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds the one thing of a name among others, and says with one voice why it cannot. */
public final class Lookup {

  private Lookup() {}

  /**
   * The place, from 0, of the only one of a name.
   *
   * @param what what has the name, such as {@code Country}
   * @param names all there are, a name as often as it comes
   * @param absent what is said of one that is not there, such as {@code is not ranked}
   * @param several what is said of one that comes more than once
   */
  public static int only(
      String what, String name, List<String> names, String absent, String several) {
    return only(what, name, names, names, absent, several);
  }

  /** The same, with labels as for {@link #place}. */
  public static int only(
      String what,
      String name,
      List<String> names,
      List<String> labels,
      String absent,
      String several) {
    int found = place(what, name, names, labels, absent);
    if (names.lastIndexOf(name) != found) {
      throw new IllegalArgumentException(named(what, name) + Text.printable(several));
    }
    return found;
  }

  /** The place, from 0, of a name that comes at most once, or of the first. */
  public static int place(String what, String name, List<String> names, String absent) {
    return place(what, name, names, names, absent);
  }

  /**
   * The same.
   *
   * @param labels what people may write in place of each name, such as a country's name for its
   *     code
   */
  public static int place(
      String what, String name, List<String> names, List<String> labels, String absent) {
    int found = names.indexOf(requireNonNull(name, what));
    if (found < 0) {
      Map<String, String> labelled = new LinkedHashMap<>();
      for (int i = 0; i < names.size(); i++) {
        labelled.putIfAbsent(names.get(i), labels.get(i));
      }
      throw new IllegalArgumentException(
          named(what, name)
              + Text.printable(absent)
              + ". "
              + Checks.known(
                  name, labelled.keySet(), known -> labelled.getOrDefault(known, known)));
    }
    return found;
  }

  private static String named(String what, String name) {
    return what + " '" + Text.brief(name) + "' ";
  }
}
