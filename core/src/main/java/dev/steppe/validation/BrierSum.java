package dev.steppe.validation;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/** Adds up the parts of a Brier score, bin by bin from the lowest forecasts. */
final class BrierSum {

  private final Cases cases;
  private final double baseRate;
  private final ImmutableList.Builder<BrierScore.Bin> bins = ImmutableList.builder();
  private double score;
  private double reliability;
  private double resolution;
  private double variance;
  private double covariance;

  private BrierSum(Cases cases) {
    this.cases = cases;
    this.baseRate = (double) cases.positives() / cases.size();
  }

  static BrierScore distinct(Cases cases) {
    return new BrierSum(cases).of(groups(cases, value -> value));
  }

  static BrierScore binned(Cases cases, int count) {
    return new BrierSum(cases).of(groups(cases, value -> bin(value, count)));
  }

  /** Neighbours that have the same label, the lowest forecasts first. */
  private static List<List<Cases.Case>> groups(Cases cases, DoubleUnaryOperator label) {
    List<List<Cases.Case>> groups = new ArrayList<>();
    double last = Double.NaN;
    for (int i = cases.size() - 1; i >= 0; i--) {
      double next = label.applyAsDouble(cases.get(i).value());
      if (next != last) {
        groups.add(new ArrayList<>());
      }
      groups.get(groups.size() - 1).add(cases.get(i));
      last = next;
    }
    return groups;
  }

  /** The bin of a probability; an edge, such as 0.29 of 100 bins, belongs to the bin above it. */
  private static int bin(double value, int count) {
    int bin = (int) Math.min(count - 1.0, Math.floor(value * count));
    // The product may round across an edge; the quotient is the double nearest to the edge itself.
    while (bin + 1 < count && (bin + 1.0) / count <= value) {
      bin++;
    }
    while ((double) bin / count > value) {
      bin--;
    }
    return bin;
  }

  private BrierScore of(List<List<Cases.Case>> groups) {
    groups.forEach(this::add);
    double n = cases.size();
    return new BrierScore(
        score / n,
        reliability / n,
        resolution / n,
        baseRate * (1 - baseRate),
        variance / n,
        covariance / n,
        bins.build(),
        Caveats.few(cases));
  }

  private void add(List<Cases.Case> group) {
    int size = group.size();
    double sum = 0;
    int events = 0;
    for (Cases.Case one : group) {
      sum += one.value();
      events += one.event() ? 1 : 0;
    }
    // One value repeated is its own mean; the sum by the count might miss it by a rounding error.
    boolean one = group.get(0).value() == group.get(size - 1).value();
    double forecast = one ? group.get(0).value() : sum / size;
    double frequency = (double) events / size;
    for (Cases.Case each : group) {
      double outcome = each.event() ? 1 : 0;
      double deviation = each.value() - forecast;
      score += (each.value() - outcome) * (each.value() - outcome);
      variance += deviation * deviation;
      covariance += 2 * deviation * (outcome - frequency);
    }
    reliability += size * (forecast - frequency) * (forecast - frequency);
    resolution += size * (frequency - baseRate) * (frequency - baseRate);
    bins.add(new BrierScore.Bin(size, forecast, frequency));
  }
}
