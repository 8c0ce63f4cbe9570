package dev.steppe.revision;

import static java.util.Objects.requireNonNull;

import dev.steppe.internal.Text;
import dev.steppe.score.RankingRecord;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * A country in two rankings, stored or of today.
 *
 * @param country the country's code
 * @param name its name, the later one if there are two
 * @param before its place in the earlier ranking; empty if it is not ranked there
 * @param after its place in the later ranking
 * @since 0.1
 */
public record PlaceChange(
    String country,
    String name,
    Optional<RankingRecord.Place> before,
    Optional<RankingRecord.Place> after) {

  /** Checks that no part is null. */
  public PlaceChange {
    requireNonNull(country, "country");
    requireNonNull(name, "name");
    requireNonNull(before, "before");
    requireNonNull(after, "after");
  }

  static PlaceChange of(RankingRecord.@Nullable Place before, RankingRecord.@Nullable Place after) {
    RankingRecord.Place one = requireNonNull(after == null ? before : after);
    return new PlaceChange(
        one.of().country(),
        one.of().name(),
        Optional.ofNullable(before),
        Optional.ofNullable(after));
  }

  /** The later score minus the earlier, in points; empty if there are not both. */
  public OptionalDouble difference() {
    return before.isPresent() && after.isPresent()
        ? OptionalDouble.of(after.get().of().score() - before.get().of().score())
        : OptionalDouble.empty();
  }

  /** By how many places it moved toward the riskiest; empty if there are not both. */
  public OptionalDouble placesRisen() {
    return before.isPresent() && after.isPresent()
        ? OptionalDouble.of(before.get().rank() - after.get().rank())
        : OptionalDouble.empty();
  }

  /** Whether a class of scores is stated both times, and is another. */
  public boolean changedClass() {
    return before.isPresent()
        && after.isPresent()
        && before.get().of().riskClass() != null
        && after.get().of().riskClass() != null
        && !before.get().of().riskClass().equals(after.get().of().riskClass());
  }

  @Override
  public String toString() {
    return Text.ofRecord(this);
  }
}
