package dev.steppe.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.steppe.validation.Samples.Sample;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ScoreGroupsTest {

  static LongStream seeds() {
    return Samples.seeds();
  }

  /** The example in the description of the class. */
  @Test
  void a_first_example() {
    Map<String, Integer> scores = Map.of("AAA", 70, "BBB", 50, "CCC", 50, "DDD", 20);
    ScoreGroups groups = Validation.of(scores, Outcomes.of("AAA", "CCC")).groups(3);
    assertThat(groups.groups().get(1))
        .hasToString(
            "score 50.000..50.000: 1 of 2 cases with the event, 0.013..0.987 (at least 95 %,"
                + " Clopper-Pearson)");
    assertThat(groups.falls()).isZero();
    assertThat(groups.toTable().title())
        .isEqualTo("How often the event came: 4 cases, 2 with the event");
    assertThat(groups).hasToString(groups.toTable().toString());
  }

  @Test
  void deciles_of_a_hundred_cases_are_tens() {
    Map<Integer, Integer> scores = new LinkedHashMap<>();
    Map<Integer, Boolean> outcomes = new LinkedHashMap<>();
    for (int i = 0; i < 100; i++) {
      scores.put(i, i);
      // The n-th ten, from 0, has n events, but the last has none.
      outcomes.put(i, i < 90 && i % 10 < i / 10);
    }
    ScoreGroups groups = Validation.of(scores, Outcomes.of(outcomes)).groups(10);
    assertThat(groups.groups()).extracting(ScoreGroups.Group::cases).containsOnly(10);
    assertThat(groups.groups())
        .extracting(ScoreGroups.Group::events)
        .containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 0);
    assertThat(groups.groups().get(3).least()).isEqualTo(30);
    assertThat(groups.groups().get(3).greatest()).isEqualTo(39);
    assertThat(groups.groups().get(3).share()).isEqualTo(0.3);
    assertThat(groups.falls()).isEqualTo(1);
    assertThat(groups.toTable().notes())
        .contains(
            "A score is an index, not a probability: the share should rise from group to group,"
                + " and falls 1 time.");
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void every_case_is_in_one_group_and_equal_scores_in_the_same(long seed) {
    Sample sample = Sample.random(seed, 12);
    int size = sample.scores().length;
    for (int count = 2; count <= size; count++) {
      ScoreGroups groups = sample.validation().groups(count);
      assertThat(groups.groups().size()).isBetween(1, count);
      assertThat(groups.groups().stream().mapToInt(ScoreGroups.Group::cases).sum()).isEqualTo(size);
      assertThat(groups.groups().stream().mapToInt(ScoreGroups.Group::events).sum())
          .isEqualTo(sample.positives());
      for (int i = 1; i < groups.groups().size(); i++) {
        assertThat(groups.groups().get(i).least())
            .isGreaterThan(groups.groups().get(i - 1).greatest());
      }
    }
  }

  @Test
  void the_count_is_within_the_cases() {
    Validation validation = Validation.of(Map.of("AAA", 1, "BBB", 2), Outcomes.of("AAA"));
    for (int count : new int[] {1, 3}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> validation.groups(count))
          .withMessage("Count of groups must be in [2, 2], the count of cases, but was " + count);
    }
  }
}
