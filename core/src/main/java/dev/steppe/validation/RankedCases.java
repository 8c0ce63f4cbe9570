package dev.steppe.validation;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSortedSet;
import dev.steppe.score.Ranking;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** The entries of a ranking by name: country and date, or the country alone where that will do. */
final class RankedCases {

  private final Ranking ranking;
  private final ImmutableSortedSet<String> repeated;

  RankedCases(Ranking ranking) {
    this.ranking = requireNonNull(ranking, "ranking");
    Set<String> seen = new HashSet<>();
    ImmutableSortedSet.Builder<String> twice = ImmutableSortedSet.naturalOrder();
    for (Ranking.Entry entry : ranking) {
      if (!seen.add(entry.country().code())) {
        twice.add(entry.country().code());
      }
    }
    this.repeated = twice.build();
  }

  /** The countries that are ranked at several dates. */
  ImmutableSortedSet<String> repeated() {
    return repeated;
  }

  /** The scores by the names that the outcomes use for them. */
  Map<String, Double> scores(Outcomes<String> outcomes) {
    Map<String, Double> dated = scores();
    return byName(outcomes, entry -> requireNonNull(dated.get(name(entry))));
  }

  /** The countries by the names that the outcomes use for their cases. */
  Map<String, String> countries(Outcomes<String> outcomes) {
    return byName(outcomes, entry -> entry.country().code());
  }

  private <T> Map<String, T> byName(Outcomes<String> outcomes, Function<Ranking.Entry, T> of) {
    Map<String, T> byName = new LinkedHashMap<>();
    for (Ranking.Entry entry : ranking) {
      String full = name(entry);
      String code = entry.country().code();
      boolean codeWillDo = !repeated.contains(code) && !outcomes.named().contains(full);
      byName.put(codeWillDo ? code : full, of.apply(entry));
    }
    return byName;
  }

  /**
   * The scores by country and date. Scores that the ranking takes as equal are equal here too, so
   * that ties are the same everywhere.
   */
  Map<String, Double> scores() {
    Map<String, Double> scores = new LinkedHashMap<>();
    double shared = Double.NaN;
    for (Ranking.Entry entry : ranking) {
      if (scores.isEmpty() || Ranking.compareScores(shared, entry.value()) != 0) {
        shared = entry.value();
      }
      scores.put(name(entry), shared);
    }
    return scores;
  }

  private static String name(Ranking.Entry entry) {
    return entry.scorecard().countryAtDate().label();
  }
}
