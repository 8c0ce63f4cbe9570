package dev.steppe.examples.excel;

import dev.steppe.evidence.Dataset;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Reads a sheet with a column {@code country} and one an indicator, prints its readings, and writes
 * them to another workbook, one a line.
 */
public final class ExcelMain {

  private ExcelMain() {}

  /**
   * Runs the program.
   *
   * @param arguments the workbook, the sheet, and the workbook to write
   */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 3) {
      throw new IllegalArgumentException(
          "Needs a workbook, the name of a sheet, and a workbook to write, but was given "
              + arguments.length
              + " arguments");
    }
    Dataset data = Dataset.readWideCsv(Workbooks.csv(Path.of(arguments[0]), arguments[1]));
    System.out.println(data.toTable());
    Workbooks.write(data, Path.of(arguments[2]));
  }
}
