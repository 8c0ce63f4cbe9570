package dev.steppe.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TwiceAtOnceTest {

  private record Held(int number, int kind, Period period) {}

  private static Held any(int number, Random random) {
    LocalDate since = LocalDate.ofEpochDay(random.nextInt(300));
    boolean open = random.nextInt(20) == 0;
    return new Held(
        number,
        random.nextInt(4),
        open ? Period.from(since) : new Period(since, since.plusDays(1 + random.nextInt(6))));
  }

  @Test
  void pairs_are_those_that_are_found_one_by_one() {
    Random random = new Random(1);
    for (int i = 0; i < 1000; i++) {
      List<Held> all = new ArrayList<>();
      for (int n = random.nextInt(90); n > 0; n--) {
        all.add(any(all.size(), random));
      }
      List<String> expected = new ArrayList<>();
      for (Held one : all) {
        for (Held other : all.subList(one.number() + 1, all.size())) {
          if (one.kind() == other.kind() && one.period().overlaps(other.period())) {
            expected.add(one + " " + other);
          }
        }
      }
      List<String> found = new ArrayList<>();
      for (int[] pair :
          TwiceAtOnce.pairs(
              all.stream().map(Held::kind).toList(), all.stream().map(Held::period).toList())) {
        found.add(all.get(pair[0]) + " " + all.get(pair[1]));
      }
      assertThat(found).isEqualTo(expected);
    }
  }
}
