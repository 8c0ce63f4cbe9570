package dev.steppe.uncertainty;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import com.google.common.primitives.ImmutableIntArray;
import dev.steppe.evidence.Estimate;
import dev.steppe.internal.Interruption;
import dev.steppe.internal.WorkerPool;
import dev.steppe.internal.kernel.CompiledModel;
import dev.steppe.internal.math.ExactOrder;
import dev.steppe.internal.math.ExactQuadrant;
import dev.steppe.internal.math.ExactRanks;
import dev.steppe.model.Criterion;
import dev.steppe.model.Ramp;
import dev.steppe.model.Range;
import dev.steppe.score.Ranking;
import dev.steppe.score.Scorecard;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What can be computed without drawing; NaN marks what cannot. */
final class ExactSolver {

  /** Differences of values below this are rounding errors. */
  private static final double NOTHING = 1e-10;

  /** Rounding may put an end of a scale so many points outside of it. */
  private static final double ROUNDING = 1e-9;

  /** Draws of a pair that are counted in the time of a step. */
  private static final long DRAWS_A_STEP = 14;

  /** Steps that take some hundredths of a second, whatever is drawn. */
  private static final long NO_TIME = 1 << 24;

  private final CompiledModel model;
  private final ImmutableList<Criterion> criteria;
  private final WeightUncertainty uncertainty;
  private final ImmutableList<Scorecard> cards;
  private final ImmutableList<UncertainReadings> readings;
  private final ImmutableList<Boolean> open;
  private final Correlations correlations;
  private final long draws;
  private final Optional<ImmutableDoubleArray> parameters;
  private final Optional<ImmutableIntArray> whole;
  private final boolean additive;
  private final double[][] values;
  private final boolean[] areWeighted;

  /**
   * A solver.
   *
   * @param draws what counting would take, of which the solver takes no more
   */
  ExactSolver(
      CompiledModel model,
      WeightUncertainty uncertainty,
      ImmutableList<Scorecard> cards,
      ImmutableList<UncertainReadings> readings,
      ImmutableList<Boolean> open,
      Correlations correlations,
      long draws) {
    this.model = model;
    this.criteria = model.model().criteria();
    this.uncertainty = uncertainty;
    this.cards = cards;
    this.readings = readings;
    this.open = open;
    this.correlations = correlations;
    this.draws = draws;
    this.parameters = uncertainty.dirichletParameters(model.model());
    this.whole = parameters.flatMap(ExactOrder::whole).filter(this::isWorthWhile);
    this.additive = model.model().isAdditive();
    this.values = new double[cards.size()][];
    this.areWeighted = new boolean[cards.size()];
    for (int c = 0; c < values.length; c++) {
      values[c] = values(c);
      areWeighted[c] = isWeighted(c);
    }
  }

  /**
   * Whether the orders of all pairs take no longer than counting them does, or no time to speak of:
   * a pair takes as many steps as the square of the sum of the parameters has, each as long as
   * counting {@value #DRAWS_A_STEP} draws of the pair.
   */
  private boolean isWorthWhile(ImmutableIntArray parameters) {
    long sum = parameters.stream().sum();
    long pairs = cards.size() * (cards.size() - 1L) / 2;
    return pairs * sum * sum <= NO_TIME || DRAWS_A_STEP * sum * sum <= draws;
  }

  private boolean weightsAreFixed() {
    return uncertainty.isFixed();
  }

  /** By country and country: the probability that the first is strictly above the second. */
  double[][] wins(WorkerPool pool) {
    double[][] wins = new double[cards.size()][cards.size()];
    pool.each(cards.size(), a -> compare(a, wins));
    return wins;
  }

  /** Compares a country with all later ones; each pair is written by one task alone. */
  private int compare(int a, double[][] wins) {
    for (int b = a + 1; b < wins.length; b++) {
      Interruption.check();
      ExactOrder.Sides sides = sides(a, b);
      wins[a][b] = sides.above();
      wins[b][a] = sides.below();
    }
    return a;
  }

  private ExactOrder.Sides sides(int a, int b) {
    return areWeighted[a] && areWeighted[b]
        ? ExactOrder.sides(differences(a, b), whole.get())
        : new ExactOrder.Sides(win(a, b), win(b, a));
  }

  /** Whether a country's score is a sum of numbers with weights whose law is known. */
  private boolean isWeighted(int country) {
    return !weightsAreFixed()
        && additive
        && whole.isPresent()
        && !readings.get(country).isDrawn()
        && !hasGaps(model, country);
  }

  private double win(int a, int b) {
    if (!weightsAreFixed()) {
      return Double.NaN;
    }
    if (isUncertain(a) || isUncertain(b)) {
      return apart(cards.get(a).range(), cards.get(b).range());
    }
    return Ranking.compareScores(cards.get(a).value(), cards.get(b).value()) > 0 ? 1 : 0;
  }

  /** Whether the readings of a country allow several scores, drawn or missing. */
  private boolean isUncertain(int country) {
    return readings.get(country).isDrawn() || open.get(country);
  }

  /** No reading within its bounds brings two scores together whose ranges are apart. */
  private static double apart(Range a, Range b) {
    if (Ranking.compareScores(a.lower(), b.upper()) > 0) {
      return 1;
    }
    return Ranking.compareScores(a.upper(), b.lower()) < 0 ? 0 : Double.NaN;
  }

