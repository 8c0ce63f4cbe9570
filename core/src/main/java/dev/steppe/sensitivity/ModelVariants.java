package dev.steppe.sensitivity;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.internal.kernel.JudgedModel;
import dev.steppe.internal.kernel.JudgedReading;
import dev.steppe.internal.kernel.SharedChange;
import dev.steppe.model.Node;
import dev.steppe.model.RiskModel;
import dev.steppe.score.BulkScorer;
import dev.steppe.score.Scorer;
import dev.steppe.uncertainty.MethodChoice;
import dev.steppe.uncertainty.SharedJudgement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The model under every combination of choices of method. Where judgements are shared, what depends
 * on them has its values in the place of its readings, as {@link JudgedModel} makes them.
 */
final class ModelVariants {

  /** With more combinations than this, hardly any would be met more than once. */
  private static final int MOST = 4096;

  private final RiskModel original;
  private final ImmutableList<MethodChoice> choices;
  private final ImmutableList<SharedJudgement> judgements;

  /** The codes of what does not apply to whom the scorers score. */
  private final Set<String> notApplicable;

  private final List<RiskModel> models = new ArrayList<>();
  private final List<BulkScorer> scorers = new ArrayList<>();

  /** By variant, and by profile: what depends on judgements, by indicator. */
  private final List<List<@Nullable JudgedReading[]>> judged = new ArrayList<>();

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
      ImmutableList<SharedJudgement> judgements,
      Set<String> notApplicable,
      ImmutableList<CountryProfile> profiles) {
    this.original = original;
    this.notApplicable = notApplicable;
    this.choices = choices;
    this.judgements = judgements;
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
      Scorer.of(model).scoreAll(profiles);
      add(JudgedModel.of(model, changes()), profiles);
    } catch (IllegalArgumentException fault) {
      throw made.isEmpty()
          ? fault
          : new IllegalArgumentException("With " + made + ": " + fault.getMessage(), fault);
    }
  }

  private void add(JudgedModel variant, ImmutableList<CountryProfile> profiles) {
    models.add(variant.plain());
    scorers.add(Scorer.of(variant.plain()).bulk().withNotApplicable(notApplicable));
    List<@Nullable JudgedReading[]> readings = new ArrayList<>();
    for (CountryProfile profile : profiles) {
      readings.add(variant.readings(profile, true));
    }
    judged.add(readings);
  }

  private ImmutableList<SharedChange> changes() {
    ImmutableList.Builder<SharedChange> changes = ImmutableList.builder();
    for (SharedJudgement judgement : judgements) {
      changes.add(
          new SharedChange(
              judgement.name(),
              judgement.indicators(),
              judgement.values().length(),
              judgement::apply,
              judgement::apply));
    }
    return changes.build();
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

  /** What depends on judgements in a variant, of the first profile; null where nothing does. */
  @Nullable JudgedReading judged(int variant, int indicator) {
    return judged.get(variant).isEmpty() ? null : judged.get(variant).get(0)[indicator];
  }

  /** Whether a reading is drawn in some variant, where what it becomes depends on judgements. */
  boolean isDrawn(int indicator) {
    for (int v = 0; v < count(); v++) {
      @Nullable JudgedReading reading = judged(v, indicator);
      if (reading != null && reading.isDrawn()) {
        return true;
      }
    }
    return false;
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
