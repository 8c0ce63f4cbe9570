package dev.steppe.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.ImmutableList;
import dev.steppe.evidence.Country;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.model.Direction;
import dev.steppe.model.Indicator;
import dev.steppe.model.MissingPolicy;
import dev.steppe.model.ModelBuilder;
import dev.steppe.model.Normalization;
import dev.steppe.model.RiskModel;
import org.junit.jupiter.api.Test;

/** All faults of all countries at once, and what can be ranked all the same. */
final class PartialRankingTest {

  private static final Scorer SCORER = Scorer.of(model(MissingPolicy.reweight(0.6)));

  private static RiskModel model(MissingPolicy missing) {
    ModelBuilder builder = RiskModel.builder("m").missing(missing);
    for (String code : ImmutableList.of("a", "b", "c")) {
      builder.indicator(
          Indicator.of(code, Direction.HIGHER_IS_RISKIER).withDomain(0, 100),
          code.equals("a") ? 0.5 : 0.25,
          Normalization.goalposts(0, 10));
    }
    return builder.build();
  }

  /** Readings of a, b and c, as far as they are given. */
  private static CountryProfile profile(String country, double... readings) {
    CountryProfile.Builder builder = CountryProfile.builder(Country.of(country, country));
    for (int i = 0; i < readings.length; i++) {
      builder.reading("" + (char) ('a' + i), readings[i]);
    }
    return builder.build();
  }

  @Test
  void one_error_has_all_faults_of_all_countries() {
    CountryProfile typo = profile("BBB", 1, 2).withReading("typo", 3);
    CountryProfile sound = profile("CCC", 1, 2, 3);
    String expected =
        """
        Scoring 3 profiles by model 'm' has 2 faults:
          - AAA (AAA): too little data: no readings of 'b', 'c', and the model needs a coverage of \
        at least 0.6, but it is 0.5
          - BBB (BBB): unknown indicator 'typo'. Known: [a, b, c].""";
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SCORER.rank(profile("AAA", 1), typo, sound))
        .withMessage(expected);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SCORER.scoreAll(ImmutableList.of(profile("AAA", 1), typo, sound)))
        .withMessage(expected);
  }

  @Test
  void one_country_at_fault_is_told_as_when_it_is_scored_alone() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SCORER.rank(profile("AAA", 1, 2, 3), profile("BBB", 1)))
        .withMessageStartingWith("Profile of BBB (BBB) for model 'm': too little data");
  }

  @Test
  void an_unknown_reading_does_not_hide_that_there_is_too_little_data() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SCORER.score(profile("AAA", 1).withReading("typo", 3)))
        .withMessage(
            """
            Profile of AAA (AAA) for model 'm' has 2 faults:
              - unknown indicator 'typo'. Known: [a, b, c].
              - too little data: no readings of 'b', 'c', and the model needs a coverage of at \
            least 0.6, but it is 0.5""");
  }

  @Test
  void a_reading_at_fault_is_not_missing() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SCORER.score(profile("AAA", 1, 101)))
        .withMessage(
            "Profile of AAA (AAA) for model 'm': reading of 'b' must be in [0.0, 100.0], but was"
                + " 101.0");
  }

  @Test
  void a_fault_and_a_country_that_comes_twice_are_told_together() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> SCORER.rank(profile("AAA"), profile("BBB", 1, 2, 3), profile("BBB", 3, 2, 1)))
        .withMessageContaining("- AAA (AAA): too little data")
        .withMessageContaining("BBB (BBB) was given twice");
  }

  @Test
  void every_country_that_comes_twice_is_told() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                SCORER.rank(
                    profile("AAA", 1, 2, 3),
                    profile("AAA", 1, 2, 3),
                    profile("BBB", 1, 2, 3),
                    profile("BBB", 1, 2, 3)))
        .withMessageContaining("AAA (AAA) was given twice")
        .withMessageContaining("BBB (BBB) was given twice");
  }

  @Test
  void what_can_be_ranked_is_and_the_others_are_listed_with_their_reasons() {
    PartialRanking partial =
        SCORER.rankScorable(profile("AAA", 1, 2, 3), profile("CCC", 9), profile("BBB", 5, 5, 5));
    assertThat(partial.ranking())
        .isEqualTo(SCORER.rank(profile("AAA", 1, 2, 3), profile("BBB", 5, 5, 5)));
    assertThat(partial.isComplete()).isFalse();
    assertThat(partial.rankedProfiles())
        .containsExactly(profile("BBB", 5, 5, 5), profile("AAA", 1, 2, 3));
    assertThat(partial.notRanked())
        .extracting(PartialRanking.NotRanked::toString)
        .containsExactly(
            "CCC (CCC): too little data: no readings of 'b', 'c', and the model needs a coverage of"
                + " at least 0.6, but it is 0.5");
    assertThat(partial.toTable().toCsv().replace("\r\n", "\n"))
        .isEqualTo(
            """
            Rank,Country,Score,Least,Most,Coverage %,0..100,Not ranked because
            1,BBB (BBB),50,50,50,100,50,
            2,AAA (AAA),17.5,17.5,17.5,100,17.5,
            ,CCC (CCC),,,,,,"too little data: no readings of 'b', 'c', and the model needs a \
            coverage of at least 0.6, but it is 0.5"
            """);
  }

  @Test
  void a_ranking_may_be_of_none() {
    PartialRanking partial = SCORER.rankScorable(profile("AAA"), profile("BBB", 1, -1, 2));
    assertThat(partial.ranking().size()).isZero();
    assertThat(partial.notRanked()).hasSize(2);
    assertThat(partial).hasToString(partial.toTable().toString());
  }
}
