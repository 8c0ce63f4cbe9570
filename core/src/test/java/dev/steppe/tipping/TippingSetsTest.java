package dev.steppe.tipping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.ImmutableMap;
import dev.steppe.evidence.Country;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.model.Direction;
import dev.steppe.model.Indicator;
import dev.steppe.model.Normalization;
import dev.steppe.model.RiskModel;
import dev.steppe.scenario.Scenario;
import dev.steppe.scenario.Shift;
import dev.steppe.score.Scorer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TippingSetsTest {

  private static final Scorer SCORER =
      Scorer.of(
          RiskModel.builder("one")
              .indicator(
                  Indicator.of("x", Direction.HIGHER_IS_RISKIER),
                  1,
                  Normalization.goalposts(0, 100))
              .build());

  private static CountryProfile at(double x) {
    return CountryProfile.builder(Country.of("AAA", "Aland")).reading("x", x).build();
  }

  private static double x(CountryProfile profile) {
    return profile.estimate("x").orElseThrow().central();
  }

  private static UnaryOperator<CountryProfile> plus(double points) {
    return profile -> profile.withReading("x", x(profile) + points);
  }

  @Test
  void every_minimal_set_is_found() {
    TippingSets sets =
        TippingPoint.of(SCORER, at(20))
            .among(50, ImmutableMap.of("a", plus(10), "b", plus(20), "c", plus(25), "d", plus(30)));

    assertThat(sets.minimal())
        .extracting(TippingSets.Found::scenarios)
        .extracting(Object::toString)
        .containsExactly("[d]", "[a, b]", "[a, c]", "[b, c]");
    assertThat(sets.minimal())
        .extracting(TippingSets.Found::score)
        .containsExactly(50.0, 50.0, 55.0, 65.0);
    assertThat(sets.tried()).isEqualTo(16);
    assertThat(sets.reaching()).isEqualTo(12);
    assertThat(sets.isReachable()).isTrue();
    assertThat(sets).hasToString(sets.toTable().toString());
    assertThat(sets.toTable().cell(1, 1)).isEqualTo("a + b");
    assertThat(sets.toTable().notes().get(0))
        .isEqualTo("Score now 20.0. Of 16 sets 12 reach it; no proper subset of a set above does.");
  }

  /** Of two members each, those with a before all others, though b and c were tried before d. */
  @Test
  void sets_of_one_size_come_in_the_order_of_their_members() {
    TippingSets sets =
        TippingPoint.of(SCORER, at(20))
            .among(50, ImmutableMap.of("a", plus(25), "b", plus(15), "c", plus(15), "d", plus(5)));

    assertThat(sets.minimal())
        .extracting(found -> String.join("", found.scenarios()))
        .containsExactly("ab", "ac", "ad", "bc");
  }

  @Test
  void as_many_scenarios_as_are_promised_can_be_given() {
    ImmutableMap.Builder<String, UnaryOperator<CountryProfile>> library = ImmutableMap.builder();
    for (int c = 0; c < 20; c++) {
      library.put(
          "s" + c,
          profile -> {
            throw new IllegalArgumentException("not now");
          });
    }
    TippingSets sets = TippingPoint.of(SCORER, at(20)).among(50, library.buildOrThrow());

    assertThat(sets.tried()).isEqualTo(1);
    assertThat(sets.excluded()).hasSize(20);
  }

  @Test
  void progress_hears_of_every_set() {
    List<Long> heard = new ArrayList<>();
    TippingPoint.of(SCORER, at(20))
        .withProgress((done, total) -> total == 8 && heard.add(done))
        .among(50, ImmutableMap.of("a", plus(10), "b", plus(20), "c", plus(25)));

    assertThat(heard).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L);
  }

  @Test
  void a_country_above_its_target_has_to_fall() {
    TippingSets sets =
        TippingPoint.of(SCORER, at(80)).among(50, ImmutableMap.of("a", plus(-35), "b", plus(10)));

    assertThat(sets.minimal()).hasSize(1);
    assertThat(sets.minimal().get(0).scenarios()).containsExactly("a");
    // With b the fall is undone: 80 - 35 + 10 = 55.
    assertThat(sets.reaching()).isEqualTo(1);
  }

  @Test
  void effects_need_not_add_up() {
    // Each alone does nothing, any two do, all three undo it.
    UnaryOperator<CountryProfile> step =
        profile -> profile.withReading("x", x(profile) == 0 ? 1 : x(profile) == 1 ? 90 : 0);
    TippingSets sets =
        TippingPoint.of(SCORER, at(0)).among(50, ImmutableMap.of("a", step, "b", step, "c", step));

    assertThat(sets.minimal())
        .extracting(found -> String.join("", found.scenarios()))
        .containsExactly("ab", "ac", "bc");
    assertThat(sets.reaching()).isEqualTo(3);
  }

  @Test
  void the_empty_set_suffices_where_nothing_is_needed() {
    TippingSets sets = TippingPoint.of(SCORER, at(50)).among(50, ImmutableMap.of("a", plus(5)));

    assertThat(sets.minimal())
        .containsExactly(new TippingSets.Found(com.google.common.collect.ImmutableList.of(), 50));
    assertThat(sets.toTable().cell(0, 1)).isEqualTo("none is needed");
  }

  @Test
  void sets_that_cannot_be_applied_are_told() {
    UnaryOperator<CountryProfile> once =
        profile -> {
          if (x(profile) > 20) {
            throw new IllegalArgumentException("has left already");
          }
          return profile.withReading("x", x(profile) + 10);
        };
    TippingSets sets =
        TippingPoint.of(SCORER, at(20))
            .among(45, ImmutableMap.of("a", once, "b", once, "c", plus(30)));

    assertThat(sets.minimal())
        .extracting(found -> String.join("", found.scenarios()))
        .containsExactly("c");
    assertThat(sets.excluded()).hasSize(1);
    assertThat(sets.excluded().get(0).scenarios()).containsExactly("a", "b");
    assertThat(sets.excluded().get(0).reason()).isEqualTo("has left already");
    assertThat(sets.tried()).isEqualTo(6);
    assertThat(sets.toTable().notes())
        .contains("Not tried: all that goes on from a + b (has left already).");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void minimal_sets_agree_with_their_definition(long seed) {
    int n = 7;
    double[] scores = new Random(seed).doubles(1 << n, 0, 70).toArray();
    scores[0] = 10;
    ImmutableMap.Builder<String, UnaryOperator<CountryProfile>> library = ImmutableMap.builder();
    // The reading is the set itself in disguise, so that any set may have any score.
    RiskModel model =
        RiskModel.builder("sets")
            .indicator(
                Indicator.of("x", Direction.HIGHER_IS_RISKIER),
                1,
                Normalization.piecewiseLinear(points(scores)))
            .build();
    for (int c = 0; c < n; c++) {
      library.put("s" + c, plus(1 << c));
    }
    TippingSets sets = TippingPoint.of(Scorer.of(model), at(0)).among(50, library.buildOrThrow());

    Set<String> expected = new TreeSet<>();
    for (int set = 0; set < 1 << n; set++) {
      boolean minimal = scores[set] >= 50;
      for (int part = (set - 1) & set; minimal && set > 0; part = (part - 1) & set) {
        minimal = scores[part] < 50;
        if (part == 0) {
          break;
        }
      }
      if (minimal) {
        List<String> names = new ArrayList<>();
        for (int c = 0; c < n; c++) {
          if ((set >> c & 1) == 1) {
            names.add("s" + c);
          }
        }
        expected.add(names.toString());
      }
    }
    assertThat(expected).isNotEmpty();
    assertThat(sets.minimal())
        .extracting(found -> found.scenarios().toString())
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  private static ImmutableMap<Double, Double> points(double[] scores) {
    ImmutableMap.Builder<Double, Double> points = ImmutableMap.builder();
    for (int set = 0; set < scores.length; set++) {
      points.put((double) set, scores[set]);
    }
    return points.buildOrThrow();
  }

  @Test
  void errors_say_what_is_wrong() {
    TippingPoint point = TippingPoint.of(SCORER, at(50));
    ImmutableMap.Builder<String, UnaryOperator<CountryProfile>> many = ImmutableMap.builder();
    for (int c = 0; c < 21; c++) {
      many.put("s" + c, plus(0));
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> point.among(50, many.buildOrThrow()))
        .withMessage(
            "There are 21 scenarios, and their 2^21 sets are too many to try one by one; at most 20"
                + " can be given");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> point.among(50, ImmutableMap.of()))
        .withMessage("There must be at least one scenario to try");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> point.scenariosToReach(-1, List.of(Scenario.none())))
        .withMessage("score to reach must be in [0.0, 100.0], but was -1.0");
  }

  @Test
  void a_library_of_scenarios_is_tried() {
    Scenario ten = Scenario.named("ten more").shift("x", Shift.absolute(10)).build();
    Scenario twenty = Scenario.named("twenty more").shift("x", Shift.absolute(20)).build();
    Scenario doubled = Scenario.named("twice as much").shift("x", Shift.relative(1)).build();
    TippingSets sets =
        TippingPoint.of(SCORER, at(20)).scenariosToReach(at(60), List.of(ten, twenty, doubled));

    // (20 + 10) * 2 = 60, (20 + 20) * 2 = 80, 20 + 10 + 20 = 50, 20 * 2 = 40.
    assertThat(sets.minimal())
        .extracting(found -> String.join(" + ", found.scenarios()))
        .containsExactly("ten more + twice as much", "twenty more + twice as much");
    assertThat(sets.minimal()).extracting(TippingSets.Found::score).containsExactly(60.0, 80.0);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TippingPoint.of(SCORER, at(20)).scenariosToReach(60, List.of(ten, ten)))
        .withMessage("Library of scenarios: scenario 'ten more' is given more than once");
  }
}
