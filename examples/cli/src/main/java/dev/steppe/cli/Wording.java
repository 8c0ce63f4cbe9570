package dev.steppe.cli;

import com.google.common.collect.ImmutableMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Errors of the library name the methods that help; here they name the options that call these.
 * Methods without an option stay as they are.
 */
final class Wording {

  /** What replaces what, in this order. */
  private static final ImmutableMap<Pattern, String> OPTIONS = options();

  private static final Pattern CODES = Pattern.compile("CodeList\\.([A-Z0-9_]+)");

  private Wording() {}

  private static String code(String name) {
    return name.toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static ImmutableMap<Pattern, String> options() {
    ImmutableMap.Builder<Pattern, String> options = ImmutableMap.builder();
    String[][] pairs = {
      {
        "CsvLayout\\.withYears chooses: Years\\.of\\(\\d+\\), or Years\\.upTo\\((\\d+)\\) for the",
        "--year=$1 takes the"
      },
      {
        "CountryCodes\\.withAlias says which country a text stands for, withPlace .*?; leavingOutOthers",
        "--alias=TEXT=CODE says which country a text stands for; --skip-others"
      },
      {"CountryCodes\\.withAlias\\(\"([^\"]*)\", \"([^\"]*)\"\\)", "--alias=\"$1=$2\""},
      {"CsvLayout\\.withColumn\\(\"([^\"]*)\", \"([^\"]*)\"\\)", "--column=\"$1=$2\""},
      {"CsvLayout\\.withColumn", "--column"},
      {"CsvLayout\\.withCode\\(\"([^\"]*)\", \\.\\.\\.\\)", "\",$1=CODE\" behind the file"},
      {"CsvLayout\\.without\\(\"([^\"]*)\"\\)", "--without=\"$1\""},
      {"CsvLayout\\.withRows", "--rows"},
      {"(?:reading\\.convertedTo\\(unit\\), or )?CsvLayout\\.withUnit", "--unit"},
      {"CsvFormat\\.yearColumns", "years:FILE"},
      {"CsvFormat\\.wideTable", "wide:FILE"},
      {"CsvFormat\\.longTable", "long:FILE"},
      {"CsvFormat\\.withMissing\\(\"([^\"]*)\"\\)", "--missing=\"$1\""},
      {"CsvFormat\\.withMissing", "--missing"},
      {"CsvFormat\\.withNotApplicable", "--not-applicable"},
      {"CsvFormat\\.withSeparator\\('(\\\\?.)'\\)", "--separator=\"$1\""},
      {"CsvFormat\\.withEncoding\\(Charset\\.forName\\(\"([^\"]*)\"\\)\\)", "--encoding=$1"},
      {"CsvFormat\\.withEncoding\\(StandardCharsets\\.UTF_16LE\\)", "--encoding=UTF-16LE"},
      {"CsvFormat\\.withDecimalMark or withGroupingMark", "--decimal or --grouping"},
      {"CsvFormat\\.withGroupingMark", "--grouping"},
      {"CsvFormat\\.withHeaderLine\\(\\d+\\)", "--header=CELL says one of its cells"},
      {"CsvFormat\\.withHeader\\b", "--header"},
      {"by withOverlap", "by --overlap"},
      {"withAsOf says", "--as-of says"},
      {"Scorer\\.fit\\((?:model, reference|\\.\\.\\.)\\)", "--fit"},
    };
    for (String[] pair : pairs) {
      options.put(Pattern.compile(pair[0]), pair[1]);
    }
    return options.build();
  }

  static String forCommandLine(String message) {
    String told = message;
    told = CODES.matcher(told).replaceAll(found -> "--codes=" + code(found.group(1)));
    for (Map.Entry<Pattern, String> option : OPTIONS.entrySet()) {
      told = option.getKey().matcher(told).replaceAll(option.getValue());
    }
    return told;
  }
}
