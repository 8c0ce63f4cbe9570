package dev.steppe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steppe.evidence.Country;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.evidence.Dataset;
import dev.steppe.evidence.Estimate;
import dev.steppe.evidence.NotApplicable;
import dev.steppe.evidence.Reading;
import dev.steppe.evidence.Source;
import dev.steppe.model.Choice;
import dev.steppe.model.Direction;
import dev.steppe.model.Indicator;
import dev.steppe.model.Normalization;
import dev.steppe.model.Rationale;
import dev.steppe.model.RiskModel;
import dev.steppe.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever separator a spreadsheet takes a file of ours to have: none of its cells is a formula,
 * and what is read again is what was written.
 */
class SpreadsheetTest {

  private static final String ALPHABET = "''\"\" ,;|=+-@\uFF1D\uFF0B\uFF0D\uFF20\t\r\n\uFEFFa1";

  /** As some spreadsheets see it, which skip what cannot be seen. */
  private static final Pattern FORMULA =
      Pattern.compile("[ \\t\\r\\n\\uFEFF]*[=+\\-@\uFF1D\uFF0B\uFF0D\uFF20]");

  /** A text of a few characters that mean something to somebody. */
  private static String any(Random random) {
    StringBuilder text = new StringBuilder();
    for (int n = random.nextInt(8); n > 0; n--) {
      text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return text.toString();
  }

  /** The same with something to see at its ends, since it may not be blank, or is stripped. */
  private static String name(Random random) {
    return "n" + any(random) + "n";
  }

  private static Arguments writer(String name, Function<Random, String> write) {
    return Arguments.of(name, write);
  }

  static Stream<Arguments> writers() {
    return Stream.of(
        writer("table", SpreadsheetTest::table),
        writer("readings", SpreadsheetTest::readings),
        writer("model", SpreadsheetTest::model));
  }

  private static String table(Random random) {
    Table.Builder table = Table.builder().text("1" + any(random)).text(any(random));
    for (int row = 0; row < 3; row++) {
      table.row(any(random), any(random));
    }
    Table written = table.build();
    Table read = Table.builder().columnsOf(written).csv(written.toCsv()).build();
    assertThat(read.headers()).isEqualTo(written.headers());
    for (int row = 0; row < 3; row++) {
      for (int column = 0; column < 2; column++) {
        assertThat(read.cell(row, column)).isEqualTo(written.cell(row, column));
      }
    }
    return written.toCsv();
  }

  private static String readings(Random random) {
    List<CountryProfile> profiles = new ArrayList<>();
    String unit = any(random);
    for (String code : List.of("AAA", "BBB")) {
      Source source = Source.of(name(random), any(random)).withNote(any(random));
      profiles.add(
          CountryProfile.builder(Country.of(code, code + name(random)))
              .reading("a", new Reading(Estimate.exact(1), unit, source))
              .notApplicable("b", NotApplicable.because(name(random)))
              .build());
    }
    Dataset written = Dataset.copyOf(profiles);
    assertThat(Dataset.readLongCsv(written.toLongCsv())).isEqualTo(written);
    return written.toLongCsv();
  }

  private static String model(Random random) {
    Rationale why =
        Rationale.of(Choice.WEIGHT, name(random)).withReferences("r" + random.nextInt());
    Indicator indicator =
        Indicator.of("a", Direction.HIGHER_IS_RISKIER).withName(name(random)).withUnit(any(random));
    RiskModel written =
        RiskModel.builder("m")
            .name(name(random))
            .indicator(indicator, 1, Normalization.goalposts(0, 1))
            .build()
            .withRationale("a", why);
    assertThat(RiskModel.readCsv(written.toCsv())).isEqualTo(written);
    return written.toCsv();
  }

  /**
   * The cells as spreadsheets find them: quotes count where a cell starts with one, up to the next
   * that is not doubled; what follows that belongs to the cell.
   */
  private static List<String> cells(String file, char separator) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean starts = true;
    boolean quoted = false;
    for (int i = 0; i < file.length(); i++) {
      char c = file.charAt(i);
      if (quoted && c == '"') {
        boolean twice = file.startsWith("\"", i + 1);
        quoted = twice;
        cell.append(twice ? "\"" : "");
        i += twice ? 1 : 0;
      } else if (quoted) {
        cell.append(c);
      } else if (starts && c == '"') {
        quoted = true;
        starts = false;
      } else if (c == separator || c == '\n' || c == '\r') {
        cells.add(cell.toString());
        cell.setLength(0);
        starts = true;
      } else {
        cell.append(c);
        starts = false;
      }
    }
    cells.add(cell.toString());
    return cells;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("writers")
  void no_cell_is_a_formula_wherever_a_spreadsheet_splits(
      String name, Function<Random, String> write) {
    for (int seed = 0; seed < 1500; seed++) {
      String file = write.apply(new Random(seed));
      for (char separator : ",;|\t".toCharArray()) {
        assertThat(cells(file, separator))
            .as("seed %s, separator '%s': %s", seed, separator, file)
            .noneMatch(cell -> FORMULA.matcher(cell).lookingAt());
      }
    }
  }
}
