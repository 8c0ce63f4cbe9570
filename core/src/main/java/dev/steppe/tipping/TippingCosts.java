package dev.steppe.tipping;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableMap;
import dev.steppe.internal.Checks;
import dev.steppe.internal.Text;
import dev.steppe.model.Range;
import dev.steppe.model.RiskModel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What it costs to move each indicator by one point of its normalised scale, and how far it may go.
 * Immutable.
 *
 * <p>Costs are relative: only their ratios decide which indicators move. An indicator that is not
 * named costs 1 a point and may go to the ends of its scale.
 *
 * <pre>{@code
 * TippingCosts.equal()
 *     .withImmutable("rival_border_share", "kin_share")   // geography and history stay
 *     .withCost("import_dependence", 2)                   // each point costs twice as much
 *     .withBounds("domestic_unrest", 0, 60);              // in points of its scale
 * }</pre>
 *
 * @param costs cost a point by code, greater than 0; infinite where the indicator cannot be moved
 * @param bounds where the normalised value may go, by code
 * @since 0.1
 */
public record TippingCosts(ImmutableMap<String, Double> costs, ImmutableMap<String, Range> bounds) {

  /**
   * Checks the parts.
   *
   * @throws IllegalArgumentException that lists every cost that is not greater than 0 and every
   *     pair of bounds that is not {@code 0 <= lower <= upper <= 100}
   */
  public TippingCosts {
    List<String> faults = new ArrayList<>();
    costs.forEach(
        (code, cost) -> {
          Checks.indicatorCode(code);
          if (!(cost > 0)) {
            faults.add("cost of '" + code + "' must be greater than 0, but was " + cost);
          }
        });
    bounds.forEach(
        (code, range) -> {
          Checks.indicatorCode(code);
          checkBounds(code, range.lower(), range.upper(), faults);
        });
    Checks.noFaults("Tipping costs", faults);
  }

  private static void checkBounds(String code, double lower, double upper, List<String> faults) {
    if (!(lower >= 0 && lower <= upper && upper <= 100)) {
      faults.add(
          Text.of(
              "bounds of '%s' need 0 <= lower <= upper <= 100, in points of its normalised scale,"
                  + " but were [%s, %s]",
              code, lower, upper));
    }
  }

  /** Every indicator may move over its whole scale, and each point of each costs the same. */
  public static TippingCosts equal() {
    return new TippingCosts(ImmutableMap.of(), ImmutableMap.of());
  }

  /** A copy in which these indicators cannot be moved: geography, history, what is settled. */
  public TippingCosts withImmutable(String... codes) {
    Map<String, Double> changed = new LinkedHashMap<>(costs);
    for (String code : codes) {
      changed.put(requireNonNull(code, "code"), Double.POSITIVE_INFINITY);
    }
    return new TippingCosts(ImmutableMap.copyOf(changed), bounds);
  }

  /**
   * A copy in which a point of an indicator has another cost.
   *
   * @param cost greater than 0; infinite means that the indicator cannot be moved
   */
  public TippingCosts withCost(String code, double cost) {
    Map<String, Double> changed = new LinkedHashMap<>(costs);
    changed.put(requireNonNull(code, "code"), cost);
    return new TippingCosts(ImmutableMap.copyOf(changed), bounds);
  }

  /**
   * A copy in which the normalised value of an indicator may go no further than these bounds. One
   * that is outside already may stay, but goes no further out.
   *
   * @param lower the least value, in points from 0 to 100
   * @param upper the greatest value, in points from 0 to 100
   */
  public TippingCosts withBounds(String code, double lower, double upper) {
    List<String> faults = new ArrayList<>();
    checkBounds(code, lower, upper, faults);
    Checks.noFaults("Tipping costs", faults);
    Map<String, Range> changed = new LinkedHashMap<>(bounds);
    changed.put(requireNonNull(code, "code"), new Range(lower, upper));
    return new TippingCosts(costs, ImmutableMap.copyOf(changed));
  }

  /** The cost of a point; infinite if the indicator cannot be moved. */
  public double cost(String code) {
    return costs.getOrDefault(requireNonNull(code, "code"), 1.0);
  }

  /** Whether the indicator cannot be moved. */
  public boolean isImmutable(String code) {
    return Double.isInfinite(cost(code));
  }

  /** How many points an indicator may move from a value, up or down. */
  double room(String code, double value, boolean up) {
    Range range = bounds.getOrDefault(code, new Range(0, 100));
    return Math.max(0, up ? range.upper() - value : value - range.lower());
  }

  /** Refuses codes that are no indicators of the model. */
  void checkKnownTo(RiskModel model) {
    Set<String> known = new LinkedHashSet<>();
    model.indicators().forEach(indicator -> known.add(indicator.code()));
    Set<String> named = new LinkedHashSet<>(costs.keySet());
    named.addAll(bounds.keySet());
    Checks.noFaults(
        "Tipping costs for model '" + model.name() + "'",
        Checks.eachUnknown("unknown indicator", named, known, code -> model.node(code).name()));
  }
}
