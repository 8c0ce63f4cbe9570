package dev.steppe.desk;

import com.google.common.primitives.Primitives;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/** JSON in and out: strictly read, and written with every digit. */
final class Json {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(
              DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
              DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(
              MapperFeature.ALLOW_COERCION_OF_SCALARS, MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .withCoercionConfig(
              LogicalType.Textual,
              texts ->
                  texts
                      .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                      .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                      .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
          // What is left out is judged by the records.
          .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  /** What the parser tells its programmer, behind what is wrong. */
  private static final Pattern OF_PARSER =
      Pattern.compile(
          ", from `[^`]*`|: enable `.*| \\(consider enabling .*|(?s) \\(start marker at.*");

  private static final Pattern WHOLE = Pattern.compile("`(?:int|long)`");

  private Json() {}

  /**
   * What a text says.
   *
   * @throws Refusal that tells where it is not what it should be
   */
  static <T> T read(byte[] text, Class<T> type) {
    @Nullable T read;
    try {
      read = MAPPER.readValue(text, type);
    } catch (JacksonException e) {
      // A record that refuses what it is given says why.
      if (e.getCause() instanceof Refusal refusal) {
        throw refusal;
      }
      throw new Refusal(Refusal.BAD_REQUEST, place(e.getLocation()) + what(e));
    }
    if (read == null) {
      throw new Refusal(Refusal.BAD_REQUEST, "There is nothing in the request");
    }
    return read;
  }

  /** What is wrong, in words that need no knowledge of the parser and its classes. */
  private static String what(JacksonException e) {
    StringBuilder path = new StringBuilder();
    for (JacksonException.Reference step : e.getPath()) {
      if (step.getPropertyName() == null) {
        path.append('[').append(step.getIndex()).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
      }
    }
    String where = path.isEmpty() ? "The request" : path.toString();
    if (e instanceof UnrecognizedPropertyException unknown) {
      return where + ": unknown. Known: " + unknown.getKnownPropertyIds();
    }
    if (e.getOriginalMessage().startsWith("Trailing token")) {
      return where + ": there is more behind its end";
    }
    if (e instanceof MismatchedInputException mismatched) {
      return where + ": must be " + kind(mismatched.getTargetType());
    }
    return "not JSON that can be read: "
        + WHOLE
            .matcher(OF_PARSER.matcher(e.getOriginalMessage()).replaceAll(""))
            .replaceAll("a whole number");
  }

  private static String kind(@Nullable Class<?> type) {
    if (type == null) {
      return "of another kind";
    }
    Class<?> wrapped = Primitives.wrap(type);
    if (wrapped == Long.class || wrapped == Integer.class) {
      return "a whole number";
    }
    if (Number.class.isAssignableFrom(wrapped)) {
      return "a number";
    }
    if (wrapped == Boolean.class) {
      return "true or false";
    }
    if (type == String.class) {
      return "a text";
    }
    if (type.isEnum()) {
      return "one of " + Arrays.toString(type.getEnumConstants());
    }
    return Iterable.class.isAssignableFrom(type) ? "a list" : "an object";
  }

  private static String place(@Nullable TokenStreamLocation location) {
    return location == null || location.getLineNr() < 1
        ? ""
        : "line " + location.getLineNr() + ", column " + location.getColumnNr() + ": ";
  }

  static byte[] write(Object value) {
    return MAPPER.writeValueAsBytes(value);
  }
}
