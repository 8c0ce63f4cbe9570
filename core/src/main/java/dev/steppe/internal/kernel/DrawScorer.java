package dev.steppe.internal.kernel;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import dev.steppe.internal.DrawBlock;
import dev.steppe.internal.Interruption;
import dev.steppe.internal.random.Substreams;
import dev.steppe.internal.random.WeightSampler;
import dev.steppe.model.Criterion;
import org.jspecify.annotations.Nullable;

/**
 * Scores subjects under drawn weights and readings, a block of replicates at a time. Has buffers,
 * so each thread needs its own.
 */
public abstract class DrawScorer {

  /** The key of the input that says which of several scorers a draw takes. */
  public static final long CHOICE = Substreams.key("method");

  private static final RowSelection WHOLE = RowSelection.first(DrawBlock.SIZE);

  final CompiledModel model;
  final ImmutableList<SampledProfile> subjects;
  final @Nullable WeightSampler sampler;
  final Substreams draws;
  final DrawBuffers buffers;
  final double[][] weights;
  final double[][] scores;

  DrawScorer(
      CompiledModel model,
      ImmutableList<SampledProfile> subjects,
      @Nullable WeightSampler sampler,
      Substreams draws,
      DrawBuffers buffers) {
    this.model = model;
    this.subjects = subjects;
    this.sampler = sampler;
    this.draws = draws;
    this.buffers = buffers;
    this.weights = buffers.weights;
    this.scores = buffers.scores;
  }

  /**
   * Obtains a scorer.
   *
   * @param subjects such that each has a score
   * @param sampler how weights are drawn; null for those of the model
   * @param buffers no other scorer's that works at the same time
   */
  public static DrawScorer of(
      CompiledModel model,
      ImmutableList<SampledProfile> subjects,
      @Nullable WeightSampler sampler,
      Substreams draws,
      DrawBuffers buffers) {
    if (sampler == null) {
      return new NominalDrawScorer(model, subjects, draws, buffers);
    }
    return model.model().isAdditive()
        ? new AdditiveDrawScorer(model, subjects, sampler, draws, GapEnd.MIDDLE, buffers)
        : new TreeDrawScorer(model, subjects, sampler, draws, GapEnd.MIDDLE, buffers);
  }

  /**
   * Obtains a scorer of the same draws, with everything that is missing and may be anything at one
   * end of its scale.
   */
  public static DrawScorer atEnd(
      CompiledModel model,
      ImmutableList<SampledProfile> subjects,
      @Nullable WeightSampler sampler,
      Substreams draws,
      GapEnd end,
      DrawBuffers buffers) {
    WeightSampler some = sampler == null ? nominal(model) : sampler;
    return model.model().isAdditive()
        ? new AdditiveDrawScorer(model, subjects, some, draws, end, buffers)
        : new TreeDrawScorer(model, subjects, some, draws, end, buffers);
  }

  private static WeightSampler nominal(CompiledModel model) {
    ImmutableList.Builder<String> codes = ImmutableList.builder();
    for (Criterion criterion : model.model().criteria()) {
      codes.add(criterion.code());
    }
    return WeightSampler.constant(codes.build(), ImmutableDoubleArray.copyOf(model.effective));
  }

  /**
   * Obtains a scorer that takes one of several in each draw.
   *
   * @param parts of the same subjects, with the same draws and buffers
   * @param weights how often each is taken, in proportion
   */
  public static DrawScorer mixture(ImmutableList<DrawScorer> parts, ImmutableDoubleArray weights) {
    return parts.size() == 1 ? parts.get(0) : new MixtureDrawScorer(parts, weights);
  }

  /** Draws and scores the first rows of a block; {@link #scores} and {@link #weights} hold them. */
  public final void draw(long block, int rows) {
    Interruption.check();
    if (sampler != null) {
      sampler.fill(draws, block, rows, weights);
    }
    score(block, rows == DrawBlock.SIZE ? WHOLE : RowSelection.first(rows));
  }

  /** Scores some rows of a block; {@link #weights} holds theirs, one after the other. */
  abstract void score(long block, RowSelection rows);

  /** The scores of the last draw, {@code [subject][row]}; overwritten by the next. */
  public double[][] scores() {
    return scores;
  }

  /** The weights of the last draw, {@code [indicator][row]}; overwritten by the next. */
  public double[][] weights() {
    return weights;
  }
}
