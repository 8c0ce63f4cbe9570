package dev.steppe.sensitivity;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.steppe.internal.math.GammaQuantile;
import dev.steppe.sensitivity.ScoreInputs.UncertainReading;
import dev.steppe.uncertainty.MethodChoice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A score as a function of its uncertain inputs. The dimensions are the uncertain readings, then
 * the choices of method (as the numbers of alternatives), then one gamma variable for each weight.
 */
final class ScoreProblem implements Problem {

  private final ScoreInputs given;
  private final ImmutableList<String> inputs;
  private final List<String> keys = new ArrayList<>();
  private final List<GammaQuantile> gammas = new ArrayList<>();
  private final ModelVariants variants;
  private final int firstChoice;
  private final int firstWeight;

  ScoreProblem(ScoreInputs given) {
    this.given = given;
    ImmutableList.Builder<String> names = ImmutableList.builder();
    for (UncertainReading reading : given.readings()) {
      names.add(reading.code());
      keys.add(reading.code());
    }
    firstChoice = keys.size();
    for (MethodChoice choice : given.choices()) {
      names.add(choice.name());
      keys.add(choice.name());
    }
    firstWeight = keys.size();
    if (given.hasWeights()) {
      names.add(ScoreInputs.WEIGHTS);
      double[] alphas = given.alphas();
      for (int i = 0; i < alphas.length; i++) {
        if (alphas[i] > 0) {
          gammas.add(new GammaQuantile(alphas[i]));
          keys.add("weight of " + given.model().indicators().get(i).code() + " before rescaling");
        }
      }
    }
    ImmutableList<String> built = names.build();
    if (built.isEmpty()) {
      throw new IllegalArgumentException(
          "Nothing is uncertain: all readings are exact, and neither weights nor a choice of method"
              + " were made uncertain");
    }
    this.inputs = FunctionProblem.distinct(built);
    this.variants =
        new ModelVariants(
            given.model(),
            given.choices(),
            given
                .profile()
                .map(profile -> profile.notApplicable().keySet())
                .orElse(ImmutableSet.of()),
            given.profile().map(ImmutableList::of).orElse(ImmutableList.of()));
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
    if (input < firstWeight) {
      return new int[] {input};
    }
    int[] dimensions = new int[gammas.size()];
    for (int d = 0; d < dimensions.length; d++) {
      dimensions[d] = firstWeight + d;
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
    for (int r = 0; r < rows; r++) {
      column[r] =
          dimension < firstChoice
              ? given.readings().get(dimension).estimate().inverseCdf(column[r])
              : dimension < firstWeight
                  ? given.choices().get(dimension - firstChoice).at(column[r])
                  : gammas.get(dimension - firstWeight).at(column[r]);
    }
  }

  @Override
  public Evaluator evaluator() {
    return new ScoreEvaluator(given, variants);
  }

  @Override
  public String describe(double[][] columns, int row) {
    return FunctionProblem.describe(keys, columns, row);
  }

  @Override
  public Optional<SobolIndices> closedForm() {
    return given.choices().isEmpty() ? ScoreForm.of(given, variants.nominal()) : Optional.empty();
  }
}
