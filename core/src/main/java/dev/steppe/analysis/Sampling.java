package dev.steppe.analysis;

/**
 * Where in the space of the inputs an output is computed.
 *
 * @since 0.1
 */
public enum Sampling {

  /**
   * The Sobol sequence with Joe and Kuo's direction numbers, scrambled digit by digit by random
   * bits that depend on the seed. Its points fill the space evenly, so that estimates are closer to
   * the truth as a rule than with as many random points. The number of rows is a power of 2, and
   * there are at most 500 inputs (a weight vector counts as one for each indicator).
   *
   * @see <a href="https://doi.org/10.1137/070709359">Joe and Kuo (2008), Constructing Sobol
   *     sequences with better two-dimensional projections, SIAM Journal on Scientific Computing 30,
   *     2635-2654</a>
   * @see <a href="https://doi.org/10.1214/aos/1031594731">Owen (1997), Scrambled net variance for
   *     integrals of smooth functions. Annals of Statistics 25(4), 1541-1562</a>
   */
  SCRAMBLED_SOBOL("scrambled Sobol sequence"),

  /** Independent random points: any number of rows and of inputs. */
  RANDOM("random points");

  private final String description;

  Sampling(String description) {
    this.description = description;
  }

  /** The name for people, such as {@code scrambled Sobol sequence}. */
  public String description() {
    return description;
  }
}
