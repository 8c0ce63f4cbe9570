package dev.steppe.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steppe.evidence.CountryProfile;
import dev.steppe.model.Aggregation;
import dev.steppe.model.Direction;
import dev.steppe.model.RiskModel;
import dev.steppe.score.Scorer;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class WorkloadsTest {

  @Test
  void the_model_has_the_factors_and_indicators_asked_for() {
    RiskModel model = Workloads.model(3, 4, Aggregation.geometric());
    assertThat(model.root().children()).hasSize(3);
    assertThat(model.root().aggregation()).isEqualTo(Aggregation.geometric());
    assertThat(Scorer.of(model).bulk().indicators()).hasSize(12).startsWith("i0", "i1");
    assertThat(model.indicators().stream().map(i -> i.direction()))
        .contains(Direction.LOWER_IS_RISKIER, Direction.HIGHER_IS_RISKIER);
  }

  @Test
  void columns_are_the_same_in_every_run() {
    double[][] columns = Workloads.columns(12, 1000);
    assertThat(columns).isDeepEqualTo(Workloads.columns(12, 1000));
    assertThat(columns).hasDimensions(12, 1000);
    assertThat(columns[0][0]).isEqualTo(28.37179017009747);
  }

  @Test
  void readings_lie_around_the_goalposts_and_some_beyond_them() {
    double[][] columns = Workloads.columns(12, 10_000);
    for (int i = 0; i < columns.length; i++) {
      double lower = Workloads.lower(i);
      double upper = Workloads.upper(i);
      long beyond = Arrays.stream(columns[i]).filter(v -> v < lower || v > upper).count();
      assertThat(beyond).isBetween(1000L, 1225L);
      assertThat(columns[i]).doesNotContain(Double.NaN);
    }
  }

  @Test
  void profiles_are_complete_with_as_many_uncertain_readings_as_asked_for() {
    CountryProfile profile = Workloads.profile(20, 5);
    assertThat(profile.codes()).hasSize(20);
    assertThat(profile.estimates().values().stream().filter(e -> !e.isExact())).hasSize(5);
    assertThat(profile).isEqualTo(Workloads.profile(20, 5));
  }

  @Test
  void ten_thousand_scenarios_of_three_changes() {
    assertThat(ScenarioBenchmark.gridOfChanges())
        .hasSize(10_000)
        .allMatch(scenario -> scenario.changes().size() == 3);
    assertThat(ScenarioBenchmark.distinctChanges())
        .hasSize(10_000)
        .allMatch(scenario -> scenario.changes().size() == 3)
        .doesNotHaveDuplicates();
  }

  @Test
  void many_profiles_have_different_countries() {
    List<CountryProfile> profiles = Workloads.profiles(200, 50, 5);
    assertThat(profiles.stream().map(CountryProfile::country).distinct()).hasSize(200);
    assertThat(profiles.get(150).estimates().values().stream().filter(e -> !e.isExact()))
        .hasSize(5);
    assertThat(profiles).isEqualTo(Workloads.profiles(200, 50, 5));
  }
}
