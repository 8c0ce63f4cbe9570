package dev.steppe.model;

/**
 * Which end of an indicator is the risky one (polarity, in the OECD Handbook's word).
 *
 * <pre>{@code
 * Normalization.goalposts(0, 1).normalize(0.25, Direction.HIGHER_IS_RISKIER);   // 25.0
 * Normalization.goalposts(0, 1).normalize(0.25, Direction.LOWER_IS_RISKIER);    // 75.0
 * }</pre>
 *
 * @since 0.1
 */
public enum Direction {
  /** A greater reading means more risk: the normalised value is {@code x}. */
  HIGHER_IS_RISKIER,
  /** A smaller reading means more risk: the normalised value is {@code 100 - x}. */
  LOWER_IS_RISKIER;

  boolean isHigherRiskier() {
    return this == HIGHER_IS_RISKIER;
  }
}
