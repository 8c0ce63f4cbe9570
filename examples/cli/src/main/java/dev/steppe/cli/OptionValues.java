package dev.steppe.cli;

import com.google.common.collect.ImmutableMap;
import dev.steppe.evidence.CodeList;
import dev.steppe.evidence.Overlap;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.TypeConversionException;

/** Reads the values of options, and says what they may be in words of people who type them. */
final class OptionValues {

  /** What picocli says, and what is said instead. */
  private static final ImmutableMap<Pattern, String> PLAIN =
      ImmutableMap.of(
          Pattern.compile(
              "Value for option option '(\\S+)' \\((.*)\\) should be in KEY=VALUE format but was"
                  + " (.*)"),
          "Invalid value for option '$1': must be $2, but was '$3'",
          Pattern.compile("option '(\\S+)' \\(.*\\) should be specified only once"),
          "Option '$1' is given twice",
          Pattern.compile("Missing required parameter for option '(\\S+)' \\((.*)\\)"),
          "Option '$1' lacks its value: $1=$2",
          Pattern.compile(
              "Invalid value for positional parameter at index \\S+ \\((\\w+)\\): (.*)"),
          "$1: $2",
          Pattern.compile("Unmatched arguments? (?:at|from) index \\d+: (.*)"),
          "This is more than the command takes: $1");

  private OptionValues() {}

  static void registerTo(CommandLine commands) {
    commands.registerConverter(Integer.class, typed -> (int) whole(typed, Integer.MAX_VALUE));
    commands.registerConverter(Long.class, typed -> whole(typed, Long.MAX_VALUE));
    commands.registerConverter(long.class, typed -> whole(typed, Long.MAX_VALUE));
    commands.registerConverter(Character.class, OptionValues::character);
    commands.registerConverter(Charset.class, OptionValues::charset);
    commands.registerConverter(LocalDate.class, OptionValues::date);
    commands.registerConverter(Path.class, OptionValues::path);
    commands.registerConverter(CodeList.class, oneOf(CodeList.class));
    commands.registerConverter(Overlap.class, oneOf(Overlap.class));
    commands.registerConverter(Format.class, oneOf(Format.class));
  }

  /** In lists a text with commas stands in quotes, which come in pairs. */
  static void checkQuotes(ParseResult parsed) {
    for (ParseResult command :
        parsed.asCommandLineList().stream().map(CommandLine::getParseResult).toList()) {
      for (OptionSpec option : command.matchedOptions()) {
        for (String typed :
            option.splitRegex().isEmpty() ? List.<String>of() : option.originalStringValues()) {
          if (typed.chars().filter(c -> c == '"').count() % 2 > 0) {
            throw new ParameterException(
                command.commandSpec().commandLine(),
                "Invalid value for option '"
                    + option.longestName()
                    + "': a quote has no other, in '"
                    + typed
                    + "'");
          }
        }
      }
    }
  }

  /** The name of a value as it is typed. */
  static String label(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** A message about what was typed, without words of programmers. */
  static String plain(String message, boolean isOfNoCommand) {
    if (isOfNoCommand && message.startsWith("Unmatched argument")) {
      // What follows is of the command that was meant.
      return "There is no command "
          + message.substring(message.indexOf(": ") + 2).split(", ", 2)[0];
    }
    for (Map.Entry<Pattern, String> each : PLAIN.entrySet()) {
      Matcher found = each.getKey().matcher(message);
      if (found.matches()) {
        return found.replaceAll(each.getValue());
      }
    }
    return message;
  }

  private static long whole(String typed, long most) {
    try {
      long number = Long.parseLong(typed.strip());
      if (Math.abs(number) <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      if (!typed.strip().matches("[+-]?\\d+")) {
        throw new TypeConversionException(
            "must be a whole number such as 2000, but was '" + typed + "'");
      }
    }
    throw new TypeConversionException("'" + typed + "' is too large a number");
  }

  private static char character(String typed) {
    if (typed.equals("\\t") || typed.equalsIgnoreCase("tab")) {
      return '\t';
    }
    if (typed.length() != 1) {
      throw new TypeConversionException("must be one character, or tab, but was '" + typed + "'");
    }
    return typed.charAt(0);
  }

  private static Charset charset(String typed) {
    try {
      return Charset.forName(typed.strip());
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      throw new TypeConversionException(
          "must be an encoding such as windows-1252 or UTF-16LE, but was '" + typed + "'");
    }
  }

  /** The file of a name. */
  static Path path(String typed) {
    try {
      return Path.of(typed);
    } catch (InvalidPathException e) {
      throw new TypeConversionException("'" + typed + "' can be no name of a file here");
    }
  }

  private static LocalDate date(String typed) {
    try {
      return LocalDate.parse(typed);
    } catch (DateTimeParseException e) {
      throw new TypeConversionException(
          "must be a date such as 2022-02-23, but was '" + typed + "'");
    }
  }

  private static <E extends Enum<E>> ITypeConverter<E> oneOf(Class<E> type) {
    ImmutableMap.Builder<String, E> byLabel = ImmutableMap.builder();
    for (E value : type.getEnumConstants()) {
      byLabel.put(label(value), value);
    }
    ImmutableMap<String, E> known = byLabel.buildOrThrow();
    return typed -> {
      E value = known.get(typed.strip().toLowerCase(Locale.ROOT).replace('_', '-'));
      if (value == null) {
        throw new TypeConversionException(
            "must be one of " + String.join(", ", known.keySet()) + ", but was '" + typed + "'");
      }
      return value;
    };
  }
}
