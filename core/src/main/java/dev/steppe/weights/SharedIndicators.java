package dev.steppe.weights;

import com.google.common.collect.ImmutableList;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.model.Criterion;
import dev.steppe.model.Node;
import dev.steppe.model.RiskModel;
import dev.steppe.score.Scorer;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A model cut down to the indicators of which all of some countries have readings, so that their
 * weights can be moved together.
 *
 * <p>What anyone lacks gets the weight 0, for everyone; its weight goes to the others of its
 * factor, as {@link dev.steppe.model.MissingPolicy#reweight} does for the country that lacks it. So
 * the scores are <em>not</em> those of the whole model for a country that has the reading.
 *
 * <pre>{@code
 * SharedIndicators shared = SharedIndicators.of(scorer, List.of(aland, bland));
 * WeightFlip.of(shared.scorer(), aland, bland);
 * shared.leftOut();                                // the codes that one of them lacks
 * }</pre>
 *
 * @since 0.1
 */
public final class SharedIndicators {

  private final Scorer scorer;
  private final ImmutableList<String> leftOut;

  private SharedIndicators(Scorer scorer, ImmutableList<String> leftOut) {
    this.scorer = scorer;
    this.leftOut = leftOut;
  }

  /**
   * Finds what the profiles share.
   *
   * @param scorer of the whole model
   * @throws IllegalArgumentException if there is no indicator with a weight that all have
   */
  public static SharedIndicators of(Scorer scorer, Iterable<CountryProfile> profiles) {
    RiskModel model = scorer.model();
    ImmutableList.Builder<String> lacking = ImmutableList.builder();
    for (Criterion criterion : model.criteria()) {
      if (model.effectiveWeight(criterion.code()) > 0) {
        for (CountryProfile profile : profiles) {
          if (profile.estimate(criterion.code()).isEmpty()) {
            lacking.add(criterion.code());
            break;
          }
        }
      }
    }
    ImmutableList<String> leftOut = lacking.build();
    Map<String, Double> zeros = new LinkedHashMap<>();
    if (!cut(model.root(), leftOut, zeros)) {
      throw new IllegalArgumentException(
          "The profiles have no indicator of model '" + model.name() + "' in common");
    }
    return new SharedIndicators(Scorer.of(model.withWeights(zeros)), leftOut);
  }

  /**
   * Takes the weight from what is lacking, and from a factor of which nothing is left: its children
   * keep theirs, since they cannot all be 0.
   *
   * @return whether anything of weight is left
   */
  private static boolean cut(Node node, ImmutableList<String> lacking, Map<String, Double> zeros) {
    boolean left = node.weight() > 0 && !lacking.contains(node.code());
    if (!node.isLeaf()) {
      Map<String, Double> below = new LinkedHashMap<>();
      boolean any = false;
      for (Node child : node.children()) {
        any |= cut(child, lacking, below);
      }
      if (any) {
        zeros.putAll(below);
      }
      left &= any;
    }
    if (!left) {
      zeros.put(node.code(), 0.0);
    }
    return left;
  }

  /** The scorer of the model in which only what all have has a weight. */
  public Scorer scorer() {
    return scorer;
  }

  /** The codes of the indicators that lost their weight, in the order of the model. */
  public ImmutableList<String> leftOut() {
    return leftOut;
  }

  @Override
  public String toString() {
    return leftOut.isEmpty()
        ? "All indicators are shared"
        : "Without " + String.join(", ", leftOut);
  }
}
