package dev.steppe.score;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.steppe.evidence.Country;
import dev.steppe.internal.Checks;
import dev.steppe.internal.NameIndex;
import dev.steppe.table.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Scorecards of one model, the riskiest first: rank 1.
 *
 * <p>Scores that agree to {@value #DECIMALS} decimals count as equal, so that rounding errors do
 * not decide an order; which rank they get is the {@link TieRule}, by default {@link
 * TieRule#LOWEST}. They are listed by country code.
 *
 * <pre>{@code
 * Ranking ranking = scorer.rank(List.of(bland, aland));
 * ranking.countries();    // [Aland (AAA), Bland (BBB)]
 * ranking.rank("BBB");    // 2.0
 * }</pre>
 *
 * @since 0.1
 */
public final class Ranking implements Iterable<Ranking.Entry> {

  /** The decimals to which scores are rounded before they are ranked. */
  public static final int DECIMALS = 9;

  private static final double UNITS = 1e9;

  /**
   * Compares two scores, or two differences, at {@value #DECIMALS} decimals.
   *
   * @return less than 0, 0, or more than 0, as in {@link Double#compare}
   */
  public static int compareScores(double first, double second) {
    return Double.compare(rounded(first), rounded(second));
  }

  private final ImmutableList<Entry> entries;
  private final TieRule tieRule;

  /** Made when somebody asks for a country. */
  private @Nullable NameIndex codes;

  private Ranking(ImmutableList<Entry> entries, TieRule tieRule) {
    this.entries = entries;
    this.tieRule = tieRule;
  }

  /**
   * One place in the ranking.
   *
   * @param rank from 1, the riskiest; may have a half under {@link TieRule#AVERAGE}
   * @param scorecard the score and what it is made of
   */
  public record Entry(double rank, Scorecard scorecard) {

    /** The country. */
    public Country country() {
      return scorecard.country();
    }

    /** The score. */
    public double value() {
      return scorecard.value();
    }
  }

  /** Ranks scorecards under {@link TieRule#LOWEST}. */
  public static Ranking of(Iterable<Scorecard> scorecards) {
    return of(scorecards, TieRule.LOWEST);
  }

  /**
   * Ranks scorecards.
   *
   * @throws IllegalArgumentException if they come from different models, or a country and date come
   *     twice
   */
  public static Ranking of(Iterable<Scorecard> scorecards, TieRule tieRule) {
    requireNonNull(tieRule, "tieRule");
    List<Scorecard> sorted = new ArrayList<>();
    for (Scorecard card : scorecards) {
      if (!sorted.isEmpty()) {
        sorted.get(0).checkComparable(card);
      }
      sorted.add(card);
    }
    List<String> repeated = repeated(sorted);
    if (repeated.size() == 1) {
      throw new IllegalArgumentException(repeated.get(0));
    }
    Checks.noFaults("Ranking", repeated);
    sorted.sort(
        Comparator.comparingDouble((Scorecard card) -> -rounded(card))
            .thenComparing(Scorecard::countryAtDate));
    ImmutableList.Builder<Entry> entries = ImmutableList.builder();
    int distinct = 0;
    int start = 0;
    while (start < sorted.size()) {
      int end = start;
      while (end < sorted.size() && rounded(sorted.get(end)) == rounded(sorted.get(start))) {
        end++;
      }
      distinct++;
      double rank =
          switch (tieRule) {
            case LOWEST -> start + 1;
            case HIGHEST -> end;
            case AVERAGE -> (start + 1 + end) / 2.0;
            case DENSE -> distinct;
          };
      for (int i = start; i < end; i++) {
        entries.add(new Entry(rank, sorted.get(i)));
      }
      start = end;
    }
    return new Ranking(entries.build(), tieRule);
  }

  /** A fault for each scorecard whose country and date an earlier one has. */
  static List<String> repeated(Iterable<Scorecard> scorecards) {
    List<String> faults = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (Scorecard card : scorecards) {
      if (!seen.add(card.countryAtDate().key())) {
        faults.add(
            "A ranking has each country once a date, but "
                + card.countryAtDate()
                + " was given twice");
      }
    }
    return faults;
  }

  private static double rounded(Scorecard card) {
    return rounded(card.value());
  }

  /** In units of the last decimal, without a negative zero. */
  private static double rounded(double score) {
    return Math.rint(score * UNITS) + 0.0;
  }

  /** The places, the riskiest first. */
  public ImmutableList<Entry> entries() {
    return entries;
  }

  /** The countries, the riskiest first. */
  public ImmutableList<Country> countries() {
    ImmutableList.Builder<Country> countries = ImmutableList.builder();
    for (Entry entry : entries) {
      countries.add(entry.country());
    }
    return countries.build();
  }

  /**
   * A country's place.
   *
   * @param code the country's code
   * @throws IllegalArgumentException if the country is not ranked, or at several dates
   */
  public Entry entry(String code) {
    NameIndex index = codes;
    if (index == null) {
      // Two threads may each make one, which are alike.
      index =
          new NameIndex(
              entries.stream().map(entry -> entry.country().code()).toList(),
              entries.stream().map(entry -> entry.country().name()).toList());
      codes = index;
    }
    return entries.get(
        index.only(
            "Country", code, "is not ranked", "is ranked more than once, at different dates"));
  }

  /** A country's rank, from 1, the riskiest; see {@link #entry}. */
  public double rank(String code) {
    return entry(code).rank();
  }

  /** The rule by which countries with equal scores are ranked. */
  public TieRule tieRule() {
    return tieRule;
  }

  /** The same scorecards under another rule. */
  public Ranking withTieRule(TieRule rule) {
    List<Scorecard> cards = new ArrayList<>();
    for (Entry entry : entries) {
      cards.add(entry.scorecard());
    }
    return of(cards, rule);
  }

  /** How many countries are ranked. */
  public int size() {
    return entries.size();
  }

  @Override
  public Iterator<Entry> iterator() {
    return entries.iterator();
  }

  /** The same as plain data, which a library for JSON writes and reads without a word about it. */
  public RankingRecord toRecord() {
    return RankingRecord.of(this);
  }

  /** Rank, country, score, range and coverage as a table. */
  public Table toTable() {
    return RankingTables.ranking(this);
  }

  @Override
  public boolean equals(@Nullable Object object) {
    return object instanceof Ranking other
        && tieRule == other.tieRule
        && entries.equals(other.entries);
  }

  @Override
  public int hashCode() {
    return entries.hashCode();
  }

  /** The same as {@link #toTable()}, as text. */
  @Override
  public String toString() {
    return toTable().toString();
  }
}
