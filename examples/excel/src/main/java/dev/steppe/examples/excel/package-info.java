/**
 * How to read figures from a sheet of an Excel workbook, and to write a dataset to one: Apache POI
 * gives the cells, the library reads them as CSV.
 *
 * <pre>{@code
 * Dataset data = Dataset.readWideCsv(Workbooks.csv(Path.of("figures.xlsx"), "Sheet1"));
 * Workbooks.write(data, Path.of("dataset.xlsx"));
 * }</pre>
 */
@NullMarked
package dev.steppe.examples.excel;

import org.jspecify.annotations.NullMarked;