  /** By indicator, the first country's normalised value minus the second's. */
  private double[] differences(int a, int b) {
    double[] differences = new double[model.indicatorCount()];
    for (int i = 0; i < differences.length; i++) {
      double difference = values[a][i] - values[b][i];
      differences[i] = Math.abs(difference) < NOTHING ? 0 : difference;
    }
    return differences;
  }

  /**
   * The model for a country: where weights are fixed, what does not apply to it has given its
   * weight to the rest; drawn weights are those of the whole.
   */
  private CompiledModel own(int country) {
    return weightsAreFixed() ? model.leavingOut(readings.get(country).notApplicable()) : model;
  }

  /** Missing readings change the weights of the others, so that they are no Dirichlet draw. */
  private boolean hasGaps(CompiledModel own, int country) {
    for (int i = 0; i < own.indicatorCount(); i++) {
      if (own.effectiveWeight(i) > 0 && Double.isNaN(readings.get(country).central(i))) {
        return true;
      }
    }
    return false;
  }

  /** By indicator, the normalised values; those of missing readings have weight 0. */
  private double[] values(int country) {
    double[] values = new double[criteria.size()];
    for (int i = 0; i < values.length; i++) {
      Criterion criterion = criteria.get(i);
      double reading = readings.get(country).central(i);
      values[i] =
          Double.isNaN(reading)
              ? 0
              : criterion
                  .normalization()
                  .normalize(
                      criterion.treatment().treat(reading), criterion.indicator().direction());
    }
    return values;
  }

  /**
   * Mean and variance of each country's score: {@code sum(E[w_i] m_i)} and {@code sum(E[w_i^2] v_i)
   * + sum(Cov(w_i, w_j) m_i m_j)}, with m and v the means and variances of the normalised values,
   * which are independent of each other and of the weights. Where they are not independent of each
   * other, only the mean is known.
   */
  double[][] moments() {
    double[][] moments = new double[cards.size()][];
    for (int c = 0; c < moments.length; c++) {
      moments[c] = moments(c);
    }
    return moments;
  }

  private double[] moments(int country) {
    double[] unknown = {Double.NaN, Double.NaN};
    if (weightsAreFixed() && !isUncertain(country)) {
      return new double[] {cards.get(country).value(), 0};
    }
    boolean lawIsKnown = weightsAreFixed() || parameters.isPresent();
    CompiledModel own = own(country);
    if (!additive || !lawIsKnown || hasGaps(own, country)) {
      return unknown;
    }
    double[] means = values[country].clone();
    double[] variances = new double[means.length];
    for (int i = 0; i < means.length; i++) {
      if (!valueMoments(country, i, means, variances)) {
        return unknown;
      }
    }
    double[] moments = combine(own, means, variances);
    if (isCorrelated(readings.get(country))) {
      moments[1] = Double.NaN;
    }
    return moments;
  }

  /** Whether two drawn readings of a country depend on each other. */
  private boolean isCorrelated(UncertainReadings of) {
    if (correlations.isNone()) {
      return false;
    }
    List<String> codes = criteria.stream().map(Criterion::code).toList();
    return correlations.correlateAny(code -> of.estimate(codes.indexOf(code)) != null);
  }

  /**
   * Fills in an indicator's moments; false if its readings do not stay on the straight part of
   * their scale.
   */
  private boolean valueMoments(int country, int i, double[] means, double[] variances) {
    @Nullable Estimate estimate = readings.get(country).estimate(i);
    if (estimate == null) {
      return true;
    }
    Optional<Ramp> ramp = criteria.get(i).ramp();
    if (ramp.isEmpty() || !ramp.get().isStraightOver(estimate, -ROUNDING)) {
      return false;
    }
    double slope = ramp.get().slope();
    means[i] = ramp.get().at(estimate.mean());
    variances[i] = slope * slope * estimate.variance();
    return true;
  }

  /** A Dirichlet distribution has covariances {@code (d_ij p_i - p_i p_j) / (c + 1)}. */
  private double[] combine(CompiledModel own, double[] means, double[] variances) {
    double[] weights = new double[means.length];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = parameters.isPresent() ? parameters.get().get(i) : own.effectiveWeight(i);
    }
    double total = Arrays.stream(weights).sum();
    double spread = parameters.isPresent() ? 1 / (total + 1) : 0;
    double mean = 0;
    for (int i = 0; i < means.length; i++) {
      mean += weights[i] / total * means[i];
    }
    double variance = 0;
    for (int i = 0; i < means.length; i++) {
      double p = weights[i] / total;
      double square = p * p + spread * p * (1 - p);
      // sum(p_i m_i^2) - (sum(p_i m_i))^2, written so that nothing cancels.
      variance += square * variances[i] + spread * p * (means[i] - mean) * (means[i] - mean);
    }
    return new double[] {mean, variance};
  }

  /** By country and rank: the probability of the rank. */
  double[][] ranks(double[][] wins) {
    return ExactRanks.of(wins, this::lead);
  }

  /** Asked only where all orders of pairs are known. */
  private double lead(int country, int second, int third) {
    if (whole.isEmpty() || whole.get().stream().sum() > ExactQuadrant.MOST) {
      return Double.NaN;
    }
    return ExactQuadrant.probability(
        differences(country, second), differences(country, third), whole.get());
  }
}
