package dev.steppe.internal.countries;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The tables of this room, in CSV beside this class, and how their texts are compared. */
final class Facts {

  private static final Pattern SPACES = Pattern.compile("[\\s\\u00A0\\u2007\\u202F]+");

  private Facts() {}

  /** The rows of a table, without its header. */
  static List<List<String>> rows(String name) {
    List<List<String>> rows = new ArrayList<>(512);
    try (InputStream in = Facts.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("Resource " + name + " is missing beside " + Facts.class);
      }
      try (Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8);
          CsvReader<CsvRecord> csv = CsvReader.builder().ofCsvRecord(reader)) {
        csv.forEach(row -> rows.add(row.getFields()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read resource " + name, e);
    }
    return rows.subList(1, rows.size());
  }

  /** The form in which texts are equal; see {@link CountryNames#key}. */
  static String key(String text) {
    String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
    return SPACES.matcher(composed).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
  }

  /** The digits of a whole number without zeros in front; as it is if it is none. */
  static String number(String key) {
    String whole = key.endsWith(".0") ? key.substring(0, key.length() - 2) : key;
    int first = 0;
    for (int i = 0; i < whole.length(); i++) {
      if (whole.charAt(i) < '0' || whole.charAt(i) > '9') {
        return key;
      }
      first += first == i && i < whole.length() - 1 && whole.charAt(i) == '0' ? 1 : 0;
    }
    return whole.substring(first);
  }
}
