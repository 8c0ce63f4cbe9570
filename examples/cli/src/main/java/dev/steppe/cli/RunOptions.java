package dev.steppe.cli;

import dev.steppe.analysis.Execution;
import dev.steppe.analysis.SampleDesign;
import dev.steppe.uncertainty.UncertaintyAnalysis;
import dev.steppe.uncertainty.UncertaintyResult;
import dev.steppe.uncertainty.WeightUncertainty;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** How readings and weights are drawn. */
final class RunOptions {

  private static final long MOST_DRAWS = 1_000_000_000;
  private static final long MANY_DRAWS = 10_000_000;

  @Option(
      names = "--draws",
      paramLabel = "NUMBER",
      description =
          "How many draws are made, 1000000000 at most; ${DEFAULT-VALUE} if not given. Intervals"
              + " halve with four times as many.")
  private long draws = 10_000;

  @Option(
      names = "--seed",
      paramLabel = "NUMBER",
      description =
          "Where draws start; the same seed gives the same answer. ${DEFAULT-VALUE} if not given.")
  private long seed = SampleDesign.DEFAULT_SEED;

  @Option(
      names = "--weights",
      paramLabel = "RULE",
      converter = Weights.class,
      description =
          "What is known about weights: fixed (if not given), uniform (nothing), ordinal (their"
              + " order), within=25%% (each up to so much more or less), dirichlet=100.")
  private WeightUncertainty weights = WeightUncertainty.fixed();

  @Option(
      names = "--threads",
      paramLabel = "NUMBER",
      description = "On how many threads; on all processors if not given. The answer is the same.")
  private @Nullable Integer threads;

  void check(Question question) {
    question.checkRange("--draws", draws, 1, MOST_DRAWS);
    checkThreads(question, threads);
  }

  static void checkThreads(Question question, @Nullable Integer threads) {
    if (threads != null) {
      question.checkRange("--threads", threads, 1, Integer.MAX_VALUE);
    }
  }

  UncertaintyResult run(Case given, Terminal terminal) {
    if (draws > MANY_DRAWS) {
      terminal.tell(
          String.format(
              Locale.ROOT,
              "%,d draws may take long: 95 %% intervals reach %.4f percentage points to either side"
                  + " at most, and with %,d draws %.4f. Ctrl+C ends it.",
              draws,
              reach(draws),
              MANY_DRAWS,
              reach(MANY_DRAWS)));
    }
    return UncertaintyAnalysis.of(given.scorer())
        .withSize(draws)
        .withSeed(seed)
        .withWeights(weights)
        .withExecution(execution(threads, terminal, "Draws"))
        .run(given.profiles());
  }

  /** Half the width of a 95 % interval of a share, in percentage points, where it is widest. */
  private static double reach(long draws) {
    return 1.959964 * 50 / Math.sqrt((double) draws);
  }

  static Execution execution(@Nullable Integer threads, Terminal terminal, String what) {
    Execution execution =
        threads == null ? Execution.onAllProcessors() : Execution.onThreads(threads);
    return execution.withProgress(terminal.progress(what));
  }

  /** Reads a rule about weights. */
  static final class Weights implements ITypeConverter<WeightUncertainty> {

    @Override
    public WeightUncertainty convert(String typed) {
      String text = typed.strip().toLowerCase(Locale.ROOT);
      try {
        if (text.startsWith("within=")) {
          String amount = text.substring("within=".length());
          return WeightUncertainty.within(
              amount.endsWith("%")
                  ? Double.parseDouble(amount.substring(0, amount.length() - 1)) / 100
                  : Double.parseDouble(amount));
        }
        if (text.startsWith("dirichlet=")) {
          return WeightUncertainty.dirichlet(
              Double.parseDouble(text.substring("dirichlet=".length())));
        }
      } catch (NumberFormatException e) {
        throw new TypeConversionException("'" + typed + "' has no number");
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(String.valueOf(e.getMessage()));
      }
      return switch (text) {
        case "fixed" -> WeightUncertainty.fixed();
        case "uniform" -> WeightUncertainty.uniform();
        case "ordinal" -> WeightUncertainty.ordinal();
        default ->
            throw new TypeConversionException(
                "must be fixed, uniform, ordinal, within=25% or dirichlet=100, but was '"
                    + typed
                    + "'");
      };
    }
  }
}
