package dev.steppe.uncertainty;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableMap;
import dev.steppe.internal.Checks;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What is not known about the weights. One rule serves the whole tree: it speaks of the effective
 * weights of the indicators, and a factor weighs what the indicators below it weigh together. Only
 * {@link #eachWithin(double)} speaks of weights within a factor. An indicator whose weight is 0 in
 * the model keeps it.
 *
 * @since 0.1
 */
public sealed interface WeightUncertainty extends Serializable
    permits WeightUncertainty.Fixed,
        WeightUncertainty.Uniform,
        WeightUncertainty.Dirichlet,
        WeightUncertainty.Ordinal,
        WeightUncertainty.Within,
        WeightUncertainty.EachWithin {

  /** The weights are those of the model. This is the default. */
  static WeightUncertainty fixed() {
    return new Fixed();
  }

  /** Nothing is known: all sets of weights are equally likely (uniform on the simplex). */
  static WeightUncertainty uniform() {
    return new Uniform();
  }

  /**
   * The model's effective weights are about right: a Dirichlet distribution whose parameters are
   * {@code concentration} times the effective weights, which are its means. The standard deviation
   * of a weight w is {@code sqrt(w * (1 - w) / (concentration + 1))}: with 12 equal weights, 0.028
   * at a concentration of 100, a third of the weight.
   *
   * @param concentration greater than 0 and finite; the greater, the surer
   */
  static WeightUncertainty dirichlet(double concentration) {
    return new Dirichlet(concentration);
  }

  /**
   * Only the order of the model's effective weights is known: all sets of weights that fall, or
   * stay the same, in this order are equally likely. Equal weights count in the order in which the
   * indicators are declared. The means of these weights are the rank order centroid, {@code (1/k +
   * ... + 1/n) / n} for the k-th of n.
   *
   * @see <a href="https://doi.org/10.1287/mnsc.42.11.1515">Barron, Barrett (1996), Decision quality
   *     using ranked attribute weights. Management Science 42(11), 1515-1523</a>
   */
  static WeightUncertainty ordinal() {
    return new Ordinal();
  }

  /**
   * Each effective weight is anywhere between {@code 1 - fraction} and {@code 1 + fraction} times
   * what the model says, independently of the others; then all are divided by their sum.
   *
   * @param fraction greater than 0 and at most 1; 0.25 means a quarter up or down
   */
  static WeightUncertainty within(double fraction) {
    return new Within(fraction);
  }

  /**
   * Each weight, of an indicator or of a factor, is anywhere between {@code 1 - fraction} and
   * {@code 1 + fraction} times what it is within its factor, independently of the others; then
   * those of a factor are divided by their sum. This is the noise that COINr puts on weights. It
   * differs from {@link #within}, where the errors of many indicators below a factor all but cancel
   * out.
   *
   * @param fraction greater than 0 and at most 1; 0.25 means a quarter up or down
   * @see <a href="https://doi.org/10.21105/joss.04567">Becker et al. (2022), COINr: An R package
   *     for developing composite indicators. Journal of Open Source Software 7(78), 4567</a>
   */
  static WeightUncertainty eachWithin(double fraction) {
    return new EachWithin(fraction, ImmutableMap.of());
  }

  /**
   * As {@link #eachWithin(double)}, but for these indicators and factors only. The weights of the
   * others within their factors are those of the model, before the division by the sum.
   *
   * <pre>{@code
   * WeightUncertainty.eachWithin(ImmutableMap.of("motive", 0.25, "exposure", 0.1));
   * }</pre>
   *
   * @param fractions by the code of an indicator or factor that is not the top of the tree; each
   *     greater than 0 and at most 1, at least one
   */
  static WeightUncertainty eachWithin(Map<String, Double> fractions) {
    if (requireNonNull(fractions, "fractions").isEmpty()) {
      throw new IllegalArgumentException("There must be at least one uncertain weight");
    }
    return new EachWithin(0, ImmutableMap.copyOf(fractions));
  }

  /** See {@link WeightUncertainty#fixed}. */
  record Fixed() implements WeightUncertainty {
    @Override
    public String toString() {
      return "fixed()";
    }
  }

  /** See {@link WeightUncertainty#uniform}. */
  record Uniform() implements WeightUncertainty {
    @Override
    public String toString() {
      return "uniform()";
    }
  }

  /**
   * See {@link WeightUncertainty#dirichlet}.
   *
   * @param concentration the sum of the parameters
   */
  record Dirichlet(double concentration) implements WeightUncertainty {

    /** Checks the concentration. */
    public Dirichlet {
      if (!(concentration > 0 && concentration < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "concentration of weights must be finite and > 0, but was " + concentration);
      }
    }

    @Override
    public String toString() {
      return "dirichlet(" + concentration + ")";
    }
  }

  /** See {@link WeightUncertainty#ordinal}. */
  record Ordinal() implements WeightUncertainty {
    @Override
    public String toString() {
      return "ordinal()";
    }
  }

  /**
   * See {@link WeightUncertainty#within}.
   *
   * @param fraction the greatest change, as a fraction of the weight
   */
  record Within(double fraction) implements WeightUncertainty {

    /** Checks the fraction. */
    public Within {
      if (!(fraction > 0)) {
        throw new IllegalArgumentException(
            "fraction of weights must be in (0, 1], but was " + fraction);
      }
      fraction = Checks.inRange(fraction, 0, 1, "fraction of weights");
    }

    @Override
    public String toString() {
      return "within(" + fraction + ")";
    }
  }

  /**
   * See {@link WeightUncertainty#eachWithin(double)}.
   *
   * @param others the greatest change of weights that are not listed, as a fraction of the weight
   * @param fractions the same by code, for those that are listed
   */
  record EachWithin(double others, ImmutableMap<String, Double> fractions)
      implements WeightUncertainty {

    /** Checks the fractions. */
    public EachWithin {
      requireNonNull(fractions, "fractions");
      List<String> faults = new ArrayList<>();
      if (fractions.isEmpty() && !isFraction(others)) {
        faults.add("fraction must be in (0, 1], but was " + others);
      } else if (others != 0 && !isFraction(others)) {
        faults.add("fraction of the others must be in [0, 1], but was " + others);
      }
      fractions.forEach(
          (code, fraction) -> {
            if (!isFraction(fraction)) {
              faults.add("fraction of '" + code + "' must be in (0, 1], but was " + fraction);
            }
          });
      Checks.noFaults("Uncertainty of weights", faults);
      others += 0.0;
    }

    private static boolean isFraction(double fraction) {
      return fraction > 0 && fraction <= 1;
    }

    @Override
    public String toString() {
      return "eachWithin(" + (fractions.isEmpty() ? String.valueOf(others) : fractions) + ")";
    }
  }
}
