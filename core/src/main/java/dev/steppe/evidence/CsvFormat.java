package dev.steppe.evidence;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.steppe.internal.Checks;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * How a CSV file is written: its encoding, what is between its cells, where its table begins and
 * ends, and how its cells say numbers. Immutable. What the columns mean is said by a {@link
 * CsvLayout}, which {@link #longTable}, {@link #wideTable} and {@link #yearColumns} begin.
 *
 * <pre>{@code
 * CsvFormat.standard().withSeparator(';').withDecimalMark(',').withMissing("NA")
 *     .readWide("country;population;growth\nAAA;1.234;3,5\nBBB;987;NA\n");   // 1234, 3.5 and 987
 * }</pre>
 *
 * <p>The standard is RFC 4180 in UTF-8. A value is whatever {@link Estimate#parse} reads: {@code
 * 12.5}, {@code 0..4}; nothing else is, until it is said. Spaces around cells and lines of blank
 * cells do no harm. A text cell loses the apostrophe that {@link Dataset#toLongCsv} puts in front
 * of what a spreadsheet would take for a formula. All faults are reported in one error, with line
 * and column, the first 100 of them listed.
 *
 * @since 0.1
 */
public final class CsvFormat {

  /** What can be said of a file; changed only before it is in use. */
  static final class Rules {
    Charset charset = StandardCharsets.UTF_8;
    char separator = ',';
    char comment;
    String headerCell = "";
    int headerLine = 1;
    boolean withoutHeader;
    char split;
    boolean endAtBlankLine;
    int footer;
    CellValues values = new CellValues(new CellValues.Rules());

    private Rules copy() {
      Rules copy = new Rules();
      copy.charset = charset;
      copy.separator = separator;
      copy.comment = comment;
      copy.headerCell = headerCell;
      copy.headerLine = headerLine;
      copy.withoutHeader = withoutHeader;
      copy.split = split;
      copy.endAtBlankLine = endAtBlankLine;
      copy.footer = footer;
      copy.values = values;
      return copy;
    }
  }

  private static final CsvFormat STANDARD = new CsvFormat(new Rules());

  private final Rules rules;

  private CsvFormat(Rules rules) {
    this.rules = rules;
  }

  /** Commas, decimal points, no missing marker but the empty cell of a wide table, no words. */
  public static CsvFormat standard() {
    return STANDARD;
  }

  /**
   * A copy for files in another encoding than UTF-8, such as {@code Charset.forName
   * ("windows-1252")}. A byte order mark, if a file has one, says it is UTF-8 or UTF-16 whatever is
   * set here. Bytes that do not fit are a fault; readers and texts are decoded already.
   */
  public CsvFormat withEncoding(Charset charset) {
    requireNonNull(charset, "charset");
    return with(copy -> copy.charset = charset);
  }

  /** A copy for cells that are separated by another character, such as a semicolon or a tab. */
  public CsvFormat withSeparator(char character) {
    if (character == '"' || character == '\n' || character == '\r') {
      throw new IllegalArgumentException("Cells cannot be separated by quotes or ends of lines");
    }
    return with(copy -> copy.separator = character);
  }

  /** A copy that passes over lines that begin with a character, such as {@code #}. */
  public CsvFormat withComments(char character) {
    return with(copy -> copy.comment = character);
  }

  /** A copy whose header is the first line that has this cell; what stands before is left out. */
  public CsvFormat withHeader(String cell) {
    Checks.notBlank(cell, "cell of the header");
    return with(copy -> copy.headerCell = cell.strip());
  }

  /**
   * A copy whose header is this line of the file, from 1; what stands before is left out.
   *
   * @throws IllegalArgumentException if the line is less than 1
   */
  public CsvFormat withHeaderLine(int line) {
    if (line < 1) {
      throw new IllegalArgumentException("Line of the header must be at least 1, but was " + line);
    }
    return with(copy -> copy.headerLine = line);
  }

  /**
   * A copy for tables without a header: columns are called by their numbers, {@code 1} the first.
   *
   * <pre>{@code
   * CsvFormat.standard().withoutHeader().wideTable().withColumn("country", "1").without("2")
   *     .withCode("3", "gdp").read("AAA,x,5\nBBB,x,7\n");
   * }</pre>
   */
  public CsvFormat withoutHeader() {
    return with(copy -> copy.withoutHeader = true);
  }

  /**
   * A copy in which the first column is several in one, header and cells alike, as Eurostat writes
   * its files with tabs: {@code unit,geo\time} are the columns {@code unit} and {@code geo}. What
   * stands behind the backslash names the other columns, and is left out.
   *
   * @param separator what is between the parts of a cell
   */
  public CsvFormat withSplitFirstColumn(char separator) {
    return with(copy -> copy.split = separator);
  }

  /**
   * A copy whose table ends at the first line after the header that has nothing but blank cells.
   */
  public CsvFormat withEndAtBlankLine() {
    return with(copy -> copy.endAtBlankLine = true);
  }

  /**
   * A copy that leaves out the last lines, of those that are not blank: a footer.
   *
   * @throws IllegalArgumentException if there are less than 0
   */
  public CsvFormat withFooter(int lines) {
    if (lines < 0) {
      throw new IllegalArgumentException("Lines of a footer must be at least 0, but were " + lines);
    }
    return with(copy -> copy.footer = lines);
  }

  /**
   * A copy in which these values, too, mean that there is no reading, such as {@code NA}. A number
   * means itself however it is spelt ({@code -9} also {@code -9.0}), and {@code ""} the empty cell.
   */
  public CsvFormat withMissing(String... markers) {
    for (String marker : markers) {
      checkOneMeaning(marker, rules.values.rules().notApplicable.contains(marker));
    }
    return values(
        copy ->
            copy.missing =
                ImmutableSet.<String>builder().addAll(copy.missing).add(markers).build());
  }

  /**
   * A copy in which these values, too, mean that an indicator {@linkplain NotApplicable does not
   * apply} to a country; {@code not applicable} always does. Why it does not is said by the note of
   * the line, or else by the marker.
   *
   * <pre>{@code
   * CsvFormat.standard().withNotApplicable("n/a")
   *     .readWide("country,ports\nMDA,n/a\nUKR,4\n").profile("MDA").notApplicable();
   * // {ports=the table says 'n/a'}
   * }</pre>
   *
   * @throws IllegalArgumentException if one is blank, or means already that a reading is missing
   */
  public CsvFormat withNotApplicable(String... markers) {
    for (String marker : markers) {
      Checks.notBlank(marker, "marker of what does not apply");
      checkOneMeaning(marker, rules.values.rules().missing.contains(marker));
    }
    return values(
        copy ->
            copy.notApplicable =
                ImmutableSet.<String>builder().addAll(copy.notApplicable).add(markers).build());
  }

  private static void checkOneMeaning(String marker, boolean hasOther) {
    if (hasOther) {
      throw new IllegalArgumentException(
          "'" + marker + "' cannot mean both that a reading is missing and that there can be none");
    }
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
    Double known = rules.values.rules().words.get(key);
    if (known != null) {
      throw new IllegalArgumentException(
          "Word '" + word + "' was already set to " + known + ", second was " + value);
    }
    double number = Checks.finite(value, "number for the word '" + word + "'");
    return values(
        copy ->
            copy.words =
                ImmutableMap.<String, Double>builder().putAll(copy.words).put(key, number).build());
  }

  /**
   * A copy in which numbers have another decimal mark. With a comma, dots may stand between
   * thousands: {@code 1.234,5} is 1234.5.
   *
   * @param mark a point or a comma
   */
  public CsvFormat withDecimalMark(char mark) {
    if (mark != '.' && mark != ',') {
      throw new IllegalArgumentException("Decimal mark must be '.' or ',', but was '" + mark + "'");
    }
    return values(
        copy -> {
          copy.decimal = mark;
          if (mark == ',') {
            copy.grouping = '.';
          } else if (copy.grouping == '.') {
            copy.grouping = 0;
          }
        });
  }

  /**
   * A copy in which a mark may stand between thousands, all of them: {@code 1,234,567}. A space
   * means the spaces that do not break, too.
   *
   * @throws IllegalArgumentException if it is the decimal mark, a digit, a letter or a sign
   */
  public CsvFormat withGroupingMark(char mark) {
    if (mark == rules.values.rules().decimal || ".,' \u00a0\u202f\u2019_".indexOf(mark) < 0) {
      throw new IllegalArgumentException(
          "Mark between thousands must be a space, an apostrophe, '_', or that of '.' and ',' which"
              + " is not the decimal mark, but was '"
              + mark
              + "'");
    }
    return values(copy -> copy.grouping = mark);
  }

  /**
   * A copy in which figures have percent signs: {@code 17.5%} is 17.5, in percent. Where one figure
   * of an indicator has a sign, one without is a fault.
   */
  public CsvFormat withPercentSigns() {
    return values(copy -> copy.percent = true);
  }

  /** A copy in which a range may have a dash, such as {@code 12-18}. */
  public CsvFormat withDashRanges() {
    return values(copy -> copy.dashes = true);
  }

  /**
   * A copy in which figures may be distributions of one's own, written as {@link Estimate#own}
   * prints: {@code own(acme.rising@1, top=10)}.
   */
  public CsvFormat withOwnEstimates(OwnEstimates own) {
    requireNonNull(own, "own");
    return values(copy -> copy.own = own);
  }

  /**
   * A copy in which these flags, such as {@code e}, {@code *} or {@code [a]}, may stand behind a
   * figure or a marker, at most 16 of them. They go into the note of the reading.
   *
   * @throws IllegalArgumentException if one is blank, or could be part of a number
   */
  public CsvFormat withFlags(String... flags) {
    CsvFormat all = this;
    for (String flag : flags) {
      all = all.withFlag(flag, Optional.empty());
    }
    return all;
  }

  /** A copy with a flag that says how firm the figure is, such as {@code e} for an estimate. */
  public CsvFormat withFlag(String flag, Quality quality) {
    return withFlag(flag, Optional.of(quality));
  }

  private CsvFormat withFlag(String flag, Optional<Quality> quality) {
    String mark = Checks.notBlank(flag, "flag").strip();
    if ("0123456789.,+-%".indexOf(mark.charAt(0)) >= 0) {
      throw new IllegalArgumentException(
          "A flag must not begin as a number goes on, but was '" + flag + "'");
    }
    return values(
        copy ->
            copy.flags =
                ImmutableMap.<String, Optional<Quality>>builder()
                    .putAll(copy.flags)
                    .put(mark, quality)
                    .buildKeepingLast());
  }

  /** One reading a line, see {@link CsvLayout}. */
  public CsvLayout longTable() {
    return new CsvLayout(this, LayoutRules.Shape.LONG);
  }

  /** One country a line, or one country and year, and a column an indicator. */
  public CsvLayout wideTable() {
    return new CsvLayout(this, LayoutRules.Shape.WIDE);
  }

  /** One country and indicator a line, and a column a year. */
  public CsvLayout yearColumns() {
    return new CsvLayout(this, LayoutRules.Shape.YEAR_COLUMNS);
  }

  /** The same as {@code longTable().read(file)}. */
  public Dataset readLong(Path file) throws IOException {
    return longTable().read(file);
  }

  /** The same as {@code longTable().read(reader)}. */
  public Dataset readLong(Reader reader) {
    return longTable().read(reader);
  }

  /** The same as {@code longTable().read(text)}. */
  public Dataset readLong(String text) {
    return longTable().read(text);
  }

  /** The same as {@code longTable().readByDate(file)}. */
  public ImmutableList<CountryProfile> readLongByDate(Path file) throws IOException {
    return longTable().readByDate(file);
  }

  /** The same as {@code longTable().readByDate(text)}. */
  public ImmutableList<CountryProfile> readLongByDate(String text) {
    return longTable().readByDate(text);
  }

  /** The same as {@code wideTable().read(file)}. */
  public Dataset readWide(Path file) throws IOException {
    return wideTable().read(file);
  }

  /** The same as {@code wideTable().read(reader)}. */
  public Dataset readWide(Reader reader) {
    return wideTable().read(reader);
  }

  /** The same as {@code wideTable().read(text)}. */
  public Dataset readWide(String text) {
    return wideTable().read(text);
  }

  Rules rules() {
    return rules;
  }

  private CsvFormat with(Consumer<Rules> change) {
    Rules copy = rules.copy();
    change.accept(copy);
    return new CsvFormat(copy);
  }

  private CsvFormat values(Consumer<CellValues.Rules> change) {
    CellValues.Rules copy = rules.values.rules().copy();
    change.accept(copy);
    return with(all -> all.values = new CellValues(copy));
  }
}
