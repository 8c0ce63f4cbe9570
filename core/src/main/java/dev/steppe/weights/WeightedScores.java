package dev.steppe.weights;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.steppe.internal.Text;
import dev.steppe.model.Criterion;
import dev.steppe.model.Factor;
import dev.steppe.model.Node;
import dev.steppe.model.RiskModel;
import dev.steppe.score.NodeScore;
import dev.steppe.score.Scorecard;
import dev.steppe.score.Scorer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Scores as a linear function of weights: {@code score = sum(weight_k * corner_k)} over weights
 * that are at least 0 and sum to 1, where corner k is the score when k has all the weight.
 *
 * <p>With missing readings that holds only if every country lacks the same ones, since each would
 * else have weights of its own. What all of them lack is left out and keeps the weight 0.
 */
final class WeightedScores {

  private final ImmutableList<Scorecard> cards;
  private final @Nullable Factor within;
  private final ImmutableList<Node> nodes;
  private final ImmutableList<Node> leftOut;
  private final double[] weights;
  private final double[][] corners;

  private WeightedScores(
      ImmutableList<Scorecard> cards,
      @Nullable Factor within,
      List<Node> nodes,
      List<Node> leftOut,
      List<Map<String, NodeScore>> scores) {
    this.cards = cards;
    this.within = within;
    this.nodes = ImmutableList.copyOf(nodes);
    this.leftOut = ImmutableList.copyOf(leftOut);
    this.weights = new double[nodes.size()];
    this.corners = new double[cards.size()][nodes.size()];
    for (int k = 0; k < weights.length; k++) {
      String code = nodes.get(k).code();
      NodeScore first = score(scores.get(0), code);
      weights[k] = within == null ? first.effectiveWeight() : first.weight();
      @Nullable Scorer alone = null;
      for (int c = 0; c < corners.length; c++) {
        NodeScore score = score(scores.get(c), code);
        if (score.value().isPresent()) {
          corners[c][k] = cornerOf(cards.get(c), scores.get(c), score.value().getAsDouble());
        } else {
          // What a missing reading counts as is for the scorer to say.
          alone = alone == null ? Scorer.of(vector(corner(k)).model()) : alone;
          corners[c][k] = alone.score(cards.get(c).profile()).value();
        }
      }
    }
  }

  /** The score if the value took the place of the factor's; the value itself at the top. */
  private double cornerOf(Scorecard card, Map<String, NodeScore> scores, double value) {
    if (within == null || within.code().equals(card.model().name())) {
      return value;
    }
    NodeScore factor = score(scores, within.code());
    return factor.effectiveWeight() == 0
        ? card.value()
        : card.value() + factor.effectiveWeight() * (value - factor.value().orElseThrow());
  }

  private double[] corner(int k) {
    double[] corner = new double[weights.length];
    corner[k] = 1;
    return corner;
  }

  /**
   * The scores as a function of the effective weights of the indicators.
   *
   * @throws IllegalArgumentException if the model is not additive, the scorecards come from
   *     different models or lack different readings, or less than two indicators are left
   */
  static WeightedScores ofIndicators(ImmutableList<Scorecard> cards) {
    RiskModel model = commonModel(cards);
    List<Node> candidates = new ArrayList<>();
    for (Criterion criterion : model.criteria()) {
      candidates.add(criterion);
    }
    checkAdditive(
        model.factors(),
        "Weights of indicators can move only in an additive model",
        "Maybe ask for the weights within one factor that is additive.");
    return of(cards, null, candidates);
  }

  /**
   * The scores as a function of the shares of a factor's children.
   *
   * @throws IllegalArgumentException as above, where only the factor and those above it have to be
   *     additive; or if there is no such factor
   */
  static WeightedScores within(ImmutableList<Scorecard> cards, String code) {
    RiskModel model = commonModel(cards);
    Factor factor = model.factor(code);
    if (model.effectiveWeight(code) == 0) {
      throw new IllegalArgumentException(
          "Weights within factor '" + code + "' move no score, since the factor has no weight");
    }
    checkAdditive(
        model.factors().stream().filter(above -> holds(above, code)).toList(),
        "Weights within factor '"
            + code
            + "' can move only if it and the factors above it are"
            + " additive",
        "");
    return of(cards, factor, factor.children());
  }

  private static RiskModel commonModel(ImmutableList<Scorecard> cards) {
    Scorecard first = cards.get(0);
    for (Scorecard card : cards) {
      // Refuses scorecards of different models.
      first = first.compareWith(card).first();
    }
    return first.model();
  }

  /** Whether a code is that of a node, or of one below it. */
  private static boolean holds(Node node, String code) {
    return node.code().equals(code)
        || node.children().stream().anyMatch(child -> holds(child, code));
  }

  private static void checkAdditive(Iterable<Factor> factors, String what, String hint) {
    List<String> others = new ArrayList<>();
    for (Factor factor : factors) {
      if (!factor.aggregation().isAdditive()) {
        others.add("'" + factor.code() + "' is " + factor.aggregation());
      }
    }
    if (!others.isEmpty()) {
      throw new IllegalArgumentException(
          (what + ", but factor " + String.join(", ", others) + ". " + hint).strip());
    }
  }

