package dev.steppe.score;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.table.Table;

/**
 * A ranking of the countries that can be ranked, and the others with the reasons: what {@link
 * Scorer#rankScorable} gives.
 *
 * <pre>{@code
 * PartialRanking partial = scorer.rankScorable(List.of(aland, bland.withoutReading("treaty")));
 * partial.ranking().rank("AAA");   // 1.0
 * partial.notRanked();             // [Bland (BBB): no reading of 'treaty', and the model's missing policy is to fail]
 * }</pre>
 *
 * @param ranking those that have a score, among themselves; may be empty
 * @param notRanked the others, in the order in which they were given
 * @since 0.1
 */
public record PartialRanking(Ranking ranking, ImmutableList<NotRanked> notRanked) {

  /** Checks that no part is null. */
  public PartialRanking {
    requireNonNull(ranking, "ranking");
    requireNonNull(notRanked, "notRanked");
  }

  /**
   * A country that has no score.
   *
   * @param profile of the country
   * @param reasons every fault of the profile; at least one
   */
  public record NotRanked(CountryProfile profile, ImmutableList<String> reasons) {

    /** Checks that there is a reason. */
    public NotRanked {
      requireNonNull(profile, "profile");
      if (reasons.isEmpty()) {
        throw new IllegalArgumentException(
            profile.countryAtDate() + " needs a reason for not being ranked");
      }
    }

    /** The country and the reasons in a line. */
    @Override
    public String toString() {
      return profile.countryAtDate() + ": " + String.join("; ", reasons);
    }
  }

  /** Whether every country is ranked. */
  public boolean isComplete() {
    return notRanked.isEmpty();
  }

  /** The profiles of those that are ranked, the riskiest first: to ask more about. */
  public ImmutableList<CountryProfile> rankedProfiles() {
    ImmutableList.Builder<CountryProfile> profiles = ImmutableList.builder();
    for (Ranking.Entry entry : ranking) {
      profiles.add(entry.scorecard().profile());
    }
    return profiles.build();
  }

  /** The ranking as a table, then those that are not ranked, each with the reasons. */
  public Table toTable() {
    return RankingTables.partialRanking(this);
  }

  /** The same as {@link #toTable()}, as text. */
  @Override
  public String toString() {
    return toTable().toString();
  }
}
