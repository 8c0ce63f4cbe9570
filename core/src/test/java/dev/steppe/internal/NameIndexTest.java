package dev.steppe.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.steppe.evidence.Country;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.model.Direction;
import dev.steppe.model.Indicator;
import dev.steppe.model.Normalization;
import dev.steppe.model.RiskModel;
import dev.steppe.panel.Panel;
import dev.steppe.score.Ranking;
import dev.steppe.score.Scorer;
import dev.steppe.uncertainty.UncertaintyAnalysis;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class NameIndexTest {

  @Test
  void finds_what_lookup_finds() {
    NameIndex index = new NameIndex(List.of("AAA", "BBB", "AAA"));
    assertThat(index.only("Country", "BBB", "is not here", "is here twice")).isEqualTo(1);
    assertThat(index.place("Country", "AAA", "is not here")).isZero();
    assertThat(index.isRepeated("AAA")).isTrue();
    assertThat(index.isRepeated("BBB")).isFalse();
    assertThat(index.isRepeated("CCC")).isFalse();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> index.only("Country", "AAA", "is not here", "is here twice"))
        .withMessage("Country 'AAA' is here twice");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> index.place("Country", "ABA", "is not here"))
        .withMessage("Country 'ABA' is not here. Known: [AAA, BBB]. Maybe you meant 'AAA'.");
  }

  /** All three-letter codes; looking through all for each took minutes. */
  @Test
  @Timeout(value = 60, unit = TimeUnit.SECONDS)
  void every_one_of_many_countries_is_found_at_once() {
    Scorer scorer =
        Scorer.of(
            RiskModel.builder("m")
                .indicator(
                    Indicator.of("a", Direction.HIGHER_IS_RISKIER),
                    1,
                    Normalization.goalposts(0, 26 * 26 * 26))
                .build());
    List<CountryProfile> profiles = new ArrayList<>();
    for (int i = 0; i < 26 * 26 * 26; i++) {
      String code =
          "" + (char) ('A' + i / 676) + (char) ('A' + i / 26 % 26) + (char) ('A' + i % 26);
      profiles.add(
          CountryProfile.builder(Country.of(code, code))
              .asOf(LocalDate.of(2020, 1, 1))
              .reading("a", i)
              .build());
    }
    Ranking ranking = scorer.rank(profiles);
    for (CountryProfile profile : profiles) {
      assertThat(ranking.rank(profile.country().code()))
          .isEqualTo(26 * 26 * 26 - profile.estimate("a").orElseThrow().central());
    }
    assertThat(Panel.of(scorer, profiles).toTable().rowCount()).isEqualTo(profiles.size());
    assertThat(UncertaintyAnalysis.of(scorer).withSize(1).draws(profiles).toTable().columnCount())
        .isEqualTo(profiles.size() + 2);
  }
}
