package dev.steppe.tipping;

import static java.util.Objects.requireNonNull;

import dev.steppe.internal.Text;
import dev.steppe.model.Indicator;
import java.util.OptionalDouble;

/**
 * What one indicator can do alone, with everything else as it is.
 *
 * <pre>{@code
 * TippingLever border = TippingPoint.of(scorer, aland).toReach(58).alone("border_share");
 * border.reaches();                        // true
 * border.neededReading().getAsDouble();    // 12.0
 * }</pre>
 *
 * @param indicator the indicator
 * @param status whether it reaches the target
 * @param reading its central reading; empty if missing or not applicable
 * @param value its normalised value, from 0 to 100; empty if missing
 * @param neededReading the reading nearest to the present one that reaches the target; where it
 *     cannot be reached, the nearest one that takes the score as far as this indicator can; empty
 *     if the indicator is missing, not applicable or immutable
 * @param neededValue the normalised value of that reading
 * @param score the score at that reading, and the score as it is if there is none
 * @since 0.1
 */
public record TippingLever(
    Indicator indicator,
    Status status,
    OptionalDouble reading,
    OptionalDouble value,
    OptionalDouble neededReading,
    OptionalDouble neededValue,
    double score) {

  /** Whether an indicator reaches the target alone. */
  public enum Status {
    /** It does, at the needed reading and beyond. */
    REACHES,
    /** It does not, wherever it goes within its bounds. */
    CANNOT,
    /** Its cost is infinite: it stays where it is. */
    IMMUTABLE,
    /** It has no reading, so there is nothing to move. */
    MISSING,
    /** It does not apply to the country, so there is nothing to move. */
    NOT_APPLICABLE
  }

  /** Checks that no part is null. */
  public TippingLever {
    requireNonNull(indicator, "indicator");
    requireNonNull(status, "status");
    requireNonNull(reading, "reading");
    requireNonNull(value, "value");
    requireNonNull(neededReading, "neededReading");
    requireNonNull(neededValue, "neededValue");
  }

  /** The code of the indicator. */
  public String code() {
    return indicator.code();
  }

  /** Whether it reaches the target alone. */
  public boolean reaches() {
    return status == Status.REACHES;
  }

  /** How many points its normalised value moves; 0 if it is missing or immutable. */
  public double points() {
    return neededValue.isPresent() && value.isPresent()
        ? Math.abs(neededValue.getAsDouble() - value.getAsDouble())
        : 0;
  }

  @Override
  public String toString() {
    return Text.printable(AnswerText.lever(this));
  }
}
