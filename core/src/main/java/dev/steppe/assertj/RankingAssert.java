package dev.steppe.assertj;

import static java.util.Objects.requireNonNull;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import com.google.errorprone.annotations.CheckReturnValue;
import dev.steppe.internal.Checks;
import dev.steppe.internal.Text;
import dev.steppe.score.Comparison;
import dev.steppe.score.Ranking;
import dev.steppe.score.Scorecard;
import dev.steppe.table.Table;
import dev.steppe.weights.WeightDistance;
import dev.steppe.weights.WeightFlip;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Claims about the order of countries, the riskiest first.
 *
 * <pre>{@code
 * assertThat(scorer.rank(profiles))
 *     .hasRiskiest("AAA")
 *     .ranksInOrder("AAA", "BBB")
 *     .hasRank("DDD", 3);
 * }</pre>
 *
 * <p>Countries whose scores are equal to {@link Ranking#DECIMALS} decimals are in no order: a claim
 * that one comes before the other fails both ways.
 *
 * <p>A country is named by its code, so a ranking that holds it at several dates can be asked about
 * the others only.
 *
 * @since 0.1
 */
public class RankingAssert extends Claims<RankingAssert, Ranking> {

  /** How many countries a failure lists at either end. */
  private static final int LISTED = 10;

  /** Starts claims; tests rather call {@link SteppeAssertions#assertThat(Ranking)}. */
  public RankingAssert(@Nullable Ranking actual) {
    super(actual, RankingAssert.class);
  }

  /**
   * Claims that these countries appear in this order, the riskiest first; others may stand before,
   * between and after them.
   *
   * <pre>{@code
   * // AAA 67, BBB 32, DDD 30
   * assertThat(ranking).ranksInOrder("AAA", "DDD");   // passes
   * assertThat(ranking).ranksInOrder("BBB", "AAA");   // fails
   * }</pre>
   *
   * @param codes the codes of at least two countries
   * @throws AssertionError if they appear in another order, or two of them are tied
   * @throws IllegalArgumentException if there are fewer than two, one comes twice, or one is not
   *     ranked
   */
  @CanIgnoreReturnValue
  public RankingAssert ranksInOrder(String... codes) {
    isNotNull();
    List<Ranking.Entry> entries = entries(codes);
    if (entries.size() < 2) {
      throw new IllegalArgumentException(
          "ranksInOrder needs at least two countries, but was given " + List.of(codes));
    }
    Optional<String> fault = disorder(entries);
    if (fault.isPresent()) {
      throw failed(expecting() + "to rank in order " + List.of(codes) + "\n" + fault.get());
    }
    return this;
  }

  /**
   * Claims that these are the countries, all of them, in this order, the riskiest first.
   *
   * <pre>{@code
   * // AAA 67, BBB 32, DDD 30
   * assertThat(ranking).ranksExactly("AAA", "BBB", "DDD");   // passes
   * assertThat(ranking).ranksExactly("AAA", "BBB");          // fails: DDD is ranked too
   * }</pre>
   *
   * @throws AssertionError if more are ranked, they appear in another order, or two are tied
   * @throws IllegalArgumentException if one comes twice or is not ranked
   */
  @CanIgnoreReturnValue
  public RankingAssert ranksExactly(String... codes) {
    isNotNull();
    List<Ranking.Entry> entries = entries(codes);
    String claim = expecting() + "to rank exactly " + List.of(codes) + "\n";
    List<String> others = new ArrayList<>();
    for (Ranking.Entry entry : actual) {
      if (!entries.contains(entry)) {
        others.add(entry.country().code());
      }
    }
    if (!others.isEmpty()) {
      throw failed(claim + "but it also ranks " + Text.quoted(others) + ".");
    }
    Optional<String> fault = disorder(entries);
    if (fault.isPresent()) {
      throw failed(claim + fault.get());
    }
    return this;
  }

  /**
   * Claims which rank a country has under the ranking's {@link Ranking#tieRule() tie rule}.
   *
   * <pre>{@code
   * // AAA 67, BBB 32, DDD 30
   * assertThat(ranking).hasRank("BBB", 2);   // passes
   * assertThat(ranking).hasRank("DDD", 2);   // fails: it is 3
   * }</pre>
   *
   * @param rank from 1, the riskiest; may have a half where ties share the average
   * @throws AssertionError if it has another
   * @throws IllegalArgumentException if the country is not ranked, or the rank is less than 1 or
   *     more than the count of countries
   */
  @CanIgnoreReturnValue
  public RankingAssert hasRank(String code, double rank) {
    isNotNull();
    Ranking.Entry entry = entry(code);
    if (!(rank >= 1 && rank <= actual.size())) {
      throw new IllegalArgumentException(
          "rank must be in [1, " + actual.size() + "], but was " + rank);
    }
    if (entry.rank() != rank) {
      List<String> tied = tiedWith(entry);
      throw failed(
          Text.of(
              "%sto have %s at rank %s\nbut it is at rank %s%s.",
              expecting(),
              entry.scorecard().countryAtDate(),
              shown(rank),
              shown(entry.rank()),
              tied.isEmpty()
                  ? ""
                  : Text.of(", tied with %s (%s)", Text.quoted(tied), actual.tieRule())));
    }
    return this;
  }

  /**
   * Claims that a country's score is higher than all others.
   *
   * <pre>{@code
   * // AAA 67, BBB 32, DDD 30
   * assertThat(ranking).hasRiskiest("AAA");   // passes
   * assertThat(ranking).hasRiskiest("BBB");   // fails
   * }</pre>
   *
   * @throws AssertionError if it is not, or is tied
   * @throws IllegalArgumentException if the country is not ranked
   */
  @CanIgnoreReturnValue
  public RankingAssert hasRiskiest(String code) {
    return isAtEnd(code, 1);
  }

  /**
   * Claims that a country's score is lower than all others.
   *
   * <pre>{@code
   * // AAA 67, BBB 32, DDD 30
   * assertThat(ranking).hasLeastRisky("DDD");   // passes
   * assertThat(ranking).hasLeastRisky("AAA");   // fails
   * }</pre>
   *
   * @throws AssertionError if it is not, or is tied
   * @throws IllegalArgumentException if the country is not ranked
   */
  @CanIgnoreReturnValue
  public RankingAssert hasLeastRisky(String code) {
    return isAtEnd(code, -1);
  }

  private RankingAssert isAtEnd(String code, int order) {
    isNotNull();
    Ranking.Entry entry = entry(code);
    if (actual.size() == 1) {
      return this;
    }
    List<Ranking.Entry> all = order > 0 ? actual.entries() : actual.entries().reverse();
    Ranking.Entry rival = all.get(all.get(0).equals(entry) ? 1 : 0);
    Optional<String> fault =
        order > 0
            ? disorder(entry.scorecard(), rival.scorecard())
            : disorder(rival.scorecard(), entry.scorecard());
    if (fault.isPresent()) {
      throw failed(
          Text.of(
              "%sto have %s as the %s\n%s",
              expecting(),
              entry.scorecard().countryAtDate().toString(),
              order > 0 ? "riskiest" : "least risky",
              fault.get()));
    }
    return this;
  }

  /**
   * Goes on with claims about a country's score.
   *
   * <pre>{@code
   * assertThat(ranking).country("AAA").hasScoreBetween(60, 70);
   * }</pre>
   *
   * @throws IllegalArgumentException if the country is not ranked
   */
  @CheckReturnValue
  public ScorecardAssert country(String code) {
    isNotNull();
    return new ScorecardAssert(entry(code).scorecard()).reachedFrom(this, "country '" + code + "'");
  }

  /**
   * Claims that no pair changes its order for all weights of indicators of which none differs from
   * the model's by more than a change.
   *
   * @param change of an effective weight, as a share of all weight, in {@code [0, 1]}
   * @throws AssertionError if some such weights bring two countries level that are not
   * @throws IllegalArgumentException if the change is outside {@code [0, 1]}, or as {@link
   *     WeightFlip#nearest}
   */
  @CanIgnoreReturnValue
  public RankingAssert isRobustToWeightChangesUpTo(double change) {
    isNotNull();
    Checks.inRange(change, 0, 1, "change of a weight");
    WeightFlip.nearest(actual, WeightDistance.LARGEST)
        .flatMap(flip -> Robustness.fault(change, flip))
        .ifPresent(
            fault -> {
              throw failed(
                  Text.of(
                      "%sto keep its order whatever weights change by up to %s\n%s",
                      expecting(), change, fault));
            });
    return this;
  }

  /**
   * Claims that ranks and scores are those of a file that is kept with the tests, to {@link
   * Ranking#DECIMALS} decimals. The system property {@code steppe.snapshots.write} writes the file
   * instead, or renews it.
   *
   * <pre>{@code
   * assertThat(ranking).matchesSnapshot(Path.of("src/test/resources/ranking.csv"));
   * // mvn test -Dtest=MyTest -Dsteppe.snapshots.write
   * }</pre>
   *
   * @throws AssertionError that lists each country of which the rank or the score is another, or
   *     says that there is no file
   * @throws java.io.UncheckedIOException if the file cannot be read or written
   */
  @CanIgnoreReturnValue
  public RankingAssert matchesSnapshot(Path file) {
    requireNonNull(file, "file");
    isNotNull();
    RankingSnapshot.fault(actual, file)
        .ifPresent(
            fault -> {
              throw failed("Expecting the ranking to be that of its snapshot\n" + fault);
            });
    return this;
  }

  private static Optional<String> disorder(List<Ranking.Entry> entries) {
    for (int i = 1; i < entries.size(); i++) {
      Optional<String> fault = disorder(entries.get(i - 1).scorecard(), entries.get(i).scorecard());
      if (fault.isPresent()) {
        return fault;
      }
    }
    return Optional.empty();
  }

  /** Why the first is not riskier than the second; empty if it is. */
  private static Optional<String> disorder(Scorecard first, Scorecard second) {
    int order = Numbers.compare(first.value(), second.value());
    if (order > 0) {
      return Optional.empty();
    }
    Comparison comparison = first.compareWith(second);
    int decimals = Differences.decimals(comparison);
    return Optional.of(
        "but:\n  "
            + ClaimText.card(first, decimals)
            + (order == 0 ? "\nis tied with:\n  " : "\nis less risky than:\n  ")
            + ClaimText.card(second, decimals)
            + (order == 0
                ? ""
                : "\nby " + ClaimText.points(comparison.difference(), decimals) + ".")
            + ClaimText.contributions(comparison, decimals));
  }

  private List<Ranking.Entry> entries(String... codes) {
    requireNonNull(codes, "codes");
    Set<String> seen = new LinkedHashSet<>();
    List<Ranking.Entry> entries = new ArrayList<>();
    for (String code : codes) {
      entries.add(entry(code));
      if (!seen.add(code)) {
        throw new IllegalArgumentException("'" + code + "' was given twice");
      }
    }
    return entries;
  }

  private Ranking.Entry entry(String code) {
    return actual.entry(requireNonNull(code, "code"));
  }

  private List<String> tiedWith(Ranking.Entry entry) {
    List<String> tied = new ArrayList<>();
    for (Ranking.Entry other : actual) {
      if (!other.equals(entry) && other.rank() == entry.rank()) {
        tied.add(other.country().code());
      }
    }
    return tied;
  }

  private String expecting() {
    boolean halves = actual.entries().stream().anyMatch(e -> e.rank() != Math.rint(e.rank()));
    Table.Builder table =
        Table.builder().number("Rank", halves ? 1 : 0).text("Country").number("Score", 1);
    int size = actual.size();
    for (int i = 0; i < size; i++) {
      Ranking.Entry entry = actual.entries().get(i);
      if (i < LISTED || i >= size - LISTED) {
        table.row(entry.rank(), entry.scorecard().countryAtDate().toString(), entry.value());
      } else if (i == LISTED) {
        table.row(
            OptionalDouble.empty(), "(" + (size - 2 * LISTED) + " more)", OptionalDouble.empty());
      }
    }
    return "Expecting:\n  " + table.build().toString().replace("\n", "\n  ") + "\n";
  }

  private static String shown(double rank) {
    return rank == Math.rint(rank) ? Integer.toString((int) rank) : Double.toString(rank);
  }
}
