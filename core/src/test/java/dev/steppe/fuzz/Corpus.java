package dev.steppe.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The inputs that are kept for each reader of a module, and the words that many of them have. Other
 * modules compile this class and those of its tests that need no more than Java.
 */
public final class Corpus {

  static final Path ROOT =
      Path.of("src", "test", "resources", "dev", "steppe", "fuzz").toAbsolutePath();

  /** As libFuzzer has it: one word in quotes a line. */
  private static final Path WORDS = ROOT.resolve("words.dict");

  private Corpus() {}

  /** Files of a reader by name, in their order. */
  public static List<Path> files(String target) {
    try (Stream<Path> files = Files.list(ROOT.resolve(target))) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The bytes of one of them. */
  public static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The words, as bytes. */
  public static List<byte[]> words() {
    List<byte[]> words = new ArrayList<>();
    try {
      for (String line : Files.readAllLines(WORDS)) {
        if (line.startsWith("\"")) {
          words.add(unescaped(line.substring(1, line.length() - 1)));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return words;
  }

  private static byte[] unescaped(String word) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int i = 0; i < word.length(); i++) {
      if (word.startsWith("\\x", i)) {
        bytes.write(Integer.parseInt(word.substring(i + 2, i + 4), 16));
        i += 3;
      } else {
        bytes.write(word.charAt(i));
      }
    }
    return bytes.toByteArray();
  }
}
