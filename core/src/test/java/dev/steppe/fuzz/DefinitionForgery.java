package dev.steppe.fuzz;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/** Definitions of models in which one value after the other is made another of its type. */
final class DefinitionForgery {

  private DefinitionForgery() {}

  /** The definition with one more change. */
  @SuppressWarnings("unchecked") // A changed record is of the class that it was.
  static <T extends Record> Callable<T> changed(T definition, Choices choices) {
    return () -> (T) changedRecord(definition, choices);
  }

  private static Record changedRecord(Record value, Choices choices) throws Exception {
    RecordComponent[] components = value.getClass().getRecordComponents();
    Object[] values = new Object[components.length];
    Class<?>[] types = new Class<?>[components.length];
    for (int i = 0; i < components.length; i++) {
      types[i] = components[i].getType();
      values[i] = components[i].getAccessor().invoke(value);
    }
    int chosen = choices.below(components.length);
    values[chosen] = changedValue(values[chosen], types[chosen], choices);
    Constructor<? extends Record> constructor = value.getClass().getDeclaredConstructor(types);
    try {
      return constructor.newInstance(values);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof IllegalArgumentException refused) {
        throw refused;
      }
      throw e;
    }
  }

  private static Object changedValue(Object value, Class<?> type, Choices choices)
      throws Exception {
    if (type == int.class) {
      return choices.of(List.of(0, 1, 2, -1, Integer.MAX_VALUE, Integer.MIN_VALUE));
    }
    if (choices.below(16) == 15) {
      return null;
    }
    if (value instanceof Record inner) {
      return changedRecord(inner, choices);
    }
    if (value instanceof List<?> list) {
      return changedList(list, choices);
    }
    if (value instanceof Map<?, ?> map) {
      return changedMap(map, type == Object.class, choices);
    }
    if (type == String.class) {
      return choices.text();
    }
    if (type == Double.class) {
      return choices.number();
    }
    return type == Object.class ? any(choices) : value;
  }

  /** A value where a document may have any. */
  private static Object any(Choices choices) {
    return switch (choices.below(6)) {
      case 0 -> null;
      case 1 -> choices.text();
      case 2 -> List.of(choices.number(), choices.number());
      case 3 -> new LinkedHashMap<>(Map.of(choices.text(), choices.number()));
      case 4 -> new ArrayList<>(Arrays.asList(choices.text(), null));
      default -> choices.number();
    };
  }

  private static List<?> changedList(List<?> list, Choices choices) throws Exception {
    List<Object> changed = new ArrayList<>(list);
    if (changed.isEmpty()) {
      return changed;
    }
    int at = choices.below(changed.size());
    switch (choices.below(6)) {
      case 0 -> changed.remove(at);
      case 1 -> changed.add(changed.get(at));
      case 2 -> changed.set(at, null);
      default -> changed.set(at, changedElement(changed.get(at), choices));
    }
    return changed;
  }

  private static Object changedElement(Object element, Choices choices) throws Exception {
    return element == null
        ? null
        : changedValue(
            element, element instanceof Map<?, ?> ? Object.class : element.getClass(), choices);
  }

  private static Map<?, ?> changedMap(Map<?, ?> map, boolean any, Choices choices)
      throws Exception {
    Map<Object, Object> changed = new LinkedHashMap<>(map);
    List<Object> keys = new ArrayList<>(changed.keySet());
    int kind = choices.below(4);
    if (kind == 0 || keys.isEmpty()) {
      changed.put(choices.text(), keys.isEmpty() || !any ? choices.text() : any(choices));
    } else if (kind == 1) {
      changed.remove(choices.of(keys));
    } else {
      Object key = choices.of(keys);
      changed.put(key, changedElement(changed.get(key), choices));
    }
    return changed;
  }
}
