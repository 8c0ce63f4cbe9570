package dev.steppe.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Copies of what programs print. {@code -Dgolden.write} renews them, for a look at the change. */
final class Golden {

  private static final Path FOLDER = Path.of("src/test/resources/golden");

  private Golden() {}

  /** What a program printed when its copy was made. */
  static String printed(String name) throws IOException {
    return Files.readString(FOLDER.resolve(name));
  }

  static void assertPrints(String name, String printed) throws IOException {
    Path copy = FOLDER.resolve(name);
    if (System.getProperty("golden.write") != null) {
      Files.createDirectories(FOLDER);
      Files.writeString(copy, printed + "\n");
    }
    assertThat(printed + "\n").isEqualTo(Files.readString(copy));
  }
}
