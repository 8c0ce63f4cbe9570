package dev.steppe.model;

import dev.steppe.internal.Checks;
import dev.steppe.internal.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a parameter of a method's definition can be. */
enum ParameterKind {
  /** Any number, infinite ones by their names. */
  NUMBER {
    @Override
    @Nullable Object read(@Nullable Object value, String path, PathFaults faults) {
      return number(value, path, faults);
    }
  },
  /** A whole number. */
  COUNT {
    @Override
    @Nullable Object read(@Nullable Object value, String path, PathFaults faults) {
      Double number = number(value, path, faults);
      if (number != null && number != (int) (double) number) {
        faults.add(path, "must be a whole number, but was " + number);
        return null;
      }
      return number == null ? null : (Object) (int) (double) number;
    }
  },
  /** A list of numbers. */
  NUMBERS {
    @Override
    @Nullable Object read(@Nullable Object value, String path, PathFaults faults) {
      return elements(value, path, faults, ParameterKind::number);
    }
  },
  /** A list of a value by a reading, for each of several readings. */
  POINTS {
    @Override
    @Nullable Object read(@Nullable Object value, String path, PathFaults faults) {
      List<Map.Entry<Double, Double>> points = elements(value, path, faults, ParameterKind::point);
      if (points == null) {
        return null;
      }
      Map<Double, Double> map = new LinkedHashMap<>();
      for (Map.Entry<Double, Double> point : points) {
        if (map.put(point.getKey() + 0.0, point.getValue()) != null) {
          faults.add(path, "there are two values at " + point.getKey());
          return null;
        }
      }
      return map;
    }
  },
  /** A list of interactions of two children. */
  INTERACTIONS {
    @Override
    @Nullable Object read(@Nullable Object value, String path, PathFaults faults) {
      return elements(value, path, faults, ParameterKind::interaction);
    }
  },
  /** A text that is not empty. */
  TEXT {
    @Override
    @Nullable Object read(@Nullable Object value, String path, PathFaults faults) {
      if (value instanceof String text && !text.isEmpty()) {
        return text;
      }
      faults.add(path, "must be a text, but was " + shown(value));
      return null;
    }
  },
  /** Numbers by name. */
  NAMED_NUMBERS {
    @Override
    @Nullable Object read(@Nullable Object value, String path, PathFaults faults) {
      if (!(value instanceof Map<?, ?> given)) {
        faults.add(path, "must be numbers by name, but was " + shown(value));
        return null;
      }
      Map<String, Double> numbers = new LinkedHashMap<>();
      int before = faults.size();
      for (Map.Entry<?, ?> entry : given.entrySet()) {
        String name = String.valueOf(entry.getKey());
        Double number = number(entry.getValue(), path + "." + name, faults);
        if (number != null) {
          numbers.put(name, number);
        }
      }
      return faults.size() > before ? null : numbers;
    }
  },
  /** Another scale. */
  SCALE {
    @Override
    @Nullable Object read(@Nullable Object value, String path, PathFaults faults) {
      Map<?, ?> map = map(value, path, Set.of("method", "parameters"), faults);
      if (map == null) {
        return null;
      }
      Object parameters = map.get("parameters");
      if (!(map.get("method") instanceof String method)
          || !(parameters == null || parameters instanceof Map<?, ?>)) {
        faults.add(path, "must have a method and its parameters, but was " + map);
        return null;
      }
      MethodDefinition inner = MethodDefinition.of(method);
      if (parameters instanceof Map<?, ?> given) {
        for (Map.Entry<?, ?> entry : given.entrySet()) {
          inner = inner.with(String.valueOf(entry.getKey()), entry.getValue());
        }
      }
      return MethodFamilies.SCALES.read(inner, path, faults);
    }
  };

  /** What is read from an element of a list, or null after telling what is wrong with it. */
  private interface Element<T> {
    @Nullable T read(@Nullable Object value, String path, PathFaults faults);
  }

  /**
   * The value in the form in which the method takes it.
   *
   * @param faults receives what is wrong
   * @return null if something is
   */
  abstract @Nullable Object read(@Nullable Object value, String path, PathFaults faults);

  /** Whether it is a list, of any length. */
  boolean isList() {
    return this == NUMBERS || this == POINTS || this == INTERACTIONS;
  }

  private static @Nullable Double number(@Nullable Object value, String path, PathFaults faults) {
    if (value instanceof Double number) {
      return number;
    }
    if ("Infinity".equals(value)) {
      return Double.POSITIVE_INFINITY;
    }
    if ("-Infinity".equals(value)) {
      return Double.NEGATIVE_INFINITY;
    }
    faults.add(path, "must be a number, but was " + shown(value));
    return null;
  }

  private static Map.@Nullable Entry<Double, Double> point(
      @Nullable Object value, String path, PathFaults faults) {
    Map<?, ?> map = map(value, path, Set.of("reading", "value"), faults);
    if (map == null) {
      return null;
    }
    Double reading = number(map.get("reading"), path + ".reading", faults);
    Double points = number(map.get("value"), path + ".value", faults);
    return reading == null || points == null ? null : Map.entry(reading, points);
  }

  private static @Nullable Interaction interaction(
      @Nullable Object value, String path, PathFaults faults) {
    Map<?, ?> map = map(value, path, Set.of("first", "second", "strength"), faults);
    if (map == null) {
      return null;
    }
    Double strength = number(map.get("strength"), path + ".strength", faults);
    if (!(map.get("first") instanceof String first)
        || !(map.get("second") instanceof String second)) {
      faults.add(path, "first and second must be codes, but were " + map);
      return null;
    }
    if (strength == null) {
      return null;
    }
    try {
      return Interaction.of(first, second, strength);
    } catch (IllegalArgumentException fault) {
      faults.add(path, fault);
      return null;
    }
  }

  private static <T> @Nullable List<T> elements(
      @Nullable Object value, String path, PathFaults faults, Element<T> element) {
    if (!(value instanceof List<?> list)) {
      faults.add(path, "must be a list, but was " + shown(value));
      return null;
    }
    List<T> read = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      T one = element.read(list.get(i), path + "[" + i + "]", faults);
      if (one != null) {
        read.add(one);
      }
    }
    return read.size() == list.size() ? read : null;
  }

  private static @Nullable Map<?, ?> map(
      @Nullable Object value, String path, Set<String> keys, PathFaults faults) {
    if (!(value instanceof Map<?, ?> map)) {
      faults.add(
          path,
          "must have " + Text.list(keys.stream().sorted().toList()) + ", but was " + shown(value));
      return null;
    }
    boolean sound = true;
    for (Object key : map.keySet()) {
      if (!keys.contains(key)) {
        faults.add(path, "unknown '" + key + "'. " + Checks.known(String.valueOf(key), keys));
        sound = false;
      }
    }
    return sound ? map : null;
  }

  private static String shown(@Nullable Object value) {
    return value instanceof String text ? "'" + text + "'" : String.valueOf(value);
  }
}
