package dev.steppe.model;

import static dev.steppe.model.Direction.HIGHER_IS_RISKIER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.ImmutableMap;
import dev.steppe.evidence.Country;
import dev.steppe.evidence.CountryProfile;
import java.util.List;
import org.junit.jupiter.api.Test;

class RationaleTest {

  private static final Rationale ALL =
      Rationale.of(Choice.SCALE, "Natural.")
          .with(Choice.TREATMENT, "Few outliers.")
          .with(Choice.WEIGHT, "Equal.")
          .with(Choice.DOMAIN, "A share.")
          .withReferences("P001");

  private static RiskModel model() {
    return RiskModel.builder("m")
        .name("A model")
        .rationale(Rationale.of(Choice.MISSING, "Gaps are few.").with(Choice.AGGREGATION, "Plain."))
        .criterion(
            new Criterion(
                    Indicator.of("a", HIGHER_IS_RISKIER),
                    1,
                    Treatment.winsorize(),
                    Normalization.minMax())
                .withRationale(ALL))
        .factor(
            "f",
            1,
            f ->
                f.rationale(Rationale.of(Choice.WEIGHT, "As large."))
                    .indicator(
                        Indicator.of("b", HIGHER_IS_RISKIER), 1, Normalization.goalposts(0, 9)))
        .build();
  }

  private static List<CountryProfile> reference() {
    return List.of(profile("AAA", 1), profile("BBB", 2), profile("CCC", 5), profile("DDD", 7));
  }

  private static CountryProfile profile(String code, double a) {
    return CountryProfile.builder(Country.of(code, code)).reading("a", a).build();
  }

  @Test
  void reasons_are_in_the_order_of_the_choices_whatever_order_they_were_given_in() {
    assertThat(ALL.reasons().keySet())
        .containsExactly(Choice.WEIGHT, Choice.DOMAIN, Choice.TREATMENT, Choice.SCALE);
    assertThat(Rationale.none().reasons()).isEmpty();
  }

  @Test
  void a_blank_reason_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Rationale.of(Choice.WEIGHT, " "))
        .withMessage("reason for the weight must not be blank");
  }

  @Test
  void reasons_move_no_score() {
    assertThat(model().withRationale("a", Rationale.none()).fingerprint())
        .isEqualTo(model().fingerprint());
    assertThat(model().withRationale("a", Rationale.none())).isNotEqualTo(model());
  }

  @Test
  void who_chooses_otherwise_loses_the_reason_for_that_choice_alone() {
    RiskModel model = model();
    assertThat(model.withWeight("a", 2).criterion("a").rationale())
        .isEqualTo(ALL.without(Choice.WEIGHT));
    assertThat(model.withWeight("a", 2).factor("f").rationale().reasons()).hasSize(1);
    assertThat(model.withTreatment("a", Treatment.none()).criterion("a").rationale())
        .isEqualTo(ALL.without(Choice.TREATMENT));
    assertThat(model.withNormalization(Normalization.rank()).criterion("a").rationale())
        .isEqualTo(ALL.without(Choice.SCALE));
    assertThat(model.withMissing(MissingPolicy.bound()).root().rationale().reasons())
        .containsOnlyKeys(Choice.AGGREGATION);
    assertThat(model.withAggregation(Aggregation.maximum()).root().rationale().reasons())
        .containsOnlyKeys(Choice.MISSING);
    assertThat(model.withMissing(MissingPolicy.fail())).isEqualTo(model);
    assertThat(model.withEqualWeights()).isEqualTo(model);
  }

  @Test
  void what_is_fitted_remembers_what_it_was_fitted_from() {
    Criterion fitted = model().fit(reference()).criterion("a");
    assertThat(fitted.normalization()).isEqualTo(Normalization.goalposts(1, 7));
    assertThat(fitted.origin())
        .isEqualTo(new Origin(Treatment.winsorize(), Normalization.minMax(), 4));
    assertThat(fitted.rationale()).isEqualTo(ALL);
    assertThat(model().criterion("a").origin().isFitted()).isFalse();
  }

  @Test
  void a_method_given_after_that_is_as_given() {
    Criterion fitted = model().fit(reference()).criterion("a");
    Criterion ranked = fitted.withNormalization(Normalization.rank());
    // The treatment is still the one that was fitted.
    assertThat(ranked.origin())
        .isEqualTo(new Origin(Treatment.winsorize(), Normalization.rank(), 4));
    assertThat(ranked.withTreatment(Treatment.log()).origin())
        .isEqualTo(new Origin(Treatment.log(), Normalization.rank(), 0));
  }

  /** Two ways to the same numbers are one method. */
  @Test
  void equal_methods_are_equal_wherever_they_are_from() {
    RiskModel fitted = model().fit(reference());
    RiskModel given =
        fitted
            .withNormalization("a", Normalization.goalposts(0, 1))
            .withNormalization("a", Normalization.goalposts(1, 7))
            .withRationale("a", ALL);
    assertThat(given).isEqualTo(fitted).hasSameHashCodeAs(fitted);
    assertThat(given.fingerprint()).isEqualTo(fitted.fingerprint());
    assertThat(ImmutableMap.of(given, 1)).containsKey(fitted);
  }
}
