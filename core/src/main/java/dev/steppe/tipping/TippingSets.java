package dev.steppe.tipping;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.steppe.internal.Text;
import dev.steppe.score.Scorecard;
import dev.steppe.table.Table;

/**
 * The smallest sets of scenarios that take a country to its target: every set that reaches it while
 * none of its proper subsets does.
 *
 * <p>All sets were tried one by one, because the effects of scenarios need not add up, and one more
 * scenario may undo what others did. So a set that contains one of these need not reach the target
 * itself. The scenarios of a set are applied in the order of the library.
 *
 * @param card the country as it is
 * @param target the score to reach
 * @param scenarios the library, by name
 * @param minimal the minimal sets: the smallest first, else in the order of the library
 * @param tried how many sets have a score, the empty one included
 * @param reaching how many of those reach the target
 * @param excluded the smallest sets that cannot be applied or scored together; no set that goes on
 *     from them was tried
 * @since 0.1
 */
public record TippingSets(
    Scorecard card,
    double target,
    ImmutableList<String> scenarios,
    ImmutableList<Found> minimal,
    long tried,
    long reaching,
    ImmutableList<Excluded> excluded) {

  /** Checks that no part is null. */
  public TippingSets {
    requireNonNull(card, "card");
    requireNonNull(scenarios, "scenarios");
    requireNonNull(minimal, "minimal");
    requireNonNull(excluded, "excluded");
  }

  /**
   * A minimal set.
   *
   * @param scenarios the names, in the order of the library; empty if no scenario is needed
   * @param score the score after them
   */
  public record Found(ImmutableList<String> scenarios, double score) {

    /** Checks that no part is null. */
    public Found {
      requireNonNull(scenarios, "scenarios");
    }

    @Override
    public String toString() {
      return Text.ofRecord(this);
    }
  }

  /**
   * A set that has no score.
   *
   * @param scenarios the names, in the order of the library
   * @param reason why it cannot be applied or scored
   */
  public record Excluded(ImmutableList<String> scenarios, String reason) {

    /** Checks that no part is null. */
    public Excluded {
      requireNonNull(scenarios, "scenarios");
      requireNonNull(reason, "reason");
    }

    @Override
    public String toString() {
      return Text.ofRecord(this);
    }
  }

  /** Whether any set reaches the target. */
  public boolean isReachable() {
    return reaching > 0;
  }

  /** The minimal sets, as a table. */
  public Table toTable() {
    return AnswerText.table(this);
  }

  /** The same as {@link #toTable()}, as text. */
  @Override
  public String toString() {
    return toTable().toString();
  }
}
