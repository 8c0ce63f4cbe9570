package dev.steppe.table;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

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
            "'\t=x",
            "'\r=x",
            "'\n=x",
            "'  =x",
            "1=1",
            "  ",
            "");
    assertThat(records.get(1).getField(1)).isEqualTo("-1");
  }

  private static List<CsvRecord> read(Table table) {
    return CsvReader.builder().ofCsvRecord(table.toCsv()).stream().toList();
  }
}
