package dev.steppe.nextukraine;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads the facts from the library's own resource. */
final class PaperFactsCsv {

  private static final String RESOURCE = "paper-facts.csv";

  private PaperFactsCsv() {}

  static List<PaperFact> read() {
    List<PaperFact> facts = new ArrayList<>(128);
    try (InputStream in = PaperFactsCsv.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException(
            "Resource " + RESOURCE + " is missing beside " + PaperFactsCsv.class.getName());
      }
      try (CsvReader<NamedCsvRecord> reader =
          CsvReader.builder().ofNamedCsvRecord(in, StandardCharsets.UTF_8)) {
        for (NamedCsvRecord row : reader) {
          facts.add(fact(row));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read resource " + RESOURCE, e);
    }
    return facts;
  }

  private static PaperFact fact(NamedCsvRecord row) {
    return new PaperFact(
        row.getField("id"),
        row.getField("country"),
        row.getField("factor"),
        row.getField("claim_in_our_own_words"),
        row.getField("value"),
        row.getField("unit"),
        row.getField("year"),
        row.getField("paper_section"),
        row.getField("note"));
  }
}
