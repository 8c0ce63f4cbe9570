package dev.steppe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steppe.internal.Text;
import dev.steppe.testing.HostileResults;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What can be reached from results of hostile names: its text does not steer a console. */
class ConsoleTest {

  private static final int MOST_OF_A_KIND = 4;
  private static final int MOST_ELEMENTS = 4;
  private static final int DEEPEST = 8;

  private final Map<Object, Boolean> seen = new IdentityHashMap<>();
  private final Map<Class<?>, Integer> kinds = new HashMap<>();
  private final Map<String, String> steering = new TreeMap<>();

  private void walk(Object value, String way, int depth) {
    if (depth > DEEPEST || value == null || seen.put(value, true) != null) {
      return;
    }
    if (value instanceof Optional<?> optional) {
      optional.ifPresent(there -> walk(there, way, depth));
    } else if (value instanceof Map<?, ?> map) {
      map.entrySet().stream().limit(MOST_ELEMENTS).forEach(e -> walk(e.getValue(), way, depth));
    } else if (value.getClass().getName().startsWith("dev.steppe")) {
      if (kinds.merge(value.getClass(), 1, Integer::sum) <= MOST_OF_A_KIND) {
        look(value, way, depth);
      }
    } else if (value instanceof Iterable<?> elements) {
      int count = 0;
      for (Object element : elements) {
        if (count++ < MOST_ELEMENTS) {
          walk(element, way, depth);
        }
      }
    }
  }

  private void look(Object value, String way, int depth) {
    String text = value.toString();
    if (!Text.printable(text).equals(text)) {
      steering.putIfAbsent(value.getClass().getName(), way);
    }
    for (Method method : value.getClass().getMethods()) {
      boolean isGetter =
          method.getParameterCount() == 0 && !Modifier.isStatic(method.getModifiers());
      if (isGetter && Modifier.isPublic(method.getDeclaringClass().getModifiers())) {
        follow(value, method, way + "." + method.getName(), depth);
      }
    }
  }

  private void follow(Object value, Method method, String way, int depth) {
    try {
      walk(method.invoke(value), way, depth + 1);
    } catch (InvocationTargetException none) {
      // Not every result has everything.
      assertThat(none.getCause()).isInstanceOf(RuntimeException.class);
    } catch (IllegalAccessException e) {
      throw new AssertionError(method.toString(), e);
    }
  }

  @Test
  void no_part_of_a_result_steers_the_console_that_it_is_printed_to() {
    for (Object result : HostileResults.all()) {
      walk(result, result.getClass().getSimpleName(), 0);
    }
    assertThat(kinds).hasSizeGreaterThan(150);
    assertThat(steering).isEmpty();
  }
}
