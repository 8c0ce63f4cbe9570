package dev.steppe.sensitivity;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.model.Node;
import dev.steppe.model.RiskModel;
import dev.steppe.score.BulkScorer;
import dev.steppe.score.Scorer;
import dev.steppe.uncertainty.MethodChoice;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The model under every combination of choices of method. */
final class ModelVariants {

  /** With more combinations than this, hardly any would be met more than once. */
  private static final int MOST = 4096;

  private final RiskModel original;
  private final ImmutableList<MethodChoice> choices;

  /** The codes of what does not apply to whom the scorers score. */
  private final Set<String> notApplicable;

  private final List<RiskModel> models = new ArrayList<>();
  private final List<BulkScorer> scorers = new ArrayList<>();
  private final int[] strides;

  /**
   * All variants.
   *
   * @param notApplicable the codes of what does not apply to whom the scorers score
   * @param profiles must have a score under each
   */
  ModelVariants(
      RiskModel original,
      ImmutableList<MethodChoice> choices,
      Set<String> notApplicable,
      ImmutableList<CountryProfile> profiles) {
    this.original = original;
    this.notApplicable = notApplicable;
    this.choices = choices;
    strides = new int[choices.size()];
    long count = 1;
    for (int c = 0; c < strides.length; c++) {
      strides[c] = (int) count;
      count *= choices.get(c).alternatives().size();
      if (count > MOST) {
        throw new IllegalArgumentException(
            "Choices of method may have at most " + MOST + " combinations, but have more");
      }
    }
    for (int v = 0; v < count; v++) {
      add(v, profiles);
    }
  }

  private void add(int variant, ImmutableList<CountryProfile> profiles) {
    RiskModel model = original;
    List<String> made = new ArrayList<>();
    try {
      for (int c = 0; c < strides.length; c++) {
        MethodChoice choice = choices.get(c);
        int alternative = variant / strides[c] % choice.alternatives().size();
        made.add(choice.name() + " = " + choice.alternatives().get(alternative));
        model = choice.apply(alternative, model);
      }
      if (!codes(model).equals(codes(original))) {
        throw new IllegalArgumentException(
            "a change must keep the indicators, but they became " + codes(model));
      }
      Scorer scorer = Scorer.of(model);
      scorer.scoreAll(profiles);
      models.add(model);
      scorers.add(scorer.bulk().withNotApplicable(notApplicable));
    } catch (IllegalArgumentException fault) {
      throw made.isEmpty()
          ? fault
          : new IllegalArgumentException("With " + made + ": " + fault.getMessage(), fault);
    }
  }

  private static List<String> codes(RiskModel model) {
    return model.indicators().stream().map(indicator -> indicator.code()).toList();
  }

  int count() {
    return models.size();
  }

  /** The number of a variant by the alternatives of its choices, in their order. */
  int number(double[][] columns, int firstChoice, int row) {
    int number = 0;
    for (int c = 0; c < strides.length; c++) {
      number += strides[c] * (int) columns[firstChoice + c][row];
    }
    return number;
  }

  RiskModel model(int variant) {
    return models.get(variant);
  }

  BulkScorer scorer(int variant) {
    return scorers.get(variant);
  }

  BulkScorer nominal() {
    return scorers.get(0);
  }

  /**
   * A variant with other weights of the indicators over the whole tree: that of a factor is the sum
   * of those below it. Whatever weighs nothing goes on to do so, and interactions go with weights.
   */
  BulkScorer weighted(int variant, double[] weights) {
    RiskModel model = models.get(variant);
    ImmutableMap.Builder<String, Double> byCode = ImmutableMap.builder();
    collect(model, model.root(), weights, new int[1], byCode);
    return Scorer.of(model.reweighted(byCode.build())).bulk().withNotApplicable(notApplicable);
  }

  private static double collect(
      RiskModel model,
      Node node,
      double[] weights,
      int[] next,
      ImmutableMap.Builder<String, Double> byCode) {
    double weight = 0;
    if (node.isLeaf()) {
      weight = weights[next[0]++];
    } else {
      for (Node child : node.children()) {
        weight += collect(model, child, weights, next, byCode);
      }
    }
    if (model.effectiveWeight(node.code()) > 0) {
      byCode.put(node.code(), weight);
    }
    return weight;
  }
}
