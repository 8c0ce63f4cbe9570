package dev.steppe.evidence;

import dev.steppe.internal.Text;
import dev.steppe.internal.TextDecoder;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Where the text of a table comes from. */
final class CsvInput {

  private static final Pattern FILE_NAME =
      Pattern.compile("(?i)[^\n\r]*\\.(?:csv|tsv|tab|txt|xlsx?|gz|zip)");

  private static final String SAY_ENCODING =
      "Say the encoding of the file, such as"
          + " CsvFormat.withEncoding(Charset.forName(\"windows-1252\"))";

  private CsvInput() {}

  /** What a file is called in faults. */
  static String what(Path file) {
    return "CSV file '" + Text.printable(file.toString()) + "'";
  }

  /** The text of a file, which is decoded as a format says. */
  static Reader open(CsvFormat format, Path file) throws IOException {
    try {
      return TextDecoder.open(file, format.rules().charset, SAY_ENCODING);
    } catch (TextDecoder.NotText e) {
      throw new IllegalArgumentException(what(file) + ": " + e.getMessage(), e);
    }
  }

  /** The text of a table, which is not the name of a file. */
  static Reader text(String text) {
    if (FILE_NAME.matcher(text.strip()).matches()) {
      throw new IllegalArgumentException(
          "'"
              + text
              + "' seems to be the name of a file, but a table's text was asked for. Files are"
              + " given as a Path: Path.of(\"...\")");
    }
    return new StringReader(text);
  }
}
