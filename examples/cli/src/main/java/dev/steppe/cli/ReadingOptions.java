package dev.steppe.cli;

import dev.steppe.evidence.CodeList;
import dev.steppe.evidence.CountryCodes;
import dev.steppe.evidence.CsvFormat;
import dev.steppe.evidence.CsvLayout;
import dev.steppe.evidence.Years;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How data files are read: each option is a method of the library's formats and layouts. */
final class ReadingOptions {

  @Option(
      names = "--year",
      paramLabel = "YEAR",
      description = "Of figures of several years, take the newest that is not of a later year.")
  private @Nullable Integer year;

  @Option(
      names = "--max-age",
      paramLabel = "YEARS",
      description = "With --year: no figure that is older than that.")
  private @Nullable Integer maxAge;

  @Option(
      names = "--codes",
      split = ",",
      paramLabel = "LIST",
      description =
          "How files tell countries: iso3, iso2, m49, names, cow-numbers, cow-letters,"
              + " gw-numbers, gw-letters; any three letters if not given.")
  private List<CodeList> codes = List.of();

  @Option(
      names = "--skip-others",
      description = "Leave out lines that are about no country, such as those of groups.")
  private boolean skipOthers;

  @Option(
      names = "--alias",
      paramLabel = "TEXT=CODE",
      description = "What the files call a country, with the code that it has.")
  private Map<String, String> aliases = Map.of();

  @Option(
      names = "--column",
      paramLabel = "COLUMN=HEADER",
      description =
          "The header of a column, such as country=Code. Columns: country, name, as_of, year,"
              + " unit, source, place, quality, note, multiplier, published, indicator, value.")
  private Map<String, String> columns = Map.of();

  @Option(
      names = "--constant",
      paramLabel = "COLUMN=TEXT",
      description = "What a column says in each line that is not there, such as source=SIPRI.")
  private Map<String, String> constants = Map.of();

  @Option(
      names = "--rows",
      paramLabel = "HEADER=CELL",
      description = "Read only the lines that have this cell.")
  private Map<String, String> rows = Map.of();

  @Option(
      names = "--unit",
      paramLabel = "CODE=UNIT",
      description = "Convert the readings of an indicator to a unit.")
  private Map<String, String> units = Map.of();

  @Option(
      names = "--without",
      paramLabel = "COLUMN",
      description = "Leave out this column or indicator, as the files call it.")
  private List<String> without = List.of();

  @Option(
      names = "--missing",
      split = ",",
      paramLabel = "TEXT",
      description =
          "What says in the files that a reading is missing, such as \"..\"; several texts are"
              + " separated by commas.")
  private List<String> missing = List.of();

  @Option(
      names = "--not-applicable",
      split = ",",
      paramLabel = "TEXT",
      description =
          "What says in the files that an indicator does not apply to a country, such as \"n/a\".")
  private List<String> notApplicable = List.of();

  @Option(
      names = "--header",
      paramLabel = "CELL",
      description = "The header is the first line with this cell.")
  private @Nullable String header;

  @Option(
      names = "--separator",
      paramLabel = "CHAR",
      description = "What stands between cells, if it is no comma; tab is one.")
  private @Nullable Character separator;

  @Option(
      names = "--decimal",
      paramLabel = "CHAR",
      description = "The decimal mark, if it is no dot.")
  private @Nullable Character decimal;

  @Option(
      names = "--grouping",
      paramLabel = "CHAR",
      description = "What stands between thousands, if anything does.")
  private @Nullable Character grouping;

  @Option(
      names = "--encoding",
      paramLabel = "NAME",
      description = "The encoding of the data files, if it is not UTF-8.")
  private @Nullable Charset encoding;

  void check(Question question) {
    if (maxAge != null && year == null) {
      throw question.misuse("--max-age needs --year");
    }
    if (maxAge != null) {
      question.checkRange("--max-age", maxAge, 0, Integer.MAX_VALUE);
    }
    if (year != null && (year < 1000 || year > 9999)) {
      throw question.misuse("--year must be a year such as 2021, but was " + year);
    }
  }

  /** Units of indicators of which the data have nothing are misspelt. */
  void checkUnits(Question question, Set<String> codes) {
    for (String code : units.keySet()) {
      if (!codes.contains(code)) {
        throw question.misuse(
            "--unit is of '" + code + "', of which the data have no reading. Known: " + codes);
      }
    }
  }

  private CsvFormat format() {
    CsvFormat format = CsvFormat.standard();
    if (encoding != null) {
      format = format.withEncoding(encoding);
    }
    if (separator != null) {
      format = format.withSeparator(separator);
    }
    if (decimal != null) {
      format = format.withDecimalMark(decimal);
    }
    if (grouping != null) {
      format = format.withGroupingMark(grouping);
    }
    if (header != null) {
      format = format.withHeader(header);
    }
    return format
        .withMissing(missing.toArray(String[]::new))
        .withNotApplicable(notApplicable.toArray(String[]::new));
  }

  /** What the lines and columns of a file mean. */
  CsvLayout layout(DataFile file) {
    CsvLayout layout = file.shape().of(format()).withCountries(countryCodes(file.shape()));
    layout = each(columns, layout, CsvLayout::withColumn);
    layout = each(constants, layout, CsvLayout::withConstant);
    layout = each(units, layout, CsvLayout::withUnit);
    layout = each(rows, layout, (l, header, cell) -> l.withRows(header, cell));
    layout = each(file.codes(), layout, CsvLayout::withCode);
    if (!without.isEmpty()) {
      layout = layout.without(without.toArray(String[]::new));
    }
    if (year == null) {
      return layout;
    }
    Years years = Years.upTo(year);
    return layout.withYears(maxAge == null ? years : years.withGreatestAge(maxAge));
  }

  private interface Rule {
    CsvLayout add(CsvLayout layout, String key, String value);
  }

  private static CsvLayout each(Map<String, String> said, CsvLayout start, Rule rule) {
    CsvLayout layout = start;
    for (Map.Entry<String, String> one : said.entrySet()) {
      layout = rule.add(layout, one.getKey(), one.getValue());
    }
    return layout;
  }

  private CountryCodes countryCodes(DataFile.Shape shape) {
    CountryCodes known =
        codes.isEmpty()
            ? shape.countries(skipOthers)
            : CountryCodes.of(
                codes.get(0), codes.subList(1, codes.size()).toArray(CodeList[]::new));
    if (!aliases.isEmpty()) {
      known = known.withAliases(aliases);
    }
    return skipOthers ? known.leavingOutOthers() : known;
  }
}
