package dev.steppe.model;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.primitives.ImmutableDoubleArray;
import dev.steppe.internal.Checks;
import dev.steppe.internal.OwnIdentity;
import dev.steppe.internal.Text;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The methods of a family by name: which parameters each has, and how it is made of them. */
final class Methods<T> {

  private final String what;
  private final ImmutableMap<String, Method<T>> byName;

  private Methods(String what, ImmutableMap<String, Method<T>> byName) {
    this.what = what;
    this.byName = byName;
  }

  /** A family without methods. */
  static <T> Methods<T> of(String what) {
    return new Methods<>(what, ImmutableMap.of());
  }

  /** The family with a method more; its parameters in the order in which text has them. */
  Methods<T> add(String name, Function<Arguments, ? extends T> maker, Parameter... parameters) {
    return new Methods<>(
        what,
        ImmutableMap.<String, Method<T>>builder()
            .putAll(byName)
            .put(name, new Method<>(ImmutableList.copyOf(parameters), maker))
            .buildOrThrow());
  }

  static Parameter required(String name, ParameterKind kind) {
    return new Parameter(name, kind, true, null);
  }

  static Parameter optional(String name, ParameterKind kind) {
    return new Parameter(name, kind, false, null);
  }

  static Parameter number(String name) {
    return required(name, ParameterKind.NUMBER);
  }

  static Parameter number(String name, double fallback) {
    return new Parameter(name, ParameterKind.NUMBER, false, fallback);
  }

  static Parameter count(String name, int fallback) {
    return new Parameter(name, ParameterKind.COUNT, false, fallback);
  }

  /** The names of all methods. */
  ImmutableList<String> names() {
    return byName.keySet().asList();
  }

  /**
   * The parameters of a method in their order.
   *
   * @throws IllegalArgumentException if there is no such method
   */
  ImmutableList<Parameter> parameters(String name) {
    return method(name).parameters;
  }

  private Method<T> method(String name) {
    Method<T> method = byName.get(name);
    if (method == null) {
      throw new IllegalArgumentException(
          name.isEmpty()
              ? "must be given. Known: " + names() + "."
              : "unknown " + what + " '" + Text.brief(name) + "'. " + Checks.known(name, names()));
    }
    return method;
  }

  /**
   * The method that is defined.
   *
   * @throws IllegalArgumentException that lists all faults
   */
  T read(MethodDefinition definition) {
    PathFaults faults = new PathFaults();
    T read = read(definition, what, faults);
    Checks.noFaults("Definition of a " + what, faults.told());
    return requireNonNull(read);
  }

  /**
   * The method that is defined.
   *
   * @param path where the definition is
   * @param faults receives what is wrong
   * @return null if something is
   */
  @Nullable T read(MethodDefinition definition, String path, PathFaults faults) {
    try {
      Method<T> method = method(definition.method());
      int before = faults.size();
      Arguments arguments = method.read(definition.parameters(), path + ".parameters", faults);
      return faults.size() > before ? null : method.maker.apply(arguments);
    } catch (IllegalArgumentException fault) {
      faults.add(path, fault);
      return null;
    }
  }

  /**
   * What a method can be given.
   *
   * @param required whether it must be
   * @param fallback what it is if it is not; null where the method is another one then
   */
  record Parameter(String name, ParameterKind kind, boolean required, @Nullable Object fallback) {}

  private record Method<T>(
      ImmutableList<Parameter> parameters, Function<Arguments, ? extends T> maker) {

    Arguments read(Map<String, Object> given, String path, PathFaults faults) {
      List<String> known = parameters.stream().map(Parameter::name).toList();
      for (String name : given.keySet()) {
        if (!known.contains(name)) {
          faults.add(
              path,
              "unknown '"
                  + name
                  + "'"
                  + (known.isEmpty()
                      ? ". There are none."
                      : Checks.knownAfter(faults.size(), name, known)));
        }
      }
      Map<String, Object> values = new HashMap<>();
      for (Parameter parameter : parameters) {
        Object value = parameter.fallback;
        if (given.containsKey(parameter.name)) {
          value =
              parameter.kind.read(given.get(parameter.name), path + "." + parameter.name, faults);
        } else if (parameter.required) {
          faults.add(path + "." + parameter.name, "must be given");
        }
        if (value != null) {
          values.put(parameter.name, value);
        }
      }
      return new Arguments(values, faults.methods());
    }
  }

  /** What a method was given, each of the kind that its parameter has. */
  record Arguments(Map<String, Object> values, OwnMethods methods) {

    /** The method of one's own that was named. */
    OwnIdentity own() {
      Map<String, Double> parameters = new HashMap<>();
      ((Map<?, ?>) value("parameters"))
          .forEach((name, number) -> parameters.put((String) name, (Double) number));
      return OwnIdentity.of((String) value("id"), count("version"), parameters);
    }

    boolean isGiven(String name) {
      return values.containsKey(name);
    }

    private Object value(String name) {
      return requireNonNull(values.get(name), name);
    }

    double number(String name) {
      return (Double) value(name);
    }

    int count(String name) {
      return (Integer) value(name);
    }

    ImmutableDoubleArray numbers(String name) {
      ImmutableDoubleArray.Builder numbers = ImmutableDoubleArray.builder();
      for (Object number : (List<?>) value(name)) {
        numbers.add((Double) number);
      }
      return numbers.build();
    }

    ImmutableMap<Double, Double> points(String name) {
      ImmutableMap.Builder<Double, Double> points = ImmutableMap.builder();
      ((Map<?, ?>) value(name))
          .forEach((reading, value) -> points.put((Double) reading, (Double) value));
      return points.buildOrThrow();
    }

    Interaction[] interactions(String name) {
      return ((List<?>) value(name)).toArray(new Interaction[0]);
    }

    Normalization scale(String name) {
      return Normalization.class.cast(value(name));
    }
  }
}
