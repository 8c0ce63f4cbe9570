package dev.steppe.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * What a command printed, run in this process.
 *
 * @param code its exit code
 * @param out the answer
 * @param err what was told beside it
 */
record Run(int code, String out, String err) {

  static Run of(String... arguments) {
    return of(false, arguments);
  }

  static Run of(boolean isWatched, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Terminal terminal =
        new Terminal(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            isWatched);
    int code = new Steppe(terminal).run(arguments);
    return new Run(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
