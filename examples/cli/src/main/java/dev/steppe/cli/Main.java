package dev.steppe.cli;

/** The program {@code steppe}. */
public final class Main {

  private Main() {}

  /** Ends with an exit code, see {@code steppe --help}. */
  public static void main(String[] args) {
    System.exit(new Steppe(Terminal.system()).run(args));
  }
}
