package dev.steppe.testing;

import dev.steppe.evidence.CountryProfile;
import dev.steppe.model.Interaction;
import dev.steppe.model.MissingPolicy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;

/**
 * The oracle: a model as a plain recursive tree, with the textbook formula of every method and no
 * thought for speed. Shares nothing with the main code but the inputs.
 */
public sealed interface NaiveNode {

  String code();

  double weight();

  /** The value for a profile; NaN if missing. A missing leaf counts as {@code whenMissing}. */
  double value(CountryProfile profile, MissingPolicy policy, double whenMissing);

  /** The share of weight below that enters the value. */
  double coverage(CountryProfile profile, MissingPolicy policy);

  /** A leaf: its formula takes a reading to a value from least to greatest. */
  record Leaf(
      String code,
      double weight,
      boolean increasing,
      double least,
      double greatest,
      DoubleUnaryOperator formula)
      implements NaiveNode {

    @Override
    public double value(CountryProfile profile, MissingPolicy policy, double whenMissing) {
      return profile
          .estimate(code)
          .map(estimate -> formula.applyAsDouble(estimate.central()))
          .orElse(whenMissing == 0 ? least : whenMissing == 100 ? greatest : whenMissing);
    }

    @Override
    public double coverage(CountryProfile profile, MissingPolicy policy) {
      return profile.estimate(code).isPresent() ? 1 : 0;
    }
  }

  /** How a group of children becomes one value. */
  enum Kind {
    ARITHMETIC,
    GEOMETRIC,
    HARMONIC,
    POWER,
    MAXIMUM,
    MINIMUM,
    CHOQUET
  }

  /**
   * A factor; the parameter is the floor of a mean or the exponent of a power mean, and only a
   * Choquet integral has interactions.
   */
  record Group(
      String code,
      double weight,
      Kind kind,
      double parameter,
      List<Interaction> interactions,
      List<NaiveNode> children)
      implements NaiveNode {

    @Override
    public double value(CountryProfile profile, MissingPolicy policy, double whenMissing) {
      List<Double> values = new ArrayList<>();
      List<Double> weights = new ArrayList<>();
      List<String> codes = new ArrayList<>();
      double total = 0;
      int counted = 0;
      for (NaiveNode child : children) {
        total += child.weight();
        double value = child.value(profile, policy, whenMissing);
        counted += child.weight() > 0 ? 1 : 0;
        if (!Double.isNaN(value) && child.weight() > 0) {
          values.add(value);
          weights.add(child.weight());
          codes.add(child.code());
        }
      }
      double sum = weights.stream().mapToDouble(w -> w).sum();
      if (sum == 0) {
        return Double.NaN;
      }
      double present = (double) values.size() / counted;
      boolean lacks = sum < total - 1e-12 * total && Double.isNaN(whenMissing);
      boolean missing =
          policy.fold(
              () -> lacks, minimum -> false, minimum -> present < minimum - 1e-12, () -> lacks);
      if (missing) {
        return Double.NaN;
      }
      double least = values.stream().mapToDouble(x -> x).min().orElseThrow();
      double greatest = values.stream().mapToDouble(x -> x).max().orElseThrow();
      double result = 0;
      for (int i = 0; i < values.size(); i++) {
        double w = weights.get(i) / sum;
        double x = values.get(i);
        result +=
            switch (kind) {
              case ARITHMETIC -> w * x;
              case GEOMETRIC -> w * Math.log(Math.max(x, parameter));
              case HARMONIC -> w / Math.max(x, parameter);
              case POWER -> w * Math.pow(x, parameter);
              case MAXIMUM, MINIMUM, CHOQUET -> 0;
            };
      }
      double mean =
          switch (kind) {
            case ARITHMETIC -> result;
            case GEOMETRIC -> Math.exp(result);
            case HARMONIC -> 1 / result;
            case POWER -> Math.pow(result, 1 / parameter);
            case MAXIMUM -> greatest;
            case MINIMUM -> least;
            case CHOQUET ->
                choquet(codes, values, weights.stream().map(w -> w / sum).toList(), interactions);
          };
      return Math.min(greatest, Math.max(least, mean));
    }

    private double covered(CountryProfile profile, MissingPolicy policy) {
      double covered = 0;
      for (NaiveNode child : children) {
        covered += child.weight() * child.coverage(profile, policy);
      }
      return covered;
    }

    @Override
    public double coverage(CountryProfile profile, MissingPolicy policy) {
      double total = children.stream().mapToDouble(NaiveNode::weight).sum();
      double covered = covered(profile, policy) / total;
      double coveredIfThere = Double.isNaN(value(profile, policy, Double.NaN)) ? 0 : covered;
      return policy.fold(
          () -> coveredIfThere,
          minimum -> coveredIfThere,
          minimum -> coveredIfThere,
          () -> covered);
    }
  }

