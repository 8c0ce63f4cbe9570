package dev.steppe.cli;

import dev.steppe.analysis.Progress;
import java.io.Console;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Where a command prints.
 *
 * @param out for the answer
 * @param err for faults, notes and progress
 * @param isWatched whether a person looks at it, so that progress is told
 */
record Terminal(PrintStream out, PrintStream err, boolean isWatched) {

  static Terminal system() {
    return new Terminal(System.out, System.err, isTerminal());
  }

  /** From JDK 22 on, there may be a console without a terminal. */
  @SuppressWarnings("SystemConsoleNull")
  private static boolean isTerminal() {
    Console console = System.console();
    if (console == null) {
      return false;
    }
    try {
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (ReflectiveOperationException olderJdk) {
      return true;
    }
  }

  /** Prints text for people. */
  void print(String text) {
    out.print(printable(text));
    out.flush();
  }

  /**
   * Prints what programs read, in UTF-8; where a person looks at it, nothing steers the terminal.
   */
  void printUtf8(String text) {
    byte[] bytes = (isWatched ? printable(text) : text).getBytes(StandardCharsets.UTF_8);
    out.write(bytes, 0, bytes.length);
    out.flush();
  }

  /** Tells something beside the answer. */
  void tell(String note) {
    err.println(printable(note));
    err.flush();
  }

  Progress progress(String what) {
    return isWatched ? new ProgressLine(what, err) : Progress.none();
  }

  /** Without what would steer a terminal: a file could say anything. */
  static String printable(String text) {
    StringBuilder safe = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              boolean steers =
                  (Character.isISOControl(c) && c != '\n')
                      || Character.getType(c) == Character.FORMAT
                      || Character.getType(c) == Character.LINE_SEPARATOR
                      || Character.getType(c) == Character.PARAGRAPH_SEPARATOR;
              safe.appendCodePoint(c == '\t' ? ' ' : steers ? '\ufffd' : c);
            });
    return safe.toString();
  }
}
