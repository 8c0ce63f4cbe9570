package dev.steppe.assertj;

import dev.steppe.internal.Checks;

/**
 * The least by which one score must exceed another, see {@link SteppeAssertions#byAtLeast}.
 *
 * <pre>{@code
 * assertThat(aland).isRiskierThan(bland, byAtLeast(20));   // by 20 points or more
 * }</pre>
 *
 * @param points in points of the scale from 0 to 100
 * @since 0.1
 */
public record Margin(double points) {

  /** No more than a difference. */
  static final Margin NONE = new Margin(0);

  /**
   * Checks the points.
   *
   * @throws IllegalArgumentException unless they are in {@code [0, 100]}
   */
  public Margin {
    points = Checks.inRange(points, 0, 100, "margin");
  }

  @Override
  public String toString() {
    return "by at least " + points + " points";
  }
}
