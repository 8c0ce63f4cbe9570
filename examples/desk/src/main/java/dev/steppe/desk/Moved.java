package dev.steppe.desk;

import dev.steppe.score.Comparison;
import dev.steppe.score.ComparisonRecord;
import dev.steppe.score.Ranking;
import dev.steppe.score.RankingRecord;
import dev.steppe.score.Scorecard;
import dev.steppe.score.ScorecardRecord;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a move of a slider changes: all that the page shows.
 *
 * @param moves where sliders are, with the weights that moved along
 * @param ranking the ranking
 * @param card what the country's score is made of
 * @param comparison what accounts for the difference to its rival; null if there is none
 * @param sliders where the two come level
 * @param sure how sure the ranking is, by few draws; null if nothing is drawn
 */
record Moved(
    Question.Moves moves,
    RankingRecord ranking,
    ScorecardRecord card,
    @Nullable ComparisonRecord comparison,
    Sliders sliders,
    @Nullable HowSure sure) {

  static Moved of(DeskCase of, Question question) {
    Position position = Position.of(of, question.moves()).with(question.share());
    Ranking ranking = position.ranking();
    Scorecard card =
        ranking.entry(of.countries().profile(question.country()).country().code()).scorecard();
    @Nullable Comparison comparison = position.comparison(question.country(), question.rival());
    return new Moved(
        position.moves(),
        ranking.toRecord(),
        card.toRecord(),
        comparison == null ? null : comparison.toRecord(),
        Sliders.of(position, card, comparison),
        question.doubt().isNone()
            ? null
            : HowSure.of(position, question, question.doubt().quickDraws(), processors()));
  }

  /** The answer that follows on it, by many draws. */
  static HowSure refined(DeskCase of, Question question) {
    Position position = Position.of(of, question.moves()).with(question.share());
    long draws = question.draws() == null ? Limits.DRAWS : question.draws();
    // One processor is left for the move that may come next.
    return HowSure.of(position, question, draws, Math.max(1, processors() - 1));
  }

  private static int processors() {
    return Runtime.getRuntime().availableProcessors();
  }

  /**
   * A scenario that was kept, beside the others.
   *
   * @param name its name
   * @param place of the country
   * @param rival the place of the other; null if there is none
   * @param difference the country's score minus that of the other; null likewise
   * @param decided whether no reading within its bounds can turn their order round; null likewise
   */
  record Scenario(
      String name,
      RankingRecord.Place place,
      RankingRecord.@Nullable Place rival,
      @Nullable Double difference,
      @Nullable Boolean decided) {}

  /** What became of the country and its rival in each scenario, and first without any move. */
  static List<Scenario> scenarios(DeskCase of, Question question) {
    List<Question.Kept> all = new ArrayList<>();
    all.add(new Question.Kept("As the files say", Question.Moves.NONE));
    all.addAll(question.scenarios());
    List<Scenario> rows = new ArrayList<>();
    for (Question.Kept kept : all) {
      Position position = Position.of(of, kept.moves());
      RankingRecord ranking = position.ranking().toRecord();
      @Nullable Comparison comparison = position.comparison(question.country(), question.rival());
      rows.add(
          new Scenario(
              kept.name(),
              place(ranking, question.country()),
              comparison == null ? null : place(ranking, comparison.second().country().code()),
              comparison == null ? null : comparison.difference(),
              comparison == null ? null : comparison.isDecided()));
    }
    return rows;
  }

  private static RankingRecord.Place place(RankingRecord ranking, String country) {
    for (RankingRecord.Place place : ranking.places()) {
      if (place.of().country().equals(country)) {
        return place;
      }
    }
    throw new IllegalArgumentException("Unknown country '" + country + "'");
  }
}
