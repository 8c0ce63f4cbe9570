package dev.steppe.internal.tally;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ReproducibleSumsTest {

  private static ReproducibleSums of(double... numbers) {
    ReproducibleSums sums = new ReproducibleSums(1);
    for (double number : numbers) {
      sums.add(new double[] {number});
    }
    return sums;
  }

  @Test
  void sums_are_those_of_decimals() {
    Random random = new Random(1);
    ReproducibleSums sums = new ReproducibleSums(2);
    BigDecimal first = BigDecimal.ZERO;
    BigDecimal second = BigDecimal.ZERO;
    for (int k = 0; k < 10_000; k++) {
      double[] numbers = {random.nextGaussian() * 1e8, random.nextGaussian() * 1e-3};
      sums.add(numbers);
      first = first.add(new BigDecimal(numbers[0]));
      second = second.add(new BigDecimal(numbers[1]));
    }
    assertThat(sums.size()).isEqualTo(2);
    assertThat(sums.get(0)).isCloseTo(first.doubleValue(), within(1e-5));
    assertThat(sums.get(1)).isCloseTo(second.doubleValue(), within(1e-12));
  }

  @Test
  void order_and_grouping_do_not_change_a_bit() {
    Random random = new Random(2);
    List<Double> numbers = new ArrayList<>();
    for (int k = 0; k < 1000; k++) {
      numbers.add(random.nextGaussian() * Math.pow(10, random.nextInt(20) - 12));
    }
    double[] inOrder = numbers.stream().mapToDouble(x -> x).toArray();
    ReproducibleSums whole = of(inOrder);
    Collections.shuffle(numbers, random);
    double[] shuffled = numbers.stream().mapToDouble(x -> x).toArray();
    ReproducibleSums halves = of(java.util.Arrays.copyOf(shuffled, 400));
    halves.add(of(java.util.Arrays.copyOfRange(shuffled, 400, 1000)));
    assertThat(halves).isEqualTo(whole).hasSameHashCodeAs(whole);
    assertThat(of(1.5)).isNotEqualTo(of(1.5, 0x1.0p-53));
  }

  @Test
  void small_negative_numbers_carry() {
    assertThat(of(-1e-20).get(0)).isZero();
    assertThat(of(-0x1.0p-53, -0.25, 3).get(0)).isEqualTo(2.75 - 0x1.0p-53);
    assertThat(of(1, 0.5, -1.5).get(0)).isZero();
  }
}
