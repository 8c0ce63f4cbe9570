package dev.steppe.analogue;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import dev.steppe.score.Scorecard;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Measures a target against its precedents. */
final class Matching {

  private Matching() {}

  /** The precedents in their order, each with its distances, differences and ranks. */
  static ImmutableList<Analogue> all(SimilaritySpace frame, CommonGround ground) {
    int count = frame.precedents.size();
    double[] gowers = new double[count];
    double[] scoreGaps = new double[count];
    for (int row = 0; row < count; row++) {
      Values precedent = frame.precedents.get(row);
      gowers[row] = frame.gower(frame.target, precedent);
      scoreGaps[row] = Math.abs(frame.target.card().value() - precedent.card().value());
    }
    int[] byProfile = ranks(gowers);
    int[] byScore = ranks(scoreGaps);
    ImmutableList.Builder<Analogue> analogues = ImmutableList.builder();
    for (int row = 0; row < count; row++) {
      Values precedent = frame.precedents.get(row);
      analogues.add(
          new Analogue(
              frame.target.card(),
              precedent.card(),
              gowers[row],
              Math.min(1, frame.overlap(frame.target, precedent)),
              ground.mahalanobis(frame.target, precedent),
              byProfile[row],
              byScore[row],
              count,
              differences(frame, precedent)));
    }
    return analogues.build();
  }

  /** One more than how many values are less, at nine decimals. */
  private static int[] ranks(double[] values) {
    long[] units = new long[values.length];
    for (int i = 0; i < values.length; i++) {
      units[i] = Math.round(values[i] * 1e9);
    }
    long[] sorted = units.clone();
    Arrays.sort(sorted);
    int[] ranks = new int[values.length];
    for (int i = 0; i < values.length; i++) {
      int first = Arrays.binarySearch(sorted, units[i]);
      while (first > 0 && sorted[first - 1] == units[i]) {
        first--;
      }
      ranks[i] = first + 1;
    }
    return ranks;
  }

  private static ImmutableList<IndicatorDifference> differences(
      SimilaritySpace frame, Values precedent) {
    double overlap = frame.overlap(frame.target, precedent);
    List<IndicatorDifference> found = new ArrayList<>();
    for (int k = 0; k < frame.size(); k++) {
      double part = frame.part(frame.target, precedent, k);
      if (!Double.isNaN(part)) {
        found.add(
            new IndicatorDifference(
                frame.criteria.get(k).indicator(),
                frame.target.reading(k),
                precedent.reading(k),
                frame.target.at(k),
                precedent.at(k),
                part / overlap));
      }
    }
    found.sort(Comparator.comparingDouble(difference -> -difference.distance()));
    return ImmutableList.copyOf(found);
  }

  /** Gower's distances of all pairs of different countries that have enough in common. */
  static ImmutableDoubleArray pairDistances(SimilaritySpace frame) {
    List<Values> pool = new ArrayList<>(frame.precedents);
    pool.add(frame.target);
    ImmutableDoubleArray.Builder distances = ImmutableDoubleArray.builder();
    for (int i = 0; i < pool.size(); i++) {
      Scorecard first = pool.get(i).card();
      for (int j = 0; j < i; j++) {
        boolean different = !first.country().code().equals(pool.get(j).card().country().code());
        if (different && frame.isEnough(frame.overlap(pool.get(i), pool.get(j)))) {
          distances.add(frame.gower(pool.get(i), pool.get(j)));
        }
      }
    }
    return distances.build();
  }
}
