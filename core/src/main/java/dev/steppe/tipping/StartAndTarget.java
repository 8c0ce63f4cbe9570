package dev.steppe.tipping;

import dev.steppe.internal.Checks;
import dev.steppe.model.Criterion;
import dev.steppe.model.Factor;
import dev.steppe.model.RiskModel;
import dev.steppe.score.NodeScore;
import dev.steppe.score.Scorecard;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a country stands and where it is to get: by indicator, its reading, its value, and how far
 * it can go in the wanted direction.
 */
final class StartAndTarget {

  /** A score that is this near has reached its target, as in a ranking. */
  static final double TOLERANCE = 1e-9;

  private static final String UNTOLD = " does not say that it keeps its contract";

  final Scorecard card;
  final TippingCosts costs;
  final double target;

  /** Whether the score is to rise. Values move the same way, because no score falls with them. */
  final boolean up;

  final boolean additive;
  final Criterion[] criteria;

  /** Central readings; NaN where missing. */
  final double[] readings;

  final double[] values;

  /** The effective weights that were used. */
  final double[] weights;

  private final @Nullable InverseScale[] scales;
  final double[] rooms;

  /** The moves that are possible where a scale jumps, from 0; none where all in the room are. */
  final double[][] levels;

  private @Nullable ValueModel byValues;

  StartAndTarget(Scorecard card, TippingCosts costs, double target) {
    RiskModel model = card.model();
    checkTraceable(model);
    this.card = card;
    this.costs = costs;
    this.target = target;
    this.up = card.value() <= target;
    this.additive = model.isAdditive();
    this.criteria = model.criteria().toArray(new Criterion[0]);
    int n = criteria.length;
    this.readings = new double[n];
    this.values = new double[n];
    this.weights = new double[n];
    this.scales = new @Nullable InverseScale[n];
    this.rooms = new double[n];
    this.levels = new double[n][0];
    int i = 0;
    for (NodeScore node : card.nodes()) {
      if (node.node().isLeaf()) {
        readings[i] = node.raw().orElse(Double.NaN);
        values[i] = node.value().orElse(Double.NaN);
        weights[i] = node.effectiveWeight();
        i++;
      }
    }
    for (i = 0; i < n; i++) {
      if (!isMissing(i) && !isImmutable(i)) {
        InverseScale scale = new InverseScale(criteria[i], readings[i], up);
        scales[i] = scale;
        rooms[i] = scale.within(costs.room(code(i), values[i], up));
        double room = rooms[i];
        levels[i] =
            scale.levels().stream()
                .mapToDouble(InverseScale.Level::points)
                .filter(points -> points <= room)
                .toArray();
      }
    }
  }

  /** Of what says neither where it rises nor that it never falls, no reading can be found. */
  private static void checkTraceable(RiskModel model) {
    List<String> faults = new ArrayList<>();
    for (Factor factor : model.factors()) {
      if (!factor.aggregation().isMonotone()) {
        faults.add("aggregation " + factor.aggregation() + " of '" + factor.code() + "'" + UNTOLD);
      }
    }
    for (Criterion criterion : model.criteria()) {
      if (!criterion.normalization().isTraceable()) {
        faults.add(
            "scale " + criterion.normalization() + " of '" + criterion.code() + "'" + UNTOLD);
      }
    }
    Checks.noFaults("Tipping points of model '" + model.name() + "'", faults);
  }

  String code(int i) {
    return criteria[i].code();
  }

  boolean isMissing(int i) {
    return Double.isNaN(readings[i]);
  }

  /** Whether it is missing because it does not apply. */
  boolean isNotApplicable(int i) {
    return card.profile().notApplicable().containsKey(code(i));
  }

  boolean isImmutable(int i) {
    return costs.isImmutable(code(i));
  }

  /** Whether moving it can change the score at all. */
  boolean isMovable(int i) {
    return rooms[i] > 0 && weights[i] > 0;
  }

  /** The points between score and target, at least 0. */
  double gap() {
    return Math.abs(target - card.value());
  }

  boolean isReachedAtOnce() {
    return gap() <= TOLERANCE;
  }

  /** How far a score is beyond the target; negative where it falls short of it. */
  double beyond(double score) {
    return up ? score - target : target - score;
  }

  boolean isReached(double score) {
    return beyond(score) >= -TOLERANCE;
  }

  /** The scale of an indicator that is neither missing nor immutable. */
  InverseScale scale(int i) {
    InverseScale scale = scales[i];
    if (scale == null) {
      throw new AssertionError(code(i));
    }
    return scale;
  }

  /**
   * The reading that moves an indicator by at least so many points; where bounds cut a level off,
   * the last level within them.
   */
  double reading(int i, double points) {
    return points <= 0 ? readings[i] : scale(i).reaching(Math.min(points, rooms[i]));
  }

  /** The value after a move. */
  double value(int i, double points) {
    double moved = up ? values[i] + points : values[i] - points;
    return Math.min(100, Math.max(0, moved));
  }

  /** The model as a function of values, made when it is first needed. */
  ValueModel byValues() {
    ValueModel known = byValues;
    if (known == null) {
      known = new ValueModel(card.model(), card.profile().notApplicable().keySet());
      byValues = known;
    }
    return known;
  }

  /**
   * Moves that are known to suffice but for rounding, made a little longer where rounding has left
   * the score on real readings short of the target.
   */
  void repair(double[] points) {
    double[] found = points.clone();
    for (double share = 1e-15; !isReached(score(row(points))); share *= 10) {
      for (int i = 0; i < points.length; i++) {
        double left = found[i] > 0 ? rooms[i] - found[i] : 0;
        points[i] = share < 1 ? found[i] + share * left : found[i] > 0 ? rooms[i] : 0;
      }
      if (share >= 1) {
        return;
      }
    }
  }

  /** The readings after moves. */
  double[] row(double[] points) {
    double[] row = readings.clone();
    for (int i = 0; i < row.length; i++) {
      row[i] = reading(i, points[i]);
    }
    return row;
  }

  double score(double[] row) {
    return scores(new double[][] {row})[0];
  }

  /** The scores of rows of readings. */
  double[] scores(double[][] rows) {
    double[][] columns = new double[criteria.length][rows.length];
    for (int i = 0; i < criteria.length; i++) {
      for (int r = 0; r < rows.length; r++) {
        columns[i][r] = rows[r][i];
      }
    }
    return card.scorer()
        .bulk()
        .withNotApplicable(card.profile().notApplicable().keySet())
        .score(columns);
  }
}
