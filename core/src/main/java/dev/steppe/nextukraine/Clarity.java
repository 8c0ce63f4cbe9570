package dev.steppe.nextukraine;

/**
 * How clear the order of two countries is, by a rule on what each kind of doubt leaves of it.
 *
 * <p>The shares that keep the order that the central readings give are those of drawn readings, of
 * all weights of the indicators that both have, of methods, and of draws in which readings,
 * weights, scales and strengths of ties are drawn together. They are shares of draws, weights and
 * methods, no probabilities of events.
 *
 * @since 0.1
 */
public enum Clarity {

  /**
   * No readings within their bounds turn it, and 95 % of weights, of methods and of draws of all
   * together keep it.
   */
  DECIDED("decided"),

  /**
   * Four fifths of draws, of weights, of methods and of draws of all together, or more, keep it.
   */
  LEANING("leaning"),

  /** Anything less. */
  TOO_CLOSE_TO_CALL("too close to call");

  private static final double NEARLY_ALL = 0.95;
  private static final double MOST = 0.8;

  private final String description;

  Clarity(String description) {
    this.description = description;
  }

  /**
   * By the rule.
   *
   * @param decided whether no readings within their bounds turn the order
   * @param readings the share of draws of readings that keep it
   * @param weights the share of weights that keep it
   * @param methods the share of methods that keep it
   * @param together the share of draws of all that is judged that keep it
   */
  static Clarity of(
      boolean decided, double readings, double weights, double methods, double together) {
    double others = Math.min(together, Math.min(weights, methods));
    if (decided && others >= NEARLY_ALL) {
      return DECIDED;
    }
    return Math.min(readings, others) >= MOST ? LEANING : TOO_CLOSE_TO_CALL;
  }

  /** For people, such as {@code too close to call}. */
  public String description() {
    return description;
  }
}
