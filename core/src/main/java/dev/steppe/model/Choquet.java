package dev.steppe.model;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.steppe.internal.Checks;
import dev.steppe.internal.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * {@code sum(w_i * x_i) - sum(I_ij * |x_i - x_j|) / 2} with the pairs given by code, see {@link
 * Aggregation#choquet}. The interactions are kept in the order of their codes, so that the order in
 * which they were given counts nowhere.
 */
record Choquet(ImmutableList<Interaction> interactions) implements Aggregation {

  /** How far rounding may take half the sum of the interactions above the importance. */
  static final double ROUNDING = 1e-12;

  private static final Comparator<Interaction> BY_CODES =
      Comparator.comparing(Interaction::first)
          .thenComparing(Interaction::second)
          .thenComparing(Interaction::strength);

  Choquet {
    if (interactions.isEmpty()) {
      throw new IllegalArgumentException(
          "A Choquet integral needs at least one interaction. Without any it is the arithmetic"
              + " mean: maybe you meant Aggregation.arithmetic().");
    }
    interactions = ImmutableList.sortedCopyOf(BY_CODES, interactions);
  }

  @Override
  public Aggregation bind(List<String> children) {
    if (ImmutableSet.copyOf(children).size() < children.size()) {
      throw new IllegalArgumentException(
          "Children must have different codes, but were " + children);
    }
    Checks.noFaults(this + " of the children " + children, pairFaults(children, ""));
    Map<String, Integer> places = new HashMap<>();
    for (int c = 0; c < children.size(); c++) {
      places.put(children.get(c), c);
    }
    ImmutableList.Builder<ChoquetOfChildren.Pair> pairs = ImmutableList.builder();
    for (Interaction interaction : interactions) {
      pairs.add(
          new ChoquetOfChildren.Pair(
              requireNonNull(places.get(interaction.first())),
              requireNonNull(places.get(interaction.second())),
              interaction.strength()));
    }
    return new ChoquetOfChildren(ImmutableList.copyOf(children), pairs.build());
  }

  @Override
  public Aggregation unbound() {
    return this;
  }

  @Override
  public ImmutableList<String> misfits(Factor factor) {
    return ImmutableList.copyOf(
        faults(factor.childCodes(), factor.shares(), " in factor '" + factor.code() + "'"));
  }

  @Override
  public Aggregation reweighted(double[] from, double[] to) {
    throw unknownOrder();
  }

  @Override
  public void aggregate(double[][] children, double[] weights, double[] out, int rows) {
    throw unknownOrder();
  }

  private IllegalStateException unknownOrder() {
    return new IllegalStateException(
        this
            + " knows its children by code. Tell it the order of their values first: bind(codes)"
            + " gives an aggregation that can be used with arrays.");
  }

  /**
   * What keeps the interactions from fitting the children: pairs that are none, and children whose
   * interactions are too strong.
   *
   * @param shares the weights of the children, with sum 1
   * @param where follows the name of a pair or child in each message, as in " in factor 'f'"
   */
  private List<String> faults(List<String> children, double[] shares, String where) {
    List<String> faults = pairFaults(children, where);
    faults.addAll(importanceFaults(children, shares, where));
    return faults;
  }

  private List<String> pairFaults(List<String> children, String where) {
    List<String> faults = new ArrayList<>();
    Set<String> known = new HashSet<>(children);
    for (int k = 0; k < interactions.size(); k++) {
      Interaction interaction = interactions.get(k);
      String what = "interaction of " + interaction.pair() + where;
      if (interaction.first().equals(interaction.second())) {
        faults.add(what + " needs two children");
      } else if (isRepeated(k)) {
        double before = interactions.get(k - 1).strength();
        faults.add(
            what + " was already set to " + before + ", second was " + interaction.strength());
      } else {
        for (String code : List.of(interaction.first(), interaction.second())) {
          if (!known.contains(code)) {
            faults.add(
                what
                    + ": there is no child '"
                    + code
                    + "'"
                    + Checks.knownAfter(faults.size(), code, children));
          }
        }
      }
    }
    return faults;
  }

  /** Whether the interaction before is of the same pair: they are sorted. */
  private boolean isRepeated(int position) {
    return position > 0 && interactions.get(position).isOfSamePair(interactions.get(position - 1));
  }

  /** The children for which the value could fall while they rise. */
  List<String> importanceFaults(List<String> children, double[] shares, String where) {
    List<String> faults = new ArrayList<>();
    Map<String, Double> sums = sumsOfInteractions();
    for (int c = 0; c < shares.length; c++) {
      String code = children.get(c);
      double half = sums.getOrDefault(code, 0.0) / 2;
      if (!(half <= shares[c] + ROUNDING)) {
        faults.add(
            Text.of(
                "importance of '%s'%s must be at least half the sum of the sizes of its"
                    + " interactions, which is %s, but was %s",
                code, where, half, shares[c]));
      }
    }
    return faults;
  }

  /** The sizes of all interactions of each child. */
  private Map<String, Double> sumsOfInteractions() {
    Map<String, Double> sums = new HashMap<>();
    for (int k = 0; k < interactions.size(); k++) {
      Interaction interaction = interactions.get(k);
      if (!interaction.first().equals(interaction.second()) && !isRepeated(k)) {
        double size = Math.abs(interaction.strength());
        sums.merge(interaction.first(), size, Double::sum);
        sums.merge(interaction.second(), size, Double::sum);
      }
    }
    return sums;
  }

  @Override
  public MethodDefinition definition() {
    return MethodDefinition.of("choquet")
        .with("interactions", interactions.stream().map(Interaction::definition).toList());
  }

  @Override
  public String toString() {
    return interactions.stream()
        .map(Interaction::toString)
        .collect(Collectors.joining(", ", "choquet(", ")"));
  }
}
