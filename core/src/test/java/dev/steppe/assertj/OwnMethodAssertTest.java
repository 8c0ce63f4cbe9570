package dev.steppe.assertj;

import static dev.steppe.assertj.SteppeAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.steppe.model.OwnAggregation;
import dev.steppe.model.OwnNormalization;
import dev.steppe.testing.Owned;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class OwnMethodAssertTest {

  private interface Mean extends java.io.Serializable {
    double of(double[] values, double[] weights);
  }

  private static Owned.Scale scale(Owned.Curve curve, boolean keepsContract) {
    return new Owned.Scale("a.scale", 3, curve, keepsContract);
  }

  private record Join(Mean mean, boolean keepsContract) implements OwnAggregation {

    @Override
    public String id() {
      return "a.mean";
    }

    @Override
    public int version() {
      return 1;
    }

    @Override
    public double value(double[] values, double[] weights) {
      return mean.of(values, weights);
    }
  }

  @Test
  void what_is_right_passes() {
    assertThat(new Owned.Root(4)).keepsItsContract(0, 4);
    assertThat(new Owned.Root(4)).keepsItsContract(-1e9, 1e9);
    assertThat(new Owned.Hill()).keepsItsContract(0, 3);
    assertThat(new Owned.Half(0.5)).keepsItsContract();
    assertThat(new Owned.Gap()).keepsItsContract();
    // Sorting what it is handed is its own affair.
    assertThat(
            new Join(
                (values, weights) -> {
                  Arrays.sort(values);
                  return values[values.length / 2];
                },
                true))
        .keepsItsContract();
  }

  @Test
  void an_estimate_that_is_none_is_found() {
    assertThat(new Owned.Rising(4)).keepsItsContract();
    assertThat(shape(p -> 5 - 3 * Math.log(1 - p), 8, 9)).keepsItsContract();
    assertThat(shape(p -> p < 0.5 ? 1 : 3, 2, 1)).keepsItsContract();
    refused(new Owned.Shape(p -> p, 0.5, 1 / 12.0, false), "it cannot be used");
    refused(shape(p -> p - 0.3 * Math.sin(7 * p), 0.5, 0.1), "the quantile falls from");
    refused(shape(p -> p == 0.75 ? Double.NaN : p, 0.5, 1 / 12.0), "the quantile at 0.75 is NaN");
    refused(shape(p -> p, 0.6, 1 / 12.0), "it gives 0.6 as its mean, which is 0.5");
    refused(shape(p -> p, 0.5, 0.1), "it gives 0.1 as its variance, which is 0.0833");
    double[] last = {0};
    refused(shape(p -> p + 1e-9 * last[0]++ * p * (1 - p), 0.5, 1 / 12.0), "when asked again");
  }

  private static Owned.Shape shape(Owned.Curve quantile, double mean, double variance) {
    return new Owned.Shape(quantile, mean, variance, true);
  }

  private static void refused(Owned.Shape estimate, String message) {
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> assertThat(estimate).keepsItsContract())
        .withMessageContaining(message);
  }

  @Test
  void a_scale_that_falls_or_jumps_is_found_if_it_says_otherwise() {
    Owned.Curve falling = x -> x < 2.5 ? 20 * x : 50 - 0.01 * (x - 2.5);
    refused(scale(falling, true), "the value falls from");
    assertThat(scale(falling, false)).keepsItsContract(0, 4);
    refused(scale(x -> x < 3 ? 10 : 30, true), "the value jumps from 10.0 to 30.0 at 3.0");
    assertThat(scale(x -> x < 3 ? 10 : 30, false)).keepsItsContract(0, 4);
    refused(scale(x -> 100 - 20 * x, true), "the value falls from");
  }

  @Test
  void a_scale_that_leaves_the_scale_is_found() {
    refused(scale(x -> 30 * x, false), "which is not in [0, 100]");
    refused(scale(x -> x > 3.9 ? Double.NaN : x, true), "it gives NaN for 3.9");
    refused(scale(x -> -1e-12, false), "it gives -1.0E-12 for 0.0");
  }

  @Test
  void a_scale_that_changes_its_mind_is_found() {
    double[] last = {0};
    refused(
        scale(
            x -> {
              last[0] = (last[0] + 1) % 7;
              return last[0];
            },
            false),
        "when asked again");
  }

  @Test
  void a_method_that_cannot_be_sent_or_named_is_found() {
    Object thing = new Object();
    refused(scale(x -> thing.hashCode() > 0 ? 1 : 1, false), "it cannot be serialised");
    OwnNormalization unnamed =
        new OwnNormalization() {
          @Override
          public String id() {
            return "";
          }

          @Override
          public int version() {
            return 1;
          }

          @Override
          public double value(double reading) {
            return 0;
          }
        };
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> assertThat(unnamed).keepsItsContract(0, 1))
        .withMessageContaining("it cannot be used: id of an own method must start with a letter");
  }

  @Test
  void an_aggregation_that_breaks_its_word_is_found() {
    refused(new Join((values, weights) -> Double.NaN, false), "it gives NaN for values [");
    refused(new Join((values, weights) -> 101, false), "which is not in [0, 100]");
    refused(new Join((values, weights) -> 50, true), "which is not between them");
    refused(
        new Join(
            (values, weights) ->
                Arrays.stream(values).max().orElseThrow() > 99
                    ? Arrays.stream(values).min().orElseThrow()
                    : Arrays.stream(values).max().orElseThrow(),
            true),
        "the value falls from");
    double[] calls = {0};
    refused(
        new Join((values, weights) -> Math.min(100, calls[0]++ / 1000), false), "when asked again");
    Object thing = new Object();
    refused(
        new Join((values, weights) -> thing.hashCode() > 0 ? 1 : 1, false),
        "it cannot be serialised");
  }

  @Test
  void bounds_that_make_no_sense_are_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> assertThat(new Owned.Hill()).keepsItsContract(4, 0))
        .withMessage("Readings need lower < upper, but were [4.0, 0.0]");
  }

  private static void refused(OwnNormalization method, String why) {
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> assertThat(method).keepsItsContract(0, 4))
        .withMessageContaining("Expecting own method a.scale@3\nto keep its contract, but ")
        .withMessageContaining(why);
  }

  private static void refused(OwnAggregation method, String why) {
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> assertThat(method).keepsItsContract())
        .withMessageContaining("Expecting own method a.mean@1\nto keep its contract, but ")
        .withMessageContaining(why);
  }
}
