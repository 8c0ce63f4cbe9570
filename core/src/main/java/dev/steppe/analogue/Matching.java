package dev.steppe.analogue;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import dev.steppe.internal.Interruption;
import dev.steppe.score.Scorecard;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Measures a target against its precedents. */
final class Matching {

  private Matching() {}

  /** The precedents in their order, each with its distances, differences and ranks. */
  static ImmutableList<Analogue> all(SimilaritySpace space, CommonGround ground) {
    int count = space.precedents.size();
    double[] gowers = new double[count];
    double[] scoreGaps = new double[count];
    for (int row = 0; row < count; row++) {
      Values precedent = space.precedents.get(row);
      gowers[row] = space.gower(space.target, precedent);
      scoreGaps[row] = Math.abs(space.target.card().value() - precedent.card().value());
    }
    int[] byProfile = ranks(gowers);
    int[] byScore = ranks(scoreGaps);
    ImmutableList.Builder<Analogue> analogues = ImmutableList.builder();
    for (int row = 0; row < count; row++) {
      Interruption.check();
      Values precedent = space.precedents.get(row);
      analogues.add(
          new Analogue(
              space.target.card(),
              precedent.card(),
              gowers[row],
              space.shownOverlap(space.target, precedent),
              ground.mahalanobis(space.target, precedent),
              byProfile[row],
              byScore[row],
              count,
              differences(space, precedent)));
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
      ranks[i] = firstOf(units[i], sorted) + 1;
    }
    return ranks;
  }

  /** Where the values start that are not less. */
  private static int firstOf(long value, long[] sorted) {
    int from = 0;
    int to = sorted.length;
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (sorted[middle] < value) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from;
  }

  private static ImmutableList<Analogue.Difference> differences(
      SimilaritySpace space, Values precedent) {
    double overlap = space.overlap(space.target, precedent);
    List<Analogue.Difference> found = new ArrayList<>();
    for (int k = 0; k < space.size(); k++) {
      double part = space.part(space.target, precedent, k);
      if (!Double.isNaN(part)) {
        found.add(
            new Analogue.Difference(
                space.criteria.get(k).indicator(),
                space.target.reading(k),
                precedent.reading(k),
                space.target.at(k),
                precedent.at(k),
                part / overlap));
      }
    }
    found.sort(Comparator.comparingDouble(difference -> -difference.distance()));
    return ImmutableList.copyOf(found);
  }

  /** Gower's distances of all pairs of different countries that have enough in common. */
  static ImmutableDoubleArray pairDistances(SimilaritySpace space) {
    List<Values> pool = new ArrayList<>(space.precedents);
    pool.add(space.target);
    ImmutableDoubleArray.Builder distances = ImmutableDoubleArray.builder();
    for (int i = 0; i < pool.size(); i++) {
      Interruption.check();
      Scorecard first = pool.get(i).card();
      for (int j = 0; j < i; j++) {
        boolean different = !first.country().code().equals(pool.get(j).card().country().code());
        if (different && space.isEnough(space.overlap(pool.get(i), pool.get(j)))) {
          distances.add(space.gower(pool.get(i), pool.get(j)));
        }
      }
    }
    return distances.build();
  }
}
