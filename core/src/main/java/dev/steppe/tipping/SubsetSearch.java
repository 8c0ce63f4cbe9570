package dev.steppe.tipping;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.steppe.analysis.Progress;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.internal.Text;
import dev.steppe.score.Scorecard;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Tries all sets of changes. A set is a number whose bits are its members. */
final class SubsetSearch {

  /** About a million sets, a matter of seconds. */
  static final int MOST = 20;

  private final Progress progress;
  private final Scorecard card;
  private final double target;
  private final boolean up;
  private final ImmutableList<String> names;
  private final ImmutableList<UnaryOperator<CountryProfile>> changes;

  /** Scores by set; NaN for those without one. */
  private final double[] scores;

  private long seen = 1;
  private final Map<Integer, String> faults = new TreeMap<>();

  private SubsetSearch(
      Scorecard card,
      double target,
      ImmutableMap<String, UnaryOperator<CountryProfile>> library,
      Progress progress) {
    this.progress = progress;
    this.card = card;
    this.target = target;
    this.up = card.value() <= target;
    this.names = library.keySet().asList();
    this.changes = library.values().asList();
    this.scores = new double[1 << names.size()];
    Arrays.fill(scores, Double.NaN);
  }

  static TippingSets of(
      Scorecard card,
      double target,
      ImmutableMap<String, UnaryOperator<CountryProfile>> library,
      Progress progress) {
    if (library.isEmpty()) {
      throw new IllegalArgumentException("There must be at least one scenario to try");
    }
    if (library.size() > MOST) {
      throw new IllegalArgumentException(
          Text.of(
              "There are %s scenarios, and their 2^%s sets are too many to try one by"
                  + " one; at most %s can be given",
              library.size(), library.size(), MOST));
    }
    return new SubsetSearch(card, target, library, progress).run();
  }

  private TippingSets run() {
    scores[0] = card.value();
    extend(0, 0, card.profile());
    BitSet reaching = new BitSet(scores.length);
    long tried = 0;
    for (int set = 0; set < scores.length; set++) {
      if (!Double.isNaN(scores[set])) {
        tried++;
        double beyond = up ? scores[set] - target : target - scores[set];
        reaching.set(set, beyond >= -StartAndTarget.TOLERANCE);
      }
    }
    List<TippingSets.Found> minimal = new ArrayList<>();
    for (int set : minimal(reaching)) {
      minimal.add(new TippingSets.Found(namesOf(set), scores[set]));
    }
    BitSet faulty = new BitSet(scores.length);
    faults.keySet().forEach(faulty::set);
    List<TippingSets.Excluded> excluded = new ArrayList<>();
    for (int set : minimal(faulty)) {
      excluded.add(new TippingSets.Excluded(namesOf(set), faults.getOrDefault(set, "")));
    }
    return new TippingSets(
        card,
        target,
        names,
        ImmutableList.copyOf(minimal),
        tried,
        reaching.cardinality(),
        ImmutableList.copyOf(excluded));
  }

  /** Tries a set with each of the later changes added, and so on. */
  private void extend(int set, int from, CountryProfile profile) {
    for (int c = from; c < changes.size(); c++) {
      int larger = set | 1 << c;
      progress.tell(seen++, scores.length);
      CountryProfile changed;
      try {
        changed = changes.get(c).apply(profile);
        scores[larger] = card.scorer().score(changed).value();
      } catch (IllegalArgumentException fault) {
        faults.put(larger, String.valueOf(fault.getMessage()));
        continue;
      }
      extend(larger, c + 1, changed);
    }
  }

  /** The sets of which no proper subset is one of them, the smallest first. */
  private static List<Integer> minimal(BitSet sets) {
    List<Integer> minimal = new ArrayList<>();
    BitSet containing = new BitSet(sets.size());
    int end = Math.max(1, Integer.highestOneBit(Math.max(1, sets.length() - 1)) << 1);
    for (int set = 0; set < end; set++) {
      boolean contains = false;
      for (int rest = set; rest != 0 && !contains; rest &= rest - 1) {
        contains = containing.get(set & ~Integer.lowestOneBit(rest));
      }
      if (sets.get(set) && !contains) {
        minimal.add(set);
      }
      containing.set(set, contains || sets.get(set));
    }
    // Reversed bits compare as words do: the set with the earliest member comes first.
    minimal.sort(
        Comparator.<Integer>comparingInt(Integer::bitCount)
            .thenComparing(
                (a, b) -> Integer.compareUnsigned(Integer.reverse(b), Integer.reverse(a))));
    return minimal;
  }

  private ImmutableList<String> namesOf(int set) {
    ImmutableList.Builder<String> found = ImmutableList.builder();
    for (int c = 0; c < names.size(); c++) {
      if ((set >> c & 1) == 1) {
        found.add(names.get(c));
      }
    }
    return found.build();
  }
}
