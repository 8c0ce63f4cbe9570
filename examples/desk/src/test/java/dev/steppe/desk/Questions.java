package dev.steppe.desk;

import dev.steppe.desk.Question.Moves;
import java.util.List;
import java.util.Map;

/** Questions of tests. */
final class Questions {

  private Questions() {}

  static Question of(String country, String rival) {
    return of(country, rival, Moves.NONE, Doubt.USUAL);
  }

  static Question of(String country, String rival, Moves moves, Doubt doubt) {
    return new Question(country, rival, moves, null, doubt, null, List.of(), null);
  }

  static Question withShare(Question of, String code, double share) {
    return new Question(
        of.country(),
        of.rival(),
        of.moves(),
        new Question.Share(code, share),
        of.doubt(),
        of.draws(),
        of.scenarios(),
        of.tab());
  }

  static Question withDraws(Question of, long draws, String tab) {
    return new Question(
        of.country(), of.rival(), of.moves(), of.share(), of.doubt(), draws, of.scenarios(), tab);
  }

  static Question withScenarios(Question of, Question.Kept... kept) {
    return new Question(
        of.country(),
        of.rival(),
        of.moves(),
        of.share(),
        of.doubt(),
        of.draws(),
        List.of(kept),
        of.tab());
  }

  static Moves reading(String country, String indicator, double reading) {
    return new Moves(Map.of(country, Map.of(indicator, reading)), Map.of());
  }
}
