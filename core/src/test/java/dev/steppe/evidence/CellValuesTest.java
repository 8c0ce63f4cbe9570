package dev.steppe.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CellValuesTest {

  private static CellValues values(char decimal, char grouping) {
    CellValues.Rules rules = new CellValues.Rules();
    rules.decimal = decimal;
    rules.grouping = grouping;
    return new CellValues(rules);
  }

  /** Java writes what is read here, in the way of each country. */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("dev.steppe.testing.RandomModels#seeds")
  void numbers_are_read_as_java_writes_them(long seed) {
    Random random = new Random(seed);
    for (Locale locale : new Locale[] {Locale.GERMANY, Locale.US, Locale.FRANCE}) {
      DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(locale);
      DecimalFormat format = new DecimalFormat("#,##0.######", symbols);
      char grouping = symbols.getGroupingSeparator();
      char mark = Character.isSpaceChar(grouping) ? ' ' : grouping;
      CellValues values = values(symbols.getDecimalSeparator(), mark);
      for (int i = 0; i < 20; i++) {
        double number =
            Math.rint(random.nextGaussian() * Math.pow(10, random.nextInt(12)) * 1e3) / 1e3;
        String cell = format.format(number);
        CellValues.Value value = values.parse(cell);
        assertThat(value).as(cell).isNotNull();
        assertThat(value.estimate()).as(cell).isEqualTo(Estimate.exact(number));
      }
    }
  }

  /** Whatever is no number in one way of writing is none, or the number that the way says. */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("dev.steppe.testing.RandomModels#seeds")
  void what_is_read_is_what_stands_there(long seed) {
    Random random = new Random(seed);
    CellValues comma = values(',', '.');
    CellValues point = values('.', (char) 0);
    for (int i = 0; i < 200; i++) {
      StringBuilder text = new StringBuilder();
      for (int n = 1 + random.nextInt(8); n > 0; n--) {
        text.append("0123456789.,-+e %".charAt(random.nextInt(17)));
      }
      String cell = text.toString().strip();
      CellValues.Value value = point.parse(cell);
      if (value != null && value.estimate().isExact()) {
        assertThat(value.estimate().central()).isEqualTo(Double.parseDouble(cell) + 0.0);
      }
      CellValues.Value local = comma.parse(cell);
      if (local != null && local.estimate().isExact()) {
        String plain = cell.replace(".", "").replace(',', '.');
        assertThat(local.estimate().central()).isEqualTo(Double.parseDouble(plain) + 0.0);
        String whole = cell.contains(",") ? cell.substring(0, cell.indexOf(',')) : cell;
        String[] groups = whole.replaceAll("[-+]|[eE].*", "").split("\\.", -1);
        for (int g = 1; g < groups.length; g++) {
          assertThat(groups[g]).as(cell).hasSize(3);
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.5",
        "1.2345",
        "12.34",
        ".123",
        "1.234.",
        "1,2,3",
        "1.234,5.6",
        "NaN",
        "Infinity",
        "0x1p3",
        "1f",
        "1d",
        "\u0661\u0662",
        "1_000",
        "--1",
        "1 000",
        "",
        "-",
        ",",
        "1,",
        "normal(1, 2)",
        "1...2",
        "3,5..1,5"
      })
  void with_a_decimal_comma_these_are_no_numbers(String cell) {
    assertThat(values(',', '.').parse(cell)).isNull();
  }

  @Test
  void intervals_have_bounds_in_the_same_way() {
    assertThat(values(',', '.').parse("1.000,5..2.000").estimate())
        .isEqualTo(Estimate.between(1000.5, 2000));
    assertThat(values('.', ',').parse("1,000.5..2,000").estimate())
        .isEqualTo(Estimate.between(1000.5, 2000));
  }

  @Test
  void a_marker_that_is_a_number_is_that_number_and_no_other() {
    CellValues.Rules rules = new CellValues.Rules();
    rules.missing = ImmutableSet.of("-9", "..", "");
    CellValues values = new CellValues(rules);
    for (String cell : new String[] {"-9", "-9.0", "-9.00", "-9e0", "-90e-1", "..", ""}) {
      assertThat(values.parse(cell).estimate()).as(cell).isNull();
      assertThat(values.isMissing(cell)).as(cell).isEqualTo(!cell.equals("x"));
    }
    assertThat(values.parse("-9.1").estimate()).isEqualTo(Estimate.exact(-9.1));
    assertThat(values.parse("9").estimate()).isEqualTo(Estimate.exact(9));
    assertThat(values.parse("-9..9").estimate()).isEqualTo(Estimate.between(-9, 9));
    assertThat(values.parse("...")).isNull();
  }

  @Test
  void more_than_sixteen_flags_are_none() {
    CellValues.Rules rules = new CellValues.Rules();
    rules.flags = ImmutableMap.of("e", Optional.empty());
    CellValues values = new CellValues(rules);
    assertThat(values.parse("1" + " e".repeat(16)).estimate()).isEqualTo(Estimate.exact(1));
    assertThat(values.parse("1" + " e".repeat(17))).isNull();
  }

  @Test
  void powers_of_ten_are_exact_to_the_last_bit() {
    assertThat(DecimalScaling.scaled(Estimate.exact(0.3), 9)).isEqualTo(Estimate.exact(3e8));
    assertThat(DecimalScaling.scaled(Estimate.exact(1.1), 3)).isEqualTo(Estimate.exact(1100));
    assertThat(DecimalScaling.scaled(Estimate.exact(35), -2)).isEqualTo(Estimate.exact(0.35));
    assertThat(DecimalScaling.scaled(Estimate.between(1, 2), 6))
        .isEqualTo(Estimate.between(1e6, 2e6));
    assertThat(DecimalScaling.scaled(Estimate.between(2.3, 35), -2))
        .isEqualTo(Estimate.between(0.023, 0.35));
    assertThat(DecimalScaling.scaled(Estimate.triangular(1.1, 7, 35), -2))
        .isEqualTo(Estimate.triangular(0.011, 0.07, 0.35));
    assertThat(DecimalScaling.scaled(Estimate.normal(35, 2), -2))
        .isEqualTo(Estimate.normal(35, 2).times(0.01));
  }
}
