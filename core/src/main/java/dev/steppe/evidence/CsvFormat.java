package dev.steppe.evidence;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.steppe.internal.Checks;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How readings are laid out in a CSV table (RFC 4180, UTF-8). Immutable.
 *
 * <p><b>Long</b>: one reading a line, columns in any order, others ignored.
 *
 * <ul>
 *   <li>{@code country} (three letters), {@code indicator} and {@code value} are required.
 *   <li>{@code name} of the country (its code if absent or empty), {@code as_of} (the date of the
 *       country's profile, such as {@code 2022-02-23}), {@code unit}, {@code year}, {@code source},
 *       {@code place}, {@code quality} ({@code exact}, {@code estimate}, {@code judgement}, {@code
 *       unstated}; exact if empty and there is a source) and {@code note} are optional.
 *   <li>A line with no more than a country, name and date is a country without readings.
 *   <li>Lines of one country and indicator from different sources are all kept, and the profile
 *       spans them; from one source they are a fault.
 * </ul>
 *
 * <p><b>Wide</b>: one country a line, with columns {@code country}, {@code name} if wanted, and one
 * column an indicator; an empty cell is a missing reading.
 *
 * <p>A value is whatever {@link Estimate#parse} reads: {@code 12.5}, {@code 0..4}. A text cell
 * loses the apostrophe that {@link Dataset#toLongCsv} puts in front of what a spreadsheet would
 * take for a formula. All faults are reported in one error, with line and column, the first 100 of
 * them listed.
 *
 * <pre>{@code
 * CsvFormat.standard().withMissing("NA").withWord("yes", 1).withWord("no", 0)
 *     .withColumn("year", "observed_year")
 *     .readLong(Path.of("post-soviet.csv"));
 * }</pre>
 *
 * @since 0.1
 */
public final class CsvFormat {

  /** The columns of the long layout, in the order in which they are written. */
  static final ImmutableSet<String> LONG_COLUMNS =
      ImmutableSet.of(
          "country",
          "name",
          "as_of",
          "indicator",
          "value",
          "unit",
          "year",
          "source",
          "place",
          "quality",
          "note");

  /** Those of them that say something about a reading. */
  static final ImmutableSet<String> READING_COLUMNS =
      ImmutableSet.copyOf(LONG_COLUMNS.asList().subList(3, LONG_COLUMNS.size()));

  private static final CsvFormat STANDARD =
      new CsvFormat(',', ImmutableSet.of(), Map.of(), Map.of(), Map.of());

  private final char separator;
  private final ImmutableSet<String> missing;
  private final Map<String, Double> words;
  private final Map<String, String> headers;
  private final Map<String, String> units;

  private CsvFormat(
      char separator,
      ImmutableSet<String> missing,
      Map<String, Double> words,
      Map<String, String> headers,
      Map<String, String> units) {
    this.separator = separator;
    this.missing = missing;
    this.words = words;
    this.headers = headers;
    this.units = units;
  }

  /** Commas, no missing marker but the empty cell of a wide table, no words. */
  public static CsvFormat standard() {
    return STANDARD;
  }

  /** A copy for cells that are separated by another character, such as a semicolon. */
  public CsvFormat withSeparator(char character) {
    return new CsvFormat(character, missing, words, headers, units);
  }

  /** A copy in which these values, too, mean that there is no reading, such as {@code NA}. */
  public CsvFormat withMissing(String... markers) {
    ImmutableSet<String> all = ImmutableSet.<String>builder().addAll(missing).add(markers).build();
    return new CsvFormat(separator, all, words, headers, units);
  }

  /**
   * A copy in which a word, in upper or lower case, stands for a number.
   *
   * @throws IllegalArgumentException if the word is blank or has a number, or the number is not
   *     finite
   */
  public CsvFormat withWord(String word, double value) {
    Checks.notBlank(word, "word");
    String key = word.toLowerCase(Locale.ROOT);
    if (words.containsKey(key)) {
      throw new IllegalArgumentException(
          "Word '" + word + "' was already set to " + words.get(key) + ", second was " + value);
    }
    Map<String, Double> all = new HashMap<>(words);
    all.put(key, Checks.finite(value, "number for the word '" + word + "'"));
    return new CsvFormat(separator, missing, all, headers, units);
  }

  /**
   * A copy in which a column of the long layout has another header.
   *
   * @throws IllegalArgumentException if there is no such column
   */
  public CsvFormat withColumn(String column, String header) {
    if (!LONG_COLUMNS.contains(column)) {
      throw new IllegalArgumentException(
          "Unknown column '" + column + "'. " + Checks.known(column, LONG_COLUMNS));
    }
    Map<String, String> all = new HashMap<>(headers);
    all.put(column, requireNonNull(header, "header"));
    return new CsvFormat(separator, missing, words, all, units);
  }

  /**
   * A copy that converts the readings of an indicator to a unit in a long table, whatever
   * {@linkplain Unit unit} of that kind they are in; those without a unit are taken to be in it.
   * Without this, a table in which one indicator has two units is a fault.
   *
   * <pre>{@code
   * CsvFormat.standard().withUnit("trade", "fraction")
   *     .readLong("country,indicator,value,unit\nAAA,trade,35,percent\n");   // 0.35
   * }</pre>
   */
  public CsvFormat withUnit(String indicator, String unit) {
    Map<String, String> all = new HashMap<>(units);
    all.put(Checks.code(indicator, "indicator code"), requireNonNull(unit, "unit"));
    return new CsvFormat(separator, missing, words, headers, all);
  }

  /**
   * Reads a long table from a file.
   *
   * @throws IOException if the file cannot be read as UTF-8
   * @throws IllegalArgumentException that lists the faults, if there are any
   */
  public Dataset readLong(Path file) throws IOException {
    try (Reader reader = Files.newBufferedReader(file)) {
      return new CsvParser(this, "CSV file '" + file + "'").readLong(reader);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /**
   * Reads a long table and closes the reader.
   *
   * @throws java.io.UncheckedIOException if the reader fails
   * @throws IllegalArgumentException that lists the faults, if there are any
   */
  public Dataset readLong(Reader reader) {
    return new CsvParser(this, "CSV").readLong(reader);
  }

  /**
   * Reads a long table from its text, which is not the name of a file.
   *
   * @throws IllegalArgumentException that lists the faults, if there are any
   */
  public Dataset readLong(String text) {
    return readLong(new StringReader(text));
  }

  /**
   * Reads a long table in which a country may stand at several dates, from a file.
   *
   * @return a profile for each country and date, in the order in which they first appear; every
   *     line must have a date
   * @throws IOException if the file cannot be read as UTF-8
   * @throws IllegalArgumentException that lists the faults, if there are any
   */
  public ImmutableList<CountryProfile> readLongByDate(Path file) throws IOException {
    try (Reader reader = Files.newBufferedReader(file)) {
      return new CsvParser(this, "CSV file '" + file + "'").readLongByDate(reader);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /**
   * Reads a long table in which a country may stand at several dates, from its text.
   *
   * <pre>{@code
   * List<CountryProfile> profiles =
   *     CsvFormat.standard()
   *         .readLongByDate(
   *             "country,as_of,indicator,value\nAAA,2020-12-31,a,5\nAAA,2021-12-31,a,6\n");
   * Panel.of(scorer, profiles);
   * }</pre>
   *
   * @return a profile for each country and date, in the order in which they first appear; every
   *     line must have a date
   * @throws IllegalArgumentException that lists the faults, if there are any
   */
  public ImmutableList<CountryProfile> readLongByDate(String text) {
    return new CsvParser(this, "CSV").readLongByDate(new StringReader(text));
  }

  /**
   * Reads a wide table from a file.
   *
   * @throws IOException if the file cannot be read as UTF-8
   * @throws IllegalArgumentException that lists the faults, if there are any
   */
  public Dataset readWide(Path file) throws IOException {
    try (Reader reader = Files.newBufferedReader(file)) {
      return new CsvParser(this, "CSV file '" + file + "'").readWide(reader);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /**
   * Reads a wide table and closes the reader.
   *
   * @throws java.io.UncheckedIOException if the reader fails
   * @throws IllegalArgumentException that lists the faults, if there are any
   */
  public Dataset readWide(Reader reader) {
    return new CsvParser(this, "CSV").readWide(reader);
  }

  /**
   * Reads a wide table from its text, which is not the name of a file.
   *
   * @throws IllegalArgumentException that lists the faults, if there are any
   */
  public Dataset readWide(String text) {
    return readWide(new StringReader(text));
  }

  char separator() {
    return separator;
  }

  /** The header under which a column is found. */
  String header(String column) {
    return headers.getOrDefault(column, column);
  }

  /** The unit to which readings are converted, if they are. */
  @Nullable String unit(String indicator) {
    return units.get(indicator);
  }

  boolean isMissing(String value) {
    return missing.contains(value);
  }

  /** The estimate that a value cell says. */
  Estimate parse(String value) {
    Double number = words.get(value.toLowerCase(Locale.ROOT));
    return number == null ? Estimate.parse(value) : Estimate.exact(number);
  }
}
