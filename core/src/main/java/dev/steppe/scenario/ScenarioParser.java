package dev.steppe.scenario;

import dev.steppe.internal.Checks;
import dev.steppe.internal.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads scenarios that were written as text. */
final class ScenarioParser {

  private static final Pattern NAMED = Pattern.compile("(?s)([^:]*):(.*)");

  /** A code is as short as it can be, so that {@code a-=1} lowers {@code a}. */
  private static final Pattern CHANGE =
      Pattern.compile(
          "([A-Za-z][A-Za-z0-9_.-]*?)\\s*([-+*<>]?=)\\s*"
              + "([+-]?(?:\\d+(?:\\.\\d+)?|\\.\\d+)(?:[eE][+-]?\\d+)?)\\s*(%?)");

  private static final String ALLOWED =
      "must be CODE=1, CODE+=1, CODE-=1, CODE+=10%, CODE-=10%, CODE*=1.1, CODE>=1 or CODE<=1,"
          + " but was '";

  private ScenarioParser() {}

  static Scenario parse(String text) {
    Matcher named = NAMED.matcher(text);
    boolean hasName = named.matches();
    String name = hasName ? named.group(1).strip() : "";
    List<String> faults = new ArrayList<>();
    if (hasName && name.isEmpty()) {
      faults.add("there is no name before the colon");
    }
    List<Change> changes = new ArrayList<>();
    String[] parts = (hasName ? named.group(2) : text).split(",", -1);
    for (int i = 0; i < parts.length; i++) {
      try {
        changes.add(change(parts[i].strip()));
      } catch (IllegalArgumentException fault) {
        faults.add("change " + (i + 1) + ": " + fault.getMessage());
      }
    }
    Checks.noFaults("Scenario '" + text + "'", faults);
    if (hasName) {
      return Scenario.of(name, changes.toArray(Change[]::new));
    }
    return Scenario.unnamed(changes);
  }

  private static Change change(String text) {
    Matcher parts = CHANGE.matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException(ALLOWED + Text.brief(text) + "'");
    }
    double number = Double.parseDouble(parts.group(3));
    boolean percent = !parts.group(4).isEmpty();
    String operator = parts.group(2);
    boolean adds = operator.equals("+=") || operator.equals("-=");
    if (percent && !adds) {
      throw new IllegalArgumentException(ALLOWED + Text.brief(text) + "'");
    }
    double signed = operator.equals("-=") ? -number : number;
    Shift shift =
        switch (operator) {
          case "=" -> Shift.fixed(number);
          case "*=" -> Shift.scaled(number);
          case ">=" -> Shift.atLeast(number);
          case "<=" -> Shift.atMost(number);
          default -> percent ? Shift.relative(signed / 100) : Shift.absolute(signed);
        };
    return Change.shift(parts.group(1), shift);
  }
}