  /**
   * Choquet's integral by its definition: the steps from each value to the next greater one, each
   * times the capacity of the set of children that reach that high.
   */
  static double choquet(
      List<String> codes,
      List<Double> values,
      List<Double> importance,
      List<Interaction> interactions) {
    List<Integer> ascending = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      ascending.add(i);
    }
    ascending.sort(Comparator.comparing(values::get));
    double integral = 0;
    double before = 0;
    for (int k = 0; k < ascending.size(); k++) {
      List<Integer> above = ascending.subList(k, ascending.size());
      double value = values.get(ascending.get(k));
      integral += (value - before) * capacity(above, codes, importance, interactions);
      before = value;
    }
    return integral;
  }

  /**
   * The capacity of a set, as the sum of the Moebius masses of its members and pairs: the mass of a
   * pair is its interaction, that of a member its importance less half of its interactions.
   */
  private static double capacity(
      List<Integer> set,
      List<String> codes,
      List<Double> importance,
      List<Interaction> interactions) {
    double capacity = 0;
    for (int member : set) {
      capacity += importance.get(member);
    }
    for (Interaction interaction : interactions) {
      int first = codes.indexOf(interaction.first());
      int second = codes.indexOf(interaction.second());
      if (first >= 0 && second >= 0) {
        capacity += set.contains(first) && set.contains(second) ? interaction.strength() : 0;
        capacity -= set.contains(first) ? interaction.strength() / 2 : 0;
        capacity -= set.contains(second) ? interaction.strength() / 2 : 0;
      }
    }
    return capacity;
  }

  /**
   * The tree with other weights by code. An interaction is as strong as the lesser of what its two
   * children weigh within their factor, compared with before.
   */
  static NaiveNode reweighted(NaiveNode node, Map<String, Double> weights) {
    double weight = weights.getOrDefault(node.code(), node.weight());
    if (node instanceof Leaf leaf) {
      return new Leaf(leaf.code, weight, leaf.increasing, leaf.least, leaf.greatest, leaf.formula);
    }
    Group group = (Group) node;
    List<NaiveNode> children =
        group.children.stream().map(child -> reweighted(child, weights)).toList();
    Map<String, Double> before = shares(group.children);
    Map<String, Double> now = shares(children);
    List<Interaction> scaled = new ArrayList<>();
    for (Interaction interaction : group.interactions) {
      double first = now.get(interaction.first()) / before.get(interaction.first());
      double second = now.get(interaction.second()) / before.get(interaction.second());
      scaled.add(
          Interaction.of(
              interaction.first(),
              interaction.second(),
              interaction.strength() == 0 ? 0 : interaction.strength() * Math.min(first, second)));
    }
    return new Group(group.code, weight, group.kind, group.parameter, scaled, children);
  }

  private static Map<String, Double> shares(List<NaiveNode> children) {
    double sum = children.stream().mapToDouble(NaiveNode::weight).sum();
    Map<String, Double> shares = new HashMap<>();
    children.forEach(child -> shares.put(child.code(), child.weight() / sum));
    return shares;
  }

  /** The tree without some leaves, and without groups of which nothing that weighs is left. */
  static Optional<NaiveNode> without(NaiveNode node, Set<String> codes) {
    if (node instanceof Leaf) {
      return codes.contains(node.code()) ? Optional.empty() : Optional.of(node);
    }
    Group group = (Group) node;
    List<NaiveNode> left = new ArrayList<>();
    group.children.forEach(child -> without(child, codes).ifPresent(left::add));
    return left.stream().allMatch(child -> child.weight() == 0)
        ? Optional.empty()
        : Optional.of(
            new Group(
                group.code, group.weight, group.kind, group.parameter, group.interactions, left));
  }

  /**
   * The score of a profile under a policy; NaN if it has too little data. What does not apply to
   * the country is not in the tree.
   */
  static double score(NaiveNode whole, CountryProfile profile, MissingPolicy policy) {
    NaiveNode root = without(whole, profile.notApplicable().keySet()).orElseThrow();
    double value = root.value(profile, policy, Double.NaN);
    return policy.fold(
        () -> value,
        minimum -> root.coverage(profile, policy) < minimum - 1e-12 ? Double.NaN : value,
        minimum -> value,
        () -> (root.value(profile, policy, 0) + root.value(profile, policy, 100)) / 2);
  }
}
