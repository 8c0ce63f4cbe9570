package dev.steppe.sensitivity;

import com.google.common.collect.ImmutableList;
import java.util.Optional;

/**
 * An output as a function of independent inputs. An input has one dimension or, like a weight
 * vector, several; a dimension is a column of numbers.
 */
interface Problem {

  /** What the output is called in results. */
  String output();

  /** The names of the inputs. */
  ImmutableList<String> inputs();

  /** The dimensions of an input. */
  int[] dimensionsOf(int input);

  int dimensions();

  /** The name of a dimension, on which its draws depend. */
  String key(int dimension);

  /** Turns uniform draws into values of the dimension, in place. */
  void transform(int dimension, double[] column, int rows);

  /** An evaluator for one thread. */
  Evaluator evaluator();

  /** What is said of a point in an error message. */
  String describe(double[][] columns, int row);

  /** The indices without sampling, where there is a closed form. */
  default Optional<SobolIndices> closedForm() {
    return Optional.empty();
  }

  /** Computes outputs; may keep what it needs again for the same block of rows. */
  interface Evaluator {

    /**
     * Writes the outputs of the first rows to the start of {@code outputs}.
     *
     * @param columns {@code [dimension][row]}
     */
    void evaluate(double[][] columns, int rows, double[] outputs);
  }
}
