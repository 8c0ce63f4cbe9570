package dev.steppe.nextukraine;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.ArrayList;
import java.util.List;

/** Reads the facts from the library's own resource. */
final class PaperFactsCsv {

  private static final String RESOURCE = "paper-facts.csv";
  private static final List<String> COLUMNS =
      List.of(
          "id",
          "country",
          "factor",
          "claim_in_our_own_words",
          "value",
          "unit",
          "year",
          "paper_section",
          "note");

  private PaperFactsCsv() {}

  static List<PaperFact> read() {
    List<PaperFact> facts = new ArrayList<>(128);
    for (CsvRecord row : Resource.records(RESOURCE, COLUMNS)) {
      facts.add(fact(row));
    }
    return facts;
  }

  private static PaperFact fact(CsvRecord row) {
    return new PaperFact(
        row.getField(0),
        row.getField(1),
        row.getField(2),
        row.getField(3),
        row.getField(4),
        row.getField(5),
        row.getField(6),
        row.getField(7),
        row.getField(8));
  }
}