  private static WeightedScores of(
      ImmutableList<Scorecard> cards, @Nullable Factor within, List<Node> candidates) {
    List<Map<String, NodeScore>> scores = new ArrayList<>();
    for (Scorecard card : cards) {
      Map<String, NodeScore> byCode = new LinkedHashMap<>();
      card.nodes().forEach(node -> byCode.put(node.code(), node));
      scores.add(byCode);
    }
    List<Node> nodes = new ArrayList<>();
    List<Node> leftOut = new ArrayList<>();
    List<String> gaps = new ArrayList<>();
    for (Node node : candidates) {
      List<String> without = new ArrayList<>();
      for (int c = 0; c < scores.size(); c++) {
        if (!counts(cards.get(c).model(), within, score(scores.get(c), node.code()))) {
          String who = cards.get(c).country().toString();
          boolean applies = score(scores.get(c), node.code()).isApplicable();
          without.add(applies ? who : who + " (not applicable)");
        }
      }
      boolean unweighed = weightOf(cards.get(0).model(), within, node.code()) == 0;
      if (without.isEmpty()) {
        nodes.add(node);
      } else if (without.size() == scores.size() || unweighed) {
        leftOut.add(node);
      } else {
        gaps.add("'" + node.code() + "' for " + String.join(", ", without));
      }
    }
    checkGaps(cards.get(0).model(), gaps);
    if (nodes.size() < 2) {
      throw new IllegalArgumentException(
          "Weights can move only between two or more "
              + (within == null ? "indicators" : "children of factor '" + within.code() + "'")
              + " with data, but there is "
              + (nodes.isEmpty() ? "none" : "only '" + nodes.get(0).code() + "'"));
    }
    return new WeightedScores(cards, within, nodes, leftOut, scores);
  }

  private static void checkGaps(RiskModel model, List<String> gaps) {
    if (!gaps.isEmpty()) {
      throw new IllegalArgumentException(
          Text.of(
              "Under %s countries that lack different readings have different weights,"
                  + " so that no one weight can move for all of them. Missing are %s. Maybe"
                  + " leave these out (SharedIndicators), move the weights of one factor's"
                  + " children only, or use MissingPolicy.bound().",
              model.missing(), String.join("; ", gaps)));
    }
  }

  /**
   * Whether a node enters the score, or would if it had a weight. A factor without weight has a
   * value from what data there are; with a weight, other policies than to reweight ask for more.
   */
  private static boolean counts(RiskModel model, @Nullable Factor within, NodeScore score) {
    if (weightOf(model, within, score.code()) == 0) {
      return score.value().isPresent()
          && (model.missing().reweights() || score.coverage() > 1 - 1e-12);
    }
    return within == null ? score.effectiveWeight() > 0 : score.weight() > 0;
  }

  private static double weightOf(RiskModel model, @Nullable Factor within, String code) {
    return within == null ? model.effectiveWeight(code) : model.node(code).weight();
  }

  private static NodeScore score(Map<String, NodeScore> scores, String code) {
    NodeScore score = scores.get(code);
    if (score == null) {
      throw new AssertionError(code);
    }
    return score;
  }

  ImmutableList<Scorecard> cards() {
    return cards;
  }

  /** What is weighed, in the order of the model. */
  ImmutableList<Node> nodes() {
    return nodes;
  }

  /** What has no data in any country, or no weight and no data in some; it keeps the weight 0. */
  ImmutableList<Node> leftOut() {
    return leftOut;
  }

  RiskModel model() {
    return cards.get(0).model();
  }

  int size() {
    return weights.length;
  }

  /** The weights as they are. */
  double[] weights() {
    return weights.clone();
  }

  /** The position of a code among the weights; -1 if it is not weighed. */
  int indexOf(String code) {
    for (int k = 0; k < nodes.size(); k++) {
      if (nodes.get(k).code().equals(code)) {
        return k;
      }
    }
    return -1;
  }

  /** The score of a country when k has all the weight. */
  double corner(int country, int k) {
    return corners[country][k];
  }

  /** First minus second, when each has all the weight in turn. */
  double[] difference(int first, int second) {
    double[] difference = new double[weights.length];
    for (int k = 0; k < difference.length; k++) {
      difference[k] = corners[first][k] - corners[second][k];
    }
    return difference;
  }

  /** The weights as a result, with the model that has them. */
  WeightVector vector(double[] weights) {
    ImmutableMap.Builder<String, Double> byCode = ImmutableMap.builder();
    double whole = within == null ? 1 : model().effectiveWeight(within.code());
    for (int k = 0; k < weights.length; k++) {
      // A weight that no model takes is a rounding error of what was to be 0.
      byCode.put(nodes.get(k).code(), whole * weights[k] < 1e-300 ? 0 : weights[k]);
    }
    return within == null
        ? WeightVector.ofIndicators(model(), byCode.buildOrThrow())
        : WeightVector.ofChildren(model(), within, byCode.buildOrThrow());
  }

  /** {@code indicators}, {@code parts of the whole}, or {@code parts of "Exposure"}. */
  String whose() {
    if (within == null) {
      return "indicators";
    }
    boolean isWhole = within.code().equals(model().root().code());
    return "parts of " + (isWhole ? "the whole" : "\"" + within.name() + "\"");
  }
}
