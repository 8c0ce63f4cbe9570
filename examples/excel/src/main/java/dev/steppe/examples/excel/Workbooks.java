package dev.steppe.examples.excel;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.steppe.evidence.Dataset;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Sheets of Excel workbooks, as CSV that the library reads, and from a dataset. */
public final class Workbooks {

  private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?(E-?\\d+)?");

  private Workbooks() {}

  /**
   * The cells of a sheet as CSV: numbers with every digit, whatever their format shows; dates such
   * as {@code 2022-02-23}; of formulas what they gave when the workbook was saved.
   *
   * @param workbook an {@code .xlsx} or {@code .xls} file
   * @param sheet the name of the sheet
   * @throws IOException if the file cannot be read
   * @throws IllegalArgumentException if there is no such sheet, or that lists the cells that have
   *     an error, such as {@code #DIV/0!}
   */
  public static String csv(Path workbook, String sheet) throws IOException {
    try (Workbook book = WorkbookFactory.create(workbook.toFile(), null, true)) {
      Sheet found = book.getSheet(sheet);
      if (found == null) {
        List<String> names = new ArrayList<>();
        book.forEach(other -> names.add(other.getSheetName()));
        throw new IllegalArgumentException(
            "Workbook '" + workbook + "' has no sheet '" + sheet + "'. It has " + names);
      }
      return csv(found, "Sheet '" + sheet + "' of '" + workbook + "'");
    }
  }

  private static String csv(Sheet sheet, String what) throws IOException {
    int width = 0;
    for (Row row : sheet) {
      width = Math.max(width, row.getLastCellNum());
    }
    List<String> faults = new ArrayList<>();
    StringWriter text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
      for (int line = 0; line <= sheet.getLastRowNum(); line++) {
        List<String> fields = new ArrayList<>();
        for (int column = 0; column < width; column++) {
          Row row = sheet.getRow(line);
          Cell cell = row == null ? null : row.getCell(column);
          fields.add(cell == null ? "" : text(cell, faults));
        }
        csv.writeRecord(fields);
      }
    }
    if (!faults.isEmpty()) {
      throw new IllegalArgumentException(what + " has errors in cells: " + faults);
    }
    return text.toString();
  }

  private static String text(Cell cell, List<String> faults) {
    CellType type =
        cell.getCellType() == CellType.FORMULA
            ? cell.getCachedFormulaResultType()
            : cell.getCellType();
    switch (type) {
      case NUMERIC -> {
        return DateUtil.isCellDateFormatted(cell)
            ? date(cell.getLocalDateTimeCellValue())
            : number(cell.getNumericCellValue());
      }
      case STRING -> {
        return cell.getStringCellValue();
      }
      case BOOLEAN -> {
        return String.valueOf(cell.getBooleanCellValue());
      }
      case ERROR -> {
        String error = FormulaError.forInt(cell.getErrorCellValue()).getString();
        faults.add(cell.getAddress() + " is " + error);
        return "";
      }
      default -> {
        return "";
      }
    }
  }

  private static String date(LocalDateTime time) {
    return time.toLocalTime().toSecondOfDay() == 0
        ? time.toLocalDate().toString()
        : time.toString();
  }

  /** Every digit of a number; a whole one, as all numbers of a sheet are doubles, without ".0". */
  private static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }

  /**
   * Writes the plain readings of a dataset to the sheet {@code readings} of a new workbook: the
   * columns of {@link Dataset#toLongCsv}, numbers as numbers. Text stays text, so that no cell is
   * run as a formula, and {@link Dataset#readLongCsv(String)} reads an equal dataset from its
   * {@link #csv}.
   *
   * @throws IOException if the file cannot be written
   */
  public static void write(Dataset dataset, Path workbook) throws IOException {
    try (XSSFWorkbook book = new XSSFWorkbook();
        CsvReader<CsvRecord> csv = CsvReader.builder().ofCsvRecord(dataset.toLongCsv());
        OutputStream out = Files.newOutputStream(workbook)) {
      Sheet sheet = book.createSheet("readings");
      for (CsvRecord fields : csv) {
        Row row = sheet.createRow(sheet.getPhysicalNumberOfRows());
        for (int column = 0; column < fields.getFieldCount(); column++) {
          String field = fields.getField(column);
          if (NUMBER.matcher(field).matches()) {
            row.createCell(column).setCellValue(Double.parseDouble(field));
          } else if (!field.isEmpty()) {
            row.createCell(column).setCellValue(field);
          }
        }
      }
      sheet.createFreezePane(0, 1);
      book.write(out);
    }
  }
}
