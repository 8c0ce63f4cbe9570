package dev.steppe.evidence;

import static java.util.Objects.requireNonNull;

import dev.steppe.internal.Checks;
import java.io.Serializable;

/** An actor's place in an alliance over a period; degree 1 is full, 0.5 an observer's. */
record Membership(String actor, Period period, double degree) implements Serializable {

  Membership {
    Checks.notBlank(actor, "member");
    requireNonNull(period, "period");
    degree = Checks.inRange(degree, 0, 1, "degree of member '" + actor + "'");
  }
}
