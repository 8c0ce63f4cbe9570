package dev.steppe.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DecimalsTest {

  @Test
  void a_half_goes_away_from_zero() {
    assertThat(Decimals.fixed(41.25, 1)).isEqualTo("41.3");
    assertThat(Decimals.fixed(0.05, 1)).isEqualTo("0.1");
    assertThat(Decimals.fixed(1.005, 2)).isEqualTo("1.01");
    assertThat(Decimals.fixed(2.5, 0)).isEqualTo("3");
    assertThat(Decimals.fixed(-2.5, 0)).isEqualTo("-3");
    assertThat(Decimals.fixed(17.94, 4)).isEqualTo("17.9400");
  }

  /**
   * By its definition: the printed digits, rounded by BigDecimal; near the middle and elsewhere.
   */
  @Test
  void digits_are_those_of_the_printed_number() {
    SplittableRandom random = new SplittableRandom(1);
    for (int n = 0; n < 200_000; n++) {
      int decimals = random.nextInt(7);
      double step = Math.pow(10, -decimals);
      double value =
          switch (n % 4) {
            case 0 -> (random.nextInt(2_000) - 1_000 + 0.5) * step;
            case 1 -> (random.nextInt(2_000_000) - 1_000_000 + 0.5) * step + 1e-16 * n;
            case 2 -> 200 * random.nextDouble() - 100;
            default -> (random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(30) - 12);
          };
      value = n % 3 == 0 ? Math.nextUp(value) : n % 3 == 1 ? Math.nextDown(value) : value;
      assertThat(Decimals.fixed(value, decimals))
          .as("%s", value)
          .isEqualTo(
              new BigDecimal(Double.toString(value))
                  .setScale(decimals, RoundingMode.HALF_UP)
                  .toPlainString());
    }
  }

  @Test
  void zero_has_no_sign() {
    assertThat(Decimals.fixed(-0.04, 1)).isEqualTo("0.0");
    assertThat(Decimals.fixed(-0.0, 0)).isEqualTo("0");
    assertThat(Decimals.signed(-0.04, 1)).isEqualTo("0.0");
    assertThat(Decimals.signed(0.04, 1)).isEqualTo("0.0");
  }

  @Test
  void signed_numbers_show_which_way() {
    assertThat(Decimals.signed(3, 1)).isEqualTo("+3.0");
    assertThat(Decimals.signed(-3, 1)).isEqualTo("-3.0");
  }

  @Test
  void significant_digits_count_from_the_first_that_is_not_zero() {
    assertThat(Decimals.significant(0.40834, 3)).isEqualTo("0.408");
    assertThat(Decimals.significant(123456, 3)).isEqualTo("123456");
    assertThat(Decimals.significant(-0.5, 4)).isEqualTo("-0.5");
    assertThat(Decimals.significant(100, 4)).isEqualTo("100");
    assertThat(Decimals.significant(0, 4)).isEqualTo("0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Decimals.significant(1, 0))
        .withMessage("count of digits must be in [1.0, 15.0], but was 0.0");
  }

  @Test
  void only_nothing_reads_as_0_and_only_all_as_the_whole() {
    assertThat(Decimals.share(99.97, 100, 1)).isEqualTo(">99.9");
    assertThat(Decimals.share(Math.nextDown(100.0), 100, 0)).isEqualTo(">99");
    assertThat(Decimals.share(99.94, 100, 1)).isEqualTo("99.9");
    assertThat(Decimals.share(100, 100, 1)).isEqualTo("100.0");
    assertThat(Decimals.share(0.04, 100, 1)).isEqualTo("<0.1");
    assertThat(Decimals.share(Double.MIN_VALUE, 1, 4)).isEqualTo("<0.0001");
    assertThat(Decimals.share(0.05, 100, 1)).isEqualTo("0.1");
    assertThat(Decimals.share(-0.0, 100, 1)).isEqualTo("0.0");
    assertThat(Decimals.share(0.99996, 1, 4)).isEqualTo(">0.9999");
    assertThat(Decimals.share(-0.04, 100, 1)).isEqualTo("0.0");
    assertThat(Decimals.share(100.04, 100, 1)).isEqualTo("100.0");
  }

  @Test
  void a_share_in_a_sentence_gets_the_decimals_that_it_needs() {
    assertThat(Decimals.percent(0.732, 1)).isEqualTo("73.2");
    assertThat(Decimals.percent(0.99996, 1)).isEqualTo("99.996");
    assertThat(Decimals.percent(0.997, 0)).isEqualTo("99.7");
    assertThat(Decimals.percent(1 / 3e6, 1)).isEqualTo("0.00003");
    assertThat(Decimals.percent(1e-15, 1)).isEqualTo("<0.1");
    assertThat(Decimals.percent(Math.nextDown(1.0), 0)).isEqualTo(">99");
    assertThat(Decimals.percent(1, 0)).isEqualTo("100");
    assertThat(Decimals.percent(0, 1)).isEqualTo("0.0");
    assertThat(Decimals.percent(0.999)).isEqualTo("99.9");
    assertThat(Decimals.percent(0.95)).isEqualTo("95");
    assertThat(Decimals.percent(0.9999999)).isEqualTo("99.99999");
  }

  @Test
  void a_column_of_shares_rounds_nothing_to_its_ends() {
    Table table =
        Table.builder().share("%", 100, 1).row(99.97).row(100).row(0.01).row(0).row(50.05).build();
    assertThat(table.cell(0, 0)).isEqualTo(">99.9");
    assertThat(table.cell(1, 0)).isEqualTo("100.0");
    assertThat(table.cell(2, 0)).isEqualTo("<0.1");
    assertThat(table.cell(3, 0)).isEqualTo("0.0");
    assertThat(table.cell(4, 0)).isEqualTo("50.1");
    assertThat(table.toCsv()).contains("99.97\r\n").contains("0.01\r\n");
    assertThat(table.toHtml()).contains("&gt;99.9").contains("&lt;0.1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Table.builder().share("%", 0, 16).build())
        .withMessageContaining("needs 0 to 15 decimals, but was given 16")
        .withMessageContaining("needs a whole that is finite and > 0, but was given 0.0");
  }

  @Test
  void exact_numbers_read_back_as_the_same_double() {
    assertThat(Decimals.exact(41)).isEqualTo("41");
    assertThat(Decimals.exact(-41.234)).isEqualTo("-41.234");
    assertThat(Decimals.exact(1e15)).isEqualTo("1.0E15");
    assertThat(Decimals.exact(0)).isEqualTo("0");
  }

  @Test
  void impossible_requests_are_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Decimals.fixed(Double.NaN, 1))
        .withMessage("number to print must be finite, but was NaN");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Decimals.signed(1, -1))
        .withMessage("count of decimals must be in [0.0, 15.0], but was -1.0");
  }
}
