package dev.steppe.internal;

import java.io.EOFException;
import java.io.InvalidObjectException;
import java.util.function.Supplier;

/**
 * What a stream of Java serialization holds, made again as a caller would make it: a stream sets
 * fields without a look at them, so that only this refuses what a factory refuses. A record needs
 * none of it, because its constructor is called.
 */
public final class Remade {

  private Remade() {}

  /**
   * The value, if it can be made.
   *
   * @param what the class in messages
   * @throws InvalidObjectException if the checks of its factory refuse what was read
   */
  public static <T> T of(String what, Supplier<T> factory) throws InvalidObjectException {
    try {
      return factory.get();
    } catch (RuntimeException refused) {
      throw refused(what, refused);
    }
  }

  /** The error that says what a stream has none of, and why. */
  public static InvalidObjectException refused(String what, Exception cause) {
    String why = cause instanceof EOFException ? "it ends too early" : cause.getMessage();
    InvalidObjectException error =
        new InvalidObjectException(
            "The stream has no valid " + what + ": " + Text.brief(String.valueOf(why)));
    error.initCause(cause);
    return error;
  }
}
