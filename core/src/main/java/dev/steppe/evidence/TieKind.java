package dev.steppe.evidence;

/**
 * What a tie between two actors obliges them to. The default strengths, in {@code [0, 1]}, are
 * judgements; a network may state its own.
 *
 * <pre>{@code
 * TieKind.DEFENCE_PACT.defaultStrength();   // 0.75
 * }</pre>
 *
 * @see <a href="https://doi.org/10.1177/0022002700044005006">Leeds, Long and Mitchell (2000),
 *     Reevaluating Alliance Reliability, Journal of Conflict Resolution 44(5):686</a>
 * @since 0.1
 */
public enum TieKind {
  /**
   * A duty to help when the other is attacked. Such commitments were honoured 74.5 percent of the
   * time (Leeds, Long and Mitchell 2000), so 0.75.
   */
  DEFENCE_PACT(0.75),
  /** A common market or customs border: costly to leave, but no one need fight for it; 0.5. */
  ECONOMIC_UNION(0.5),
  /** Standing organs and common positions, mostly without a duty to act on them; 0.4. */
  POLITICAL_BLOC(0.4),
  /** Agreed cooperation in named fields, which either side may let rest; 0.25. */
  PARTNERSHIP(0.25),
  /** A declared wish to join or to be joined, which binds nobody yet; 0.1. */
  ASPIRATION(0.1);

  private final double defaultStrength;

  TieKind(double defaultStrength) {
    this.defaultStrength = defaultStrength;
  }

  /** The strength of a tie of this kind between full members, unless stated otherwise. */
  public double defaultStrength() {
    return defaultStrength;
  }
}
