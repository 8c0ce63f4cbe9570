package dev.steppe.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.common.primitives.ImmutableLongArray;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OrderEntropyTest {

  private static final double LN_2 = Math.log(2);
  private static final double LOG2_10 = Math.log(10) / LN_2;

  private static OrderEntropy of(long... counts) {
    List<ImmutableLongArray> times = new ArrayList<>();
    for (long count : counts) {
      times.add(ImmutableLongArray.of(count));
    }
    return OrderEntropy.of(times, Arrays.stream(counts).sum());
  }

  /** The counts in the examples of the R package entropy 1.3.2: 1.968382408728 nats. */
  @Test
  void the_plug_in_and_its_correction_are_those_of_the_r_package_entropy() {
    OrderEntropy entropy = of(4, 2, 3, 2, 4, 2, 1, 1);
    assertThat(entropy.plugIn() * LN_2).isCloseTo(1.968382408728, within(1e-12));
    // Eight kinds among 19.
    assertThat(entropy.correction() * LN_2).isCloseTo(7.0 / 38, within(1e-15));
  }

  /**
   * What blue jays eat in Michigan and in Louisiana, the example of Zar, Biostatistical Analysis,
   * for Hutcheson's test: 0.5403 and 0.6328 decimal digits, variances 0.001376 and 0.000969. His
   * variances leave out Hutcheson's second term.
   */
  @Test
  void the_error_is_that_of_zars_example() {
    OrderEntropy michigan = of(47, 35, 7, 5, 3, 2);
    assertThat(michigan.plugIn() / LOG2_10).isCloseTo(0.5403, within(5e-5));
    assertThat(firstTerm(michigan, 6, 99)).isCloseTo(0.001376, within(5e-7));
    OrderEntropy louisiana = of(48, 23, 11, 13, 8, 2);
    assertThat(louisiana.plugIn() / LOG2_10).isCloseTo(0.6328, within(5e-5));
    assertThat(firstTerm(louisiana, 6, 105)).isCloseTo(0.000969, within(5e-7));
  }

  private static double firstTerm(OrderEntropy entropy, int kinds, double n) {
    double nats = entropy.standardError() * LN_2;
    return (nats * nats - (kinds - 1) / (2 * n * n)) / Math.pow(Math.log(10), 2);
  }

  @Test
  void one_kind_has_no_entropy_and_no_error() {
    assertThat(of(7)).isEqualTo(new OrderEntropy(0, 0, 0));
    assertThat(OrderEntropy.of(List.of(ImmutableLongArray.of(3, 3, 3)), 9))
        .isEqualTo(new OrderEntropy(0, 0, 0));
  }

  @Test
  void kinds_as_likely_have_the_logarithm_of_their_number() {
    assertThat(of(5, 5, 5, 5).plugIn()).isEqualTo(2);
    assertThat(of(1, 1, 1, 1, 1, 1, 1, 1).plugIn()).isEqualTo(3);
    // 16 draws each of 4 kinds: only the second term, sqrt(3 / 2) / 64 nats.
    assertThat(of(16, 16, 16, 16).standardError() * LN_2)
        .isCloseTo(Math.sqrt(1.5) / 64, within(1e-15));
  }

  /** Sequences of independent draws show what the formulas for independent draws say. */
  @Test
  void many_sequences_of_independent_draws_agree_with_the_formulas() {
    Random random = new Random(5);
    double[] upTo = {0.5, 0.8, 0.95, 1};
    int sequences = 2000;
    long[][] counts = new long[4][sequences];
    for (int s = 0; s < sequences; s++) {
      for (int draw = 0; draw < 100; draw++) {
        double u = random.nextDouble();
        int kind = 0;
        while (u >= upTo[kind]) {
          kind++;
        }
        counts[kind][s]++;
      }
    }
    OrderEntropy between =
        OrderEntropy.of(Arrays.stream(counts).map(ImmutableLongArray::copyOf).toList(), 200_000);
    OrderEntropy plain =
        of(Arrays.stream(counts).mapToLong(kind -> Arrays.stream(kind).sum()).toArray());
    assertThat(between.plugIn()).isCloseTo(plain.plugIn(), within(1e-12));
    // A variance of 2000 figures has a relative error of about sqrt(2 / 2000) = 3 %.
    assertThat(between.correction() / plain.correction()).isBetween(0.9, 1.1);
    assertThat(between.standardError() / plain.standardError()).isBetween(0.94, 1.06);
  }
}
