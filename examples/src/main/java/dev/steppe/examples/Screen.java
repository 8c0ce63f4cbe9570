package dev.steppe.examples;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Text for a console that shows {@value #WIDTH} characters in a line. */
final class Screen {

  static final int WIDTH = 100;

  private Screen() {}

  /** The text, with lines that are too long broken at blanks; what follows is indented alike. */
  static String fit(Object text) {
    return text.toString().lines().map(Screen::broken).collect(Collectors.joining("\n"));
  }

  private static String broken(String line) {
    String indent = " ".repeat(line.length() - line.stripLeading().length());
    List<String> lines = new ArrayList<>();
    String rest = line;
    while (rest.length() > WIDTH) {
      int at = rest.lastIndexOf(' ', WIDTH);
      if (at <= indent.length()) {
        break;
      }
      lines.add(rest.substring(0, at).stripTrailing());
      rest = indent + rest.substring(at).strip();
    }
    lines.add(rest);
    return String.join("\n", lines);
  }
}
