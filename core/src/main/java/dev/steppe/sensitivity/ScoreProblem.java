package dev.steppe.sensitivity;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.steppe.evidence.Estimate;
import dev.steppe.internal.math.GammaQuantile;
import dev.steppe.sensitivity.ScoreInputs.UncertainReading;
import dev.steppe.uncertainty.MethodChoice;
import dev.steppe.uncertainty.SharedJudgement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/**
 * A score as a function of its uncertain inputs. The dimensions are the uncertain readings, then
 * the choices of method (as the numbers of alternatives), then the judgements (as the numbers of
 * levels), then one gamma variable for each weight. A reading that depends on judgements is drawn
 * as a probability, since what it is at one depends on them.
 */
final class ScoreProblem implements Problem {

  private final ScoreInputs given;
  private final ImmutableList<String> inputs;

  /** By input. */
  private final List<int[]> dimensions = new ArrayList<>();

  private final List<String> keys = new ArrayList<>();
  private final List<DoubleUnaryOperator> quantiles = new ArrayList<>();
  private final ModelVariants variants;
  private final ImmutableList<UncertainReading> readings;

  ScoreProblem(ScoreInputs given) {
    this.given = given;
    this.variants =
        new ModelVariants(
            given.model(),
            given.choices(),
            given.judgements(),
            given
                .profile()
                .map(profile -> profile.notApplicable().keySet())
                .orElse(ImmutableSet.of()),
            given.profile().map(ImmutableList::of).orElse(ImmutableList.of()));
    this.readings = readings(given, variants);
    ImmutableList.Builder<String> names = ImmutableList.builder();
    for (UncertainReading reading : readings) {
      if (!given.areReadingsTogether()) {
        names.add(reading.code());
        dimensions.add(new int[] {keys.size()});
      }
      add(reading.code(), quantile(reading));
    }
    if (given.areReadingsTogether() && !readings.isEmpty()) {
      names.add(ScoreInputs.READINGS);
      dimensions.add(IntStream.range(0, keys.size()).toArray());
    }
    for (MethodChoice choice : given.choices()) {
      names.add(choice.name());
      dimensions.add(new int[] {keys.size()});
      add(choice.name(), choice::at);
    }
    for (SharedJudgement judgement : given.judgements()) {
      names.add(judgement.name());
      dimensions.add(new int[] {keys.size()});
      add(judgement.name(), judgement::at);
    }
    if (given.hasWeights()) {
      int first = keys.size();
      double[] alphas = given.alphas();
      for (int i = 0; i < alphas.length; i++) {
        if (alphas[i] > 0) {
          add(
              "weight of " + given.model().indicators().get(i).code() + " before rescaling",
              new GammaQuantile(alphas[i])::at);
        }
      }
      names.add(ScoreInputs.WEIGHTS);
      dimensions.add(IntStream.range(first, keys.size()).toArray());
    }
    ImmutableList<String> built = names.build();
    if (built.isEmpty()) {
      throw new IllegalArgumentException(
          "Nothing is uncertain: all readings are exact, and no weights, choice of method or judgement"
              + " were made uncertain");
    }
    this.inputs = FunctionProblem.distinct(built);
  }

  private void add(String key, DoubleUnaryOperator quantile) {
    keys.add(key);
    quantiles.add(quantile);
  }

  private DoubleUnaryOperator quantile(UncertainReading reading) {
    return variants.isDrawn(reading.indicator())
        ? probability -> probability
        : reading.estimate()::inverseCdf;
  }

  /** Those that are drawn, whatever is judged. */
  private static ImmutableList<UncertainReading> readings(
      ScoreInputs given, ModelVariants variants) {
    ImmutableList.Builder<UncertainReading> readings = ImmutableList.builder();
    for (UncertainReading reading : given.readings()) {
      if (variants.judged(0, reading.indicator()) == null) {
        readings.add(reading);
      }
    }
    for (int i = 0; i < given.model().indicators().size(); i++) {
      if (variants.isDrawn(i)) {
        String code = given.model().indicators().get(i).code();
        readings.add(new UncertainReading(i, code, Estimate.exact(given.fixed()[i])));
      }
    }
    return readings.build();
  }

  @Override
  public String output() {
    return "score";
  }

  @Override
  public ImmutableList<String> inputs() {
    return inputs;
  }

  @Override
  public int[] dimensionsOf(int input) {
    return dimensions.get(input).clone();
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
    DoubleUnaryOperator quantile = quantiles.get(dimension);
    for (int r = 0; r < rows; r++) {
      column[r] = quantile.applyAsDouble(column[r]);
    }
  }

  @Override
  public Evaluator evaluator() {
    return new ScoreEvaluator(given, readings, variants);
  }

  @Override
  public String describe(double[][] columns, int row) {
    return FunctionProblem.describe(keys, columns, row);
  }

  @Override
  public Optional<SobolIndices> closedForm() {
    boolean plain =
        given.choices().isEmpty() && given.judgements().isEmpty() && !given.areReadingsTogether();
    return plain ? ScoreForm.of(given, variants.nominal()) : Optional.empty();
  }
}
