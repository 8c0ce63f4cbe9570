package dev.steppe.evidence;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.steppe.internal.Text;

/**
 * What was read from a table, and what was left out of it because the reader was told so.
 *
 * @param value what was read
 * @param leftOut the texts whose lines were left out, such as {@code World (WLD), 3 lines}
 * @param <T> what kind of thing was read
 * @since 0.1
 */
public record Loaded<T>(T value, ImmutableList<String> leftOut) {

  /** Checks that no part is null. */
  public Loaded {
    requireNonNull(value, "value");
    requireNonNull(leftOut, "leftOut");
  }

  @Override
  public String toString() {
    return Text.ofRecord(this);
  }
}
