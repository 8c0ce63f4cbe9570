package dev.steppe.uncertainty;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.evidence.Estimate;
import dev.steppe.model.RiskModel;
import dev.steppe.score.Scorer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A simulation to be run: what is uncertain, how many draws, from which seed. Immutable; each
 * method returns a changed copy.
 *
 * <p>Readings are drawn from their {@link Estimate}s, unless {@link #centralReadings} says
 * otherwise, and independently of each other, unless {@link #correlated} does. Weights are drawn as
 * {@link #weights} says. All countries share a draw of weights.
 *
 * <p>A draw depends on the seed, on what is drawn (the code of the indicator, and for a reading the
 * country and date), and on its number. So results have the same bits on any number of threads, and
 * another country or indicator does not change the draws of the others. ({@link #sobol} says what
 * differs for quasi-random draws.)
 *
 * <ul>
 *   <li>Where a reading is missing, {@linkplain dev.steppe.model.MissingPolicy the model's policy}
 *       holds for each draw of the weights; whether a profile has enough data for a score is judged
 *       by the model's own weights.
 *   <li>A model that is no plain weighted sum is evaluated draw by draw if weights are drawn, which
 *       takes some microseconds a draw.
 *   <li>Weights cannot be drawn where a factor is a {@linkplain
 *       dev.steppe.model.Aggregation#choquet Choquet integral}, whose interactions forbid some of
 *       them.
 * </ul>
 *
 * <pre>{@code
 * UncertaintyAnalysis.of(scorer).weights(WeightUncertainty.dirichlet(50)).run(profiles);
 * }</pre>
 *
 * @since 0.1
 */
public final class UncertaintyAnalysis {

  private static final Progress SILENT = (done, limit) -> true;

  private final Settings settings;

  private UncertaintyAnalysis(Settings settings) {
    this.settings = settings;
  }

  /**
   * An analysis with the weights of the model, drawn readings, 100,000 draws from seed 1, intervals
   * at 95 %, and as many threads as there are processors.
   */
  public static UncertaintyAnalysis of(Scorer scorer) {
    return new UncertaintyAnalysis(
        new Settings(
            requireNonNull(scorer, "scorer"),
            ImmutableList.of(),
            WeightUncertainty.fixed(),
            true,
            Correlations.none(),
            false,
            0,
            0,
            0.95,
            1,
            Runtime.getRuntime().availableProcessors(),
            SILENT));
  }

  /** What is not known about the weights. */
  public UncertaintyAnalysis weights(WeightUncertainty weights) {
    requireNonNull(weights, "weights");
    return with(draft -> draft.weights = weights);
  }

  /**
   * Adds a model that is another way to judge: other normalisations, aggregations, treatments or
   * weights, made with the {@code with} methods of the model. Each draw takes one of all models,
   * the scorer's own with weight 1. Nothing is exact then.
   *
   * <pre>{@code
   * analysis.alternative(model.withAggregation(Aggregation.geometric(1)), 1);   // each in half
   * }</pre>
   *
   * @param model with the same indicators in the same order; all its bounds are frozen
   * @param weight how often it is taken, against 1 for the scorer's own; greater than 0 and finite
   * @throws IllegalArgumentException if the indicators are others, the weight is out of range, or
   *     the model needs a reference set
   */
  public UncertaintyAnalysis alternative(RiskModel model, double weight) {
    Scorer scorer = Scorer.of(model);
    if (!(weight > 0 && weight < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "weight of an alternative must be finite and > 0, but was " + weight);
    }
    ImmutableList<String> own = settings.scorer().bulk().indicators();
    ImmutableList<String> others = scorer.bulk().indicators();
    if (!own.equals(others)) {
      throw new IllegalArgumentException(
          "An alternative must have the indicators " + own + " in this order, but has " + others);
    }
    return with(
        draft ->
            draft.alternatives =
                ImmutableList.<Settings.Alternative>builder()
                    .addAll(draft.alternatives)
                    .add(new Settings.Alternative(scorer, weight))
                    .build());
  }

  /** Takes every reading at its central value: only weights are uncertain. */
  public UncertaintyAnalysis centralReadings() {
    return with(draft -> draft.drawReadings = false);
  }

  /**
   * How the errors of readings go together; they are independent if this is not set. With {@link
   * #centralReadings} there are no errors, and this plays no part.
   *
   * <p>Means of scores stay exact where they are. Variances do not where two indicators of a
   * country are correlated.
   *
   * <pre>{@code
   * analysis.correlated(Correlations.none().with("debt", "deficit", 0.6));
   * }</pre>
   *
   * @throws IllegalArgumentException if an indicator is not in the model, or the correlations are
   *     not possible together; the message lists every fault
   */
  public UncertaintyAnalysis correlated(Correlations correlations) {
    correlations.check(settings.scorer().bulk().indicators());
    return with(draft -> draft.correlations = correlations);
  }

  /**
   * Takes the draws from a Sobol sequence, whose points fill the space of the inputs more evenly
   * than random ones, so that figures are nearer to the truth as a rule. With few inputs that
   * matter much nearer, with hundreds hardly.
   *
   * <ul>
   *   <li>There are 16 sequences, each scrambled by itself ({@linkplain UncertaintyResult#scrambles
   *       see there}), and a probability's or a mean's interval is the t interval between their 16
   *       figures. Where none of the draws or all of them count, Wilson's interval for as many
   *       independent draws is taken instead. Intervals of quantiles, and {@link
   *       UncertaintyResult#confidenceFactor}, are those of independent draws too; those of
   *       quantiles are too wide rather than too narrow.
   *   <li>The number of draws is a power of 2 from 16 to 2^35; 131,072 if it is not set.
   *   <li>Every input takes a coordinate: the choice of the model if there are {@linkplain
   *       #alternative others}, weights in the order of the indicators, readings in the order of
   *       the countries, then of the indicators. So a country that is added at the end does not
   *       change the draws of the others. There may be 1000 inputs.
   *   <li>Weights are drawn by inverse distribution functions, which takes longer than random
   *       draws.
   * </ul>
   *
   * @see <a href="https://doi.org/10.1214/aos/1031594731">Owen (1997), Scrambled net variance for
   *     integrals of smooth functions. Annals of Statistics 25(4), 1541-1562</a>
   * @see <a href="https://doi.org/10.1007/0-306-48102-2_20">L'Ecuyer, Lemieux (2002), Recent
   *     advances in randomized quasi-Monte Carlo methods</a>
   */
  public UncertaintyAnalysis sobol() {
    return with(draft -> draft.sobol = true);
  }

  /**
   * How many draws, or with {@link #untilHalfWidth} how many at most; 100,000 if not set.
   *
   * @param replications at least 1
   */
  public UncertaintyAnalysis replications(long replications) {
    atLeastOne(replications, "replications");
    return with(draft -> draft.asked = replications);
  }

  /**
   * Stops as soon as the interval of every rank acceptability and of every pair's order is at most
   * this far from end to middle, or at the limit of {@link #replications}, which {@link
   * UncertaintyResult#reachedHalfWidth} then tells. The result is looked at after 8192 draws, then
   * each time their number has doubled, and every 262,144 draws in the end.
   *
   * <p>At 95 %, a half-width of 0.01 takes about 9604 draws (Tervonen, Lahdelma 2007, EJOR 178,
   * 500-513).
   *
   * @param halfWidth in {@code (0, 1)}
   */
  public UncertaintyAnalysis untilHalfWidth(double halfWidth) {
    between0And1(halfWidth, "half-width");
    return with(draft -> draft.halfWidth = halfWidth);
  }

  /**
   * The share of intervals that hold the true value.
   *
   * @param confidence in {@code (0, 1)}; 0.95 if not set
   */
  public UncertaintyAnalysis confidence(double confidence) {
    between0And1(confidence, "confidence");
    return with(draft -> draft.confidence = confidence);
  }

  /** The seed of all draws: the same seed, the same result. */
  public UncertaintyAnalysis seed(long seed) {
    return with(draft -> draft.seed = seed);
  }

  /**
   * How many threads to use at most; the result does not depend on it.
   *
   * @param threads at least 1
   */
  public UncertaintyAnalysis threads(int threads) {
    atLeastOne(threads, "threads");
    return with(draft -> draft.threads = threads);
  }

  /** Who hears how far the simulation is, and may stop it. */
  public UncertaintyAnalysis progress(Progress progress) {
    requireNonNull(progress, "progress");
    return with(draft -> draft.progress = progress);
  }

  private <T> T run(Iterable<CountryProfile> profiles, Function<AnalysisRun, T> what) {
    try (AnalysisRun run = new AnalysisRun(settings, ImmutableList.copyOf(profiles))) {
      return what.apply(run);
    }
  }

  private UncertaintyAnalysis with(Consumer<Settings.Draft> change) {
    return new UncertaintyAnalysis(settings.with(change));
  }

  private static void atLeastOne(long number, String what) {
    if (number < 1) {
      throw new IllegalArgumentException(what + " must be at least 1, but was " + number);
    }
  }

  private static void between0And1(double number, String what) {
    if (!(number > 0 && number < 1)) {
      throw new IllegalArgumentException(what + " must be in (0, 1), but was " + number);
    }
  }

  /**
   * Runs the simulation.
   *
   * @param profiles at least one, each country once a date
   * @throws IllegalArgumentException if there is none, a country and date come twice, a profile has
   *     no score (see {@link Scorer#score}), weights cannot be drawn for the model, or {@link
   *     #sobol} does not fit the number of draws or of inputs
   * @throws java.util.concurrent.CancellationException if {@link Progress} says stop, or the thread
   *     is interrupted while others work
   */
  public UncertaintyResult run(Iterable<CountryProfile> profiles) {
    return run(profiles, AnalysisRun::result);
  }

  /**
   * The draws that {@link #run} counts, one by one: all of {@link #replications}, also where {@link
   * #untilHalfWidth} would stop before. They take {@code 8 * replications * (countries +
   * indicators)} bytes: 50 MB for 100,000 draws of 50 countries by 12 indicators.
   *
   * @param profiles at least one, each country once a date
   * @throws IllegalArgumentException as {@link #run} does, or if there would be more than 100
   *     million numbers (800 MB)
   */
  public ScoreDraws draws(Iterable<CountryProfile> profiles) {
    return run(profiles, AnalysisRun::draws);
  }

  /** The draws themselves, see {@link #draws(Iterable)}. */
  public ScoreDraws draws(CountryProfile... profiles) {
    return draws(ImmutableList.copyOf(profiles));
  }

  /**
   * Which whole orders of the countries come up how often, in the draws that {@link #run} counts:
   * all of {@link #replications}, also where {@link #untilHalfWidth} would stop before. One thread
   * makes them.
   *
   * @param profiles one to seven, each country once a date: more would have too many orders
   * @throws IllegalArgumentException as {@link #run} does, or if there are more than seven profiles
   * @throws java.util.concurrent.CancellationException if {@link Progress} says stop
   */
  public RankingOrders orders(Iterable<CountryProfile> profiles) {
    return run(profiles, AnalysisRun::orders);
  }

  /** The whole orders, see {@link #orders(Iterable)}. */
  public RankingOrders orders(CountryProfile... profiles) {
    return orders(ImmutableList.copyOf(profiles));
  }

  /** Runs the simulation, see {@link #run(Iterable)}. */
  public UncertaintyResult run(CountryProfile... profiles) {
    return run(ImmutableList.copyOf(profiles));
  }

  /**
   * Makes some of the draws, so that several machines can share an analysis. Each has the same
   * analysis and the same profiles; {@link #combine} puts their parts together.
   *
   * <pre>{@code
   * UncertaintyPart first = analysis.part(profiles, 0, 2);     // on one machine
   * UncertaintyPart second = analysis.part(profiles, 1, 2);    // on another
   * analysis.combine(profiles, List.of(first, second));        // equals analysis.run(profiles)
   * }</pre>
   *
   * <p>Draws are dealt out by 8192, so with fewer than that for each part some parts have none.
   * {@link Progress} hears of the draws of this part.
   *
   * @param part which part, from 0
   * @param ofParts how many parts there are, at least 1
   * @throws IllegalArgumentException if there is no such part, {@link #untilHalfWidth} is set
   *     (nobody would see when all parts together are narrow enough), draws come from {@link
   *     #sobol}, or {@link #run(Iterable)} would refuse the profiles
   * @throws java.util.concurrent.CancellationException as {@link #run(Iterable)} does
   */
  public UncertaintyPart part(Iterable<CountryProfile> profiles, int part, int ofParts) {
    atLeastOne(ofParts, "number of parts");
    if (!(part >= 0 && part < ofParts)) {
      throw new IllegalArgumentException(
          "part must be from 0 to " + (ofParts - 1) + ", but was " + part);
    }
    refuseWhatHasNoParts();
    return run(profiles, run -> run.part(part, ofParts));
  }

  /**
   * Puts parts together. The result equals that of {@link #run(Iterable)} to the bit, whatever the
   * number of parts.
   *
   * @param profiles those of the parts, in the same order
   * @param parts all parts, in any order
   * @throws IllegalArgumentException that lists every fault: a part that is missing or comes twice,
   *     or has another seed, model, country, reading or number of draws than this analysis
   * @throws java.util.concurrent.CancellationException if the thread is interrupted while others
   *     work out what is exact
   */
  public UncertaintyResult combine(
      Iterable<CountryProfile> profiles, Iterable<UncertaintyPart> parts) {
    refuseWhatHasNoParts();
    return run(profiles, run -> run.combine(ImmutableList.copyOf(parts)));
  }

  private void refuseWhatHasNoParts() {
    if (settings.sobol()) {
      throw new IllegalArgumentException(
          "Sobol sequences cannot be drawn in parts. Leave out sobol(), or run the analysis whole.");
    }
    if (settings.halfWidth() != 0) {
      throw new IllegalArgumentException(
          "Parts of an analysis have a fixed number of draws, but untilHalfWidth was set to "
              + settings.halfWidth());
    }
  }

  @Override
  public boolean equals(@Nullable Object object) {
    return object instanceof UncertaintyAnalysis other && settings.equals(other.settings);
  }

  @Override
  public int hashCode() {
    return settings.hashCode();
  }

  /** One line: what is drawn, how often, from which seed. */
  @Override
  public String toString() {
    return "Uncertainty of model '"
        + settings.scorer().model().name()
        + "': weights "
        + settings.weights()
        + (settings.alternatives().isEmpty()
            ? ""
            : ", other models: " + settings.alternatives().size())
        + (settings.drawReadings() ? ", readings drawn" : ", central readings")
        + (settings.correlations().isNone() ? "" : ", correlated: " + settings.correlations())
        + ", "
        + settings.replications()
        + (settings.sobol()
            ? " draws of scrambled Sobol sequences from seed "
            : " draws from seed ")
        + settings.seed();
  }
}
