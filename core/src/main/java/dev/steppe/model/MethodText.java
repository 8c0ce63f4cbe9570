package dev.steppe.model;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableMap;
import dev.steppe.internal.OwnIdentity;
import dev.steppe.internal.Text;
import dev.steppe.model.Methods.Parameter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Definitions of methods as text for one cell of a table: {@code goalposts(0, 60)}, {@code
 * winsorize(5)}, {@code minMax.onto(1, 100)}, {@code piecewiseLinear(0=0, 10=80)}, {@code
 * choquet(motive*exposure=0.5)}. Parameters are in their order; the last ones are left out where
 * they are the usual.
 */
final class MethodText {

  private static final String NUMBER =
      "([+-]?(?:\\d+(?:\\.\\d*)?|\\.\\d+)(?:[eE][+-]?\\d+)?|[+-]?Infinity)";
  private static final Pattern ONE = Pattern.compile(NUMBER);
  private static final Pattern POINT = Pattern.compile(NUMBER + "\\s*=\\s*" + NUMBER);
  private static final Pattern PAIR =
      Pattern.compile("([\\w.-]+)\\s*\\*\\s*([\\w.-]+)\\s*=\\s*" + NUMBER);
  private static final Pattern METHOD = Pattern.compile("(\\w+)\\s*(?:\\(([^()]*)\\))?");
  private static final Pattern OWN =
      Pattern.compile(OwnIdentity.OWN + "\\(\\s*([\\w.-]+)@(\\d{1,9})((?:\\s*+,[^,()]*+)*+)\\)");
  private static final Pattern NAMED = Pattern.compile("([\\w.-]+)\\s*=\\s*" + NUMBER);
  private static final String ONTO = "onto";

  private MethodText() {}

  static String of(MethodDefinition definition, Methods<?> family) {
    Map<String, Object> given = definition.parameters();
    if (given.get("scale") instanceof Map<?, ?> inner) {
      return of(definition(inner), family)
          + "."
          + ONTO
          + list(
              List.of(
                  text(requireNonNull(given.get("lower"))),
                  text(requireNonNull(given.get("upper")))));
    }
    if (definition.method().equals(OwnIdentity.OWN)) {
      return own(given);
    }
    List<Parameter> parameters = family.parameters(definition.method());
    List<String> texts = new ArrayList<>();
    int told = 0;
    for (Parameter parameter : parameters) {
      Object value = given.get(parameter.name());
      if (value instanceof List<?> list) {
        list.forEach(element -> texts.add(text(element)));
        told = texts.size();
      } else if (value != null) {
        texts.add(text(value));
        told = isUsual(parameter, value) ? told : texts.size();
      }
    }
    return definition.method() + (told == 0 ? "" : list(texts.subList(0, told)));
  }

  private static String own(Map<String, Object> given) {
    StringBuilder text = new StringBuilder(OwnIdentity.OWN);
    text.append('(')
        .append(given.get("id"))
        .append('@')
        .append(text(requireNonNull(given.get("version"))));
    if (given.get("parameters") instanceof Map<?, ?> parameters) {
      parameters.forEach(
          (name, value) ->
              text.append(", ").append(name).append('=').append(text(requireNonNull(value))));
    }
    return text.append(')').toString();
  }

  private static MethodDefinition own(String text) {
    Matcher own = OWN.matcher(text);
    if (!own.matches()) {
      throw new IllegalArgumentException(
          "'" + Text.brief(text) + "' is no method of one's own such as own(acme.root@1, top=4)");
    }
    Map<String, Object> parameters = new LinkedHashMap<>();
    for (String part : own.group(3).split(",", -1)) {
      if (!part.isBlank()) {
        Matcher named = matched(NAMED, part.strip(), text);
        parameters.put(named.group(1), Double.valueOf(named.group(2)));
      }
    }
    return MethodDefinition.of(OwnIdentity.OWN)
        .with("id", own.group(1))
        .with("version", Double.valueOf(own.group(2)))
        .with("parameters", parameters);
  }

  private static boolean isUsual(Parameter parameter, Object value) {
    return parameter.fallback() instanceof Number usual
        && text(usual.doubleValue()).equals(text(value));
  }

  private static MethodDefinition definition(Map<?, ?> map) {
    MethodDefinition definition = MethodDefinition.of(String.valueOf(map.get("method")));
    if (map.get("parameters") instanceof Map<?, ?> parameters) {
      for (Map.Entry<?, ?> entry : parameters.entrySet()) {
        definition = definition.with(String.valueOf(entry.getKey()), entry.getValue());
      }
    }
    return definition;
  }

