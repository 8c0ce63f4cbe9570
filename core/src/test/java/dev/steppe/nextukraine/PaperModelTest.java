package dev.steppe.nextukraine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.steppe.evidence.AllianceNetwork;
import dev.steppe.evidence.AllianceTies;
import dev.steppe.evidence.Country;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.evidence.Source;
import dev.steppe.evidence.Tie;
import dev.steppe.evidence.TieKind;
import dev.steppe.model.Direction;
import dev.steppe.score.NodeScore;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the model does to made-up countries: all that was tried before it was frozen. */
class PaperModelTest {

  private static final LocalDate DATE = LocalDate.of(2000, 1, 1);
  private static final Source RECORD = Source.of("made up", "here");

  /** A country in the middle of every domain. */
  private static CountryProfile middling() {
    CountryProfile.Builder profile =
        CountryProfile.builder(Country.of("XQA", "Quellia")).asOf(DATE);
    for (Judgement judgement : NextUkraine.judgements()) {
      double upper = judgement.indicator().domainUpper();
      profile.reading(judgement.indicator().code(), upper / 8);
    }
    return profile.build();
  }

  private static double score(CountryProfile profile) {
    return NextUkraine.score(profile).value();
  }

  private static double moves(String code, double from, double to) {
    CountryProfile profile = middling();
    return score(profile.withReading(code, to)) - score(profile.withReading(code, from));
  }

  @Test
  void every_indicator_moves_a_score_by_five_points_or_more_from_end_to_end() {
    for (Judgement judgement : NextUkraine.judgements()) {
      String code = judgement.indicator().code();
      double moved =
          moves(code, judgement.indicator().domainLower(), judgement.indicator().domainUpper());
      boolean lower = judgement.indicator().direction() == Direction.LOWER_IS_RISKIER;
      assertThat(lower ? -moved : moved)
          .as(code)
          .isCloseTo(100 * NextUkraine.model().effectiveWeight(code), within(1e-9))
          .isGreaterThan(4.99);
    }
  }

  @Test
  void no_unrest_moves_a_score_by_more_than_five_points() {
    assertThat(moves("domestic_unrest", 0, 1)).isCloseTo(5, within(1e-9));
  }

  /** A standing organisation and a partnership is what Kazakhstan has with Turkey. */
  @Test
  void a_further_tie_to_any_pole_lowers_the_score() {
    AllianceNetwork network =
        AllianceNetwork.builder()
            .tie("XQA", "RUS", TieKind.DEFENCE_PACT, "pact", DATE, RECORD)
            .tie("XQA", "CHN", TieKind.POLITICAL_BLOC, "bloc", DATE, RECORD)
            .tie("XQA", "CHN", TieKind.PARTNERSHIP, "partnership", DATE, RECORD)
            .tie("XQA", "TUR", TieKind.POLITICAL_BLOC, "other bloc", DATE, RECORD)
            .tie("XQA", "TUR", TieKind.PARTNERSHIP, "partnership", DATE, RECORD)
            .actor("EU")
            .actor("USA")
            .build();
    double deeper =
        score(with(partnership(partnership(network, "TUR"), "CHN"))) - score(with(network));
    double first = score(with(partnership(network, "EU"))) - score(with(network));
    assertThat(deeper).isLessThan(-0.5);
    assertThat(first).isLessThan(-0.5);
  }

  private static AllianceNetwork partnership(AllianceNetwork network, String pole) {
    return network.withTie(Tie.of("XQA", pole, TieKind.PARTNERSHIP, "further", DATE, RECORD));
  }

  private static CountryProfile with(AllianceNetwork network) {
    AllianceTies ties =
        AllianceTies.builder(network, "XQA", DATE)
            .rival("RUS")
            .poles("RUS", "CHN", "EU", "USA", "TUR")
            .build();
    return middling()
        .withReading(
            "ties_beside_strongest",
            ties.readings().get("ties_beside_strongest").estimate().central());
  }

  /** What a state has nothing of is known to be nothing. */
  @Test
  void nothing_is_missing() {
    for (CountryProfile profile : List.of(NextUkraine.kazakhstan(), NextUkraine.ukraine())) {
      for (NodeScore node : NextUkraine.score(profile).nodes()) {
        assertThat(node.indicator().isPresent() && node.readings().isEmpty())
            .as(node.code())
            .isFalse();
      }
    }
    assertThat(NextUkraine.ukraine().estimate("transit_dependence").orElseThrow().upper()).isZero();
  }

  /** A census of 2001 and a survey of 2017 leave the share of Russians in Ukraine that open. */
  @Test
  void a_share_that_sources_tell_differently_spans_them() {
    assertThat(NextUkraine.ukraine().estimate("kin_share").orElseThrow().lower()).isEqualTo(0.06);
    assertThat(NextUkraine.ukraine().estimate("kin_share").orElseThrow().upper()).isEqualTo(0.17);
    assertThat(NextUkraine.ukraine().estimate("kin_share_since_1989").orElseThrow().lower())
        .isCloseTo(6 / 22.0, within(1e-12));
  }

  /** Both coders: an emergency a month before. */
  @Test
  void unrest_is_that_of_the_coding_book() {
    assertThat(NextUkraine.kazakhstan().estimate("domestic_unrest").orElseThrow().central())
        .isCloseTo(1 - 1 / 24.0, within(1e-12));
  }
}
