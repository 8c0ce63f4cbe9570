package dev.steppe.desk;

import dev.steppe.evidence.CountryProfile;
import dev.steppe.evidence.Estimate;
import dev.steppe.model.Factor;
import dev.steppe.model.Indicator;
import dev.steppe.model.Node;
import dev.steppe.model.RiskModel;
import dev.steppe.score.Comparison;
import dev.steppe.score.NodeScore;
import dev.steppe.score.Scorecard;
import dev.steppe.tipping.TippingAnswer;
import dev.steppe.tipping.TippingLever;
import dev.steppe.tipping.TippingPoint;
import dev.steppe.weights.WeightInterval;
import dev.steppe.weights.WeightStability;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * The sliders of a country, and where on each it comes level with its rival.
 *
 * @param readings a slider an indicator
 * @param readingsWithoutFlips why no slider of readings has a mark; null if they may have
 * @param factors the sliders of weights, by the factor that they are within
 */
record Sliders(
    List<OfReading> readings, @Nullable String readingsWithoutFlips, List<Weights> factors) {

  /** The least there is: which single readings reach the target does not depend on it. */
  private static final long LIMIT = 1_000;

  /**
   * A slider of a reading.
   *
   * @param lowest the reading at its left end
   * @param highest the reading at its right end
   * @param levels the only readings that there are; empty if there may be any
   * @param start what the data say, at its central value; null if they say nothing
   * @param lower the least that the data allow; null likewise
   * @param upper the greatest
   * @param now where the slider is; null if nobody knows and nobody has moved it
   * @param flip the reading at which the two come level, with all else as it is; null if there is
   *     none
   * @param words what it would take, or that it cannot be; empty without a rival
   */
  record OfReading(
      String code,
      String name,
      String unit,
      double lowest,
      double highest,
      List<Double> levels,
      @Nullable Double start,
      @Nullable Double lower,
      @Nullable Double upper,
      @Nullable Double now,
      @Nullable Double flip,
      String words) {}

  /**
   * The weights within a factor.
   *
   * @param withoutFlips why no weight has a mark; null if they may have
   */
  record Weights(
      String code, String name, @Nullable String withoutFlips, List<OfWeight> children) {}

  /**
   * A slider of a weight.
   *
   * @param share of its factor's weight, from 0 to 1
   * @param start the share that the model gives it
   * @param effective the share of the whole
   * @param lowerFlip the share to which it can fall before the two come level; null if it can fall
   *     to 0
   * @param upperFlip the share to which it can rise; null if it can rise to 1
   */
  record OfWeight(
      String code,
      String name,
      double share,
      double start,
      double effective,
      @Nullable Double lowerFlip,
      @Nullable Double upperFlip) {}

  static Sliders of(Position position, Scorecard card, @Nullable Comparison comparison) {
    Map<String, TippingLever> levers = new LinkedHashMap<>();
    @Nullable String without = comparison == null ? "There is no other country" : null;
    boolean isLevel = false;
    if (comparison != null) {
      try {
        TippingAnswer answer =
            TippingPoint.of(position.scorer(), card.profile())
                .withLimit(LIMIT)
                .toReach(comparison.second().profile());
        answer.alone().forEach(lever -> levers.put(lever.code(), lever));
        isLevel = answer.isReached();
      } catch (IllegalArgumentException e) {
        without = e.getMessage();
      }
    }
    List<OfReading> readings = new ArrayList<>();
    for (Indicator indicator : position.scorer().model().indicators()) {
      @Nullable TippingLever lever = levers.get(indicator.code());
      readings.add(reading(position, card, indicator, isLevel ? null : lever));
    }
    return new Sliders(
        readings, isLevel ? "The two are level" : without, weights(position, comparison));
  }

  private static OfReading reading(
      Position position, Scorecard card, Indicator indicator, @Nullable TippingLever lever) {
    String code = indicator.code();
    ReadingRange range = position.of().ranges().getOrDefault(code, ReadingRange.NONE);
    CountryProfile given = position.of().countries().profile(card.country().code());
    @Nullable Estimate start = given.estimates().get(code);
    if (start != null) {
      start = indicator.inDomain(start);
    }
    NodeScore now = card.node(code);
    return new OfReading(
        code,
        indicator.name(),
        indicator.unit(),
        range.lowest(),
        range.highest(),
        range.levels(),
        start == null ? null : start.central(),
        start == null ? null : start.lower(),
        start == null ? null : start.upper(),
        orNull(now.raw()),
        lever == null || !lever.reaches() ? null : orNull(lever.neededReading()),
        lever == null ? "" : lever.toString());
  }

  private static List<Weights> weights(Position position, @Nullable Comparison comparison) {
    List<Weights> factors = new ArrayList<>();
    for (Factor factor : position.scorer().model().factors()) {
      Map<String, WeightInterval> intervals = new LinkedHashMap<>();
      @Nullable String without = comparison == null ? "There is no other country" : null;
      if (comparison != null) {
        try {
          WeightStability.within(comparison, factor.code())
              .intervals()
              .forEach(interval -> intervals.put(interval.code(), interval));
        } catch (IllegalArgumentException e) {
          without = e.getMessage();
        }
      }
      factors.add(
          new Weights(
              factor.code(), factor.name(), without, children(position, factor, intervals)));
    }
    return factors;
  }

  private static List<OfWeight> children(
      Position position, Factor factor, Map<String, WeightInterval> intervals) {
    RiskModel model = position.scorer().model();
    double[] starts = position.of().scorer().model().factor(factor.code()).shares();
    double[] shares = factor.shares();
    List<OfWeight> children = new ArrayList<>();
    int i = 0;
    for (Node child : factor.children()) {
      @Nullable WeightInterval interval = intervals.get(child.code());
      children.add(
          new OfWeight(
              child.code(),
              child.name(),
              shares[i],
              starts[i],
              model.effectiveWeight(child.code()),
              interval == null || interval.lowerPair().isEmpty() ? null : interval.lower(),
              interval == null || interval.upperPair().isEmpty() ? null : interval.upper()));
      i++;
    }
    return children;
  }

  private static @Nullable Double orNull(OptionalDouble number) {
    return number.isPresent() ? number.getAsDouble() : null;
  }
}
