package dev.steppe.internal.kernel;

/** Where a score stands of which a missing reading may be anything. */
public enum GapEnd {
  /** At the middle of the other two. */
  MIDDLE,
  /** With everything that is missing at the safe end of its scale. */
  SAFEST,
  /** With everything that is missing at the risky end of its scale. */
  RISKIEST
}
