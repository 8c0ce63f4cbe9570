package dev.steppe.internal.kernel;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import dev.steppe.internal.DrawBlock;
import dev.steppe.internal.random.WeightSampler;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Several scorers of the same subjects, of which each draw takes one. Each scores the draws that
 * take it and no others, so many cost little more than one. Weights are drawn once for all parts
 * that have the same sampler.
 */
final class MixtureDrawScorer extends DrawScorer {

  private final ImmutableList<DrawScorer> parts;

  /** For each part, the share of draws that take it or one before it. */
  private final ImmutableDoubleArray upTo;

  private final double[] choice = new double[DrawBlock.SIZE];
  private final double[][] drawn;

  MixtureDrawScorer(ImmutableList<DrawScorer> parts, ImmutableDoubleArray weights) {
    super(
        parts.get(0).model,
        parts.get(0).subjects,
        null,
        parts.get(0).draws,
        new DrawBuffers(parts.get(0).model.indicators, parts.get(0).subjects.size()));
    this.parts = parts;
    this.drawn = new double[model.indicators][DrawBlock.SIZE];
    double total = weights.stream().sum();
    ImmutableDoubleArray.Builder shares = ImmutableDoubleArray.builder(weights.length());
    double sum = 0;
    for (int p = 0; p < weights.length(); p++) {
      sum += weights.get(p);
      shares.add(sum / total);
    }
    this.upTo = shares.build();
  }

  @Override
  void score(long block, RowSelection all) {
    RowSelection[] rows = deal(block, all.drawn);
    @Nullable WeightSampler last = null;
    for (int p = 0; p < rows.length; p++) {
      DrawScorer part = parts.get(p);
      if (rows[p].count() == 0) {
        continue;
      }
      if (part.sampler != null) {
        if (!Objects.equals(part.sampler, last)) {
          part.sampler.fill(draws, block, all.drawn, drawn);
          last = part.sampler;
        }
        gather(rows[p], drawn, part.weights);
      }
      part.score(block, rows[p]);
      scatter(rows[p], part.scores, scores);
      scatter(rows[p], part.weights, weights);
    }
  }

  /** The rows that each part takes. */
  private RowSelection[] deal(long block, int count) {
    RowSelection[] rows = new RowSelection[parts.size()];
    for (int p = 0; p < rows.length; p++) {
      rows[p] = RowSelection.noneOf(count);
    }
    draws.uniforms(CHOICE, block, count, choice);
    for (int r = 0; r < count; r++) {
      rows[partOf(choice[r])].add(r);
    }
    return rows;
  }

  private int partOf(double uniform) {
    int part = 0;
    while (part < upTo.length() - 1 && uniform > upTo.get(part)) {
      part++;
    }
    return part;
  }

  private static void gather(RowSelection rows, double[][] from, double[][] to) {
    for (int c = 0; c < to.length; c++) {
      rows.gather(from[c], to[c]);
    }
  }

  private static void scatter(RowSelection rows, double[][] from, double[][] to) {
    for (int c = 0; c < to.length; c++) {
      rows.scatter(from[c], to[c]);
    }
  }
}
