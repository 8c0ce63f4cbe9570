package dev.steppe.desk;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

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
          // What is left out is judged by the records.
          .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

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
      throw new Refusal(Refusal.BAD_REQUEST, place(e.getLocation()) + e.getOriginalMessage());
    }
    if (read == null) {
      throw new Refusal(Refusal.BAD_REQUEST, "There is nothing in the request");
    }
    return read;
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
