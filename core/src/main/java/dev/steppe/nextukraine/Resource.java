package dev.steppe.nextukraine;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** A table of the library's own, in CSV beside this class, in UTF-8. */
final class Resource {

  private Resource() {}

  /** The records of a table, without its header. */
  static List<CsvRecord> records(String name, List<String> columns) {
    List<CsvRecord> records = new ArrayList<>(128);
    try (Reader in = open(name);
        CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(in)) {
      Iterator<CsvRecord> rows = reader.iterator();
      if (!rows.next().getFields().equals(columns)) {
        throw new IllegalStateException("Resource " + name + " needs columns " + columns);
      }
      while (rows.hasNext()) {
        records.add(rows.next());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read resource " + name, e);
    }
    return records;
  }

  /** A date such as 2022-02-23; the formatter of the JDK would be the dearest part of a start. */
  static LocalDate date(String text) {
    return LocalDate.of(
        Integer.parseInt(text, 0, 4, 10),
        Integer.parseInt(text, 5, 7, 10),
        Integer.parseInt(text, 8, 10, 10));
  }

  static Reader open(String name) {
    InputStream in = Resource.class.getResourceAsStream(name);
    if (in == null) {
      throw new IllegalStateException("Resource " + name + " is missing beside " + Resource.class);
    }
    return new InputStreamReader(in, StandardCharsets.UTF_8);
  }
}
