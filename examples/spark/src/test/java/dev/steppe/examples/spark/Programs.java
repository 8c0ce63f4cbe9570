package dev.steppe.examples.spark;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** What programs print. */
final class Programs {

  private Programs() {}

  /** A program with its arguments. */
  @FunctionalInterface
  interface Program {
    void run() throws IOException;
  }

  static String output(Program program) throws IOException {
    PrintStream console = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      program.run();
    } finally {
      System.setOut(console);
    }
    return printed.toString(StandardCharsets.UTF_8).replace("\r\n", "\n").strip();
  }
}
