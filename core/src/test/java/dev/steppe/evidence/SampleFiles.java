package dev.steppe.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Small files with the kinds of trouble that real ones have, of countries that are not there. */
final class SampleFiles {

  static final CsvFormat STANDARD = CsvFormat.standard();
  static final CsvLayout LONG = STANDARD.longTable();
  static final CsvLayout WIDE = STANDARD.wideTable();

  private SampleFiles() {}

  static Path file(String name) {
    return Path.of("src", "test", "resources", "dev", "steppe", "evidence", "files", name);
  }

  /** Every reading with its year, such as {@code XAD debt 55.0 (2020)}. */
  static List<String> figures(Iterable<CountryProfile> profiles) {
    List<String> figures = new ArrayList<>();
    for (CountryProfile profile : profiles) {
      if (profile.codes().isEmpty()) {
        figures.add(profile.country().code() + " -");
      }
      profile
          .plainReadings()
          .forEach(
              (code, reading) ->
                  figures.add(
                      profile.country().code()
                          + " "
                          + code
                          + " "
                          + reading.estimate()
                          + (reading.unit().isEmpty() ? "" : " " + reading.unit())
                          + (reading.source().observedYear().isPresent()
                              ? " (" + reading.source().observedYear().getAsInt() + ")"
                              : "")));
    }
    return figures;
  }

  static void read(CsvLayout layout, String name, String... figures) throws IOException {
    assertThat(figures(layout.read(file(name)))).containsExactly(figures);
  }

  static void refused(CsvLayout layout, String name, String faults) {
    refused(() -> layout.read(file(name)), "CSV file '" + file(name) + "'" + faults);
  }

  static void refused(ThrowingCallable call, String message) {
    assertThatIllegalArgumentException().isThrownBy(call).withMessage(message);
  }
}
