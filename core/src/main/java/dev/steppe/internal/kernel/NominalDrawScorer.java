package dev.steppe.internal.kernel;

import com.google.common.collect.ImmutableList;
import dev.steppe.internal.random.Substreams;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Only readings are drawn: their columns are scored as any others. */
final class NominalDrawScorer extends DrawScorer {

  private final double[][] readings;

  /** By subject: the model, without what does not apply to it. */
  private final List<CompiledModel> models = new ArrayList<>();

  NominalDrawScorer(
      CompiledModel model,
      ImmutableList<SampledProfile> subjects,
      Substreams draws,
      DrawBuffers buffers) {
    super(model, subjects, null, draws, buffers);
    this.readings = buffers.columns(0, model.indicators);
    subjects.forEach(subject -> models.add(model.leavingOut(subject.notApplicable)));
  }

  @Override
  void score(long block, RowSelection rows) {
    for (int i = 0; i < weights.length; i++) {
      Arrays.fill(weights[i], model.effective[i]);
    }
    for (int s = 0; s < subjects.size(); s++) {
      SampledProfile subject = subjects.get(s);
      for (int i = 0; i < readings.length; i++) {
        subject.fill(i, draws, block, rows, readings[i]);
      }
      models.get(s).score(readings, 0, rows.count(), scores[s], 0);
    }
  }
}
