package dev.steppe.cli;

import com.google.common.primitives.Primitives;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.exc.MismatchedInputException;

/** What is wrong with a document, in words that need no knowledge of the parser and its classes. */
final class DocumentFault {

  /** What the parser tells its programmer, behind what is wrong. */
  private static final Pattern OF_PARSER =
      Pattern.compile(
          ", from `[^`]*`|: enable `.*| \\(consider enabling .*|(?s) \\(start marker at.*");

  private static final Pattern WHOLE = Pattern.compile("`(?:int|long)`");

  private DocumentFault() {}

  static String of(JacksonException e) {
    return place(e.getLocation()) + what(e);
  }

  static String place(@Nullable TokenStreamLocation location) {
    return location == null || location.getLineNr() < 1
        ? ""
        : "line " + location.getLineNr() + ", column " + location.getColumnNr() + ": ";
  }

  private static String what(JacksonException e) {
    if (e.getOriginalMessage().startsWith("Trailing token")) {
      return "Trailing token: there is more behind the end";
    }
    if (e instanceof MismatchedInputException mismatched && !e.getPath().isEmpty()) {
      return path(e) + ": must be " + kind(mismatched.getTargetType());
    }
    return e instanceof MismatchedInputException mismatched
        ? "it must be " + kind(mismatched.getTargetType())
        : WHOLE
            .matcher(OF_PARSER.matcher(e.getOriginalMessage()).replaceAll(""))
            .replaceAll("a whole number");
  }

  private static String path(JacksonException e) {
    StringBuilder path = new StringBuilder();
    for (JacksonException.Reference step : e.getPath()) {
      if (step.getPropertyName() == null) {
        path.append('[').append(step.getIndex()).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
      }
    }
    return path.toString();
  }

  private static String kind(@Nullable Class<?> type) {
    if (type == null) {
      return "of another kind";
    }
    Class<?> wrapped = Primitives.wrap(type);
    if (wrapped == Integer.class) {
      return "a whole number";
    }
    if (Number.class.isAssignableFrom(wrapped)) {
      return "a number";
    }
    if (type == String.class) {
      return "a text";
    }
    return Iterable.class.isAssignableFrom(type) ? "a list" : "an object with fields";
  }
}
