package dev.steppe.internal.kernel;

import com.google.common.collect.ImmutableList;
import dev.steppe.internal.DrawBlock;
import dev.steppe.internal.random.Substreams;
import java.util.Arrays;

/** Only readings are drawn: their columns are scored as any others. */
final class NominalDrawScorer extends DrawScorer {

  private final double[][] readings;

  NominalDrawScorer(CompiledModel model, ImmutableList<SampledProfile> subjects, Substreams draws) {
    super(model, subjects, null, draws);
    this.readings = new double[model.indicators][DrawBlock.SIZE];
    for (int i = 0; i < weights.length; i++) {
      Arrays.fill(weights[i], model.effective[i]);
    }
  }

  @Override
  void score(long block, RowSelection rows) {
    for (int s = 0; s < subjects.size(); s++) {
      SampledProfile subject = subjects.get(s);
      for (int i = 0; i < readings.length; i++) {
        subject.fill(i, draws, block, rows, readings[i]);
      }
      model.score(readings, 0, rows.count(), scores[s], 0);
    }
  }
}
