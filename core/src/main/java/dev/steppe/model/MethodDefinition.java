package dev.steppe.model;

import dev.steppe.internal.Text;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A scale, treatment, aggregation or policy about missing readings as plain data: the name of its
 * factory, and what that is given.
 *
 * <pre>{@code
 * Normalization.goalposts(0, 60).definition()
 *     // MethodDefinition[method=goalposts, parameters={lower=0.0, upper=60.0}]
 * Normalization.of(MethodDefinition.of("goalposts").with("lower", 0).with("upper", 60))
 *     .normalize(15, Direction.HIGHER_IS_RISKIER)   // 25.0
 * }</pre>
 *
 * <p>Parameters have one form, whoever made them: numbers are {@code Double}, and a number that
 * JSON does not have is its name, {@code "Infinity"}, {@code "-Infinity"} or {@code "NaN"} (which
 * no method takes). Lists and maps are copied, all the way down, and keep their order. Nothing is
 * checked here: the faults of a definition are told together, by what reads it.
 *
 * @param method the name, such as {@code goalposts}; empty if none was given
 * @param parameters numbers, texts, lists and maps by name; empty if none were given
 * @see ModelDefinition
 * @since 0.1
 */
public record MethodDefinition(String method, Map<String, Object> parameters) {

  private static final int MOST_LEVELS = 100;

  /**
   * Brings the parameters into their one form; null counts as not given.
   *
   * @throws IllegalArgumentException if lists and maps lie in each other more than 100 deep
   */
  public MethodDefinition {
    method = method == null ? "" : method;
    parameters = parameters == null ? Map.of() : plainMap(parameters, MOST_LEVELS);
  }

  /** Obtains a method without parameters. */
  public static MethodDefinition of(String method) {
    return new MethodDefinition(method, Map.of());
  }

  /** A copy with a parameter: a number, a text, a list, a map or another method. */
  public MethodDefinition with(String name, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(parameters);
    more.put(name, value);
    return new MethodDefinition(method, more);
  }

  boolean isGiven() {
    return !method.isEmpty() || !parameters.isEmpty();
  }

  private static Map<String, Object> plainMap(Map<?, ?> map, int levels) {
    if (levels == 0) {
      throw tooDeep();
    }
    Map<String, Object> copy = new LinkedHashMap<>();
    map.forEach((key, value) -> copy.put(String.valueOf(key), plain(value, levels - 1)));
    return Collections.unmodifiableMap(copy);
  }

  private static IllegalArgumentException tooDeep() {
    return new IllegalArgumentException(
        "Parameters of a method lie in each other at most " + MOST_LEVELS + " deep");
  }

  private static @Nullable Object plain(@Nullable Object value, int levels) {
    if (value instanceof Number number) {
      double d = number.doubleValue();
      return Double.isFinite(d) ? (Object) d : String.valueOf(d);
    }
    if (value instanceof MethodDefinition inner) {
      Map<String, Object> map = new LinkedHashMap<>();
      map.put("method", inner.method());
      map.put("parameters", inner.parameters());
      return plainMap(map, levels);
    }
    if (value instanceof Map<?, ?> map) {
      return plainMap(map, levels);
    }
    if (value instanceof Iterable<?> list) {
      if (levels == 0) {
        throw tooDeep();
      }
      List<Object> copy = new ArrayList<>();
      list.forEach(element -> copy.add(plain(element, levels - 1)));
      return Collections.unmodifiableList(copy);
    }
    return value;
  }

  @Override
  public String toString() {
    return Text.ofRecord(this);
  }
}
