package dev.steppe.examples.excel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.steppe.evidence.Country;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.evidence.Dataset;
import dev.steppe.evidence.Estimate;
import dev.steppe.evidence.Reading;
import dev.steppe.evidence.Source;
import dev.steppe.nextukraine.PostSovietStates;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkbooksTest {

  @TempDir Path directory;

  /** A sheet as a ministry keeps it: numbers, a formula, a date, gaps, a blank line. */
  private Path workbook(Workbook book, String name) throws IOException {
    try (book) {
      Sheet sheet = book.createSheet("Figures");
      row(sheet, 0, "country", "gdp", "debt", "since");
      row(sheet, 1, "XVA", 10.25, 1e6, LocalDate.of(2022, 2, 23));
      row(sheet, 3, "XQU");
      Cell sum = sheet.getRow(3).createCell(1);
      sum.setCellFormula("B2*2");
      book.getCreationHelper().createFormulaEvaluator().evaluateFormulaCell(sum);
      var dates = book.createCellStyle();
      dates.setDataFormat(book.createDataFormat().getFormat("yyyy-mm-dd"));
      sheet.getRow(1).getCell(3).setCellStyle(dates);
      Path file = directory.resolve(name);
      try (OutputStream out = Files.newOutputStream(file)) {
        book.write(out);
      }
      return file;
    }
  }

  private static void row(Sheet sheet, int place, Object... cells) {
    Row row = sheet.createRow(place);
    for (int column = 0; column < cells.length; column++) {
      Cell cell = row.createCell(column);
      if (cells[column] instanceof Double number) {
        cell.setCellValue(number);
      } else if (cells[column] instanceof LocalDate date) {
        cell.setCellValue(date);
      } else {
        cell.setCellValue(String.valueOf(cells[column]));
      }
    }
  }

  @Test
  void a_sheet_of_either_kind_is_its_cells_as_csv() throws IOException {
    String expected = "country,gdp,debt,since\nXVA,10.25,1000000,2022-02-23\n,,,\nXQU,20.5,,\n";
    assertThat(Workbooks.csv(workbook(new XSSFWorkbook(), "new.xlsx"), "Figures"))
        .isEqualTo(expected);
    assertThat(Workbooks.csv(workbook(new HSSFWorkbook(), "old.xls"), "Figures"))
        .isEqualTo(expected);
  }

  @Test
  void a_sheet_that_is_not_there_and_cells_with_errors_are_told() throws IOException {
    Path file = workbook(new XSSFWorkbook(), "faults.xlsx");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Workbooks.csv(file, "figures 2"))
        .withMessage("Workbook '" + file + "' has no sheet 'figures 2'. It has [Figures]");
    try (Workbook book = new XSSFWorkbook()) {
      Sheet sheet = book.createSheet("s");
      for (int line = 0; line < 2; line++) {
        Cell cell = sheet.createRow(line).createCell(1);
        cell.setCellFormula("1/0");
        book.getCreationHelper().createFormulaEvaluator().evaluateFormulaCell(cell);
        assertThat(cell.getCachedFormulaResultType()).isEqualTo(CellType.ERROR);
      }
      try (OutputStream out = Files.newOutputStream(file)) {
        book.write(out);
      }
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Workbooks.csv(file, "s"))
        .withMessage(
            "Sheet 's' of '" + file + "' has errors in cells: [B1 is #DIV/0!, B2 is #DIV/0!]");
  }

  @Test
  void a_dataset_that_was_written_reads_back_the_same() throws IOException {
    Path file = directory.resolve("states.xlsx");
    Dataset states =
        Dataset.copyOf(PostSovietStates.profiles(LocalDate.of(2022, 2, 23))).flattened();
    Workbooks.write(states, file);
    assertThat(Dataset.readLongCsv(Workbooks.csv(file, "readings"))).isEqualTo(states);
  }

  @Test
  void no_text_becomes_a_formula() throws IOException {
    Source source = Source.of("=1+1", "'+2").withNote("-3\nnext\tline");
    Dataset data =
        Dataset.of(
            CountryProfile.builder(Country.of("XVA", "@Varonia"))
                .asOf(LocalDate.of(2021, 12, 31))
                .reading("a", Reading.of(Estimate.between(0.1, 1e-9 + 0.1)).withSource(source))
                .reading("b", Reading.of(-1.0 / 3).withUnit("=percent"))
                .reading("c", Reading.of(1e300))
                .build());
    Path file = directory.resolve("hostile.xlsx");
    Workbooks.write(data, file);
    try (Workbook book = WorkbookFactory.create(file.toFile(), null, true)) {
      book.forEach(
          sheet ->
              sheet.forEach(
                  row ->
                      row.forEach(
                          cell ->
                              assertThat(cell.getCellType())
                                  .isIn(CellType.STRING, CellType.NUMERIC))));
    }
    assertThat(Dataset.readLongCsv(Workbooks.csv(file, "readings"))).isEqualTo(data);
  }

  @Test
  void the_program_prints_a_sheet_and_writes_it_again() throws IOException {
    Path file = directory.resolve("in.xlsx");
    try (Workbook book = new XSSFWorkbook()) {
      Sheet sheet = book.createSheet("Figures");
      row(sheet, 0, "country", "gdp");
      row(sheet, 1, "XVA", 10.25);
      try (OutputStream out = Files.newOutputStream(file)) {
        book.write(out);
      }
    }
    Path written = directory.resolve("out.xlsx");
    PrintStream before = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      ExcelMain.main(new String[] {file.toString(), "Figures", written.toString()});
    } finally {
      System.setOut(before);
    }
    assertThat(printed.toString(StandardCharsets.UTF_8)).contains("XVA", "10.25");
    assertThat(Dataset.readLongCsv(Workbooks.csv(written, "readings")).column("gdp"))
        .containsExactly(10.25);
    assertThatIllegalArgumentException().isThrownBy(() -> ExcelMain.main(new String[0]));
  }
}
