package dev.steppe.uncertainty;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.steppe.analysis.Execution;
import dev.steppe.analysis.Progress;
import dev.steppe.analysis.SampleDesign;
import dev.steppe.analysis.Sampling;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.evidence.Estimate;
import dev.steppe.internal.Text;
import dev.steppe.score.Scorer;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A simulation to be run: what is uncertain, how many draws, from which seed. Immutable; each
 * method returns a changed copy.
 *
 * <p>Readings are drawn from their {@link Estimate}s, unless {@link #withCentralReadings} says
 * otherwise, and independently of each other, unless {@link #withCorrelations} does. Weights are
 * drawn as {@link #withWeights} says. All countries share a draw of weights.
 *
 * <p>A draw depends on the seed, on what is drawn (the code of the indicator, and for a reading the
 * country and date), and on its number. So results have the same bits on any number of threads, and
 * another country or indicator does not change the draws of the others. ({@link #withSampling} says
 * what differs for quasi-random draws.)
 *
 * <ul>
 *   <li>Where a reading is missing, {@linkplain dev.steppe.model.MissingPolicy the model's policy}
 *       holds for each draw of the weights; whether a profile has enough data for a score is judged
 *       by the model's own weights.
 *   <li>A model that is no plain weighted sum is evaluated draw by draw if weights are drawn, which
 *       takes some microseconds a draw.
 *   <li>Where a factor is a {@linkplain dev.steppe.model.Aggregation#choquet Choquet integral}, its
 *       interactions go with the drawn weights, as {@link dev.steppe.model.Aggregation#reweighted}
 *       says.
 * </ul>
 *
 * <pre>{@code
 * UncertaintyAnalysis.of(scorer).withWeights(WeightUncertainty.dirichlet(50)).run(profiles);
 * }</pre>
 *
 * @since 0.1
 */
public final class UncertaintyAnalysis {

  private final UncertaintySettings settings;

  private UncertaintyAnalysis(UncertaintySettings settings) {
    this.settings = settings;
  }

  /**
   * An analysis with the weights of the model, drawn readings, 100,000 draws, intervals at 95 %,
   * and as many threads as there are processors.
   */
  public static UncertaintyAnalysis of(Scorer scorer) {
    return new UncertaintyAnalysis(UncertaintySettings.of(requireNonNull(scorer, "scorer")));
  }

  /** The scorer whose model and readings are in doubt. */
  public Scorer scorer() {
    return settings.scorer();
  }

  /** What is not known about the weights. */
  public UncertaintyAnalysis withWeights(WeightUncertainty weights) {
    return new UncertaintyAnalysis(settings.withWeights(requireNonNull(weights, "weights")));
  }

  /**
   * Adds a choice of method that could have been made in another way: other normalisations,
   * aggregations, treatments or weights. Each draw takes one of its alternatives, as likely as the
   * choice says; of several choices, one of each, independently. Nothing is exact then.
   *
   * <pre>{@code
   * analysis.withChoice(                                       // each in half of the draws
   *     MethodChoice.named("aggregation")
   *         .or("arithmetic", model -> model)
   *         .or("geometric", model -> model.withAggregation(Aggregation.geometric(1))));
   * }</pre>
   *
   * @param choice whose models have the same indicators in the same order, with all bounds frozen;
   *     a later choice changes what earlier ones have made
   * @throws IllegalArgumentException if the choice has fewer than two alternatives, the indicators
   *     of one are others, or one needs a reference set
   */
  public UncertaintyAnalysis withChoice(MethodChoice choice) {
    ImmutableList<String> own = settings.scorer().bulk().indicators();
    ImmutableList.Builder<UncertaintySettings.Candidate> candidates = ImmutableList.builder();
    int alternatives = choice.complete().alternatives().size();
    for (UncertaintySettings.Candidate candidate : settings.candidates()) {
      for (int a = 0; a < alternatives; a++) {
        Scorer scorer = Scorer.of(choice.apply(a, candidate.scorer().model()));
        ImmutableList<String> others = scorer.bulk().indicators();
        if (!own.equals(others)) {
          throw new IllegalArgumentException(
              "Alternative '"
                  + choice.alternatives().get(a)
                  + "' must have the indicators "
                  + own
                  + " in this order, but has "
                  + others);
        }
        candidates.add(
            new UncertaintySettings.Candidate(
                scorer, candidate.likelihood() * choice.likelihood(a)));
      }
    }
    return new UncertaintyAnalysis(settings.withCandidates(candidates.build()));
  }

  /**
   * Adds a judgement that all countries share: each draw takes one value of it for all of them.
   * Nothing is exact then. The model and the profiles as they are go on to give the {@linkplain
   * UncertaintyResult#nominal nominal} scores.
   *
   * @param judgement with another name than those before; applied after them, and to each model
   *     that a draw may take
   * @throws IllegalArgumentException if there is one of this name, or the model has not all of its
   *     indicators; {@link #run} refuses one that changes more than it says
   */
  public UncertaintyAnalysis withJudgement(SharedJudgement judgement) {
    requireNonNull(judgement, "judgement");
    for (String code : judgement.indicators()) {
      settings.scorer().model().criterion(code);
    }
    for (SharedJudgement known : settings.judgements()) {
      if (known.name().equals(judgement.name())) {
        throw new IllegalArgumentException(
            "There is already a judgement '" + judgement.name() + "'");
      }
    }
    return new UncertaintyAnalysis(
        settings.withJudgements(
            ImmutableList.<SharedJudgement>builder()
                .addAll(settings.judgements())
                .add(judgement)
                .build()));
  }

  /** Adds several judgements, see {@link #withJudgement}. */
  public UncertaintyAnalysis withJudgements(Iterable<SharedJudgement> judgements) {
    UncertaintyAnalysis all = this;
    for (SharedJudgement judgement : judgements) {
      all = all.withJudgement(judgement);
    }
    return all;
  }

  /**
   * The same analysis with one source of doubt at a time and all else as the model and the central
   * readings have it, by the name of the source: {@code readings}, {@code weights}, {@code methods}
   * if they are drawn, then each {@linkplain #withJudgement judgement}. What matters only together
   * with something else does not show in any of these.
   *
   * <pre>{@code
   * analysis.oneAtATime().get("weights").run(profiles).ranks("KAZ");
   * }</pre>
   */
  public ImmutableMap<String, UncertaintyAnalysis> oneAtATime() {
    ImmutableMap.Builder<String, UncertaintyAnalysis> all = ImmutableMap.builder();
    for (Map.Entry<String, UncertaintySettings> each : settings.oneAtATime().entrySet()) {
      all.put(each.getKey(), new UncertaintyAnalysis(each.getValue()));
    }
    return all.buildOrThrow();
  }

  /** Takes every reading at its central value: only weights are uncertain. */
  public UncertaintyAnalysis withCentralReadings() {
    return new UncertaintyAnalysis(settings.withCentralReadings());
  }

  /**
   * How the errors of readings go together; they are independent if this is not set. With {@link
   * #withCentralReadings} there are no errors, and this plays no part.
   *
   * <p>Means of scores stay exact where they are. Variances do not where two indicators of a
   * country are correlated.
   *
   * <pre>{@code
   * analysis.withCorrelations(Correlations.none().with("debt", "deficit", 0.6));
   * }</pre>
   *
   * @throws IllegalArgumentException if an indicator is not in the model, or the correlations are
   *     not possible together; the message lists every fault
   */
  public UncertaintyAnalysis withCorrelations(Correlations correlations) {
    correlations.check(settings.scorer().bulk().indicators());
    return new UncertaintyAnalysis(settings.withCorrelations(correlations));
  }

  /** The draws: which, how many, from which seed, and how sure intervals are. */
  public SampleDesign design() {
    return settings.design();
  }

  /** Makes other draws. */
  public UncertaintyAnalysis withDesign(SampleDesign design) {
    return new UncertaintyAnalysis(settings.withDesign(requireNonNull(design, "design"), true));
  }

  /**
   * Where the draws lie: at random, if nothing is said. A {@linkplain Sampling#SCRAMBLED_SOBOL
   * Sobol sequence} fills the space of the inputs more evenly, so that figures are nearer to the
   * truth as a rule. With few inputs that matter much nearer, with hundreds hardly.
   *
   * <ul>
   *   <li>There are 16 sequences, each scrambled by itself, and a probability's or a mean's
   *       interval is the t interval between their 16 figures. Where none of the draws or all of
   *       them count, Wilson's interval for as many independent draws is taken instead. Intervals
   *       of quantiles, and {@link UncertaintyResult#confidenceFactor}, are those of independent
   *       draws too; those of quantiles are too wide rather than too narrow.
   *   <li>The number of draws is a power of 2 from 16 to 2^35; 131,072 if it is not set.
   *   <li>Every input takes a coordinate: the choice of the model if there is {@linkplain
   *       #withChoice any}, {@linkplain #withJudgement judgements}, weights in the order of the
   *       indicators, readings in the order of the countries, then of the indicators. So a country
   *       that is added at the end does not change the draws of the others. There may be 1000
   *       inputs.
   *   <li>Weights are drawn by inverse distribution functions, which takes longer than random
   *       draws.
   * </ul>
   *
   * @see <a href="https://doi.org/10.1214/aos/1031594731">Owen (1997), Scrambled net variance for
   *     integrals of smooth functions. Annals of Statistics 25(4), 1541-1562</a>
   * @see <a href="https://doi.org/10.1007/0-306-48102-2_20">L'Ecuyer, Lemieux (2002), Recent
   *     advances in randomized quasi-Monte Carlo methods</a>
   */
  public UncertaintyAnalysis withSampling(Sampling sampling) {
    return new UncertaintyAnalysis(settings.withSampling(requireNonNull(sampling, "sampling")));
  }

  /**
   * How many draws, or with {@link #withHalfWidth} how many at most; 100,000 if not set.
   *
   * @param size at least 1
   */
  public UncertaintyAnalysis withSize(long size) {
    return withDesign(design().withSize(size));
  }

  /** The seed of all draws: the same seed, the same result. */
  public UncertaintyAnalysis withSeed(long seed) {
    return new UncertaintyAnalysis(
        settings.withDesign(design().withSeed(seed), settings.isSized()));
  }

  /**
   * The share of intervals that hold the true value.
   *
   * @param level in {@code (0, 1)}; 0.95 if not set
   */
  public UncertaintyAnalysis withLevel(double level) {
    return new UncertaintyAnalysis(
        settings.withDesign(design().withLevel(level), settings.isSized()));
  }

  /**
   * Stops as soon as the interval of every rank acceptability and of every pair's order is at most
   * this far from end to middle, or at the limit of {@link #withSize}, which {@link
   * UncertaintyResult#reachedHalfWidth} then tells. The result is looked at after 8192 draws, then
   * each time their number has doubled, and every 262,144 draws in the end.
   *
   * <p>At 95 %, a half-width of 0.01 takes about 9604 draws (Tervonen, Lahdelma 2007, EJOR 178,
   * 500-513).
   *
   * @param halfWidth in {@code (0, 1)}
   */
  public UncertaintyAnalysis withHalfWidth(double halfWidth) {
    if (!(halfWidth > 0 && halfWidth < 1)) {
      throw new IllegalArgumentException("half-width must be in (0, 1), but was " + halfWidth);
    }
    return new UncertaintyAnalysis(settings.withHalfWidth(halfWidth));
  }

  /**
   * Works out {@linkplain UncertaintyResult#confidenceFactor confidence factors} too, each with so
   * many draws of the readings; not if this is not called. It takes about as long as the analysis
   * with as many draws. {@link Progress} hears of these draws after those of the analysis, from 0
   * again. No other figure depends on it.
   *
   * <pre>{@code
   * analysis.withConfidenceFactors(10_000).run(profiles).confidenceFactor("KAZ");
   * }</pre>
   *
   * @param draws at least 1
   */
  public UncertaintyAnalysis withConfidenceFactors(long draws) {
    if (draws < 1) {
      throw new IllegalArgumentException(
          "draws of confidence factors must be at least 1, but were " + draws);
    }
    return new UncertaintyAnalysis(settings.withConfidenceFactors(draws));
  }

  /** On how many threads, and who hears; no result depends on it. */
  public UncertaintyAnalysis withExecution(Execution execution) {
    return new UncertaintyAnalysis(settings.withExecution(requireNonNull(execution, "execution")));
  }

  /**
   * How many threads to use at most; the result does not depend on it.
   *
   * @param threads at least 1
   */
  public UncertaintyAnalysis withThreads(int threads) {
    return withExecution(settings.execution().withThreads(threads));
  }

  /** Who hears how many draws are made, and may stop the analysis. */
  public UncertaintyAnalysis withProgress(Progress progress) {
    return withExecution(settings.execution().withProgress(progress));
  }

  private <T> T run(Iterable<CountryProfile> profiles, Function<AnalysisRun, T> what) {
    try (AnalysisRun run = new AnalysisRun(settings, ImmutableList.copyOf(profiles))) {
      return what.apply(run);
    }
  }

  private <T> T count(Iterable<CountryProfile> profiles, Function<AnalysisRun, T> what) {
    ImmutableList<CountryProfile> all = ImmutableList.copyOf(profiles);
    AnalysisRun.checkRoom(settings, all.size());
    return run(all, what);
  }

  /**
   * Runs the simulation.
   *
   * @param profiles at least one, each country once a date
   * @throws IllegalArgumentException if there is none, a country and date come twice, a profile has
   *     no score (see {@link Scorer#score}), {@link #withSampling} does not fit the number of draws
   *     or of inputs, or the heap of the JVM is too small for so many countries
   * @throws java.util.concurrent.CancellationException if {@link Progress} says stop, or the thread
   *     is interrupted
   */
  public UncertaintyResult run(Iterable<CountryProfile> profiles) {
    return count(profiles, AnalysisRun::result);
  }

  /**
   * The draws that {@link #run} counts, one by one: all of {@link #withSize}, also where {@link
   * #withHalfWidth} would stop before. They take {@code 8 * size * (countries + indicators)} bytes:
   * 50 MB for 100,000 draws of 50 countries by 12 indicators.
   *
   * @param profiles at least one, each country once a date
   * @throws IllegalArgumentException as {@link #run} does, or if there would be more than 100
   *     million numbers (800 MB)
   * @throws java.util.concurrent.CancellationException as {@link #run} does
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
   * all of {@link #withSize}, also where {@link #withHalfWidth} would stop before. One thread makes
   * them.
   *
   * @param profiles one to seven, each country once a date: more would have too many orders
   * @throws IllegalArgumentException as {@link #run} does, or if there are more than seven profiles
   * @throws java.util.concurrent.CancellationException as {@link #run} does
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
   * @throws IllegalArgumentException if there is no such part, {@link #withHalfWidth} is set
   *     (nobody would see when all parts together are narrow enough), draws come from a Sobol
   *     sequence, or {@link #run(Iterable)} would refuse the profiles
   * @throws java.util.concurrent.CancellationException as {@link #run(Iterable)} does
   */
  public UncertaintyPart part(Iterable<CountryProfile> profiles, int part, int ofParts) {
    if (ofParts < 1) {
      throw new IllegalArgumentException("number of parts must be at least 1, but was " + ofParts);
    }
    if (!(part >= 0 && part < ofParts)) {
      throw new IllegalArgumentException(
          "part must be from 0 to " + (ofParts - 1) + ", but was " + part);
    }
    refuseWhatHasNoParts();
    return count(profiles, run -> run.part(part, ofParts));
  }

  /**
   * Puts parts together. The result equals that of {@link #run(Iterable)} to the bit, whatever the
   * number of parts.
   *
   * @param profiles those of the parts, in the same order
   * @param parts all parts, in any order
   * @throws IllegalArgumentException that lists every fault: a part that is missing or comes twice,
   *     or has another seed, model, country, reading or number of draws than this analysis
   * @throws java.util.concurrent.CancellationException if the thread is interrupted
   */
  public UncertaintyResult combine(
      Iterable<CountryProfile> profiles, Iterable<UncertaintyPart> parts) {
    refuseWhatHasNoParts();
    return count(profiles, run -> run.combine(ImmutableList.copyOf(parts)));
  }

  private void refuseWhatHasNoParts() {
    if (settings.isSobol()) {
      throw new IllegalArgumentException(
          "Sobol sequences cannot be drawn in parts. Use Sampling.RANDOM, or run the analysis"
              + " whole.");
    }
    if (settings.halfWidth() != 0) {
      throw new IllegalArgumentException(
          "Parts of an analysis have a fixed number of draws, but withHalfWidth was set to "
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
        + (settings.candidates().size() == 1
            ? ""
            : ", one of " + settings.candidates().size() + " models")
        + (settings.drawReadings() ? ", readings drawn" : ", central readings")
        + (settings.judgements().isEmpty()
            ? ""
            : ", judgements that all share: " + settings.judgementNames())
        + (settings.correlations().isNone() ? "" : ", correlated: " + settings.correlations())
        + ", "
        + Text.count(settings.size(), "draw", "draws")
        + (settings.isSobol() ? " of scrambled Sobol sequences from seed " : " from seed ")
        + settings.seed();
  }
}
