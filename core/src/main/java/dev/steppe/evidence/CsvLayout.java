package dev.steppe.evidence;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.steppe.internal.Checks;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What the lines and columns of a table mean, so that it can be read. Immutable. There are three
 * shapes:
 *
 * <ul>
 *   <li><b>long</b> ({@link CsvFormat#longTable}): one reading a line, with columns {@code country}
 *       (three letters), {@code indicator} and {@code value}. A line with no more than a country,
 *       name and date is a country without readings;
 *   <li><b>wide</b> ({@link CsvFormat#wideTable}): one country a line, with a column {@code
 *       country} and one column an indicator; or a panel, one country and year a line, with a
 *       column {@code year}. An empty cell is a missing reading;
 *   <li><b>years as columns</b> ({@link CsvFormat#yearColumns}): one country and indicator a line,
 *       with columns {@code country} and {@code indicator} and one column a year, such as {@code
 *       2019} or {@code 2019 [YR2019]}. An empty cell is a missing reading.
 * </ul>
 *
 * <p>Columns come in any order. Further ones are understood: {@code name} of the country (its code
 * if absent or empty), {@code as_of} (the date of the country's profile, such as {@code
 * 2022-02-23}), {@code year} that a figure describes, and {@code unit}, {@code source}, {@code
 * place}, {@code quality} ({@code exact}, {@code estimate}, {@code judgement}, {@code unstated};
 * exact if empty and there is a source) and {@code note}, which a wide table has only if {@link
 * #withColumn} says so. So it is, in any shape, for {@code multiplier} (a power of ten, or {@code
 * Millions}; empty for none), {@code least} and {@code most} that a figure of a long table may be,
 * and {@code published} (a date or a year). {@link #withColumn} gives any of them another header,
 * and {@link #withConstant} what it says in each line. A long table may have other columns, which
 * are left out; each column of a wide one is an indicator, unless it is said to be {@linkplain
 * #without left out}.
 *
 * <p>Readings of one country and indicator from different sources (document or place) are all kept,
 * and the profile spans them. From one source they are a fault: several years are a series, of
 * which {@link #withYears} chooses, and lines that differ by a note only are parts of something.
 *
 * <pre>{@code
 * CsvLayout layout = CsvFormat.standard().wideTable()
 *     .withColumn("country", "Code").withColumn("name", "Entity").withColumn("year", "Year")
 *     .withYears(Years.upTo(2020));
 * layout.read("Entity,Code,Year,hdi\nAland,AAA,2019,0.8\nAland,AAA,2021,0.9\n");   // 0.8 (2019)
 * }</pre>
 *
 * @since 0.1
 */
public final class CsvLayout {

  private final CsvFormat format;
  private final LayoutRules.Shape shape;
  private final LayoutRules rules;

  CsvLayout(CsvFormat format, LayoutRules.Shape shape) {
    this(format, shape, new LayoutRules());
  }

  private CsvLayout(CsvFormat format, LayoutRules.Shape shape, LayoutRules rules) {
    this.format = requireNonNull(format, "format");
    this.shape = shape;
    this.rules = rules;
  }

  /**
   * A copy in which a column has this header, and has to be there.
   *
   * @param column one of those that this shape may have, such as {@code country}
   * @throws IllegalArgumentException if there is no such column
   */
  public CsvLayout withColumn(String column, String header) {
    shape.checkColumn(column);
    Checks.notBlank(header, "header of the column '" + column + "'");
    return with(copy -> copy.headers = with(copy.headers, column, header.strip()));
  }

  /**
   * A copy in which a column says the same in every line, without being there.
   *
   * <pre>{@code
   * CsvFormat.standard().longTable().withConstant("indicator", "hdi").withConstant("source", "UNDP")
   *     .read("country,value,year\nAAA,0.8,2021\n");
   * }</pre>
   *
   * @throws IllegalArgumentException if there is no such column, or it is the country's
   */
  public CsvLayout withConstant(String column, String text) {
    shape.checkColumn(column);
    if (Role.COUNTRY.column().equals(column)) {
      throw new IllegalArgumentException("Lines cannot all be about one country");
    }
    Checks.notBlank(text, "what the column '" + column + "' says");
    return with(copy -> copy.constants = with(copy.constants, column, text));
  }

  /**
   * A copy in which an indicator of the table has this code: a column of a wide table, or what the
   * indicator's cell says in the other shapes.
   *
   * <pre>{@code
   * CsvFormat.standard().wideTable().withCode("GDP ($ per head)", "gdp_per_head");
   * }</pre>
   */
  public CsvLayout withCode(String given, String code) {
    Checks.code(code, "indicator code");
    return with(copy -> copy.codes = with(copy.codes, given.strip(), code));
  }

  /** A copy that reads only these indicators, as the table calls them. */
  public CsvLayout withOnly(String... given) {
    return with(copy -> copy.only = with(copy.only, given));
  }

  /**
   * A copy that reads only these indicators, as the table calls them, with a code for each: {@link
   * #withOnly(String...)} and {@link #withCode} at once.
   *
   * <pre>{@code
   * CsvFormat.standard().wideTable().withOnly(Map.of("GDP ($ per head)", "gdp", "Literacy (%)", "literacy"));
   * }</pre>
   */
  public CsvLayout withOnly(Map<String, String> codesByGiven) {
    CsvLayout all = withOnly(codesByGiven.keySet().toArray(new String[0]));
    for (Map.Entry<String, String> each : codesByGiven.entrySet()) {
      all = all.withCode(each.getKey(), each.getValue());
    }
    return all;
  }

  /**
   * A copy that makes codes of what the table calls its indicators, but for those that {@link
   * #withCode} names: in small letters, with {@code _} for all that is neither letter nor digit,
   * and {@code x} in front of a digit. {@code GDP ($ per head)} is {@code gdp_per_head}, {@code
   * 10_2} is {@code x10_2}. What has neither letter nor digit is a fault.
   */
  public CsvLayout withMadeCodes() {
    return with(copy -> copy.makesCodes = true);
  }

  /**
   * A copy that leaves out these indicators, as the table calls them, or these columns; {@code ""}
   * for columns without a header.
   */
  public CsvLayout without(String... given) {
    return with(copy -> copy.without = with(copy.without, given));
  }

  /**
   * A copy that reads only lines in which the cell under a header is one of these. A cell that no
   * line has is an error when a table is read, and so is that no line is left. Said again of a
   * header, it takes the place of what was said before.
   */
  public CsvLayout withRows(String header, String... cells) {
    return with(copy -> copy.rows = with(copy.rows, header, cells));
  }

  /**
   * A copy that leaves out lines in which the cell under a header is one of these, as {@link
   * #withRows} reads them.
   */
  public CsvLayout withoutRows(String header, String... cells) {
    return with(copy -> copy.otherRows = with(copy.otherRows, header, cells));
  }

  /**
   * A copy that converts the readings of an indicator to a unit, whatever {@linkplain Unit unit} of
   * that kind they are in; those without a unit are taken to be in it. Without this, a table in
   * which one indicator has two units is a fault.
   *
   * <pre>{@code
   * CsvFormat.standard().longTable().withUnit("trade", "fraction")
   *     .read("country,indicator,value,unit\nAAA,trade,35,percent\n");   // 0.35
   * }</pre>
   *
   * @param indicator its code
   */
  public CsvLayout withUnit(String indicator, String unit) {
    Checks.code(indicator, "indicator code");
    return with(copy -> copy.units = with(copy.units, indicator, requireNonNull(unit, "unit")));
  }

  /**
   * A copy that finds countries by lists, such as {@code CountryCodes.of(CodeList.ISO3)}, and
   * leaves out what they say. Without this, a country is any three letters.
   */
  public CsvLayout withCountries(CountryCodes codes) {
    requireNonNull(codes, "codes");
    return with(copy -> copy.countries = codes);
  }

  /** A copy that chooses, where there are figures of several years. */
  public CsvLayout withYears(Years years) {
    requireNonNull(years, "years");
    return with(copy -> copy.years = years);
  }

  /**
   * A copy for a wide table that has, beside a column, two with the least and the most that its
   * figures may be, whose headers are its own and these endings. Each figure is one reading, with
   * the {@linkplain Estimate#triangular triangular} estimate of the three. Where the bounds are of
   * an interval with some probability, the estimate is narrower than what is known.
   *
   * <pre>{@code
   * CsvFormat.standard().wideTable().withBounds("_low", "_high")
   *     .read("country,a,a_low,a_high\nAAA,5,4,7\n");   // triangular(4, 5, 7)
   * }</pre>
   *
   * <p>A long table says so by the columns {@code least} and {@code most}.
   *
   * @throws IllegalArgumentException if an ending is blank or the table is not a wide one
   */
  public CsvLayout withBounds(String leastEnding, String mostEnding) {
    checkWide("columns of figures have others with their bounds");
    Checks.notBlank(leastEnding, "ending of headers of least figures");
    Checks.notBlank(mostEnding, "ending of headers of greatest figures");
    return with(
        copy -> {
          copy.leastEnding = leastEnding;
          copy.mostEnding = mostEnding;
        });
  }

  private void checkWide(String what) {
    if (shape != LayoutRules.Shape.WIDE) {
      throw new IllegalArgumentException("Only in a wide table " + what);
    }
  }

  /**
   * A copy for a wide table whose headers end with years, such as {@code hdi_2019} and {@code
   * hdi_2020}: figures of the indicator {@code hdi}, which the other methods call so, too.
   *
   * <pre>{@code
   * CsvFormat.standard().wideTable().withYearsInHeaders().withYears(Years.upTo(2020))
   *     .read("country,hdi_2019,hdi_2020\nAAA,0.8,0.9\nBBB,0.7,\n");   // 0.9, and 0.7 of 2019
   * }</pre>
   *
   * @throws IllegalArgumentException if the table is not a wide one
   */
  public CsvLayout withYearsInHeaders() {
    checkWide("headers say indicators, with years or without");
    return with(copy -> copy.yearsInHeaders = true);
  }

  /** A copy for which {@code 2019/20} is 2019. */
  public CsvLayout withFirstOfTwoYears() {
    return with(copy -> copy.ofTwoYears = LayoutRules.Which.FIRST);
  }

  /** A copy for which {@code 2019/20} is 2020. */
  public CsvLayout withLastOfTwoYears() {
    return with(copy -> copy.ofTwoYears = LayoutRules.Which.LAST);
  }

  /** A copy that takes the first of a country's names, where lines differ. */
  public CsvLayout withFirstNames() {
    return with(copy -> copy.name = LayoutRules.Which.FIRST);
  }

  /** A copy that takes the last of a country's names, where lines differ. */
  public CsvLayout withLastNames() {
    return with(copy -> copy.name = LayoutRules.Which.LAST);
  }

  /** A copy that takes readings once that are there more than once, the same in all they say. */
  public CsvLayout withoutRepeats() {
    return with(copy -> copy.withoutRepeated = true);
  }

  /**
   * A copy that adds up the exact figures of one country, indicator, source and year: what flowed
   * to any other country, or, with a constant {@code value} of 1, how many events there were. Who
   * has no line has no reading, not 0.
   */
  public CsvLayout withSums() {
    return with(copy -> copy.sums = true);
  }

  /**
   * A copy that adds up as {@link #withSums()} does, but the figures of several years: of the year
   * that {@link #withYears} asks for, which the sum is said to describe, and those before.
   *
   * <pre>{@code
   * CsvFormat.standard().longTable().withConstant("indicator", "coups").withConstant("value", "1")
   *     .withSums(10).withYears(Years.upTo(2021))                  // coups from 2012 to 2021
   *     .read("country,year\nAAA,2011\nAAA,2012\nAAA,2020\n");    // 2
   * }</pre>
   *
   * @param years how many
   * @throws IllegalArgumentException if it is less than 1
   */
  public CsvLayout withSums(int years) {
    if (years < 1) {
      throw new IllegalArgumentException("Years to add up must be at least 1, but were " + years);
    }
    return with(
        copy -> {
          copy.sums = true;
          copy.summedYears = years;
        });
  }

  /**
   * Reads a table from a file.
   *
   * @throws IOException if the file cannot be read
   * @throws IllegalArgumentException that lists the faults, if there are any
   */
  public Dataset read(Path file) throws IOException {
    try (Reader reader = CsvInput.open(format, file)) {
      return CsvTable.dataset(this, reader, CsvInput.what(file));
    }
  }

  /**
   * Reads a table and closes the reader.
   *
   * <p>Whoever is to see how far it is counts what is taken from the reader. Reading ends soon
   * after its thread is interrupted.
   *
   * @throws java.io.UncheckedIOException if the reader fails
   * @throws IllegalArgumentException that lists the faults, if there are any
   * @throws java.util.concurrent.CancellationException if the thread is interrupted
   */
  public Dataset read(Reader reader) {
    return CsvTable.dataset(this, reader, "CSV");
  }

  /**
   * Reads a table from its text, which is not the name of a file.
   *
   * @throws IllegalArgumentException that lists the faults, if there are any
   */
  public Dataset read(String text) {
    return read(CsvInput.text(text));
  }

  /**
   * Reads a table in which a country may stand at several dates ({@code as_of}), from a file.
   *
   * @return a profile for each country and date, in the order in which they first appear; every
   *     line must have a date
   * @throws IOException if the file cannot be read
   * @throws IllegalArgumentException that lists the faults, if there are any
   */
  public ImmutableList<CountryProfile> readByDate(Path file) throws IOException {
    try (Reader reader = CsvInput.open(format, file)) {
      return CsvTable.byDate(this, reader, CsvInput.what(file));
    }
  }

  /**
   * Reads a table in which a country may stand at several dates ({@code as_of}), from its text.
   *
   * <pre>{@code
   * List<CountryProfile> profiles = CsvFormat.standard().longTable().readByDate(
   *     "country,as_of,indicator,value\nAAA,2020-12-31,a,5\nAAA,2021-12-31,a,6\n");
   * Panel.of(scorer, profiles);
   * }</pre>
   *
   * @return a profile for each country and date, in the order in which they first appear; every
   *     line must have a date
   * @throws IllegalArgumentException that lists the faults, if there are any
   */
  public ImmutableList<CountryProfile> readByDate(String text) {
    return CsvTable.byDate(this, CsvInput.text(text), "CSV");
  }

  /**
   * Reads a table from a file, to ask for several years or for what was left out.
   *
   * @throws IOException if the file cannot be read
   * @throws IllegalArgumentException that lists the faults, if there are any
   */
  public CsvTable load(Path file) throws IOException {
    try (Reader reader = CsvInput.open(format, file)) {
      return CsvTable.load(this, reader, CsvInput.what(file));
    }
  }

  /**
   * Reads a table, to ask for several years or for what was left out, and closes the reader.
   *
   * @throws java.io.UncheckedIOException if the reader fails
   * @throws IllegalArgumentException that lists the faults, if there are any
   */
  public CsvTable load(Reader reader) {
    return CsvTable.load(this, reader, "CSV");
  }

  /**
   * Reads a table from its text, to ask for several years or for what was left out.
   *
   * @throws IllegalArgumentException that lists the faults, if there are any
   */
  public CsvTable load(String text) {
    return load(CsvInput.text(text));
  }

  CsvFormat format() {
    return format;
  }

  LayoutRules.Shape shape() {
    return shape;
  }

  LayoutRules rules() {
    return rules;
  }

  private CsvLayout with(Consumer<LayoutRules> change) {
    LayoutRules copy = rules.copy();
    change.accept(copy);
    return new CsvLayout(format, shape, copy);
  }

  private static ImmutableMap<String, String> with(
      Map<String, String> known, String key, String value) {
    return ImmutableMap.<String, String>builder().putAll(known).put(key, value).buildKeepingLast();
  }

  private static ImmutableMap<String, ImmutableSet<String>> with(
      Map<String, ImmutableSet<String>> known, String header, String... cells) {
    return ImmutableMap.<String, ImmutableSet<String>>builder()
        .putAll(known)
        .put(header.strip(), with(ImmutableSet.of(), cells))
        .buildKeepingLast();
  }

  private static ImmutableSet<String> with(ImmutableSet<String> known, String... more) {
    ImmutableSet.Builder<String> all = ImmutableSet.<String>builder().addAll(known);
    for (String each : more) {
      all.add(each.strip());
    }
    return all.build();
  }
}
