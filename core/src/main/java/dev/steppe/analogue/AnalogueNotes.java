package dev.steppe.analogue;

import com.google.common.collect.ImmutableList;
import dev.steppe.score.Scorecard;
import dev.steppe.table.Decimals;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What is said about a comparison in words. */
final class AnalogueNotes {

  private AnalogueNotes() {}

  static String summary(Analogues analogues) {
    Analogue profile = analogues.nearest();
    Analogue score = analogues.nearestByScore();
    int count = analogues.byProfile().size();
    String target = analogues.target().countryAtDate().name();
    String inProfile = " (distance " + Decimals.fixed(profile.gower(), 3) + ")";
    for (Analogue analogue : analogues.byProfile()) {
      if (analogue.profileRank() == 1 && analogue.scoreRank() == 1) {
        return target
            + " is nearest to "
            + analogue.precedent().countryAtDate().name()
            + " both in score ("
            + Decimals.signed(analogue.scoreDifference(), 1)
            + " points) and in profile"
            + inProfile
            + ".";
      }
    }
    return target
        + " is nearest to "
        + score.precedent().countryAtDate().name()
        + " in score ("
        + Decimals.signed(score.scoreDifference(), 1)
        + " points), but to "
        + profile.precedent().countryAtDate().name()
        + " in profile"
        + inProfile
        + ". The former has rank "
        + score.profileRank()
        + " of "
        + count
        + " by profile, the latter rank "
        + profile.scoreRank()
        + " by score ("
        + Decimals.signed(profile.scoreDifference(), 1)
        + " points).";
  }

  static ImmutableList<String> of(SimilaritySpace space, CommonGround ground) {
    ImmutableList.Builder<String> notes = ImmutableList.builder();
    ignored(space, notes);
    if (!space.leftOut.isEmpty()) {
      List<String> names = new ArrayList<>();
      for (Scorecard card : space.leftOut) {
        names.add(card.countryAtDate().name());
      }
      notes.add("Left out, having too little in common: " + String.join(", ", names) + ".");
    }
    common(space, ground, notes);
    if (ground.covariance() == null) {
      notes.add("No Mahalanobis distance: " + ground.fault() + ".");
    } else if (ground.rows() < ground.indicators().length()) {
      notes.add(
          "The covariance rests on fewer countries and dates ("
              + ground.rows()
              + ") than indicators ("
              + ground.indicators().length()
              + "): its correlations, shrunk by "
              + Decimals.fixed(100 * ground.covariance().intensity(), 0)
              + " %, are weakly known.");
    }
    return notes.build();
  }

  private static void ignored(SimilaritySpace space, ImmutableList.Builder<String> notes) {
    if (!space.ignored.isEmpty()) {
      List<String> reasons = new ArrayList<>();
      for (Map.Entry<String, String> entry : space.ignored.entrySet()) {
        reasons.add(entry.getKey() + " (" + entry.getValue() + ")");
      }
      notes.add("Indicators not compared: " + String.join(", ", reasons) + ".");
    }
    List<String> missing = new ArrayList<>();
    for (int k = 0; k < space.size(); k++) {
      if (!space.target.has(k)) {
        missing.add(space.criteria.get(k).code());
      }
    }
    if (!missing.isEmpty()) {
      notes.add(
          space.target.card().countryAtDate().name()
              + " has no value of "
              + String.join(", ", missing)
              + ".");
    }
  }

  private static void common(
      SimilaritySpace space, CommonGround ground, ImmutableList.Builder<String> notes) {
    List<String> without = new ArrayList<>();
    for (int k = 0; k < space.size(); k++) {
      if (!ground.indicators().contains(k)) {
        without.add(space.criteria.get(k).code());
      }
    }
    if (!without.isEmpty()) {
      notes.add(
          "Mahalanobis distance and mixture go without what some lack or what does not vary: "
              + String.join(", ", without)
              + ".");
    }
  }
}
