package dev.steppe.statistics;

/**
 * How a p-value is found.
 *
 * @since 0.1
 */
public enum PValueMethod {
  /** Over all orders that could have been, ties as they are: no approximation. */
  EXACT("exact, over all orders"),
  /** From the normal distribution, with the variance corrected for ties; for large samples. */
  NORMAL("normal approximation"),
  /**
   * From a sample of orders or shuffles drawn with a stated seed, what was observed counted with
   * them, so that it is never 0.
   *
   * @see <a href="https://doi.org/10.2202/1544-6115.1585">Phipson and Smyth (2010), Permutation
   *     p-values should never be zero, Statistical Applications in Genetics and Molecular Biology
   *     9, article 39</a>
   */
  SAMPLED("from a sample");

  private final String description;

  PValueMethod(String description) {
    this.description = description;
  }

  /** What it rests on, for people. */
  public String description() {
    return description;
  }
}
