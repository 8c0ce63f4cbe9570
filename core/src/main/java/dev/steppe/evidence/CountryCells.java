package dev.steppe.evidence;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.steppe.internal.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the countries that the lines of one table are about, and remembers what was left out or is
 * at fault: each text once, however many lines it has. Used once.
 */
final class CountryCells {

  /** A message about more texts than these is read by nobody. */
  private static final int HINTED = 100;

  private static final String WAYS =
      ". CountryCodes.withAlias says which country a text stands for, withPlace that it is a place"
          + " of its own, leavingOut that its lines do not count; leavingOutOthers leaves all such"
          + " lines out";

  private final CountryCodes codes;
  private final boolean needsYears;
  private final Map<String, CountryCodes.Found> found = new HashMap<>();
  private final Map<String, Passed> passed = new LinkedHashMap<>();
  private final Map<String, String> nameOf = new HashMap<>();
  private final Map<String, Named> named = new HashMap<>();
  private final Map<String, String> comparedAs = new HashMap<>();
  private final List<Fault> faults = new ArrayList<>();
  private boolean unknownName;

  CountryCells(CountryCodes codes) {
    this.codes = codes;
    this.needsYears = codes.needsYears();
  }

  /**
   * What is wrong with a text, in the first line that has it.
   *
   * @param line its number
   * @param ofName whether the name is at fault, and not the code
   * @param message what is wrong
   */
  record Fault(long line, boolean ofName, String message) {}

  /** A text that was passed over. */
  private static final class Passed {
    private final String cell;
    private final String text;
    private final String problem;
    private final int year;
    private final long line;
    private final boolean leftOut;
    private int lines;

    Passed(String cell, String text, String problem, int year, long line, boolean leftOut) {
      this.cell = cell;
      this.text = text;
      this.problem = problem;
      this.year = year;
      this.line = line;
      this.leftOut = leftOut;
    }
  }

  /** The code that a name was first given with. */
  private record Named(String code, long line) {}

  /**
   * The code of the country that a line is about; null if the line is to be passed over.
   *
   * @param cell the code, or the name if the table has names only
   * @param name the name beside the code; empty if there is none
   * @param year the year of the line; 0 if there is none
   * @param line its number
   */
  @Nullable String code(String cell, String name, int year, long line) {
    CountryCodes.Found answer = find(cell, year);
    boolean leftOut = codes.leavesOut(cell) || (!name.isBlank() && codes.leavesOut(name));
    String code = answer.code();
    if (leftOut || code == null) {
      pass(cell, name, answer.problem(), year, line, leftOut || codes.leavesOthers());
      return null;
    }
    if (code.equals(comparedAs.get(name))) {
      return code; // Compared before.
    }
    if (!name.isBlank()) {
      compare(code, cell.strip(), name, year, line);
      comparedAs.put(name, code);
      nameOf.putIfAbsent(code, name);
    } else if (codes.name(code).isEmpty() && !code.equalsIgnoreCase(cell.strip())) {
      nameOf.putIfAbsent(code, cell.strip());
    }
    return code;
  }

  private CountryCodes.Found find(String cell, int year) {
    String key = needsYears ? cell + "@" + year : cell;
    CountryCodes.Found answer = found.get(key);
    if (answer == null) {
      answer = codes.find(cell, year);
      found.put(key, answer);
    }
    return answer;
  }

  private void pass(
      String cell, String name, String problem, int year, long line, boolean leftOut) {
    String key = cell.strip();
    String text = key.isEmpty() ? name.isBlank() ? "no code" : name.strip() + " (no code)" : key;
    if (!key.isEmpty() && !name.isBlank() && !name.strip().equals(key)) {
      text = name.strip() + " (" + key + ")";
    }
    Passed before = passed.get(text);
    if (before == null) {
      before = new Passed(key, text, problem, year, line, leftOut);
      passed.put(text, before);
    }
    before.lines++;
  }

  /** Compares a name with the code beside it, and with the codes that it had in earlier lines. */
  private void compare(String code, String cell, String name, int year, long line) {
    Named before = named.putIfAbsent(name.strip(), new Named(code, line));
    if (before != null && !before.code().equals(code)) {
      faults.add(
          new Fault(
              line,
              true,
              Text.of(
                  "'%s' has the code %s here, and %s in line %s. If it is one country:"
                      + " CountryCodes.withAlias(\"%s\", \"%s\")",
                  name.strip(), code, before.code(), before.line(), before.code(), code)));
      return;
    }
    if (!codes.comparesNames()) {
      return;
    }
    ImmutableSet<String> known = codes.named(name);
    String list = codes.name(code);
    if (known.contains(code) || (known.isEmpty() && list.isEmpty())) {
      return;
    }
    String trust =
        unknownName || !known.isEmpty()
            ? ""
            : "; trustingCodes() takes all codes for what the list says, whatever the names";
    unknownName |= known.isEmpty();
    faults.add(
        new Fault(
            line,
            true,
            known.isEmpty()
                ? Text.of(
                    "'%s' is no known name of %s, which is %s. If it is the same country:"
                        + " CountryCodes.withAlias(\"%s\", \"%s\"); if '%s' is of another code"
                        + " list, say which%s%s",
                    name.strip(),
                    code,
                    list,
                    name.strip(),
                    code,
                    cell,
                    codes.hint(cell, year),
                    trust)
                : Text.of(
                    "'%s' is %s, but the code is '%s'%s",
                    name.strip(),
                    String.join(" or ", known),
                    cell,
                    list.isEmpty() ? "" : ", which is " + list + " (" + code + ")")));
  }

  /** What to call a country: as the first line does that has a name, or as the list does. */
  String name(String code) {
    String list = codes.name(code);
    return nameOf.getOrDefault(code, list.isEmpty() ? code : list);
  }

  /** What is wrong, once a text, in the order of lines. */
  List<Fault> faults() {
    List<Fault> all = new ArrayList<>(faults);
    int wrong = 0;
    for (Passed text : passed.values()) {
      if (!text.leftOut) {
        all.add(new Fault(text.line, false, message(text, wrong)));
        wrong++;
      }
    }
    all.sort(Comparator.comparingLong(Fault::line));
    return all;
  }

  private String message(Passed text, int before) {
    String others =
        text.lines == 1
            ? ""
            : ", and so in " + Text.count(text.lines - 1, "more line", "more lines");
    String hint = before < HINTED ? codes.hint(text.cell, text.year) : "";
    return text.problem + hint + others + (before == 0 && codes.comparesNames() ? WAYS : "");
  }

  /** What was left out, such as {@code World (WLD), 3 lines}. */
  ImmutableList<String> leftOut() {
    return passed.values().stream()
        .filter(text -> text.leftOut)
        .map(text -> text.text + ", " + Text.count(text.lines, "line", "lines"))
        .collect(ImmutableList.toImmutableList());
  }
}
