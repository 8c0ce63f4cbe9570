package dev.steppe.table;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.steppe.internal.Checks;
import dev.steppe.internal.Interruption;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Rows and columns for people: as aligned text, as Markdown, as HTML, as CSV, and from CSV.
 * Immutable.
 *
 * <p>Cells of a text column are strings. Cells of the other columns are numbers, or an {@link
 * OptionalDouble} where a number may be missing. Numbers are kept as doubles with every digit, and
 * rounded only when they are shown (see {@link Decimals} for how).
 *
 * <ul>
 *   <li>A missing number is a dash in text and in Markdown, and an empty field in CSV.
 *   <li>A bar is a row of {@code #}, which any console can show. Half a cell counts as a whole one.
 *       A value below the range of the bar is {@code <}, one above it ends in {@code >}.
 *   <li>Spaces at the start of a text cell indent a row of a tree. In Markdown, which drops such
 *       spaces, every two of them become a {@code -}.
 * </ul>
 *
 * <pre>{@code
 * Table table = Table.titled("Risk scores")
 *     .text("Country").number("Score", 1)
 *     .row("Kazakhstan", 41.234)
 *     .row("Ukraine", OptionalDouble.empty())
 *     .build();
 * table.cell(0, 1);     // "41.2"
 * table.number(0, 1);   // OptionalDouble[41.234]
 * table.toMarkdown();
 * }</pre>
 *
 * <p>In JShell, typing the name of a table shows it. The layout of the text may change between
 * releases, so programs should read {@link #cell} and {@link #number}.
 *
 * @since 0.1
 */
public final class Table {

  /** The width to which {@link #toString()} wraps. */
  static final int DEFAULT_WIDTH = 100;

  private final String title;
  private final ImmutableList<Column> columns;
  private final ImmutableList<ImmutableList<Object>> rows;
  private final ImmutableSet<Integer> rules;
  private final ImmutableList<String> notes;

  private Table(
      String title,
      ImmutableList<Column> columns,
      ImmutableList<ImmutableList<Object>> rows,
      ImmutableSet<Integer> rules,
      ImmutableList<String> notes) {
    this.title = title;
    this.columns = columns;
    this.rows = rows;
    this.rules = rules;
    this.notes = notes;
  }

  /** Starts a table without a title. */
  public static Builder builder() {
    return new Builder("");
  }

  /** Starts a table with a title above it. */
  public static Builder titled(String title) {
    return new Builder(Checks.notBlank(title, "title of a table"));
  }

  /** The title; empty if there is none. */
  public String title() {
    return title;
  }

  /** The headers of the columns, from left to right. */
  public ImmutableList<String> headers() {
    ImmutableList.Builder<String> headers = ImmutableList.builderWithExpectedSize(columns.size());
    for (Column column : columns) {
      headers.add(column.header());
    }
    return headers.build();
  }

  /**
   * The place of the column with a header.
   *
   * @throws IllegalArgumentException if there is none, or several because the header is empty
   */
  public int column(String header) {
    List<String> headers = headers();
    int column = headers.indexOf(requireNonNull(header, "header"));
    if (column < 0) {
      throw new IllegalArgumentException(Checks.unknown("column", header, headers));
    }
    if (headers.lastIndexOf(header) > column) {
      throw new IllegalArgumentException("Several columns have the header '" + header + "'");
    }
    return column;
  }

  /** The lines under the table. */
  public ImmutableList<String> notes() {
    return notes;
  }

  /** How many rows there are; headers and lines between rows do not count. */
  public int rowCount() {
    return rows.size();
  }

  /** How many columns there are. */
  public int columnCount() {
    return columns.size();
  }

  /**
   * Whether the cells of a column are numbers, shown as digits or as a bar.
   *
   * @param column the column, from 0
   * @throws IndexOutOfBoundsException if there is no such column
   */
  public boolean isNumeric(int column) {
    return columns.get(column).isNumeric();
  }

  /**
   * A cell as people read it: rounded, a bar as its {@code #}s, a dash for a missing number.
   *
   * @param row the row, from 0
   * @param column the column, from 0
   * @throws IndexOutOfBoundsException if there is no such cell
   */
  public String cell(int row, int column) {
    return columns.get(column).show(rows.get(row).get(column));
  }

  /**
   * The number in a cell, with every digit; empty if it is missing or the column is one of text.
   *
   * @param row the row, from 0
   * @param column the column, from 0
   * @throws IndexOutOfBoundsException if there is no such cell
   */
  public OptionalDouble number(int row, int column) {
    return rows.get(row).get(column) instanceof OptionalDouble number
        ? number
        : OptionalDouble.empty();
  }

  /**
   * The same with other words: each text of a cell, and the title and each note, as the function
   * has it. Headers and numbers stay.
   *
   * <pre>{@code
   * table.withWords(text -> text.equals("AAA") ? "Aland" : text);
   * }</pre>
   */
  public Table withWords(UnaryOperator<String> words) {
    requireNonNull(words, "words");
    Builder said = new Builder(title.isEmpty() ? title : words.apply(title)).columnsOf(this);
    for (int row = 0; row < rowCount(); row++) {
      if (hasRuleAbove(row)) {
        said.rule();
      }
      said.row(
          rows.get(row).stream()
              .map(cell -> cell instanceof String text ? words.apply(text) : cell)
              .toArray());
    }
    notes.forEach(note -> said.note(words.apply(note)));
    return said.build();
  }

  Column column(int column) {
    return columns.get(column);
  }

  /** Whether a line separates a row from the row above it. */
  boolean hasRuleAbove(int row) {
    return rules.contains(row);
  }

  /** Whether the cells of a column line up at their right end. */
  boolean isRightAligned(int column) {
    return columns.get(column).isRightAligned();
  }

  /** The table as aligned text that is about 100 characters wide at most. */
  @Override
  public String toString() {
    return toText(DEFAULT_WIDTH);
  }

  /**
   * The table as aligned text, without a line break at the end.
   *
   * <p>Where the table would be wider than asked for, long texts are wrapped between words, and
   * words that are wider than their column are cut: no text is lost. Numbers never wrap, so a table
   * of many columns may still be wider. Every character is taken to be one place wide; tabs print
   * as spaces and other control characters as {@code ?}.
   *
   * @param width the width to aim at, in characters, at least 1
   * @throws IllegalArgumentException if the width is less than 1
   */
  public String toText(int width) {
    if (width < 1) {
      throw new IllegalArgumentException("Width of a table must be at least 1, but was " + width);
    }
    return TextLayout.of(this, width);
  }

  /**
   * The table in GitHub's Markdown, without a line break at the end. Characters that Markdown would
   * take for markup are escaped; lines between rows are left out.
   */
  public String toMarkdown() {
    return Markdown.of(this);
  }

  /**
   * The table in HTML, to be put into a page: a {@code <table>} with its title as caption, then a
   * {@code <p>} for each note. It is well-formed XML too, and everything is escaped.
   *
   * <p>The first column of words names the rows, so that a screen reader says of which row and
   * column a cell is. Cells with digits have the class {@code number}. A bar is a {@code <meter>}.
   * Lines between rows part the table into bodies.
   */
  public String toHtml() {
    return HtmlTable.of(this);
  }

  /**
   * The cells as CSV after RFC 4180, with a header record: numbers with every digit, bars as their
   * numbers, missing numbers as empty fields. Title, notes and lines between rows are left out.
   *
   * <p>A text that starts with {@code =}, {@code +}, {@code -}, {@code @} or a control character,
   * be it after spaces or apostrophes, is written with one apostrophe more in front. A spreadsheet
   * would otherwise run it as a formula. {@link Builder#csv} reads the same cells again.
   */
  public String toCsv() {
    return Csv.of(this);
  }

  @Override
  public boolean equals(@Nullable Object object) {
    return object instanceof Table other
        && title.equals(other.title)
        && columns.equals(other.columns)
        && rows.equals(other.rows)
        && rules.equals(other.rules)
        && notes.equals(other.notes);
  }

  @Override
  public int hashCode() {
    return Objects.hash(title, columns, rows, rules, notes);
  }

  /** Collects columns and rows; every fault is reported at once, by {@link #build}. */
  public static final class Builder {

    private static final int LISTED_FAULTS = 20;

    private final String title;
    private final List<Column> columns = new ArrayList<>();
    private final List<ImmutableList<Object>> rows = new ArrayList<>();
    private final Set<Integer> rules = new LinkedHashSet<>();
    private final List<String> notes = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();

    private Builder(String title) {
      this.title = title;
    }

    /** Adds a column of words, aligned left. */
    @CanIgnoreReturnValue
    public Builder text(String header) {
      return column(new TextColumn(requireNonNull(header, "header")));
    }

    /** Adds a column of numbers, aligned right and rounded to 0 to 15 decimals. */
    @CanIgnoreReturnValue
    public Builder number(String header, int decimals) {
      return column(new NumberColumn(requireNonNull(header, "header"), decimals, false));
    }

    /** As {@link #number}, with a sign on all that does not round to zero: for differences. */
    @CanIgnoreReturnValue
    public Builder signed(String header, int decimals) {
      return column(new NumberColumn(requireNonNull(header, "header"), decimals, true));
    }

    /**
     * Adds a column of parts of a whole, aligned right: as {@link #number}, but only nothing shows
     * as 0 and only all of it as the whole. What rounding would take there is {@code <0.1} or
     * {@code >99.9} (see {@link Decimals#share}).
     *
     * @param whole what all is, such as 100 for percentages or 1 for probabilities; greater than 0
     * @param decimals 0 to 15
     */
    @CanIgnoreReturnValue
    public Builder share(String header, double whole, int decimals) {
      return column(new ShareColumn(requireNonNull(header, "header"), whole, decimals));
    }

    /**
     * Adds a column of numbers that are shown as bars.
     *
     * @param header the header; may be empty, next to a column that shows the same numbers
     * @param lower the value of an empty bar
     * @param upper the value of a full bar, greater than {@code lower}
     * @param cells how many characters a full bar has, 1 to 100
     */
    @CanIgnoreReturnValue
    public Builder bar(String header, double lower, double upper, int cells) {
      return column(
          new BarColumn(requireNonNull(header, "header"), lower + 0.0, upper + 0.0, cells));
    }

    /** Adds the columns of another table; not its title, rows and notes. */
    @CanIgnoreReturnValue
    public Builder columnsOf(Table other) {
      columns.addAll(other.columns);
      return this;
    }

    private Builder column(Column column) {
      columns.add(column);
      return this;
    }

    /**
     * Adds a row.
     *
     * @param cells for every column a {@code String}, or a {@code Number} or {@code
     *     OptionalDouble}; not null
     */
    @CanIgnoreReturnValue
    public Builder row(Object... cells) {
      for (Object cell : cells) {
        requireNonNull(cell, "cell");
      }
      rows.add(ImmutableList.copyOf(cells));
      Interruption.checkIfMany((long) rows.size() * cells.length, cells.length);
      return this;
    }

    /**
     * Adds the rows of a CSV text with a header record, such as {@link Table#toCsv} writes: the
     * same texts, and the same numbers to the last bit. The columns must have been added before and
     * nothing is guessed, since a text may well look like a number.
     *
     * <pre>{@code
     * Table today = ranking.toTable();
     * Table lastMonth =
     *     Table.titled("Last month").columnsOf(today).csv(Files.readString(file)).build();
     * }</pre>
     *
     * <p>Headers must be those of the columns, in their order. An empty field is a missing number
     * or an empty text. Faults are reported by {@link #build}, with line and column.
     */
    @CanIgnoreReturnValue
    public Builder csv(String text) {
      rows.addAll(new CsvRows(columns, faults).read(requireNonNull(text, "text")));
      return this;
    }

    /** Adds a line between the rows so far and those that follow; none at the start or the end. */
    @CanIgnoreReturnValue
    public Builder rule() {
      rules.add(rows.size());
      return this;
    }

    /** Adds a line under the table. */
    @CanIgnoreReturnValue
    public Builder note(String note) {
      notes.add(Checks.wellFormed(note, "note"));
      return this;
    }

    /**
     * Builds the table.
     *
     * @throws IllegalArgumentException if there is no column, two headers are the same (unless they
     *     are empty), a column has impossible settings, a row has too many or too few cells, a cell
     *     does not fit its column, or a CSV text has faults; the message lists the first 20
     */
    public Table build() {
      TableCheck check = new TableCheck(columns);
      ImmutableList<ImmutableList<Object>> checked = check.cells(rows);
      List<String> found = new ArrayList<>(check.faults());
      found.addAll(faults);
      Checks.noFaults(title.isEmpty() ? "Table" : "Table '" + title + "'", found, LISTED_FAULTS);
      ImmutableSet.Builder<Integer> inner = ImmutableSet.builder();
      for (int row : rules) {
        if (row > 0 && row < rows.size()) {
          inner.add(row);
        }
      }
      return new Table(
          title,
          ImmutableList.copyOf(columns),
          checked,
          inner.build(),
          ImmutableList.copyOf(notes));
    }
  }
}
