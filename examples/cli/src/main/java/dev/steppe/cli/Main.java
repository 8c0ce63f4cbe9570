package dev.steppe.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;

/** The program {@code steppe}. */
public final class Main {

  private Main() {}

  /** Ends with an exit code, see {@code steppe --help}. */
  public static void main(String[] args) {
    Terminal terminal = Terminal.system();
    int code = new Steppe(terminal).run(args);
    String lost = terminal.out().checkError() ? whyNothingIsPrinted() : "";
    if (!lost.isEmpty()) {
      terminal.tell("steppe: the answer could not be printed: " + lost);
      code = Steppe.BAD_INPUT;
    }
    System.exit(code);
  }

  /**
   * What is wrong with the output, as a stream only says that something is; empty if whoever reads
   * it has gone, who has all that was wanted.
   */
  private static String whyNothingIsPrinted() {
    // Not closed: the output is the process's.
    @SuppressWarnings("resource")
    FileOutputStream out = new FileOutputStream(FileDescriptor.out);
    try {
      out.write('\n');
      return "a part was not taken";
    } catch (IOException e) {
      String reason = String.valueOf(e.getMessage());
      return reason.contains("pipe") ? "" : reason;
    }
  }
}
