package dev.steppe.cli;

import dev.steppe.scenario.Scenario;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
  private List<Scenario> scenarios = List.of();

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
    for (Scenario scenario : scenarios) {
      if (!names.add(scenario.name())) {
        throw question.misuse(
            "Scenario '"
                + scenario.name()
                + "' is given twice: a name in front, as in \"a bad year: unrest=1\", tells two"
                + " apart");
      }
    }
  }

  /** The scenarios, by degrees if that was asked for. */
  List<Scenario> all() {
    if (steps == null) {
      return scenarios;
    }
    List<Scenario> grades = new ArrayList<>();
    for (Scenario scenario : scenarios) {
      grades.addAll(scenario.grades(steps));
    }
    return grades;
  }

  /** Reads a scenario. */
  static final class Converter implements ITypeConverter<Scenario> {

    @Override
    public Scenario convert(String typed) {
      try {
        return Scenario.parse(typed);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(String.valueOf(e.getMessage()));
      }
    }
  }
}
