package dev.steppe.analogue;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.steppe.internal.Text;
import dev.steppe.model.Criterion;
import dev.steppe.score.Scorecard;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Who is compared with whom, in what, and on which scale: the target, the precedents that are left
 * after all rules, the indicators, their weights and ranges.
 *
 * <p>Gower's (1971) distance is {@code sum(w_k |a_k - b_k| / r_k) / sum(w_k)} over the indicators k
 * that both have, with weights w and ranges r: those of the model's scale, which stands for all
 * countries there could be, or those of the sample.
 */
final class SimilaritySpace {

  /** A range below this many points is rounding, and no variation. */
  private static final double NO_VARIATION = 1e-9;

  private static final double MODEL_RANGE = 100;

  final AnalogueSettings settings;
  final Values target;
  final ImmutableList<Values> precedents;
  final ImmutableList<Criterion> criteria;

  /** By indicator; they sum to 1. */
  final double[] weights;

  final double[] ranges;

  /** The indicators that are not compared, and why. */
  final ImmutableMap<String, String> ignored;

  /** The precedents that have too little in common with the target. */
  final ImmutableList<Scorecard> leftOut;

  private SimilaritySpace(
      AnalogueSettings settings,
      Values target,
      List<Values> candidates,
      List<Criterion> criteria,
      double[] weights,
      double[] ranges,
      Map<String, String> ignored) {
    this.settings = settings;
    this.target = target;
    this.criteria = ImmutableList.copyOf(criteria);
    this.weights = weights;
    this.ranges = ranges;
    this.ignored = ImmutableMap.copyOf(ignored);
    ImmutableList.Builder<Values> kept = ImmutableList.builder();
    ImmutableList.Builder<Scorecard> dropped = ImmutableList.builder();
    for (Values candidate : candidates) {
      if (isEnough(overlap(target, candidate))) {
        kept.add(candidate);
      } else {
        dropped.add(candidate.card());
      }
    }
    this.precedents = kept.build();
    this.leftOut = dropped.build();
    if (precedents.isEmpty()) {
      throw new IllegalArgumentException(
          Text.of(
              "%sit has values in common with each of %s for less than %s of the compared weight",
              nothingFor(target.card()), candidates.size(), settings.minimumOverlap()));
    }
  }

  static SimilaritySpace of(
      Scorecard target, ImmutableList<Scorecard> cards, AnalogueSettings settings) {
    List<Scorecard> candidates = candidates(target, cards, settings.ownCountry());
    List<Criterion> all = target.model().criteria();
    Values allOfTarget = Values.of(target, all);
    List<Values> allOfThem = new ArrayList<>();
    for (Scorecard card : candidates) {
      allOfThem.add(Values.of(card, all));
    }
    List<Criterion> compared = new ArrayList<>();
    List<Double> weights = new ArrayList<>();
    List<Double> ranges = new ArrayList<>();
    Map<String, String> ignored = new LinkedHashMap<>();
    for (int i = 0; i < all.size(); i++) {
      String code = all.get(i).code();
      double weight = settings.equalWeights() ? 1 : target.model().effectiveWeight(code);
      double seen = range(allOfTarget, allOfThem, i);
      double range = settings.sampleRange() ? seen : MODEL_RANGE;
      if (weight <= 0) {
        ignored.put(code, "has no weight");
      } else if (seen < 0) {
        ignored.put(code, "has no values");
      } else if (range <= NO_VARIATION) {
        ignored.put(code, "does not vary");
      } else {
        compared.add(all.get(i));
        weights.add(weight);
        ranges.add(range);
      }
    }
    if (compared.isEmpty()) {
      throw new IllegalArgumentException(
          nothingFor(target) + "no indicator with weight varies between them");
    }
    List<Values> values = new ArrayList<>();
    for (Scorecard card : candidates) {
      values.add(Values.of(card, compared));
    }
    return new SimilaritySpace(
        settings,
        Values.of(target, compared),
        values,
        compared,
        shares(weights),
        ranges.stream().mapToDouble(range -> range).toArray(),
        ignored);
  }

  private static List<Scorecard> candidates(
      Scorecard target, List<Scorecard> cards, boolean ownCountry) {
    String self = target.countryAtDate().key();
    List<Scorecard> found = new ArrayList<>();
    for (Scorecard card : cards) {
      boolean own = card.country().code().equals(target.country().code());
      if (own ? ownCountry && !card.countryAtDate().key().equals(self) : true) {
        found.add(card);
      }
    }
    if (found.isEmpty()) {
      throw new IllegalArgumentException(
          nothingFor(target)
              + (ownCountry
                  ? "there is none but itself"
                  : "there is none of another country. Maybe you meant to compare it with its own"
                      + " past: use withOwnCountry()."));
    }
    return found;
  }

  private static String nothingFor(Scorecard target) {
    return "No precedent to compare " + target.countryAtDate().name() + " with: ";
  }

  /** The greatest value less the least; negative if there is none. */
  private static double range(Values target, List<Values> others, int indicator) {
    double least = target.has(indicator) ? target.at(indicator) : Double.POSITIVE_INFINITY;
    double greatest = target.has(indicator) ? target.at(indicator) : Double.NEGATIVE_INFINITY;
    for (Values other : others) {
      if (other.has(indicator)) {
        least = Math.min(least, other.at(indicator));
        greatest = Math.max(greatest, other.at(indicator));
      }
    }
    return greatest - least;
  }

  private static double[] shares(List<Double> weights) {
    double sum = 0;
    for (double weight : weights) {
      sum += weight;
    }
    double[] shares = new double[weights.size()];
    for (int k = 0; k < shares.length; k++) {
      shares[k] = weights.get(k) / sum;
    }
    return shares;
  }

  int size() {
    return criteria.size();
  }

  /** Whether two countries have so much in common that they can be compared. */
  boolean isEnough(double overlap) {
    // The shares of the weights sum to 1 but for rounding.
    return overlap >= settings.minimumOverlap() - 1e-12;
  }

  /** The share of the weight for which both have values. */
  double overlap(Values first, Values second) {
    double sum = 0;
    for (int k = 0; k < weights.length; k++) {
      sum += first.has(k) && second.has(k) ? weights[k] : 0;
    }
    return sum;
  }

  /** The same as a figure: 1 if both have all that weighs anything, and only then. */
  double shownOverlap(Values first, Values second) {
    boolean whole = true;
    for (int k = 0; k < weights.length; k++) {
      whole &= weights[k] == 0 || (first.has(k) && second.has(k));
    }
    return whole ? 1 : Math.min(Math.nextDown(1.0), overlap(first, second));
  }

  /** What an indicator adds to the weighted sum of differences; NaN if one of both lacks it. */
  double part(Values first, Values second, int k) {
    return weights[k] * Math.abs(first.at(k) - second.at(k)) / ranges[k];
  }

  /** Gower's distance, from 0 to 1, of two countries that have something in common. */
  double gower(Values first, Values second) {
    double sum = 0;
    for (int k = 0; k < weights.length; k++) {
      double part = part(first, second, k);
      sum += Double.isNaN(part) ? 0 : part;
    }
    // Rounding may leave the sum of the greatest differences above their weight.
    return Math.min(1, sum / overlap(first, second));
  }

  /** The indicators that the target and all precedents have. */
  int[] common() {
    List<Integer> found = new ArrayList<>();
    for (int k = 0; k < weights.length; k++) {
      boolean all = target.has(k);
      for (Values precedent : precedents) {
        all &= precedent.has(k);
      }
      if (all) {
        found.add(k);
      }
    }
    return found.stream().mapToInt(k -> k).toArray();
  }
}
