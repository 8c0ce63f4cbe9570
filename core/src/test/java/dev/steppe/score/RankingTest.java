package dev.steppe.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RankingTest {

  /** The scores of the examples in {@link TieRule}, not in order. */
  private static final List<Scorecard> CARDS =
      List.of(
          Example.card("DDD", 20),
          Example.card("CCC", 50),
          Example.card("AAA", 70),
          Example.card("BBB", 50));

  @ParameterizedTest
  @CsvSource({
    "LOWEST, 1, 2, 2, 4",
    "HIGHEST, 1, 3, 3, 4",
    "AVERAGE, 1, 2.5, 2.5, 4",
    "DENSE, 1, 2, 2, 3"
  })
  void equal_scores_are_ranked_by_the_rule(
      TieRule rule, double first, double second, double third, double fourth) {
    Ranking ranking = Ranking.of(CARDS, rule);
    assertThat(ranking.entries())
        .extracting(Ranking.Entry::rank)
        .containsExactly(first, second, third, fourth);
    assertThat(ranking.tieRule()).isEqualTo(rule);
    assertThat(ranking.withTieRule(TieRule.LOWEST)).isEqualTo(Ranking.of(CARDS));
  }

  @Test
  void countries_are_listed_from_the_riskiest_ties_by_code() {
    Ranking ranking = Ranking.of(CARDS);
    assertThat(ranking.countries())
        .extracting(country -> country.code())
        .containsExactly("AAA", "BBB", "CCC", "DDD");
    assertThat(ranking.size()).isEqualTo(4);
    assertThat(ranking.rank("CCC")).isEqualTo(2);
    assertThat(ranking.entry("DDD").value()).isEqualTo(20);
    assertThat(ranking.entry("DDD").scorecard()).isEqualTo(CARDS.get(0));
    assertThat(ranking).hasSize(4).extracting(Ranking.Entry::rank).startsWith(1.0);
  }

  /** Rounding errors are smaller than nine decimals, and a difference that counts is greater. */
  @Test
  void scores_that_agree_to_nine_decimals_are_equal() {
    Ranking ranking =
        Ranking.of(
            List.of(
                Example.card("CCC", 50 + 1e-8),
                Example.card("BBB", 50 + 1e-11),
                Example.card("AAA", 50)));
    assertThat(ranking.rank("CCC")).isEqualTo(1);
    assertThat(ranking.rank("AAA")).isEqualTo(2);
    assertThat(ranking.rank("BBB")).isEqualTo(2);
    assertThat(ranking.countries()).extracting(country -> country.code()).startsWith("CCC", "AAA");
  }

  @Test
  void no_countries_make_an_empty_ranking() {
    assertThat(Ranking.of(List.of()).entries()).isEmpty();
  }

  @Test
  void a_country_is_ranked_once_for_each_date() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Ranking.of(List.of(Example.card("AAA", 1), Example.card("AAA", 2))))
        .withMessage("A ranking has each country once a date, but AAA (AAA) was given twice");
    Scorer scorer = Scorer.of(Example.model());
    Ranking years =
        scorer.rank(
            Example.aland().withAsOf(LocalDate.of(2022, 1, 1)),
            Example.aland().withAsOf(LocalDate.of(2014, 1, 1)));
    assertThat(years.entries())
        .extracting(entry -> entry.scorecard().profile().asOf().orElseThrow().getYear())
        .containsExactly(2014, 2022);
  }

  @Test
  void an_unknown_country_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Ranking.of(CARDS).rank("BBC"))
        .withMessage(
            "Country 'BBC' is not ranked. Known: [AAA, BBB, CCC, DDD]. Maybe you meant 'BBB'.");
  }

  @Test
  void a_rule_is_needed() {
    assertThatNullPointerException()
        .isThrownBy(() -> Ranking.of(CARDS, null))
        .withMessage("tieRule");
  }

  @Test
  void the_table_shows_ranks_and_scores() {
    assertThat(Ranking.of(CARDS).toTable().toCsv().lines())
        .containsExactly(
            "Rank,Country,Score,Least,Most,Coverage %,0..100",
            "1,AAA (AAA),70,70,70,100,70",
            "2,BBB (BBB),50,50,50,100,50",
            "2,CCC (CCC),50,50,50,100,50",
            "4,DDD (DDD),20,20,20,100,20");
    assertThat(Ranking.of(CARDS, TieRule.AVERAGE).toTable().cell(1, 0)).isEqualTo("2.5");
    assertThat(Ranking.of(CARDS).toTable().cell(1, 0)).isEqualTo("2");
    assertThat(Ranking.of(CARDS)).hasToString(Ranking.of(CARDS).toTable().toString());
  }

  @Test
  void the_table_shows_coverage_as_a_percentage() {
    Ranking ranking = Scorer.of(Example.tolerant()).rank(Example.aland().withoutReading("treaty"));
    assertThat(ranking.toTable().cell(0, 5)).isEqualTo("60");
  }

  @Test
  void equal_rankings_are_equal() {
    assertThat(Ranking.of(CARDS)).isEqualTo(Ranking.of(CARDS)).hasSameHashCodeAs(Ranking.of(CARDS));
    assertThat(Ranking.of(CARDS)).isNotEqualTo(Ranking.of(CARDS, TieRule.DENSE));
    assertThat(Ranking.of(CARDS)).isNotEqualTo(Ranking.of(CARDS.subList(1, 4)));
    assertThat(Ranking.of(CARDS)).isNotEqualTo("a ranking");
  }
}
