package dev.steppe.tipping;

import com.google.common.collect.ImmutableList;
import dev.steppe.model.Criterion;
import dev.steppe.model.Direction;
import dev.steppe.model.Indicator;
import dev.steppe.model.Normalization;
import dev.steppe.model.Ramp;
import dev.steppe.model.Range;
import dev.steppe.model.Treatment;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which reading of one indicator takes its value how far: the inverse of treatment and
 * normalisation, whichever they are.
 *
 * <p>The farthest value between the present reading and another one never falls as the other moves
 * away, even where the scale rises and falls. So bisection finds the first reading that takes the
 * value far enough, down to neighbouring doubles.
 *
 * <p>Ranks and categories have finitely many values, which are listed, and so has an indicator with
 * levels. Any other scale counts as continuous, however coarse doubles are: between two readings
 * nothing is ever listed.
 */
final class InverseScale {

  /** How often a room is made smaller before nothing is left of it. */
  private static final int MOST_STEPS = 64;

  private final Treatment treatment;
  private final Normalization normalization;
  private final Direction direction;
  private final boolean up;
  private final double reading;
  private final double value;

  /** The scale as a straight line, where it is one: its inverse is known but for rounding. */
  private final @Nullable Ramp ramp;

  /** The last readings on either side that are in the domain and have a value. */
  private final double lowest;

  private final double highest;

  /** The farthest value there is in the wanted direction. */
  private final double end;

  private final ImmutableList<Level> levels;

  /**
   * The readings of an indicator.
   *
   * @param reading the present one
   * @param up whether the value is to rise
   */
  InverseScale(Criterion criterion, double reading, boolean up) {
    Indicator indicator = criterion.indicator();
    this.treatment = criterion.treatment();
    this.normalization = criterion.normalization();
    this.direction = indicator.direction();
    this.ramp = criterion.ramp().orElse(null);
    this.up = up;
    this.reading = reading;
    this.value = value(reading);
    this.lowest = lastWithValue(Math.max(-Double.MAX_VALUE, indicator.domainLower()));
    this.highest = lastWithValue(Math.min(Double.MAX_VALUE, indicator.domainUpper()));
    double one = farthestUntil(lowest);
    double other = farthestUntil(highest);
    this.end = up ? Math.max(one, other) : Math.min(one, other);
    this.levels =
        !indicator.levels().isEmpty()
            ? listed(indicator.levels())
            : normalization.jumps().isEmpty() ? ImmutableList.of() : findLevels();
  }

  /** The normalised value of a reading. */
  double value(double reading) {
    return ramp != null
        ? ramp.at(reading)
        : normalization.normalize(treatment.treat(reading), direction);
  }

  /** How many points a reading moves the value in the wanted direction; negative the other way. */
  double points(double reading) {
    return distance(value(reading));
  }

  /** How many points the value can move at most. */
  double farthest() {
    return levels.isEmpty() ? distance(end) : levels.get(levels.size() - 1).points();
  }

  /**
   * The reading nearest to the present one that moves the value by at least so many points; where
   * values jump, that of the first level that is far enough.
   */
  double reaching(double points) {
    if (points <= 0) {
      return reading;
    }
    if (!levels.isEmpty()) {
      return levelFor(points).reading();
    }
    // Adding the points up again could miss the end of the scale by a rounding error.
    return points >= farthest() ? nearest(end) : nearest(up ? value + points : value - points);
  }

  private Level levelFor(double points) {
    int low = 0;
    int high = levels.size() - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (levels.get(middle).points() >= points) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return levels.get(low);
  }

  /**
   * The greatest room within another from which no reading leads out. Where readings are so coarse
   * that none has the value at the end of the room, it ends before.
   */
  double within(double room) {
    double left = Math.min(farthest(), room);
    if (!levels.isEmpty()) {
      double last = 0;
      for (Level level : levels) {
        last = level.points() <= left ? level.points() : last;
      }
      return last;
    }
    for (int step = 0; step < MOST_STEPS && left > 0; step++) {
      double there = reaching(left);
      if (points(there) <= room + StartAndTarget.TOLERANCE) {
        return left;
      }
      double before = fromOrdered(ordered(there) + (there > reading ? -1 : 1));
      left = Math.min(Math.nextDown(left), distance(farthestUntil(before)));
    }
    return 0;
  }

  /** Where values jump, all that there are in the wanted direction, from 0; else none at all. */
  ImmutableList<Level> levels() {
    return levels;
  }

  /**
   * A value that a scale that jumps has.
   *
   * @param points how far it is from the present one
   * @param reading the nearest one that has it
   */
  record Level(double points, double reading) {}

  /**
   * The levels of a scale with finitely many values. Around each treated reading where its value
   * jumps, the readings on either side and at it are tried; so there are at most five times as many
   * levels as jumps.
   */
  private ImmutableList<Level> findLevels() {
    TreeMap<Double, Double> nearest = new TreeMap<>();
    normalization
        .jumps()
        .forEach(
            jump -> {
              // The last readings before and up to it, where a treatment gives many the same.
              double before = lastBefore(jump, false);
              double upTo = lastBefore(jump, true);
              for (double at : new double[] {before, next(before), upTo, next(upTo)}) {
                if (at >= lowest && at <= highest && isReadable(at) && points(at) > 0) {
                  nearest.merge(points(at), at, this::nearer);
                }
              }
            });
    return levels(nearest);
  }

