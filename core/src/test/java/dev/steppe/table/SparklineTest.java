package dev.steppe.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class SparklineTest {

  private static List<OptionalDouble> values(double... values) {
    List<OptionalDouble> list = new ArrayList<>();
    for (double value : values) {
      list.add(Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value));
    }
    return list;
  }

  @Test
  void eight_equal_parts_have_eight_blocks() {
    assertThat(Sparkline.of(values(0, 1, 2, 3, 4, 5, 6, 7), 0, 8)).isEqualTo("▁▂▃▄▅▆▇█");
    assertThat(Sparkline.of(values(10, 20), 10, 20)).isEqualTo("▁█");
  }

  @Test
  void missing_number_is_a_space_and_one_number_is_low() {
    assertThat(Sparkline.of(values(1, Double.NaN, 2), 1, 2)).isEqualTo("▁ █");
    assertThat(Sparkline.of(values(5, 5), 5, 5)).isEqualTo("▁▁");
    assertThat(Sparkline.of(values(), 0, 1)).isEmpty();
  }

  @Test
  void what_is_outside_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Sparkline.of(values(3), 0, 2))
        .withMessage("A number of a sparkline must be in [0.0, 2.0], but was 3.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Sparkline.of(values(), 1, Double.POSITIVE_INFINITY))
        .withMessage("A sparkline needs finite lower <= upper, but they were 1.0 and Infinity");
  }
}
