package dev.steppe.uncertainty;

import com.google.common.collect.ImmutableList;
import dev.steppe.table.Decimals;
import java.util.stream.Collectors;

/**
 * A whole order of the countries of an analysis, and how often it comes up. Countries are named by
 * their code, with the date where one comes at several dates.
 *
 * @param places the countries from the riskiest on; those with equal scores (after rounding to 9
 *     decimals) are in one place, in the order in which they were given
 * @param draws in how many draws the order came up
 * @param share the share of the draws
 * @since 0.1
 */
public record RankingOrder(
    ImmutableList<ImmutableList<String>> places, long draws, Probability share) {

  /** The order in signs, such as {@code UKR > KAZ = MDA}: the riskiest first, equal ones joined. */
  public String notation() {
    return places.stream()
        .map(place -> String.join(" = ", place))
        .collect(Collectors.joining(" > "));
  }

  /** Whether no two countries have the same place. */
  public boolean isStrict() {
    return places.stream().allMatch(place -> place.size() == 1);
  }

  /** Order and share, such as {@code UKR > KAZ = MDA in 40.0 % of draws}. */
  @Override
  public String toString() {
    return notation() + " in " + Decimals.percent(share.value(), 1) + " % of draws";
  }
}
