package dev.steppe.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableCsvTest {

  @Test
  void csv_has_every_digit_and_no_decoration() {
    Table table =
        Table.titled("Risk scores")
            .text("Country")
            .number("Score", 1)
            .bar("Bar", 0, 100, 20)
            .row("Kazakhstan", 41.234, 41.234)
            .rule()
            .row("Ukraine", OptionalDouble.empty(), 100)
            .note("A note.")
            .build();
    assertThat(table.toCsv())
        .isEqualTo("Country,Score,Bar\r\nKazakhstan,41.234,41.234\r\nUkraine,,100\r\n");
  }

  @Test
  void a_reader_gets_back_the_same_cells() {
    double[] numbers = {0.1, -1.0 / 3, 1e300, 4.9e-324, -1e15, 123456789012345.0};
    Table.Builder builder = Table.builder().text("Text, \"quoted\"").number("Number", 0);
    for (double number : numbers) {
      builder.row("line\nbreak, \"quote\" é \uD83C\uDF0D  ", number);
    }
    List<CsvRecord> records = read(builder.build());
    assertThat(records).hasSize(7);
    assertThat(records.get(0).getFields()).containsExactly("Text, \"quoted\"", "Number");
    for (int i = 0; i < numbers.length; i++) {
      assertThat(records.get(i + 1).getField(0))
          .isEqualTo("line\nbreak, \"quote\" é \uD83C\uDF0D  ");
      assertThat(Double.parseDouble(records.get(i + 1).getField(1))).isEqualTo(numbers[i]);
    }
  }

  @Test
  void a_missing_number_in_a_table_of_one_column_is_still_a_record() {
    Table table = Table.builder().number("x", 0).row(OptionalDouble.empty()).row(1).build();
    assertThat(table.toCsv()).isEqualTo("x\r\n\"\"\r\n1\r\n");
  }

  @Test
  void texts_cannot_become_formulas() {
    Table table =
        Table.builder()
            .text("@header")
            .number("Number", 0)
            .row("=1+1", -1)
            .row("+1", 1)
            .row("-1", 1)
            .row("@x", 1)
            .row("\t=x", 1)
            .row("\r=x", 1)
            .row("\n=x", 1)
            .row("  =x", 1)
            .row("'=x", 1)
            .row("1=1", 1)
            .row("  ", 1)
            .row("", 1)
            .build();
    List<CsvRecord> records = read(table);
    assertThat(records)
        .extracting(record -> record.getField(0))
        .containsExactly(
            "'@header",
            "'=1+1",
            "'+1",
            "'-1",
            "'@x",
            "'\t'=x",
            "'\r'=x",
            "'\n'=x",
            "'  =x",
            "''=x",
            "1=1",
            "  ",
            "");
    assertThat(records.get(1).getField(1)).isEqualTo("-1");
  }

  private static final Table SHAPE =
      Table.titled("Now")
          .text("Country")
          .number("Score", 1)
          .signed("Change", 2)
          .bar("", 0, 100, 20)
          .row("Aland", 1, 2, 3)
          .note("A note.")
          .build();

  @Test
  void rows_are_read_into_the_columns_of_another_table() {
    Table read =
        Table.titled("Before")
            .columnsOf(SHAPE)
            .csv("Country,Score,Change,\r\nBland,41.25,-3,\r\n\"'=1+1\",,+1e-3,41.25\n")
            .build();
    assertThat(read)
        .isEqualTo(
            Table.titled("Before")
                .columnsOf(SHAPE)
                .row("Bland", 41.25, -3, OptionalDouble.empty())
                .row("=1+1", OptionalDouble.empty(), 0.001, 41.25)
                .build());
    assertThat(read.notes()).isEmpty();
    assertThat(read.number(1, read.column("Change"))).hasValue(0.001);
  }

  @Test
  void a_table_without_rows_and_a_byte_order_mark_are_read() {
    assertThat(Table.builder().columnsOf(SHAPE).csv("\uFEFFCountry,Score,Change,").build())
        .isEqualTo(Table.builder().columnsOf(SHAPE).build());
    Table marked = Table.builder().text("\uFEFF").row("x").build();
    assertThat(Table.builder().columnsOf(marked).csv(marked.toCsv()).build()).isEqualTo(marked);
  }

  @Test
  void csv_adds_to_rows_that_are_there() {
    assertThat(Table.builder().text("x").row("a").csv("x\nb\n").row("c").build())
        .isEqualTo(Table.builder().text("x").row("a").row("b").row("c").build());
  }

  /** Numbers of all sizes, texts that CSV or spreadsheets make something of, gaps. */
  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
  void any_table_reads_back_from_its_csv(long seed) {
    Random random = new Random(seed);
    Table.Builder builder = Table.builder();
    int columns = 1 + random.nextInt(4);
    boolean[] numeric = new boolean[columns];
    for (int column = 0; column < columns; column++) {
      String header = column + "x";
      switch (random.nextInt(4)) {
        case 0 -> builder.number(text(random) + header, random.nextInt(16));
        case 1 -> builder.signed(text(random) + header, 1);
        case 2 -> builder.bar("", -1, 1, 7);
        default -> {
          builder.text(random.nextInt(5) == 0 ? "" : text(random) + header);
          continue;
        }
      }
      numeric[column] = true;
    }
    for (int row = random.nextInt(200); row > 0; row--) {
      Object[] cells = new Object[columns];
      for (int column = 0; column < columns; column++) {
        cells[column] =
            !numeric[column]
                ? text(random)
                : random.nextInt(5) == 0 ? OptionalDouble.empty() : number(random);
      }
      builder.row(cells);
    }
    Table table = builder.build();
    assertThat(Table.builder().columnsOf(table).csv(table.toCsv()).build()).isEqualTo(table);
  }

  /** Any finite double, or one that people write. */
  private static double number(Random random) {
    double any = Double.longBitsToDouble(random.nextLong());
    return switch (random.nextInt(4)) {
      case 0 -> random.nextInt(2001) / 10.0 - 100;
      case 1 -> random.nextInt() * 1e6;
      default -> Double.isFinite(any) ? any : -0.0;
    };
  }

  private static String text(Random random) {
    String alphabet = "a1 .,;'\"=+-@\t\r\n\0|\u00e9\u4e2d#\uFF1D";
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(6); i > 0; i--) {
      text.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return text.toString();
  }

  @Test
  void long_cells_are_not_repeated_in_faults() {
    String cell = "x".repeat(1_000_000);
    for (String csv : List.of("Country,Score,Change,\nA," + cell + ",1,1\n", cell + ",Score\n")) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Table.builder().columnsOf(SHAPE).csv(csv).build())
          .satisfies(fault -> assertThat(fault.getMessage()).hasSizeBetween(200, 1000));
    }
  }

  @Test
  void what_a_spreadsheet_may_split_is_quoted() {
    Table table = Table.builder().text("a").text("b").row("x;=HYPERLINK(1)", "y\tz").build();
    assertThat(table.toCsv()).isEqualTo("a,b\r\n\"x;'=HYPERLINK(1)\",\"y\tz\"\r\n");
    assertThat(Table.builder().columnsOf(table).csv(table.toCsv()).build()).isEqualTo(table);
  }

  @Test
  void all_faults_of_a_csv_text_are_reported_with_line_and_column() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                Table.titled("Before")
                    .columnsOf(SHAPE)
                    .csv(
                        "Country,Score,Change,\nBland,\"12,5\",1,x\n\"two\nlines\",1,1\nC,1e999,0x1,NaN\n")
                    .row("Dland", 1, 1)
                    .build())
        .withMessage(
            """
            Table 'Before' has 7 faults:
              - row 2 must have 4 cells, but has 3
              - line 2, column 'Score': '12,5' is not a number
              - line 2, column 4: 'x' is not a number
              - line 3: has 3 cells, but there are 4 columns
              - line 5, column 'Score': '1e999' is not a number
              - line 5, column 'Change': '0x1' is not a number
              - line 5, column 4: 'NaN' is not a number""");
  }

  @Test
  void a_csv_text_of_another_shape_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Table.builder().columnsOf(SHAPE).csv("Country,Change,Score,\n").build())
        .withMessage(
            "Table: header of the CSV must be [Country, Score, Change, ], but was"
                + " [Country, Change, Score, ]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Table.builder().text("x").csv("").build())
        .withMessage("Table: header of the CSV must be [x], but was []");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Table.builder().text("x").csv("x\n\"a\n").build())
        .withMessageStartingWith("Table: CSV: ");
    assertThatNullPointerException()
        .isThrownBy(() -> Table.builder().text("x").csv(null))
        .withMessage("text");
  }

  @Test
  void a_long_list_of_faults_is_cut_after_twenty() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Table.builder().number("x", 0).csv("x\n" + "a\n".repeat(25)).build())
        .withMessageStartingWith("Table has 25 faults:\n  - line 2, column 'x': 'a' is not")
        .withMessageEndingWith("  - ... and 5 more");
  }

  @Test
  void columns_are_found_by_their_header() {
    assertThat(SHAPE.column("Score")).isEqualTo(1);
    assertThat(SHAPE.column("")).isEqualTo(3);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SHAPE.column("Scores"))
        .withMessage(
            "Unknown column 'Scores'. Known: [Country, Score, Change, ]. Maybe you meant 'Score'.");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Table.builder().text("").text("").build().column(""))
        .withMessage("Several columns have the header ''");
  }

  private static List<CsvRecord> read(Table table) {
    return CsvReader.builder().ofCsvRecord(table.toCsv()).stream().toList();
  }
}
