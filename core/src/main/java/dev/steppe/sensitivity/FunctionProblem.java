package dev.steppe.sensitivity;

import com.google.common.collect.ImmutableList;
import dev.steppe.internal.Interruption;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/** A function of numbers, each an input of its own. */
final class FunctionProblem implements Problem {

  private final ToDoubleFunction<double[]> function;
  private final ImmutableList<UncertainInput> inputs;
  private final ImmutableList<String> names;

  FunctionProblem(ToDoubleFunction<double[]> function, List<UncertainInput> inputs) {
    this.function = function;
    this.inputs = ImmutableList.copyOf(inputs);
    ImmutableList.Builder<String> names = ImmutableList.builder();
    inputs.forEach(input -> names.add(input.name()));
    this.names = distinct(names.build());
  }

  /** The names, if there are any and no two are the same. */
  static ImmutableList<String> distinct(ImmutableList<String> names) {
    if (names.isEmpty()) {
      throw new IllegalArgumentException("A sensitivity analysis needs at least one input");
    }
    List<String> twice = new ArrayList<>(names);
    Set<String> once = new LinkedHashSet<>(names);
    once.forEach(twice::remove);
    if (!twice.isEmpty()) {
      throw new IllegalArgumentException("Inputs need different names, but these recur: " + twice);
    }
    return names;
  }

  @Override
  public String output() {
    return "output";
  }

  @Override
  public ImmutableList<String> inputs() {
    return names;
  }

  @Override
  public int[] dimensionsOf(int input) {
    return new int[] {input};
  }

  @Override
  public int dimensions() {
    return inputs.size();
  }

  @Override
  public String key(int dimension) {
    return names.get(dimension);
  }

  @Override
  public void transform(int dimension, double[] column, int rows) {
    UncertainInput input = inputs.get(dimension);
    for (int r = 0; r < rows; r++) {
      column[r] = input.at(column[r]);
    }
  }

  @Override
  public Evaluator evaluator() {
    return (columns, rows, outputs) -> {
      for (int r = 0; r < rows; r++) {
        Interruption.check();
        // A new array each time: the function may keep it or change it.
        double[] point = new double[columns.length];
        for (int d = 0; d < point.length; d++) {
          point[d] = columns[d][r];
        }
        outputs[r] = function.applyAsDouble(point);
      }
    };
  }

  @Override
  public String describe(double[][] columns, int row) {
    return describe(names, columns, row);
  }

  /** Such as {@code x = 1.0, y = 2.0}. */
  static String describe(List<String> names, double[][] columns, int row) {
    StringBuilder text = new StringBuilder();
    for (int d = 0; d < names.size(); d++) {
      text.append(d == 0 ? "" : ", ").append(names.get(d)).append(" = ").append(columns[d][row]);
    }
    return text.toString();
  }
}
