package dev.steppe.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.steppe.analysis.Execution;
import dev.steppe.analysis.SampleDesign;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.model.RiskModel;
import dev.steppe.score.Ranking;
import dev.steppe.score.Scorer;
import dev.steppe.testing.RandomModels;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Revisions of random models and data. */
class RevisionPropertyTest {

  private static Ranking rank(RiskModel model, Iterable<CountryProfile> data) {
    return Scorer.of(model).rank(data);
  }

  static LongStream seeds() {
    return RandomModels.seeds();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void readings_of_an_additive_model_add_weight_times_difference(long seed) {
    RandomModels.Case from = RandomModels.additive(seed);
    List<CountryProfile> now = new ArrayList<>();
    int change = 0;
    for (CountryProfile profile : from.profiles()) {
      CountryProfile later = profile;
      for (String code : profile.codes()) {
        if (change++ % 3 == 0) {
          later = later.withReading(code, (31 * change + seed) % 120);
        }
      }
      now.add(later);
    }
    Revision revision = Revision.of(from.scorer().rank(from.profiles()), from.scorer().rank(now));
    for (CountryRevision country : revision.countries()) {
      for (CountryRevision.Part part : country.parts()) {
        String code = part.change().readings().get(0).code();
        assertThat(part.points())
            .isCloseTo(
                country
                    .scorecardAfter()
                    .compareWith(country.scorecardBefore())
                    .contribution(code)
                    .points(),
                within(1e-9));
      }
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void parts_sum_to_what_became_of_scores_and_ranks(long seed) {
    RandomRevisions.Pair pair = RandomRevisions.generate(seed, 1 + (int) (seed % 5));
    Revision revision = revision(pair);
    for (CountryRevision country : revision.countries()) {
      assertThat(country.parts().stream().mapToDouble(CountryRevision.Part::points).sum())
          .isCloseTo(country.difference(), within(1e-9));
      assertThat(country.parts().stream().mapToDouble(CountryRevision.Part::places).sum())
          .isCloseTo(country.placesRisen(), within(1e-9));
      for (CountryRevision.Part part : country.parts()) {
        if (part.change().kind() == RevisionChange.Kind.COUNTRIES
            || (part.change().kind() == RevisionChange.Kind.READINGS
                && part.change().readings().stream()
                    .noneMatch(c -> c.country().equals(country.country())))) {
          assertThat(part.points()).as("what does not concern a country").isZero();
        }
      }
    }
    // Each difference that counts is in one change.
    assertThat(revision.changes().stream().flatMap(change -> change.model().stream()))
        .containsExactlyInAnyOrderElementsOf(revision.model().counting());
  }

  private static Revision revision(RandomRevisions.Pair pair) {
    return Revision.of(rank(pair.before(), pair.old()), rank(pair.after(), pair.now()));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void the_way_back_has_the_same_parts_with_the_other_sign(long seed) {
    RandomRevisions.Pair pair = RandomRevisions.generate(seed, 1 + (int) (seed % 4));
    Ranking before = rank(pair.before(), pair.old());
    Ranking after = rank(pair.after(), pair.now());
    Revision revision = Revision.of(before, after);
    if (!revision.isExact()) {
      return;
    }
    Map<String, double[]> there = parts(revision);
    Map<String, double[]> back = parts(Revision.of(after, before));
    assertThat(back.keySet()).isEqualTo(there.keySet());
    there.forEach(
        (key, values) -> {
          double[] other = back.get(key);
          assertThat(other[0]).as(key).isCloseTo(-values[0], within(1e-9));
          assertThat(other[1]).as(key).isCloseTo(-values[1], within(1e-9));
        });
  }

  /** By country and by what a change is of, whichever way. */
  private static Map<String, double[]> parts(Revision revision) {
    Map<String, double[]> parts = new HashMap<>();
    for (CountryRevision country : revision.countries()) {
      for (CountryRevision.Part part : country.parts()) {
        List<String> of = new ArrayList<>();
        part.change()
            .model()
            .forEach(c -> of.add(c.aspect() + " " + (c.path().contains("/") ? c.code() : "")));
        part.change().readings().forEach(c -> of.add("readings " + c.code()));
        part.change().joined().forEach(c -> of.add("country " + c.code()));
        part.change().left().forEach(c -> of.add("country " + c.code()));
        String key = country.country().code() + of.stream().sorted().distinct().toList();
        assertThat(parts.put(key, new double[] {part.points(), part.places()})).as(key).isNull();
      }
    }
    return parts;
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void parts_are_means_over_all_orders(long seed) {
    RandomRevisions.Pair pair = RandomRevisions.generate(seed, 1 + (int) (seed % 3));
    Revision revision = revision(pair);
    List<RevisionChange> changes = revision.changes();
    if (changes.size() > 6 || changes.isEmpty()) {
      return;
    }
    Ranking before = rank(pair.before(), pair.old());
    Ranking after = rank(pair.after(), pair.now());
    ModelComparison comparison = new ModelComparison(pair.before(), pair.after());
    RevisionGame game = new RevisionGame(comparison, revision.data(), before, after);
    RevisionSplit split =
        RevisionSplit.of(game, null, 10, SampleDesign.random(2), Execution.onCallingThread());
    double[][] sums = new double[changes.size()][2 * revision.countries().size()];
    List<List<Integer>> orders = new ArrayList<>();
    permute(new ArrayList<>(), changes.size(), orders);
    orders.removeIf(order -> !isTogether(order, changes));
    for (List<Integer> order : orders) {
      BitSet turned = new BitSet();
      double[] last = game.values(turned);
      for (int change : order) {
        turned.or(split.players().get(change));
        double[] next = game.values(turned);
        for (int i = 0; i < next.length; i++) {
          sums[change][i] += (next[i] - last[i]) / orders.size();
        }
        last = next;
      }
    }
    for (int c = 0; c < revision.countries().size(); c++) {
      for (CountryRevision.Part part : revision.countries().get(c).parts()) {
        double[] expected = sums[part.change().number() - 1];
        assertThat(part.points()).isCloseTo(expected[c], within(1e-9));
        assertThat(part.places())
            .isCloseTo(expected[c + revision.countries().size()], within(1e-9));
      }
    }
  }

  private static void permute(List<Integer> order, int size, List<List<Integer>> orders) {
    if (order.size() == size) {
      orders.add(List.copyOf(order));
    }
    for (int i = 0; i < size; i++) {
      if (!order.contains(i)) {
        order.add(i);
        permute(order, size, orders);
        order.remove(order.size() - 1);
      }
    }
  }

  private static boolean isTogether(List<Integer> order, List<RevisionChange> changes) {
    List<RevisionChange.Kind> kinds = new ArrayList<>();
    for (int i : order) {
      RevisionChange.Kind kind = changes.get(i).kind();
      if (kinds.isEmpty() || kinds.get(kinds.size() - 1) != kind) {
        if (kinds.contains(kind)) {
          return false;
        }
        kinds.add(kind);
      }
    }
    return true;
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {0, 1, 2, 3, 4, 5, 6, 7})
  void random_orders_agree_within_their_errors(long seed) {
    RandomRevisions.Pair pair = RandomRevisions.generate(seed, 4);
    Ranking before = rank(pair.before(), pair.old());
    Ranking after = rank(pair.after(), pair.now());
    Revision exact = Revision.of(before, after);
    SampleDesign design = SampleDesign.random(200).withSeed(seed);
    Revision sampled = Revision.sampled(before, after, design, Execution.onThreads(2));
    assertThat(sampled.isExact()).isFalse();
    assertThat(sampled)
        .isEqualTo(Revision.sampled(before, after, design, Execution.onCallingThread()));
    for (CountryRevision country : exact.countries()) {
      CountryRevision other = sampled.country(country.country().code());
      assertThat(other.parts().stream().mapToDouble(CountryRevision.Part::points).sum())
          .isCloseTo(country.difference(), within(1e-9));
      for (int i = 0; i < country.parts().size(); i++) {
        // Six standard errors: no seed of hundreds is out by chance.
        assertThat(other.parts().get(i).points())
            .isCloseTo(
                country.parts().get(i).points(),
                within(1e-9 + 6 * other.parts().get(i).pointsError()));
      }
    }
  }
}
