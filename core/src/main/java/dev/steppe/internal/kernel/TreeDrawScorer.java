package dev.steppe.internal.kernel;

import com.google.common.collect.ImmutableList;
import dev.steppe.internal.random.Substreams;
import dev.steppe.internal.random.WeightSampler;
import dev.steppe.model.Aggregation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Any tree with drawn weights. An aggregation takes one set of weights for all its rows, and all
 * subjects share a draw of weights: so each draw is evaluated by itself, with subjects as rows.
 * Subjects that lack the same readings are evaluated together.
 */
final class TreeDrawScorer extends DrawScorer {

  private final List<Group> groups = new ArrayList<>();
  private final double[] mass;

  /** By factor and child, the mass of the child. */
  private final double[][] masses;

  private final double[][] shares;

  /** By factor, its aggregation for the weights of the draw, before anything is missing. */
  private final Aggregation[] aggregations;

  /** The score at the risky end, where a missing reading may be anything. */
  private final double[][] riskiest;

  /** The number of the next free column. */
  private int next;

  TreeDrawScorer(
      CompiledModel model,
      ImmutableList<SampledProfile> subjects,
      WeightSampler sampler,
      Substreams draws,
      GapEnd end,
      DrawBuffers buffers) {
    super(model, subjects, sampler, draws, buffers);
    this.mass = new double[model.nodes().size()];
    this.masses = new double[model.children.length][];
    this.shares = new double[model.children.length][];
    this.aggregations = model.aggregations.clone();
    for (int f = 0; f < shares.length; f++) {
      masses[f] = new double[model.children[f].length];
      shares[f] = new double[model.children[f].length];
    }
    this.riskiest = new double[subjects.size()][];
    double[][] target = new double[subjects.size()][];
    Map<String, Group> byGaps = new LinkedHashMap<>();
    for (SampledValues of : SampledValues.of(model, subjects, end)) {
      boolean second = target[of.position] != null;
      if (second) {
        riskiest[of.position] = buffers.columns(next++, 1)[0];
      }
      target[of.position] = second ? riskiest[of.position] : scores[of.position];
      String pattern = of.gaps == null ? "" : Arrays.toString(of.gaps.present);
      Group group = byGaps.computeIfAbsent(pattern, unseen -> new Group(of.gaps));
      group.members.add(of);
      group.targets.add(target[of.position]);
    }
    for (Group group : byGaps.values()) {
      group.prepare();
      groups.add(group);
    }
  }

  @Override
  void score(long block, RowSelection rows) {
    for (Group group : groups) {
      group.drawValues(block, rows);
    }
    int count = rows.count();
    for (int r = 0; r < count; r++) {
      boolean same = r > 0 && hasWeightsOfLast(r);
      if (!same) {
        weigh(r);
      }
      for (Group group : groups) {
        group.score(r, same);
      }
    }
    for (int s = 0; s < riskiest.length; s++) {
      if (riskiest[s] != null) {
        SampledValues.average(scores[s], riskiest[s], count);
      }
    }
  }

  private boolean hasWeightsOfLast(int row) {
    for (double[] column : weights) {
      if (column[row] != column[row - 1]) {
        return false;
      }
    }
    return true;
  }

  /** By node, the weight of all indicators below it in one draw; interactions go with weights. */
  private void weigh(int row) {
    for (int i = 0; i < weights.length; i++) {
      mass[i] = weights[i][row];
    }
    for (int f = 0; f < model.children.length; f++) {
      double sum = 0;
      for (int c = 0; c < masses[f].length; c++) {
        masses[f][c] = mass[model.children[f][c]];
        sum += masses[f][c];
      }
      mass[model.indicators + f] = sum;
      if (sum > 0) {
        for (int c = 0; c < masses[f].length; c++) {
          shares[f][c] = masses[f][c] / sum;
        }
        aggregations[f] = model.aggregations[f].reweighted(model.shares[f], shares[f]);
      }
    }
  }

  /** Subjects with the same gaps. */
  private final class Group {

    private final @Nullable Reweighting gaps;
    private final List<SampledValues> members = new ArrayList<>();
    private final List<double[]> targets = new ArrayList<>();

    /** By node, a column of the members. */
    private double[][] columns = {};

    /** By indicator and member; null where not drawn. */
    private double[][][] drawn = {};

    /** By factor and child: whether it has a value. */
    private final boolean[][] present;

    private boolean anyDrawn;

    Group(@Nullable Reweighting gaps) {
      this.gaps = gaps;
      this.present = new boolean[shares.length][];
      for (int f = 0; f < shares.length; f++) {
        present[f] = new boolean[shares[f].length];
        for (int c = 0; c < present[f].length; c++) {
          present[f][c] = isPresent(model.children[f][c]);
        }
      }
    }

    void prepare() {
      columns = new double[model.nodes().size()][members.size()];
      drawn = new double[model.indicators][members.size()][];
      for (int i = 0; i < model.indicators; i++) {
        for (int m = 0; m < members.size(); m++) {
          SampledValues of = members.get(m);
          // What is missing has weight 0.
          columns[i][m] = Double.isNaN(of.values[i]) ? 0 : of.values[i];
          if (of.subject.isDrawn(i)) {
            drawn[i][m] = buffers.columns(next++, 1)[0];
            anyDrawn = true;
          }
        }
      }
    }

    void drawValues(long block, RowSelection rows) {
      for (int i = 0; i < drawn.length; i++) {
        for (int m = 0; m < members.size(); m++) {
          if (drawn[i][m] != null) {
            members.get(m).subject.fill(i, draws, block, rows, drawn[i][m]);
            model.normalize(i, rows.count(), drawn[i][m]);
          }
        }
      }
    }

    /** Scores a row; with the same weights and no drawn readings it is the one before. */
    void score(int row, boolean sameWeights) {
      if (!sameWeights || anyDrawn) {
        aggregate(row);
      }
      for (int m = 0; m < members.size(); m++) {
        targets.get(m)[row] = columns[model.root()][m];
      }
    }

    private void aggregate(int row) {
      for (int i = 0; i < drawn.length; i++) {
        for (int m = 0; m < drawn[i].length; m++) {
          if (drawn[i][m] != null) {
            columns[i][m] = drawn[i][m][row];
          }
        }
      }
      for (int f = 0; f < shares.length; f++) {
        ChildShares.of(masses[f], present[f], mass[model.indicators + f], shares[f]);
      }
      FlattenedSums sums = FlattenedSums.of(model, shares);
      for (int f = 0; f < shares.length; f++) {
        int node = model.indicators + f;
        // What weighs nothing may have no value: it keeps its 0.
        if (model.needed[f] && isPresent(node) && mass[node] > 0) {
          sums.aggregate(model, f, aggregations[f], columns, members.size());
        }
      }
    }

    private boolean isPresent(int node) {
      return gaps == null || gaps.present[node];
    }
  }
}
