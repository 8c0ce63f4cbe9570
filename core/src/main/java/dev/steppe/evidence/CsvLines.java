package dev.steppe.evidence;

import static java.util.Objects.requireNonNull;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.steppe.internal.Interruption;
import dev.steppe.internal.Text;
import dev.steppe.internal.TextDecoder;
import java.io.IOException;
import java.io.PushbackReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a CSV table, as a {@link CsvFormat} says where they are: from the header to the end.
 */
final class CsvLines {

  private static final int LISTED_COLUMNS = 30;
  private static final int MOST_FOOTERS = 20;

  /** A number that is no year, as headers may be. */
  private static final Pattern NUMBER =
      Pattern.compile("-?(?:[0-9]{1,3}|[0-9]{5,}|[0-9]+\\.[0-9]+)");

  private static final ImmutableMap<Character, String> SEPARATORS =
      ImmutableMap.of(';', "';'", '\t', "'\\t'", ',', "','", '|', "'|'");

  /** Who takes the lines. */
  interface Reading {
    /**
     * Takes the header, which is empty if there is none, before all lines.
     *
     * @return whether it can be that
     */
    boolean header(ImmutableList<String> header);

    /** Takes a line that has as many cells as the header. */
    void line(CsvLine line);
  }

  private final CsvFormat.Rules rules;
  private final TableFaults faults;
  private final Reading reading;
  private final ArrayDeque<CsvLine> heldBack = new ArrayDeque<>();

  /** Lines that may be a footer, since none of the table came after. */
  private final List<CsvLine> footer = new ArrayList<>();

  private boolean afterBlank;

  private int width;
  private boolean plausible;
  private boolean wrong;

  private CsvLines(CsvFormat.Rules rules, TableFaults faults, Reading reading) {
    this.rules = rules;
    this.faults = faults;
    this.reading = reading;
  }

  /** Reads a table, adds what is wrong with its lines to the faults, and closes the reader. */
  static void read(CsvFormat format, Reader reader, TableFaults faults, Reading reading) {
    new CsvLines(format.rules(), faults, reading).read(reader);
  }

  private void read(Reader reader) {
    try (CsvReader<CsvRecord> csv =
        CsvReader.builder()
            .fieldSeparator(rules.separator)
            .commentStrategy(rules.comment == 0 ? CommentStrategy.NONE : CommentStrategy.SKIP)
            .commentCharacter(rules.comment == 0 ? '#' : rules.comment)
            .skipEmptyLines(false)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .allowUnclosedQuote(false)
            .ofCsvRecord(unmarked(reader))) {
      if (rules.headerLine > 1) {
        csv.skipLines(rules.headerLine - 1);
      }
      Iterator<CsvRecord> records = csv.iterator();
      if (rules.withoutHeader) {
        numbered(records);
      } else {
        ImmutableList<String> header = header(records);
        width = header.size();
        plausible = reading.header(header);
        lines(records);
      }
    } catch (CsvParseException e) {
      faults.add(Long.MAX_VALUE, () -> String.valueOf(e.getMessage()));
    } catch (UncheckedIOException e) {
      addNotText(requireNonNull(e.getCause()), e);
    } catch (IOException e) {
      addNotText(e, new UncheckedIOException(e));
    }
    footers();
  }

  /** Adds a fault of a file that is no text; throws what is nothing but a failure to read. */
  private void addNotText(IOException e, UncheckedIOException otherwise) {
    if (!(e instanceof TextDecoder.NotText)) {
      throw otherwise;
    }
    faults.add(Long.MAX_VALUE, () -> String.valueOf(e.getMessage()));
  }

  /** The text without a byte order mark, which a quote may follow. */
  private static Reader unmarked(Reader reader) throws IOException {
    PushbackReader pushback = new PushbackReader(reader);
    int first = pushback.read();
    if (first >= 0 && first != '\uFEFF') {
      pushback.unread(first);
    }
    return pushback;
  }

  /** Reads a table without a header, whose columns are called by their numbers, from 1. */
  private void numbered(Iterator<CsvRecord> records) {
    CsvLine first = null;
    while (first == null && records.hasNext()) {
      CsvRecord record = records.next();
      CsvLine line = line(record);
      first = line.isBlank() ? null : line;
    }
    width = first == null ? 0 : first.count();
    ImmutableList.Builder<String> header = ImmutableList.builder();
    for (int i = 1; i <= width; i++) {
      header.add(Integer.toString(i));
    }
    plausible = reading.header(header.build());
    if (first != null) {
      held(first);
    }
    lines(records);
  }

  private ImmutableList<String> header(Iterator<CsvRecord> records) {
    @Nullable CsvRecord first = null;
    while (records.hasNext()) {
      CsvRecord record = records.next();
      ImmutableList<String> cells = stripped(record);
      if (rules.headerCell.isEmpty()
          ? !(cells.size() == 1 && cells.get(0).isEmpty())
          : cells.contains(rules.headerCell)) {
        return cells;
      }
      first = first == null && !new CsvLine(0, record).isBlank() ? record : first;
    }
    if (!rules.headerCell.isEmpty()) {
      List<String> cells = first == null ? List.of() : first.getFields();
      faults.add(
          "no line has the cell '"
              + rules.headerCell
              + "', so there is no header. "
              + found("The first line is", cells)
              + separatorHint(cells));
    }
    return ImmutableList.of();
  }

