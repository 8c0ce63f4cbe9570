package dev.steppe.fuzz;

import java.nio.charset.StandardCharsets;

/**
 * A reader of what others have written, with what must hold whatever that is: it is refused as
 * {@code Refusal} says, or what is read keeps the promises of its type and is the same when it is
 * written and read again.
 */
public interface FuzzTarget {

  /**
   * Reads an input.
   *
   * @throws Throwable if that breaks a promise
   */
  void read(byte[] input) throws Exception;

  /** The target that takes its input as text. */
  static FuzzTarget ofText(TextTarget target) {
    return input -> target.read(new String(input, StandardCharsets.UTF_8));
  }

  /** The same for a reader of text. */
  interface TextTarget {
    void read(String input) throws Exception;
  }
}
