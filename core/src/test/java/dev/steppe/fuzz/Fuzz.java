package dev.steppe.fuzz;

import static java.util.Objects.requireNonNull;

/**
 * What Jazzer runs, with the profile {@code fuzz}: one reader, given ever other inputs that reach
 * new code.
 */
public final class Fuzz {

  private static FuzzTarget target;

  private Fuzz() {}

  /** Called once, with the name of the reader. */
  public static void fuzzerInitialize(String... arguments) {
    target = requireNonNull(FuzzTargets.ALL.get(arguments[0]), arguments[0]);
  }

  /** Called for each input. */
  public static void fuzzerTestOneInput(byte[] input) throws Exception {
    target.read(input);
  }
}
