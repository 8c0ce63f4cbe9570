package dev.steppe.fuzz;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * An input of which the first line, if it begins with {@code how:}, says how the rest is read. That
 * is read from a file if only a file can have it: bytes that are no UTF-8, or a mark of an
 * encoding.
 */
record HowAndTable(List<String> how, byte[] table) {

  private static final String HOW = "how:";

  static HowAndTable of(byte[] input) {
    int end = 0;
    while (end < input.length && input[end] != '\n') {
      end++;
    }
    String first = new String(input, 0, end, StandardCharsets.ISO_8859_1);
    if (!first.startsWith(HOW)) {
      return new HowAndTable(List.of(), input);
    }
    return new HowAndTable(
        List.of(first.substring(HOW.length()).strip().split(" +")),
        Arrays.copyOfRange(input, Math.min(end + 1, input.length), input.length));
  }

  /** A reader of both. */
  interface Reading<T> {
    T ofText(String text) throws Exception;

    T ofFile(Path file) throws Exception;
  }

  <T> T read(Reading<T> reading) throws Exception {
    // A file takes ten times as long as what is read from it.
    if (!how.contains("utf-16") && !how.contains("latin") && isPlain()) {
      try {
        return reading.ofText(
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(table)).toString());
      } catch (CharacterCodingException notText) {
        // Told by the reader of files.
      }
    }
    return inFile(reading::ofFile);
  }

  private boolean isPlain() {
    return table.length > 0 && table[0] >= 0 && table[0] != 'P' && table[0] != 0x1F;
  }

  /** Uses a file that has the table. */
  interface Use<T> {
    T of(Path file) throws Exception;
  }

  <T> T inFile(Use<T> use) throws Exception {
    Path file = Files.createTempFile("fuzz", ".csv");
    try {
      Files.write(file, table);
      return use.of(file);
    } finally {
      Files.delete(file);
    }
  }
}
