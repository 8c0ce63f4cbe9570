package dev.steppe.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** The bytes of an input as a list of choices: after the last byte, all choices are the first. */
final class Choices {

  /** Numbers at the ends of what doubles can be, and next to where formulas change. */
  static final List<Double> NUMBERS =
      List.of(
          0.0,
          -0.0,
          Double.MIN_VALUE,
          -Double.MIN_VALUE,
          Double.MIN_NORMAL,
          1e-300,
          1e-9,
          Math.nextDown(1.0),
          1.0,
          Math.nextUp(1.0),
          -1.0,
          0.5,
          Math.nextDown(100.0),
          100.0,
          Math.nextUp(100.0),
          1e15,
          4503599627370497.5,
          1e300,
          -1e300,
          Double.MAX_VALUE,
          -Double.MAX_VALUE,
          Double.POSITIVE_INFINITY,
          Double.NEGATIVE_INFINITY,
          Double.NaN);

  /** Texts that are taken for something else, or for nothing. */
  static final List<String> TEXTS =
      List.of(
          "",
          " ",
          "a",
          "i0",
          "null",
          "NaN",
          "Infinity",
          "-Infinity",
          "=1+1",
          "'x",
          "two\nlines",
          "\u202Eback",
          "\uD800",
          "\u0000",
          "goalposts",
          "own",
          "a".repeat(700));

  private final byte[] bytes;
  private int at;

  Choices(byte[] bytes) {
    this.bytes = bytes;
  }

  boolean isEmpty() {
    return at >= bytes.length;
  }

  private int next() {
    return at < bytes.length ? bytes[at++] & 0xFF : 0;
  }

  /** A number from 0 to below a bound. */
  int below(int bound) {
    return bound <= 256 ? next() % bound : (next() << 8 | next()) % bound;
  }

  <T> T of(List<T> choices) {
    return choices.get(below(choices.size()));
  }

  /** One of the extreme numbers, or a plain one of up to two digits. */
  double number() {
    int choice = next();
    return choice < NUMBERS.size() ? NUMBERS.get(choice) : choice - 128;
  }

  /** One of the odd texts, or some of the bytes. */
  String text() {
    int choice = next();
    if (choice < TEXTS.size()) {
      return TEXTS.get(choice);
    }
    int end = Math.min(bytes.length, at + choice % 32);
    String text =
        new String(Arrays.copyOfRange(bytes, Math.min(at, end), end), StandardCharsets.UTF_8);
    at = end;
    return text;
  }
}
