package dev.steppe.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.steppe.evidence.Country;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.evidence.Estimate;
import dev.steppe.model.Factor;
import dev.steppe.model.Indicator;
import dev.steppe.model.Node;
import dev.steppe.model.RiskModel;
import dev.steppe.score.Contribution;
import dev.steppe.score.Scorecard;
import dev.steppe.score.Scorer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** What holds of the scores of a model, whatever the model and the readings. */
final class ScoredModel {

  private static final double ROUNDING = 1e-9;

  private static final List<Estimate> READINGS =
      List.of(
          Estimate.exact(0),
          Estimate.exact(40),
          Estimate.exact(100),
          Estimate.exact(-1e300),
          Estimate.exact(Double.MAX_VALUE),
          Estimate.exact(Double.MIN_VALUE),
          Estimate.between(1, 50),
          Estimate.normal(50, 5));

  private ScoredModel() {}

  /** Countries with a reading of everything, and with some missing, are scored or refused. */
  static void check(RiskModel model) throws Exception {
    Optional<Scorer> scorer =
        Refusal.orValue(
            () -> model.isFitted() ? Scorer.of(model) : Scorer.fit(model, reference(model)));
    if (scorer.isEmpty()) {
      return;
    }
    for (int k : new int[] {1, 4, 5, 7}) {
      CountryProfile profile = profile(model, k);
      Optional<Scorecard> card = Refusal.orValue(() -> scorer.get().score(profile));
      if (card.isPresent()) {
        check(card.get());
      }
    }
  }

  private static List<CountryProfile> reference(RiskModel model) {
    List<CountryProfile> reference = new ArrayList<>();
    for (int p = 0; p < 5; p++) {
      CountryProfile.Builder profile =
          CountryProfile.builder(Country.of("AA" + (char) ('A' + p), "Country " + p));
      for (Indicator indicator : model.indicators()) {
        profile.reading(indicator.code(), 2 + 30 * p);
      }
      reference.add(profile.build());
    }
    return reference;
  }

  /** Of even ones one reading for all indicators, else one for each, and none for the last. */
  private static CountryProfile profile(RiskModel model, int k) {
    CountryProfile.Builder profile = CountryProfile.builder(Country.of("XAA", "A"));
    List<Indicator> indicators = model.indicators();
    for (int i = 0; i < indicators.size(); i++) {
      if (k % 2 == 0 || i == 0 || i < indicators.size() - 1) {
        profile.reading(
            indicators.get(i).code(), READINGS.get(k % 2 == 0 ? k : (k + i) % READINGS.size()));
      }
    }
    return profile.build();
  }

  /** A score from 0 to 100, made of its parts. */
  static void check(Scorecard card) throws Exception {
    assertThat(card.value()).isBetween(0.0, 100.0);
    assertThat(card.range().lower()).isBetween(0.0, 100.0);
    assertThat(card.range().upper()).isBetween(card.range().lower(), 100.0);
    assertThat(card.coverage()).isBetween(0.0, 1 + ROUNDING);
    if (card.model().factors().stream().allMatch(factor -> factor.aggregation().isMonotone())) {
      assertThat(card.value())
          .isBetween(card.range().lower() - ROUNDING, card.range().upper() + ROUNDING);
    }
    card.model().factors().forEach(factor -> checkBetweenChildren(card, factor));
    // An aggregation of one's own may give what it must not where others are at their baseline.
    boolean isOwn =
        card.model().factors().stream()
            .anyMatch(f -> f.aggregation().toString().startsWith("own("));
    Optional<List<Contribution>> parts =
        isOwn
            ? Refusal.orValue(() -> List.copyOf(card.contributions()))
            : Optional.of(card.contributions());
    parts.ifPresent(
        each ->
            assertThat(each.stream().mapToDouble(Contribution::points).sum())
                .isCloseTo(card.value() - card.baseline(), within(ROUNDING)));
    assertThat(card.toTable().toString()).isNotEmpty();
    assertThat(card).hasToString(card.toString());
  }

  private static void checkBetweenChildren(Scorecard card, Factor factor) {
    double least = 100;
    double greatest = 0;
    for (Node child : factor.children()) {
      OptionalDouble value = card.node(child.code()).value();
      // What is missing may be anything: then values are the middles of what may be.
      if (child.weight() > 0 && (value.isEmpty() || card.node(child.code()).coverage() < 1)) {
        return;
      }
      if (child.weight() > 0) {
        least = Math.min(least, value.getAsDouble());
        greatest = Math.max(greatest, value.getAsDouble());
      }
    }
    if (factor.aggregation().isMonotone()) {
      assertThat(card.node(factor.code()).value().orElseThrow())
          .as("%s of %s", factor.aggregation(), factor.code())
          .isBetween(least - ROUNDING, greatest + ROUNDING);
    }
  }
}
