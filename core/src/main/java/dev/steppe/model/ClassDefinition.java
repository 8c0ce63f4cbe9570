package dev.steppe.model;

import dev.steppe.internal.Text;
import org.jspecify.annotations.Nullable;

/**
 * A class of scores, as plain data. Null counts as not given. See {@link RiskClasses}.
 *
 * @param name the name
 * @param from the score at which it starts; null of the safest, which starts at 0
 * @see ModelDefinition
 * @since 0.1
 */
public record ClassDefinition(String name, @Nullable Double from) {

  /** Nothing is checked here. */
  public ClassDefinition {
    name = Plain.text(name);
  }

  @Override
  public String toString() {
    return Text.ofRecord(this);
  }
}
