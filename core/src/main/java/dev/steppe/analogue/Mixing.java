package dev.steppe.analogue;

import com.google.common.collect.ImmutableList;
import dev.steppe.internal.math.NearestPoint;
import dev.steppe.internal.math.Vectors;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Finds the {@link SyntheticControl}, as a nearest point in the space of scaled indicators. */
final class Mixing {

  /** Points this near to the face of the nearest point are on it. */
  private static final double ON_THE_FACE = 1e-9;

  private final SimilaritySpace space;
  private final int[] common;
  private final double[] scale;

  private Mixing(SimilaritySpace space, int[] common) {
    this.space = space;
    this.common = common;
    this.scale = new double[common.length];
    double sum = 0;
    for (int k : common) {
      sum += space.weights[k];
    }
    for (int k = 0; k < scale.length; k++) {
      scale[k] = Math.sqrt(space.weights[common[k]] / sum) / space.ranges[common[k]];
    }
  }

  static SyntheticControl of(SimilaritySpace space, int[] common) {
    return new Mixing(space, common).find();
  }

  private SyntheticControl find() {
    double[][] points = new double[space.precedents.size()][];
    double[] mean = new double[common.length];
    for (int j = 0; j < points.length; j++) {
      points[j] = fromTarget(space.precedents.get(j));
      for (int k = 0; k < mean.length; k++) {
        mean[k] += points[j][k] / points.length;
      }
    }
    NearestPoint nearest = NearestPoint.of(points);
    double distance = nearest.distance();
    double ofMean = Math.sqrt(Vectors.dot(mean, mean));
    double left = ofMean == 0 ? 0 : distance / ofMean;
    return new SyntheticControl(
        space.target.card(),
        parts(nearest.weights()),
        residuals(nearest.weights()),
        distance,
        nearest.gap(),
        Math.max(0, 1 - left * left),
        nearest.isUnique(ON_THE_FACE));
  }

  private double[] fromTarget(Values precedent) {
    double[] point = new double[common.length];
    for (int k = 0; k < point.length; k++) {
      point[k] = scale[k] * (precedent.at(common[k]) - space.target.at(common[k]));
    }
    return point;
  }

  private ImmutableList<SyntheticControl.Part> parts(double[] weights) {
    List<SyntheticControl.Part> parts = new ArrayList<>();
    for (int j = 0; j < weights.length; j++) {
      if (weights[j] > 0) {
        parts.add(new SyntheticControl.Part(space.precedents.get(j).card(), weights[j]));
      }
    }
    parts.sort(Comparator.comparingDouble(part -> -part.weight()));
    return ImmutableList.copyOf(parts);
  }

  private ImmutableList<SyntheticControl.Residual> residuals(double[] weights) {
    ImmutableList.Builder<SyntheticControl.Residual> residuals = ImmutableList.builder();
    for (int k : common) {
      double mixture = 0;
      for (int j = 0; j < weights.length; j++) {
        mixture += weights[j] * space.precedents.get(j).at(k);
      }
      residuals.add(
          new SyntheticControl.Residual(
              space.criteria.get(k).indicator(), space.target.at(k), mixture));
    }
    return residuals.build();
  }
}
