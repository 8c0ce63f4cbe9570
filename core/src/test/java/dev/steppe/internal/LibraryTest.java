package dev.steppe.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class LibraryTest {

  @Test
  void the_version_is_that_of_the_build() throws IOException {
    assertThat(Files.readString(Path.of("../pom.xml")))
        .contains(
            "<artifactId>steppe-parent</artifactId>\n  <version>" + Library.VERSION + "</version>");
  }
}
