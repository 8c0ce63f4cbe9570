package dev.steppe.cli;

import com.google.common.collect.ImmutableMap;
import dev.steppe.evidence.CodeList;
import dev.steppe.evidence.CountryCodes;
import dev.steppe.evidence.CsvFormat;
import dev.steppe.evidence.CsvLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.TypeConversionException;

/**
 * A file with readings, as it is typed: {@code [SHAPE:]FILE[,GIVEN=CODE]...}.
 *
 * @param shape what its lines and columns mean
 * @param file where it is
 * @param codes the codes of indicators that the file calls otherwise
 */
record DataFile(Shape shape, Path file, Map<String, String> codes) {

  private static final Pattern RENAMED =
      Pattern.compile("\\s*(.+?)=([A-Za-z][A-Za-z0-9_.-]*)(?:,|$)");

  private static final Pattern SHAPED = Pattern.compile("(?!file:|https?:)[A-Za-z-]{2,}:");

  /** The shapes of tables that are known by a name. */
  enum Shape {
    LONG(false) {
      @Override
      CsvLayout of(CsvFormat format) {
        return format.longTable();
      }
    },
    WIDE(false) {
      @Override
      CsvLayout of(CsvFormat format) {
        return format.wideTable();
      }
    },
    YEARS(false) {
      @Override
      CsvLayout of(CsvFormat format) {
        return format.yearColumns();
      }
    },
    WORLD_BANK(true) {
      @Override
      CsvLayout of(CsvFormat format) {
        return format
            .withHeader("Country Code")
            .yearColumns()
            .withColumn("country", "Country Code")
            .withColumn("name", "Country Name")
            .withColumn("indicator", "Indicator Code")
            .withConstant("source", "World Bank");
      }
    },
    OWID(true) {
      @Override
      CsvLayout of(CsvFormat format) {
        return format
            .wideTable()
            .withColumn("country", "Code")
            .withColumn("name", "Entity")
            .withColumn("year", "Year")
            .withConstant("source", "Our World in Data");
      }
    };

    private final boolean hasGroups;

    Shape(boolean hasGroups) {
      this.hasGroups = hasGroups;
    }

    abstract CsvLayout of(CsvFormat format);

    /** How such files tell countries if nothing is said: groups among them are left out. */
    CountryCodes countries(boolean skipOthers) {
      if (hasGroups) {
        return CountryCodes.of(CodeList.ISO3).leavingOutOthers();
      }
      return skipOthers ? CountryCodes.of(CodeList.ISO3) : CountryCodes.unchecked();
    }

    String label() {
      return OptionValues.label(this);
    }
  }

  /** What else a name with a colon may have meant, if there is no such file. */
  String shapeHint() {
    return SHAPED.matcher(file.toString()).lookingAt() && !Files.exists(file)
        ? ". Shapes of files are long, wide, years, world-bank and owid"
        : "";
  }

  /**
   * Reads what was typed.
   *
   * @throws IllegalArgumentException if it cannot be read
   */
  static DataFile of(String typed) {
    Shape shape = Shape.LONG;
    String rest = typed;
    for (Shape each : Shape.values()) {
      if (typed.startsWith(each.label() + ":")) {
        shape = each;
        rest = typed.substring(each.label().length() + 1);
      }
    }
    int comma = rest.indexOf(',');
    boolean renames = comma >= 0 && rest.indexOf('=', comma) >= 0;
    String file = renames ? rest.substring(0, comma) : rest;
    if (file.isBlank()) {
      throw new IllegalArgumentException("There is no file in '" + typed + "'");
    }
    return new DataFile(
        shape, path(file), renames ? codes(rest.substring(comma + 1)) : ImmutableMap.of());
  }

  private static Path path(String file) {
    try {
      return OptionValues.path(file);
    } catch (TypeConversionException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  private static ImmutableMap<String, String> codes(String typed) {
    ImmutableMap.Builder<String, String> codes = ImmutableMap.builder();
    Matcher renamed = RENAMED.matcher(typed);
    int end = 0;
    while (end < typed.length() && renamed.region(end, typed.length()).lookingAt()) {
      codes.put(renamed.group(1), renamed.group(2));
      end = renamed.end();
    }
    if (end < typed.length()) {
      throw new IllegalArgumentException(
          "After the comma must come GIVEN=CODE, but was '" + typed.substring(end) + "'");
    }
    return codes.buildKeepingLast();
  }
}
