package dev.steppe.evidence;

import com.google.common.collect.ImmutableMap;
import java.io.Serializable;
import java.util.Map;

/**
 * What is said of a method that this library does not have: whose it is, and what it was given.
 * Definitions of models, and texts of estimates, hold that and not the method, which whoever reads
 * them has to have ({@code OwnMethods} of a model, {@link OwnEstimates}). Two methods with the same
 * id, version and parameters are one: they are equal, and models with them have the same
 * fingerprint. So whatever moves a value is a parameter, or a new version.
 *
 * <p>Threads share a method, and it is serialised with the model that has it: it must be immutable,
 * and give the same value whenever it is asked.
 *
 * @see OwnEstimate
 * @since 0.1
 */
public interface OwnMethod extends Serializable {

  /**
   * What it is called, such as {@code acme.root}: a letter, then letters, digits, '_', '.', '-'.
   */
  String id();

  /** Its version, 1 or more: another one for each change that moves a value. */
  int version();

  /**
   * Its parameters, finite numbers by name; the same whenever they are asked for. None if not said.
   */
  default Map<String, Double> parameters() {
    return ImmutableMap.of();
  }
}
