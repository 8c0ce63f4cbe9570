package dev.steppe.sensitivity;

import com.google.common.collect.ImmutableList;
import dev.steppe.internal.kernel.JudgedReading;
import dev.steppe.score.BulkScorer;
import dev.steppe.sensitivity.ScoreInputs.UncertainReading;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Scores columns of inputs: all rows of a variant of the model at once, if weights are known. */
final class ScoreEvaluator implements Problem.Evaluator {

  /** Mixed samples take weights and choices from two rows each, so few scorers serve a row. */
  private static final int KEPT = 4;

  private final ScoreInputs inputs;
  private final ImmutableList<UncertainReading> uncertain;
  private final ModelVariants variants;
  private final int firstChoice;
  private final int firstJudgement;
  private final int firstWeight;

  /** By indicator, the numbers of the judgements that it depends on. */
  private final int[][] judgements;

  private final double[] fixed;
  private final double[] alphas;
  private @Nullable Kept[][] kept = new @Nullable Kept[0][];

  ScoreEvaluator(
      ScoreInputs inputs, ImmutableList<UncertainReading> uncertain, ModelVariants variants) {
    this.inputs = inputs;
    this.uncertain = uncertain;
    this.variants = variants;
    this.firstChoice = uncertain.size();
    this.firstJudgement = firstChoice + inputs.choices().size();
    this.firstWeight = firstJudgement + inputs.judgements().size();
    this.judgements = new int[inputs.model().indicators().size()][];
    for (int i = 0; i < judgements.length; i++) {
      String code = inputs.model().indicators().get(i).code();
      judgements[i] =
          IntStream.range(0, inputs.judgements().size())
              .filter(j -> inputs.judgements().get(j).indicators().contains(code))
              .toArray();
    }
    this.fixed = inputs.fixed();
    this.alphas = inputs.hasWeights() ? inputs.alphas() : new double[0];
  }

  /** A scorer with the weights that it was made for. */
  private static final class Kept {
    private final int variant;
    private final double[] weights;
    private final BulkScorer scorer;

    Kept(int variant, double[] weights, BulkScorer scorer) {
      this.variant = variant;
      this.weights = weights;
      this.scorer = scorer;
    }

    boolean isFor(int variant, double[] weights) {
      return this.variant == variant && Arrays.equals(this.weights, weights);
    }
  }

  @Override
  public void evaluate(double[][] columns, int rows, double[] outputs) {
    double[][] readings = readings(columns, rows);
    if (inputs.hasWeights()) {
      for (int r = 0; r < rows; r++) {
        scorer(columns, r).score(readings, r, r + 1, outputs, r);
      }
    } else if (variants.count() == 1) {
      variants.nominal().score(readings, 0, rows, outputs, 0);
    } else {
      byVariant(columns, readings, rows, outputs);
    }
  }

  private double[][] readings(double[][] columns, int rows) {
    int length = columns.length == 0 ? rows : columns[0].length;
    double[][] readings = new double[fixed.length][];
    for (int d = 0; d < firstChoice; d++) {
      readings[uncertain.get(d).indicator()] = columns[d];
    }
    for (int i = 0; i < fixed.length; i++) {
      if (Objects.isNull(readings[i])) {
        readings[i] = new double[length];
        Arrays.fill(readings[i], fixed[i]);
      }
      if (judgements[i].length > 0) {
        readings[i] = values(i, readings[i], columns, rows);
      }
    }
    return readings;
  }

  /** The values that an indicator has, which depends on judgements; NaN if it has no reading. */
  private double[] values(int indicator, double[] probabilities, double[][] columns, int rows) {
    double[] values = new double[probabilities.length];
    int[] levels = new int[judgements[indicator].length];
    for (int r = 0; r < rows; r++) {
      @Nullable JudgedReading reading =
          variants.judged(variants.number(columns, firstChoice, r), indicator);
      for (int j = 0; j < levels.length; j++) {
        levels[j] = (int) columns[firstJudgement + judgements[indicator][j]][r];
      }
      values[r] =
          reading == null
              ? Double.NaN
              : reading.value(reading.combination(levels), probabilities[r]);
    }
    return values;
  }

  private void byVariant(double[][] columns, double[][] readings, int rows, double[] outputs) {
    int[] members = new int[rows];
    for (int v = 0; v < variants.count(); v++) {
      int count = 0;
      for (int r = 0; r < rows; r++) {
        if (variants.number(columns, firstChoice, r) == v) {
          members[count++] = r;
        }
      }
      double[][] gathered = new double[readings.length][count];
      for (int i = 0; i < readings.length; i++) {
        for (int m = 0; m < count; m++) {
          gathered[i][m] = readings[i][members[m]];
        }
      }
      double[] scores = variants.scorer(v).score(gathered);
      for (int m = 0; m < count; m++) {
        outputs[members[m]] = scores[m];
      }
    }
  }

  private BulkScorer scorer(double[][] columns, int row) {
    double[] weights = new double[alphas.length];
    double sum = 0;
    int at = firstWeight;
    for (int i = 0; i < weights.length; i++) {
      weights[i] = alphas[i] > 0 ? columns[at++][row] : 0;
      sum += weights[i];
    }
    for (int i = 0; i < weights.length; i++) {
      weights[i] /= sum;
    }
    int variant = variants.number(columns, firstChoice, row);
    if (kept.length <= row) {
      kept = Arrays.copyOf(kept, columns[0].length);
    }
    @Nullable Kept @Nullable [] known = kept[row];
    if (known == null) {
      known = new @Nullable Kept[KEPT];
      kept[row] = known;
    }
    for (@Nullable Kept each : known) {
      if (each != null && each.isFor(variant, weights)) {
        return each.scorer;
      }
    }
    System.arraycopy(known, 0, known, 1, KEPT - 1);
    Kept made = new Kept(variant, weights, variants.weighted(variant, weights));
    known[0] = made;
    return made.scorer;
  }
}
