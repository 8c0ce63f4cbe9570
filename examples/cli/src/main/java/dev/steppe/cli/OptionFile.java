package dev.steppe.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.TypeConversionException;

/**
 * Options in a file, which is called by {@code @FILE}: one a line, as {@code --name=value} or
 * {@code --name value}, where the value has blanks as they are and may stand in double quotes.
 * Empty lines, and those that start with {@code #}, are for people.
 */
final class OptionFile {

  private static final Pattern OPTION =
      Pattern.compile("(--?[A-Za-z][A-Za-z-]*)(?:(=|\\s+)(.*))?", Pattern.DOTALL);

  private OptionFile() {}

  /**
   * What was typed, with the options of files in place of their names.
   *
   * @throws BadInput if there is no such file, or it cannot be read
   */
  static List<String> expanded(String... typed) {
    List<String> all = new ArrayList<>();
    for (String each : typed) {
      if (each.length() > 1 && each.startsWith("@")) {
        read(file(each.substring(1)), all);
      } else {
        all.add(each);
      }
    }
    return all;
  }

  private static Path file(String name) {
    try {
      return OptionValues.path(name);
    } catch (TypeConversionException e) {
      throw new BadInput(List.of(String.valueOf(e.getMessage())));
    }
  }

  private static void read(Path file, List<String> all) {
    if (!Files.exists(file)) {
      throw new BadInput(
          List.of(
              "There is no file '"
                  + file
                  + "' of options: @ calls one. A file whose own name starts with @ is ./@"
                  + file));
    }
    try {
      for (String line : Files.readString(file).lines().toList()) {
        add(line.replace("\uFEFF", "").strip(), all);
      }
    } catch (IOException e) {
      throw new BadInput(List.of(BadInput.of(file, e)));
    }
  }

  private static void add(String line, List<String> all) {
    if (line.isEmpty() || line.startsWith("#")) {
      return;
    }
    Matcher option = OPTION.matcher(line);
    if (!option.matches() || option.group(2) == null) {
      all.add(unquoted(line));
    } else if (option.group(2).equals("=")) {
      all.add(option.group(1) + "=" + unquoted(option.group(3)));
    } else {
      all.add(option.group(1));
      all.add(unquoted(option.group(3)));
    }
  }

  private static String unquoted(String text) {
    boolean isQuoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
    return isQuoted ? text.substring(1, text.length() - 1) : text;
  }
}
