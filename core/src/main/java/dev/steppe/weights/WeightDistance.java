package dev.steppe.weights;

/**
 * How far apart two sets of weights are. All weights are at least 0 and sum to 1, before and after.
 *
 * <pre>{@code
 * Comparison gap = scorer.compare(aland, bland);
 * WeightFlip.of(gap, WeightDistance.EUCLIDEAN).moves().size();   // 3
 * }</pre>
 *
 * @since 0.1
 */
public enum WeightDistance {

  /**
   * The root of the sum of the squared changes (L2). The nearest weights are unique and spread the
   * change over all of them.
   */
  EUCLIDEAN {
    @Override
    double[] nearest(double[] weights, double[] difference) {
      return SimplexProjection.euclidean(weights, difference);
    }

    @Override
    double between(double[] from, double[] to) {
      double sum = 0;
      for (int k = 0; k < from.length; k++) {
        sum += (to[k] - from[k]) * (to[k] - from[k]);
      }
      return Math.sqrt(sum);
    }
  },

  /**
   * The sum of the changes in size (L1): twice the weight that is moved from some to others. The
   * nearest weights change few of them; where several do equally well, the first in the order of
   * the model are changed.
   */
  TOTAL {
    @Override
    double[] nearest(double[] weights, double[] difference) {
      return SimplexProjection.total(weights, difference);
    }

    @Override
    double between(double[] from, double[] to) {
      double sum = 0;
      for (int k = 0; k < from.length; k++) {
        sum += Math.abs(to[k] - from[k]);
      }
      return sum;
    }
  },

  /**
   * The largest change of any weight (L-infinity). The nearest weights change many of them by the
   * same amount; where several do equally well, the first in the order of the model are raised.
   */
  LARGEST {
    @Override
    double[] nearest(double[] weights, double[] difference) {
      return SimplexProjection.largest(weights, difference);
    }

    @Override
    double between(double[] from, double[] to) {
      double largest = 0;
      for (int k = 0; k < from.length; k++) {
        largest = Math.max(largest, Math.abs(to[k] - from[k]));
      }
      return largest;
    }
  };

  /**
   * The nearest weights under which the difference is 0.
   *
   * @param weights at least 0, with sum 1
   * @param difference by weight; their weighted sum is above 0, and the least is at most 0
   */
  abstract double[] nearest(double[] weights, double[] difference);

  abstract double between(double[] from, double[] to);
}
