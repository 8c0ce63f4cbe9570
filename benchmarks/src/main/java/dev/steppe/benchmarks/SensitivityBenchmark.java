package dev.steppe.benchmarks;

import com.google.common.collect.ImmutableList;
import dev.steppe.model.Aggregation;
import dev.steppe.score.Scorer;
import dev.steppe.sensitivity.ScoreInputs;
import dev.steppe.sensitivity.SensitivityAnalysis;
import dev.steppe.sensitivity.ShapleyEffects;
import dev.steppe.sensitivity.SobolIndices;
import dev.steppe.sensitivity.UncertainInput;
import dev.steppe.uncertainty.WeightUncertainty;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What drives a score of 12 indicators in 3 factors: Sobol indices with 100 bootstrap samples on
 * one thread, by sampling and by closed form, and of a plain function for comparison.
 *
 * <pre>
 * ./mvnw -q -pl benchmarks -am -DskipTests package
 * java -jar benchmarks/target/benchmarks.jar SensitivityBenchmark
 * </pre>
 *
 * <p>A smoke run of a second:
 *
 * <pre>
 * java -jar benchmarks/target/benchmarks.jar SensitivityBenchmark.sobol -p rows=1024 -f 1 -wi 0 -i 1 -r 1
 * </pre>
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(3)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@State(Scope.Benchmark)
public class SensitivityBenchmark {

  private static final int FACTORS = 3;
  private static final int INDICATORS = 12;

  /** Each row takes 14 scores for first-order and total indices. */
  @Param("16384")
  int rows;

  private SensitivityAnalysis additive;
  private SensitivityAnalysis geometric;
  private SensitivityAnalysis weighted;
  private SensitivityAnalysis function;

  /** Makes models and inputs. */
  @Setup
  public void prepare() {
    additive = settings(SensitivityAnalysis.of(inputs(Aggregation.arithmetic())));
    geometric = settings(SensitivityAnalysis.of(inputs(Aggregation.geometric(1))));
    weighted =
        SensitivityAnalysis.of(
                inputs(Aggregation.geometric(1)).withWeights(WeightUncertainty.dirichlet(50)))
            .withSize(1024)
            .withResamples(100);
    ImmutableList.Builder<UncertainInput> inputs = ImmutableList.builder();
    for (int i = 0; i < INDICATORS; i++) {
      inputs.add(UncertainInput.uniform("x" + i, 0, 1));
    }
    function =
        settings(
            SensitivityAnalysis.of(
                x -> {
                  double sum = 0;
                  for (int i = 0; i < x.length; i++) {
                    sum += (i + 1) * x[i];
                  }
                  return sum;
                },
                inputs.build()));
  }

  private static ScoreInputs inputs(Aggregation top) {
    return ScoreInputs.wholeScale(Scorer.of(Workloads.model(FACTORS, INDICATORS / FACTORS, top)));
  }

  private SensitivityAnalysis settings(SensitivityAnalysis analysis) {
    return analysis.withSize(rows).withResamples(100);
  }

  /** A weighted sum, by sampling. */
  @Benchmark
  public SobolIndices sobol() {
    return additive.sobolBySampling();
  }

  /** A weighted sum, by closed form. */
  @Benchmark
  public SobolIndices closedForm() {
    return additive.sobol();
  }

  /** A geometric mean of three factors. */
  @Benchmark
  public SobolIndices geometricTop() {
    return geometric.sobol();
  }

  /** The same with uncertain weights and 1024 rows, where every row has a model of its own. */
  @Benchmark
  public SobolIndices uncertainWeights() {
    return weighted.sobol();
  }

  /** A function of an array. */
  @Benchmark
  public SobolIndices plainFunction() {
    return function.sobol();
  }

  /** Shapley effects of a weighted sum by random orders. */
  @Benchmark
  public ShapleyEffects shapley() {
    return additive.shapleyBySampling();
  }
}