  /** The levels that an indicator has, where its readings can be no others. */
  private ImmutableList<Level> listed(List<Double> readings) {
    TreeMap<Double, Double> nearest = new TreeMap<>();
    readings.forEach(
        at -> {
          if (at >= lowest && at <= highest && isReadable(at) && points(at) > 0) {
            nearest.merge(points(at), at, this::nearer);
          }
        });
    return levels(nearest);
  }

  /** From the present reading, in the order of how far they move the value. */
  private ImmutableList<Level> levels(Map<Double, Double> nearest) {
    ImmutableList.Builder<Level> found = ImmutableList.builder();
    found.add(new Level(0, reading));
    nearest.forEach((points, at) -> found.add(new Level(points, at)));
    return found.build();
  }

  private double nearer(double one, double other) {
    return Math.abs(other - reading) <= Math.abs(one - reading) ? other : one;
  }

  private static double next(double reading) {
    return fromOrdered(ordered(reading) + 1);
  }

  /** Whether this reading, between others that have a value, has one itself. */
  private boolean isReadable(double at) {
    try {
      return !Double.isNaN(value(at));
    } catch (IllegalArgumentException noCategory) {
      return false;
    }
  }

  /** The last reading that is treated to less than this, or also to it; one before all if none. */
  private double lastBefore(double jump, boolean orEqual) {
    long near = ordered(lowest) - 1;
    long far = ordered(highest) + 1;
    while (!areNeighbours(near, far)) {
      long middle = middle(near, far);
      double treated = treatment.treat(fromOrdered(middle));
      if (treated < jump || (orEqual && treated == jump)) {
        near = middle;
      } else {
        far = middle;
      }
    }
    return fromOrdered(near);
  }

  /** How many points a value is from the present one in the wanted direction. */
  private double distance(double other) {
    return up ? other - value : value - other;
  }

  private boolean isAtLeast(double found, double wanted) {
    return up ? found >= wanted : found <= wanted;
  }

  /** The value that is farthest in the wanted direction between the present reading and another. */
  private double farthestUntil(double other) {
    if (ramp != null) {
      return up ? Math.max(value, ramp.at(other)) : Math.min(value, ramp.at(other));
    }
    Range bounds =
        normalization.bounds(
            treatment.treat(Math.min(reading, other)),
            treatment.treat(Math.max(reading, other)),
            direction);
    return up ? bounds.upper() : bounds.lower();
  }

  /** The nearest reading with at least this value; there is one. */
  private double nearest(double wanted) {
    boolean below = isAtLeast(farthestUntil(lowest), wanted);
    boolean above = isAtLeast(farthestUntil(highest), wanted);
    double down = below ? first(lowest, wanted) : Double.NEGATIVE_INFINITY;
    double rise = above ? first(highest, wanted) : Double.POSITIVE_INFINITY;
    return reading - down < rise - reading ? down : rise;
  }

  private double first(double last, double wanted) {
    long near = ordered(reading);
    long far = ordered(last);
    if (ramp != null) {
      // The inverse is right but for the last digits, so there is little left to search.
      long guess = ordered(ramp.origin() + (wanted - ramp.low()) / ramp.slope());
      long before = guess + (near < far ? -8 : 8);
      long after = guess + (near < far ? 8 : -8);
      if (isBetween(near, before, far) && !isAtLeast(farthestUntil(fromOrdered(before)), wanted)) {
        near = before;
      }
      if (isBetween(near, after, far) && isAtLeast(farthestUntil(fromOrdered(after)), wanted)) {
        far = after;
      }
    }
    while (!areNeighbours(near, far)) {
      long middle = middle(near, far);
      if (isAtLeast(farthestUntil(fromOrdered(middle)), wanted)) {
        far = middle;
      } else {
        near = middle;
      }
    }
    return fromOrdered(far);
  }

  private double lastWithValue(double end) {
    if (hasValue(end)) {
      return end;
    }
    long near = ordered(reading);
    long far = ordered(end);
    while (!areNeighbours(near, far)) {
      long middle = middle(near, far);
      if (hasValue(fromOrdered(middle))) {
        near = middle;
      } else {
        far = middle;
      }
    }
    return fromOrdered(near);
  }

  /** Whether everything up to this reading can be treated; a logarithm has an end. */
  private boolean hasValue(double end) {
    try {
      farthestUntil(end);
      return true;
    } catch (IllegalArgumentException outside) {
      return false;
    }
  }

  private static boolean isBetween(long near, long between, long far) {
    return near < far ? near < between && between < far : far < between && between < near;
  }

  private static boolean areNeighbours(long near, long far) {
    return near == far || near + 1 == far || far + 1 == near;
  }

  /** Between the two, rounded down; their sum could overflow. */
  private static long middle(long near, long far) {
    return (near & far) + ((near ^ far) >> 1);
  }

  /** Doubles as whole numbers in the same order; both zeros are 0. */
  private static long ordered(double value) {
    long bits = Double.doubleToLongBits(value);
    return bits >= 0 ? bits : Long.MIN_VALUE - bits;
  }

  private static double fromOrdered(long order) {
    return Double.longBitsToDouble(order >= 0 ? order : Long.MIN_VALUE - order);
  }
}
