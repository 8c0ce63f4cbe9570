package dev.steppe.sensitivity;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.model.RiskModel;
import dev.steppe.score.BulkScorer;
import dev.steppe.score.Ranking;
import dev.steppe.score.Scorer;
import dev.steppe.uncertainty.MethodChoice;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The mean shift of ranks as a function of choices of method and weights. The dimensions are the
 * choices (as the numbers of alternatives), then by how much each uncertain weight is multiplied.
 */
final class RankProblem implements Problem {

  private final ImmutableList<String> inputs;
  private final List<String> keys = new ArrayList<>();
  private final ImmutableList<MethodChoice> choices;
  private final ImmutableMap<String, Double> fractions;
  private final ModelVariants variants;

  /** {@code [indicator][country]}. */
  private final ImmutableList<CountryProfile> profiles;

  private final double[][] readings;

  private final int[] nominal;

  RankProblem(RankInputs given) {
    this.choices = given.choices();
    this.fractions = given.fractions();
    ImmutableList.Builder<String> names = ImmutableList.builder();
    for (MethodChoice choice : choices) {
      names.add(choice.name());
      keys.add(choice.name());
    }
    if (!fractions.isEmpty()) {
      names.add(ScoreInputs.WEIGHTS);
      fractions.keySet().forEach(code -> keys.add("weight of " + code));
    }
    ImmutableList<String> built = names.build();
    if (built.isEmpty()) {
      throw new IllegalArgumentException(
          "Nothing is uncertain: neither weights nor a choice of method were made uncertain");
    }
    this.inputs = FunctionProblem.distinct(built);
    this.variants =
        new ModelVariants(
            given.model(), choices, ImmutableList.of(), ImmutableSet.of(), given.profiles());
    this.profiles = given.profiles();
    Scorer scorer = Scorer.of(given.model());
    this.readings = new double[given.model().indicators().size()][given.profiles().size()];
    for (int c = 0; c < given.profiles().size(); c++) {
      double[] central = ScoreInputs.of(scorer, given.profiles().get(c)).fixed();
      for (int i = 0; i < central.length; i++) {
        readings[i][c] = central[i];
      }
    }
    this.nominal = ranks(scores(scorer.bulk()));
  }

  @Override
  public String output() {
    return "mean shift of ranks";
  }

  @Override
  public ImmutableList<String> inputs() {
    return inputs;
  }

  @Override
  public int[] dimensionsOf(int input) {
    if (input < choices.size()) {
      return new int[] {input};
    }
    int[] dimensions = new int[fractions.size()];
    for (int d = 0; d < dimensions.length; d++) {
      dimensions[d] = choices.size() + d;
    }
    return dimensions;
  }

  @Override
  public int dimensions() {
    return keys.size();
  }

  @Override
  public String key(int dimension) {
    return keys.get(dimension);
  }

  @Override
  public void transform(int dimension, double[] column, int rows) {
    boolean chosen = dimension < choices.size();
    double fraction = chosen ? 0 : fractions.values().asList().get(dimension - choices.size());
    for (int r = 0; r < rows; r++) {
      column[r] =
          chosen ? choices.get(dimension).at(column[r]) : 1 + fraction * (2 * column[r] - 1);
    }
  }

  @Override
  public Evaluator evaluator() {
    return (columns, rows, outputs) -> {
      for (int r = 0; r < rows; r++) {
        outputs[r] = shift(scores(scorer(columns, r)));
      }
    };
  }

  /** By country; those to whom something does not apply are scored by themselves. */
  private double[] scores(BulkScorer scorer) {
    if (profiles.stream().allMatch(profile -> profile.notApplicable().isEmpty())) {
      return scorer.score(readings);
    }
    double[] scores = new double[profiles.size()];
    for (int c = 0; c < scores.length; c++) {
      scorer
          .withNotApplicable(profiles.get(c).notApplicable().keySet())
          .score(readings, c, c + 1, scores, c);
    }
    return scores;
  }

  private BulkScorer scorer(double[][] columns, int row) {
    int variant = variants.number(columns, 0, row);
    if (fractions.isEmpty()) {
      return variants.scorer(variant);
    }
    RiskModel model = variants.model(variant);
    ImmutableMap.Builder<String, Double> weights = ImmutableMap.builder();
    int d = choices.size();
    for (Map.Entry<String, Double> each : fractions.entrySet()) {
      weights.put(each.getKey(), model.node(each.getKey()).weight() * columns[d++][row]);
    }
    return Scorer.of(model.reweighted(weights.buildOrThrow())).bulk();
  }

  /** NaN if a country has too little data for a score. */
  private double shift(double[] scores) {
    double sum = 0;
    int[] ranks = ranks(scores);
    for (int c = 0; c < scores.length; c++) {
      sum += Double.isNaN(scores[c]) ? Double.NaN : Math.abs(ranks[c] - nominal[c]);
    }
    return sum / scores.length;
  }

  private static int[] ranks(double[] scores) {
    int[] ranks = new int[scores.length];
    for (int c = 0; c < ranks.length; c++) {
      ranks[c] = 1;
      for (double other : scores) {
        ranks[c] += Ranking.compareScores(other, scores[c]) > 0 ? 1 : 0;
      }
    }
    return ranks;
  }

  @Override
  public String describe(double[][] columns, int row) {
    return FunctionProblem.describe(keys, columns, row);
  }
}