  private ImmutableList<String> stripped(CsvRecord record) {
    ImmutableList.Builder<String> cells = ImmutableList.builder();
    CsvLine line = line(record);
    for (int i = 0; i < line.count(); i++) {
      String cell = line.stripped(i);
      boolean last = i == line.parts().size() - 1;
      // What the other columns are stands behind the last: "geo\\time".
      cells.add(last && cell.indexOf('\\') > 0 ? cell.substring(0, cell.indexOf('\\')) : cell);
    }
    return cells.build();
  }

  private CsvLine line(CsvRecord record) {
    long number = record.getStartingLineNumber();
    return rules.split == 0
        ? new CsvLine(number, record)
        : new CsvLine(
            number,
            record,
            ImmutableList.copyOf(Splitter.on(rules.split).split(record.getField(0))));
  }

  private void lines(Iterator<CsvRecord> records) {
    while (records.hasNext()) {
      Interruption.check();
      CsvRecord record = records.next();
      CsvLine line = line(record);
      // Only a first cell that is blank can begin a blank line.
      if (record.getField(0).isBlank() && line.isBlank()) {
        if (rules.endAtBlankLine) {
          break;
        }
        afterBlank = true;
        continue;
      }
      held(line);
    }
  }

  /** Takes a line, unless it is among the last that are left out. */
  private void held(CsvLine line) {
    if (rules.footer == 0) {
      line(line);
    } else {
      heldBack.add(line);
      if (heldBack.size() > rules.footer) {
        line(heldBack.remove());
      }
    }
  }

  private void line(CsvLine line) {
    int count = line.count();
    if ((count == 1 && width != 1) || (afterBlank && count == width && line.isRemark())) {
      footer.add(line);
      if (footer.size() > MOST_FOOTERS) {
        noFooter();
      }
      return;
    }
    noFooter();
    if (count == width) {
      reading.line(line);
    } else {
      wrongWidth(line.number(), count);
    }
  }

  /** What seemed to be a footer was not, since lines of the table came after. */
  private void noFooter() {
    for (CsvLine line : footer) {
      if (line.count() == width) {
        reading.line(line);
      } else {
        wrongWidth(line.number(), 1);
      }
    }
    footer.clear();
  }

  private void wrongWidth(long number, int count) {
    if (width > 0 && (plausible || !wrong)) {
      wrong = true;
      faults.add(
          number,
          () ->
              Text.of(
                      "line %s: has %s, but the header has %s",
                      number, Text.count(count, "cell", "cells"), width)
                  + (plausible
                      ? ""
                      : Text.of(". If that is the header: CsvFormat.withHeaderLine(%s)", number)));
    }
  }

  private void footers() {
    if (!footer.isEmpty() && plausible) {
      List<String> numbers = new ArrayList<>();
      footer.forEach(line -> numbers.add(String.valueOf(line.number())));
      boolean one = numbers.size() == 1;
      boolean full = footer.get(0).count() == width;
      faults.add(
          footer.get(0).number(),
          () ->
              (one ? "line " : "lines ")
                  + Text.list(numbers)
                  + (one ? " looks like a footer, with " : " look like a footer, each with ")
                  + (full ? "text in its first cell alone" : "1 cell where the header has " + width)
                  + ". CsvFormat.withEndAtBlankLine or withFooter("
                  + numbers.size()
                  + ") leaves it out");
    }
  }

  /** Whether cells seem to be those of a line, and not a header: several numbers are among them. */
  static boolean isData(List<String> cells) {
    return cells.stream().filter(cell -> NUMBER.matcher(cell).matches()).limit(3).count() > 2;
  }

  /** The cells of a header, the first of them if there are many. */
  static String found(String what, List<String> cells) {
    boolean all = cells.size() <= LISTED_COLUMNS;
    return what
        + (all ? " " + cells : " " + cells.subList(0, LISTED_COLUMNS))
        + (all ? "" : " and " + (cells.size() - LISTED_COLUMNS) + " more");
  }

  /** What a header of one cell, in which another separator is, tells of the format. */
  String separatorHint(List<String> header) {
    return separatorHint(rules, header);
  }

  /** What a header of one cell, in which another separator is, tells of the format. */
  static String separatorHint(CsvFormat.Rules rules, List<String> header) {
    if (header.size() > 1 && rules.split == 0 && header.get(0).indexOf('\\') > 0) {
      return ". Its first column is several in one: CsvFormat.withSplitFirstColumn(',')";
    }
    if (header.size() == 1) {
      if (header.get(0).indexOf('\0') >= 0) {
        return ". The file may be in UTF-16 without a mark:"
            + " CsvFormat.withEncoding(StandardCharsets.UTF_16LE)";
      }
      for (Map.Entry<Character, String> other : SEPARATORS.entrySet()) {
        if (other.getKey() != rules.separator && header.get(0).indexOf(other.getKey()) >= 0) {
          return ". Its one cell has "
              + other.getValue()
              + " in it: CsvFormat.withSeparator("
              + other.getValue()
              + ")";
        }
      }
    }
    return "";
  }
}
