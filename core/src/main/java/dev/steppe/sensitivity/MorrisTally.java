package dev.steppe.sensitivity;

import com.google.common.collect.ImmutableList;
import dev.steppe.internal.Text;
import dev.steppe.table.Decimals;
import java.util.ArrayList;
import java.util.List;

/** Collects the elementary effects of trajectories, and what the grid may hide. */
final class MorrisTally {

  /**
   * Where an output rises or falls all the way, no move changes it by more than two steps do: each
   * is at least half of the range. Other inputs differ between trajectories, so a little more may
   * happen.
   */
  private static final double MOST_STEPS = 3;

  private static final double ROUNDING = 1e-12;

  private final ImmutableList<String> inputs;
  private final int levels;
  private final double[][] effects;
  private final double[] change;
  private final double[] changeOffGrid;
  private double greatest;

  MorrisTally(ImmutableList<String> inputs, int trajectories, int levels) {
    this.inputs = inputs;
    this.levels = levels;
    this.effects = new double[inputs.size()][trajectories];
    this.change = new double[inputs.size()];
    this.changeOffGrid = new double[inputs.size()];
  }

  void add(int trajectory, MorrisWalk walk, double[] outputs) {
    for (int place = 0; place < inputs.size(); place++) {
      int input = walk.input(place);
      effects[input][trajectory] = walk.effect(place, outputs);
      change[input] = Math.max(change[input], walk.change(place, outputs));
      changeOffGrid[input] = Math.max(changeOffGrid[input], walk.changeOffGrid(place, outputs));
    }
    for (double output : outputs) {
      greatest = Math.max(greatest, Math.abs(output));
    }
  }

  MorrisEffects result(String output, long seed) {
    ImmutableList.Builder<MorrisEffect> found = ImmutableList.builder();
    for (int i = 0; i < inputs.size(); i++) {
      found.add(MorrisEffect.of(inputs.get(i), effects[i]));
    }
    ImmutableList<MorrisEffect> all = found.build();
    return new MorrisEffects(output, all, effects[0].length, levels, seed, remarks(all));
  }

  private ImmutableList<String> remarks(ImmutableList<MorrisEffect> all) {
    double rounding = ROUNDING * greatest;
    List<String> hidden = new ArrayList<>();
    List<String> both = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      MorrisEffect effect = all.get(i);
      if (changeOffGrid[i] > MOST_STEPS * change[i] + rounding) {
        hidden.add(effect.input());
      }
      if (effect.meanAbsolute() - Math.abs(effect.mean()) > rounding) {
        both.add(effect.input());
      }
    }
    ImmutableList.Builder<String> remarks = ImmutableList.builder();
    if (!hidden.isEmpty()) {
      double step = levels / (2 * (levels - 1.0));
      remarks.add(
          Text.of(
              "Steps of %s of the range hide what inputs do: other moves change the output more"
                  + " than three times as much as any step of %s. Take another number of levels, or"
                  + " Sobol indices.",
              Decimals.fixed(step, 2), DriverText.some(hidden)));
    }
    if (!both.isEmpty()) {
      remarks.add(
          Text.of(
              "Effects have both signs, so their mean says little: %s. The output rises and falls"
                  + " with the input, or other inputs turn its effect round.",
              DriverText.some(both)));
    }
    return remarks.build();
  }
}
