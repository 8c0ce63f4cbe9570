package dev.steppe.cli;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** Files that cannot be read, or do not say what they should: all that is wrong with them. */
final class BadInput extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Longer than the letter of a drive. */
  private static final Pattern ADDRESS = Pattern.compile("(?:file|https?):");

  BadInput(List<String> faults) {
    super(String.join("\n", faults));
  }

  /** Why a file cannot be written. */
  static BadInput unwritten(Path file, IOException e) {
    return new BadInput(
        List.of(
            e instanceof NoSuchFileException
                ? "File '" + file + "' cannot be written there"
                : of(file, e)));
  }

  /** Why a file cannot be read or written. */
  static String of(Path file, IOException e) {
    if (e instanceof NoSuchFileException) {
      return "There is no file '"
          + file
          + "'"
          + (ADDRESS.matcher(file.toString()).lookingAt()
              ? ": files are named by their path, not by an address"
              : "");
    }
    if (e instanceof AccessDeniedException) {
      return "There is no right to use the file '" + file + "'";
    }
    if (e instanceof CharacterCodingException) {
      return "File '" + file + "' is not in UTF-8: save it so, and try again";
    }
    String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    return "File '" + file + "': " + reason;
  }
}
