package dev.steppe.evidence;

import dev.steppe.internal.Checks;
import java.math.BigDecimal;

/**
 * Estimates times powers of ten, with the digits that people would write: 35 percent are 0.35,
 * where the product of the nearest doubles is 0.35000000000000003.
 */
final class DecimalScaling {

  private DecimalScaling() {}

  /** An estimate times ten to a power. */
  static Estimate scaled(Estimate estimate, int power) {
    if (power == 0) {
      return estimate;
    }
    double central = estimate.central();
    if (estimate.isExact()) {
      return Estimate.exact(scaled(central, power));
    }
    double lower = estimate.lower();
    double upper = estimate.upper();
    if (Double.isFinite(lower) && Double.isFinite(upper)) {
      if (estimate.equals(Estimate.between(lower, upper))) {
        return Estimate.between(scaled(lower, power), scaled(upper, power));
      }
      if (estimate.equals(Estimate.triangular(lower, central, upper))) {
        return Estimate.triangular(
            scaled(lower, power), scaled(central, power), scaled(upper, power));
      }
    }
    return estimate.times(BigDecimal.ONE.scaleByPowerOfTen(power).doubleValue());
  }

  /** An estimate times a factor, which may be a power of ten. */
  static Estimate times(Estimate estimate, double factor) {
    int power = (int) Math.round(Math.log10(factor));
    return BigDecimal.ONE.scaleByPowerOfTen(power).doubleValue() == factor
        ? scaled(estimate, power)
        : estimate.times(factor);
  }

  private static double scaled(double number, int power) {
    return Checks.finite(
        BigDecimal.valueOf(number).scaleByPowerOfTen(power).doubleValue(),
        "figure times ten to the power of " + power);
  }
}
