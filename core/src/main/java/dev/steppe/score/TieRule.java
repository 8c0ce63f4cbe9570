package dev.steppe.score;

/**
 * Which rank countries get whose scores are equal; for the scores 70, 50, 50, 20.
 *
 * <pre>{@code
 * CountryProfile like = bland.withCountry(Country.of("CCC", "Cland"));
 * scorer.rank(aland, bland, like).rank("CCC");                                // 2.0
 * scorer.rank(aland, bland, like).withTieRule(TieRule.AVERAGE).rank("CCC");   // 2.5
 * }</pre>
 *
 * @since 0.1
 */
public enum TieRule {
  /** The best of the ranks they share: 1, 2, 2, 4 (standard competition ranking). */
  LOWEST,
  /** The worst of the ranks they share: 1, 3, 3, 4. */
  HIGHEST,
  /** The mean of the ranks they share: 1, 2.5, 2.5, 4 (fractional ranking). */
  AVERAGE,
  /** One rank for each score, without gaps: 1, 2, 2, 3 (dense ranking). */
  DENSE
}
