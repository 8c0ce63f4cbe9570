package dev.steppe.score;

import dev.steppe.internal.Library;
import dev.steppe.internal.Text;
import java.util.ArrayList;
import java.util.List;

/**
 * A ranking as plain data: strings, numbers, lists and records of these.
 *
 * @param library the version of the library that computed it
 * @param model the name of the model; empty if nothing is ranked
 * @param fingerprint the model's fingerprint; empty if nothing is ranked
 * @param tieRule which rank equal scores get: the name of a {@link TieRule}
 * @param places the places, the riskiest first
 * @since 0.1
 */
public record RankingRecord(
    String library, String model, String fingerprint, String tieRule, List<Place> places) {

  /**
   * A place.
   *
   * @param rank from 1, the riskiest; may have a half under {@link TieRule#AVERAGE}
   * @param of the score
   */
  public record Place(double rank, CountryScore of) {
    @Override
    public String toString() {
      return Text.ofRecord(this);
    }
  }

  static RankingRecord of(Ranking ranking) {
    List<Place> places = new ArrayList<>();
    String model = "";
    String fingerprint = "";
    for (Ranking.Entry entry : ranking) {
      places.add(new Place(entry.rank(), CountryScore.of(entry.scorecard())));
      model = entry.scorecard().model().name();
      fingerprint = entry.scorecard().fingerprint();
    }
    return new RankingRecord(
        Library.VERSION, model, fingerprint, ranking.tieRule().name(), List.copyOf(places));
  }

  @Override
  public String toString() {
    return Text.ofRecord(this);
  }
}
