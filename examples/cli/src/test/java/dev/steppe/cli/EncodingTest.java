package dev.steppe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files whose bytes are no UTF-8. */
class EncodingTest {

  @TempDir Path folder;

  private Path file(String name, String text) throws IOException {
    return Files.write(folder.resolve(name), text.getBytes(StandardCharsets.ISO_8859_1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"model.json", "model.yaml"})
  void models_in_another_encoding_are_told_so(String name) throws IOException {
    Path model = file(name, "name: risque \u00e9lev\u00e9");
    Run run = Run.of("check", model.toString());
    assertThat(run.code()).isEqualTo(3);
    assertThat(run.err())
        .contains("File '" + model + "' is not in UTF-8: save it so, and try again");
  }

  @Test
  void a_table_in_another_encoding_is_told_with_its_place() throws IOException {
    Path model = file("model.csv", "code,parent,weight,direction,scale\nrisque_\u00e9,,,,\n");
    Run run = Run.of("check", model.toString());
    assertThat(run.code()).isEqualTo(3);
    assertThat(run.err())
        .contains(
            "Model file '" + model + "'",
            "line 2: byte 0xE9 is not UTF-8. Save it as UTF-8, and read that");
  }
}