  private static String list(List<String> texts) {
    return "(" + String.join(", ", texts) + ")";
  }

  private static String text(Object value) {
    if (value instanceof Double number) {
      return number(number);
    }
    if (value instanceof Map<?, ?> map) {
      return map.containsKey("reading")
          ? text(requireNonNull(map.get("reading"))) + "=" + text(requireNonNull(map.get("value")))
          : map.get("first")
              + "*"
              + map.get("second")
              + "="
              + text(requireNonNull(map.get("strength")));
    }
    return String.valueOf(value);
  }

  /** Every digit that is needed to read the same double again, and none that is not. */
  static String number(double value) {
    return Text.shortest(value);
  }

  /**
   * The number that a text is.
   *
   * @throws IllegalArgumentException if it is none
   */
  static double number(String text) {
    if (!ONE.matcher(text).matches()) {
      throw new IllegalArgumentException("'" + Text.brief(text) + "' is not a number");
    }
    return Double.parseDouble(text);
  }

  /**
   * The definition that a text says.
   *
   * @throws IllegalArgumentException if it says none
   */
  static MethodDefinition parse(String text, Methods<?> family) {
    return parse(text, family, MovedScale.MOST_LEVELS);
  }

  private static MethodDefinition parse(String text, Methods<?> family, int levels) {
    String stripped = text.strip();
    int last = stripped.lastIndexOf("." + ONTO);
    if (last > 0 && levels == 0) {
      throw MovedScale.tooDeep();
    }
    if (last > 0) {
      Matcher onto = matched(METHOD, stripped.substring(last + 1), text);
      List<Object> ends = arguments(onto.group(2), ONE, text);
      if (ends.size() != 2) {
        throw new IllegalArgumentException(
            "'" + Text.brief(text) + "' needs two ends of the scale, as in onto(1, 100)");
      }
      return MethodDefinition.of(ONTO)
          .with("scale", parse(stripped.substring(0, last), family, levels - 1))
          .with("lower", ends.get(0))
          .with("upper", ends.get(1));
    }
    if (stripped.startsWith(OwnIdentity.OWN + "(")) {
      return own(stripped);
    }
    Matcher method = matched(METHOD, stripped, text);
    MethodDefinition definition = MethodDefinition.of(method.group(1));
    List<Parameter> parameters = family.parameters(definition.method());
    if (parameters.size() == 1 && parameters.get(0).kind().isList()) {
      List<Object> all = arguments(method.group(2), each(parameters.get(0).kind()), text);
      return all.isEmpty() ? definition : definition.with(parameters.get(0).name(), all);
    }
    List<Object> given = arguments(method.group(2), ONE, text);
    if (given.size() > parameters.size()) {
      throw new IllegalArgumentException(
          Text.of(
              "'%s' has %s parameters, but %s takes %s",
              Text.brief(text),
              given.size(),
              definition.method(),
              parameters.isEmpty()
                  ? "none"
                  : parameters.stream().map(Parameter::name).collect(Collectors.joining(", "))));
    }
    for (int i = 0; i < given.size(); i++) {
      definition = definition.with(parameters.get(i).name(), given.get(i));
    }
    return definition;
  }

  /** What each element of a list looks like. */
  private static Pattern each(ParameterKind kind) {
    return switch (kind) {
      case POINTS -> POINT;
      case INTERACTIONS -> PAIR;
      default -> ONE;
    };
  }

  private static List<Object> arguments(@Nullable String inside, Pattern each, String text) {
    List<Object> arguments = new ArrayList<>();
    if (inside == null || inside.isBlank()) {
      return arguments;
    }
    for (String part : inside.split(",", -1)) {
      arguments.add(argument(matched(each, part.strip(), text)));
    }
    return arguments;
  }

  private static Object argument(Matcher matcher) {
    return switch (matcher.groupCount()) {
      case 1 -> Double.valueOf(matcher.group(1));
      case 2 ->
          ImmutableMap.of(
              "reading",
              Double.valueOf(matcher.group(1)),
              "value",
              Double.valueOf(matcher.group(2)));
      default ->
          ImmutableMap.of(
              "first", matcher.group(1),
              "second", matcher.group(2),
              "strength", Double.valueOf(matcher.group(3)));
    };
  }

  private static Matcher matched(Pattern pattern, String part, String text) {
    Matcher matcher = pattern.matcher(part);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "'"
              + Text.brief(text)
              + "' is no method such as goalposts(0, 60)"
              + (part.equals(text.strip()) ? "" : ": '" + Text.brief(part) + "' does not fit"));
    }
    return matcher;
  }
}
