package dev.steppe.statistics;

/**
 * How a confidence interval is found, and what is known of its coverage: how often, over many
 * samples, such an interval holds the true value.
 *
 * @since 0.1
 */
public enum IntervalMethod {

  /**
   * For the AUC: holds the true value at least as often as the level says, for every sample size
   * and all distributions of the scores, ties included.
   *
   * <p>With {@code k} the smaller of the two groups, the AUC is an average of means over {@code k}
   * disjoint pairs, so for every convex function {@code f} the expectation of {@code f(k * AUC)} is
   * at most that of {@code f(B)}, where {@code B} is binomial with {@code k} trials and the true
   * AUC as its probability (Hoeffding 1963). With {@code f(b) = max(0, b - t)} and Markov's
   * inequality the probability of an AUC of {@code a} or more is at most
   *
   * <pre>min over t &lt; k a of E max(0, B - t) / (k a - t)</pre>
   *
   * (the step from convex functions to tails is Bentkus's, 2004). An end of the interval is where
   * this bound reaches half of what the level leaves over. If every case with the event scores
   * above all others, the lower end is that of Clopper and Pearson for {@code k} successes in
   * {@code k} trials. No higher end would do: the smaller group may be a mixture of values beyond
   * all of the other group on either side, and then the AUC of a sample is a share in {@code k}
   * trials, however large the other group.
   *
   * @see <a href="https://doi.org/10.1080/01621459.1963.10500830">Hoeffding (1963), Probability
   *     inequalities for sums of bounded random variables, Journal of the American Statistical
   *     Association 58, 13-30</a>; Bentkus (2004), On Hoeffding's inequalities, Annals of
   *     Probability 32, 1650-1673
   */
  DISTRIBUTION_FREE("distribution-free", true),

  /**
   * For the AUC: the values that differ from the observed one by at most the normal quantile times
   * their standard error, after Hanley and McNeil's variance with equal group sizes in its
   * numerator. Close to its level where both groups have scores of about the same shape, also in
   * small samples; it may be far below where one of them is a mixture.
   *
   * @see <a href="https://doi.org/10.1002/sim.2324">Newcombe (2006), Confidence intervals for an
   *     effect size measure based on the Mann-Whitney statistic, part 2, Statistics in Medicine 25,
   *     559-573</a>, method 5
   */
  NEWCOMBE("Newcombe (2006), approximate", false),

  /**
   * For figures of a sample: the middle part of the figures of resamples, that is of as many rows
   * of the sample drawn with replacement. Close to its level in large samples.
   *
   * @see "Efron and Tibshirani (1993), An Introduction to the Bootstrap, Chapman and Hall, chapter
   *     13"
   */
  BOOTSTRAP_PERCENTILE("bootstrap percentiles", false),

  /**
   * For shares: holds the true probability at least as often as the level says, if the cases are
   * independent.
   *
   * @see <a href="https://doi.org/10.1093/biomet/26.4.404">Clopper and Pearson (1934), The use of
   *     confidence or fiducial limits illustrated in the case of the binomial, Biometrika 26,
   *     404-413</a>
   */
  CLOPPER_PEARSON("Clopper-Pearson", true),

  /**
   * For shares: the probabilities that a normal test would not refuse. Close to its level for any
   * probability once there are some tens of cases, and never outside {@code [0, 1]}.
   *
   * @see <a href="https://doi.org/10.1080/01621459.1927.10502953">Wilson (1927), Probable
   *     inference, the law of succession, and statistical inference, Journal of the American
   *     Statistical Association 22, 209-212</a>
   */
  WILSON("Wilson", false);

  private final String description;
  private final boolean guaranteed;

  IntervalMethod(String description, boolean guaranteed) {
    this.description = description;
    this.guaranteed = guaranteed;
  }

  /** Whether the coverage is never below the level, however small the sample. */
  public boolean isGuaranteed() {
    return guaranteed;
  }

  /** The name for people, such as {@code Clopper-Pearson}. */
  public String description() {
    return description;
  }
}
