package dev.steppe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Whoever translates a program by the page of names ends where it says. */
class RenamesTest {

  private static final Pattern CLASSES =
      Pattern.compile("(?m)^\\| `(dev\\.steppe[\\w.]+)` \\| `(dev\\.steppe[\\w.]+)` \\|$");
  private static final Pattern METHOD = Pattern.compile("`([A-Z]\\w+)\\.(\\w+)\\(");

  private static String page() throws IOException {
    return Files.readString(Path.of("docs", "renames.md"));
  }

  @Test
  void old_classes_have_gone_and_new_ones_are_there() throws IOException {
    Matcher rows = CLASSES.matcher(page());
    List<String> wrong = new ArrayList<>();
    int count = 0;
    while (rows.find()) {
      count++;
      if (isThere(rows.group(1))) {
        wrong.add(rows.group(1) + " is still there");
      }
      if (!isThere(rows.group(2))) {
        wrong.add(rows.group(2) + " is not there");
      }
    }
    assertThat(count).isGreaterThan(80);
    assertThat(wrong).isEmpty();
  }

  /** A nested class stands behind a dot on the page, behind a dollar sign for the loader. */
  private static boolean isThere(String name) {
    for (String binary : List.of(name, name.replaceAll("\\.(\\w+)$", "\\$$1"))) {
      try {
        Class.forName(binary, false, RenamesTest.class.getClassLoader());
        return true;
      } catch (ClassNotFoundException elsewhere) {
        continue;
      }
    }
    return false;
  }

  @Test
  void new_methods_are_there_and_old_ones_are_not() throws IOException {
    String page = page();
    String rows = page.substring(page.indexOf("## Methods"), page.indexOf("## Classes that"));
    List<String> wrong = new ArrayList<>();
    int count = 0;
    for (String row : rows.lines().filter(line -> line.startsWith("| `")).toList()) {
      String[] cells = row.split("\\|");
      Matcher added = METHOD.matcher(cells[2]);
      while (added.find()) {
        count++;
        if (!methods(added.group(1)).contains(added.group(2))) {
          wrong.add(added.group() + " is not there");
        }
      }
      Matcher gone = METHOD.matcher(cells[1]);
      while (gone.find()) {
        // Some live on with other arguments.
        boolean kept = cells[2].contains(gone.group(1) + "." + gone.group(2) + "(");
        if (!kept && methods(gone.group(1)).contains(gone.group(2))) {
          wrong.add(gone.group() + " is still there");
        }
      }
    }
    assertThat(count).isGreaterThan(25);
    assertThat(wrong).isEmpty();
  }

  private static List<String> methods(String type) {
    List<String> methods = new ArrayList<>();
    for (String room :
        List.of(
            "analogue",
            "analysis",
            "evidence",
            "model",
            "scenario",
            "sensitivity",
            "uncertainty",
            "validation",
            "weights")) {
      try {
        Class<?> found = Class.forName("dev.steppe." + room + "." + type);
        for (var method : found.getMethods()) {
          methods.add(method.getName());
        }
      } catch (ClassNotFoundException elsewhere) {
        continue;
      }
    }
    return methods;
  }
}
