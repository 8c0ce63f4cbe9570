package dev.steppe.cli;

import dev.steppe.scenario.Scenario;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** What is changed. */
final class ScenarioOptions {

  private static final int MOST_STEPS = 1000;

  @Option(
      names = {"-s", "--scenario"},
      paramLabel = "CHANGES",
      converter = Converter.class,
      description = {
        "Changes of readings, with a name in front or not: \"a bad year: unrest=1, trade-=20%%\"."
            + " A change is CODE=1 (is 1), CODE+=1 or CODE-=1 (so much more or less), CODE+=10%%"
            + " or CODE-=10%%, CODE*=1.1, CODE>=1 or CODE<=1 (at least, at most). The option may"
            + " be given several times."
      })
  private List<Typed> scenarios = List.of();

  @Option(
      names = "--steps",
      paramLabel = "NUMBER",
      description =
          "Make each scenario by degrees, in so many steps from nothing to all of it;"
              + " 1000 at most.")
  private @Nullable Integer steps;

  boolean isEmpty() {
    return scenarios.isEmpty();
  }

  void check(Question question) {
    if (steps != null) {
      question.checkRange("--steps", steps, 1, MOST_STEPS);
    }
    Set<String> names = new HashSet<>();
    for (Scenario scenario : scenarios()) {
      if (!names.add(scenario.name())) {
        throw question.misuse(
            "Scenario '"
                + scenario.name()
                + "' is given twice: a name in front, as in \"a bad year: unrest=1\", tells two"
                + " apart");
      }
    }
  }

  /** Refuses a change of what the data have no reading of and the model does not know. */
  void check(Question question, Case given) {
    Set<String> readings = new HashSet<>();
    given.profiles().forEach(profile -> readings.addAll(profile.codes()));
    for (Typed each : scenarios) {
      for (String code : each.codes()) {
        if (!readings.contains(code)) {
          refuseUnknown(question, given, code);
        }
      }
    }
  }

  /** Names what was meant first; all that there is comes after it. */
  private static void refuseUnknown(Question question, Case given, String code) {
    try {
      given.model().node(code);
    } catch (IllegalArgumentException e) {
      String message = String.valueOf(e.getMessage());
      int known = message.indexOf("Known: ");
      int meant = message.indexOf(" Maybe you meant ");
      String near = meant < 0 ? "" : message.substring(meant);
      String all = message.substring(known, meant < 0 ? message.length() : meant);
      throw question.misuse("There is no '" + code + "' to change." + near + " " + all);
    }
  }

  private List<Scenario> scenarios() {
    return scenarios.stream().map(Typed::scenario).toList();
  }

  /** The scenarios, by degrees if that was asked for. */
  List<Scenario> all() {
    if (steps == null) {
      return scenarios();
    }
    List<Scenario> grades = new ArrayList<>();
    for (Scenario scenario : scenarios()) {
      grades.addAll(scenario.grades(steps));
    }
    return grades;
  }

  /**
   * A scenario.
   *
   * @param codes of the readings that it changes
   */
  private record Typed(Scenario scenario, List<String> codes) {

    private static final Pattern CODE = Pattern.compile("([A-Za-z][\\w.-]*?)\\s*[-+*<>]?=");

    static Typed of(String text) {
      Scenario scenario = Scenario.parse(text);
      String changes = text.substring(text.indexOf(':') + 1);
      return new Typed(
          scenario, CODE.matcher(changes).results().map(code -> code.group(1)).toList());
    }
  }

  /** Reads a scenario. */
  static final class Converter implements ITypeConverter<Typed> {

    @Override
    public Typed convert(String typed) {
      try {
        return Typed.of(typed);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(String.valueOf(e.getMessage()));
      }
    }
  }
}
