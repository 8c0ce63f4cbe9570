package dev.steppe.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Changes inputs at random, the same for the same seed: bytes, words, lines, parts of others. */
public final class Mutator {

  /** So long is what is repeated. */
  private static final int FAR = 60_000;

  private static final String[] NUMBERS = {
    "0",
    "-0",
    "1e308",
    "-1e308",
    "1e-320",
    "NaN",
    "Infinity",
    "1e999",
    "0..100",
    "5..1",
    "-1",
    "0.1",
    "100",
    "99999999999999999999",
    "2020",
    "2019/20",
    "1,5",
    "1.234,5",
    "12-18",
    "0x1p3",
    "1d",
    "\u0663",
    "+5",
    ".5",
    "5."
  };

  private final Random random;
  private final List<byte[]> corpus;
  private final List<byte[]> words;

  /** Of these inputs, with words that many of them have. */
  public Mutator(long seed, List<byte[]> corpus, List<byte[]> words) {
    this.random = new Random(seed);
    this.corpus = corpus;
    this.words = words;
  }

  /** One of the inputs with one to six changes. */
  public byte[] next() {
    byte[] input = any();
    for (int left = 1 + random.nextInt(6); left > 0; left--) {
      input = changed(input);
    }
    return input;
  }

  private byte[] any() {
    return corpus.get(random.nextInt(corpus.size()));
  }

  private byte[] changed(byte[] input) {
    int from = random.nextInt(input.length + 1);
    int to = Math.min(input.length, from + 1 + random.nextInt(12));
    return switch (random.nextInt(11)) {
      case 0 -> with(input, from, Math.min(from + 1, to), (byte) random.nextInt(256));
      case 1 -> with(input, from, from, (byte) random.nextInt(256));
      case 2 -> with(input, from, to);
      case 3 -> with(input, from, from, Arrays.copyOfRange(input, from, to));
      case 4 -> with(input, from, random.nextBoolean() ? from : to, word());
      case 5 -> cell(input, from, number());
      case 6 -> cell(input, from, word());
      case 7 -> line(input, from);
      case 8 -> spliced(input, from);
      case 9 -> flipped(input, from);
      default -> random.nextInt(40) > 0 ? input : repeated(input, from, to);
    };
  }

  private byte[] word() {
    return words.get(random.nextInt(words.size()));
  }

  private byte[] number() {
    return NUMBERS[random.nextInt(NUMBERS.length)].getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] with(byte[] input, int from, int to, byte... instead) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(input, 0, from);
    bytes.write(instead, 0, instead.length);
    bytes.write(input, to, input.length - to);
    return bytes.toByteArray();
  }

  /** Puts a text in place of what stands between two marks. */
  private static byte[] cell(byte[] input, int at, byte[] instead) {
    int from = at;
    int to = at;
    while (from > 0 && !isMark(input[from - 1])) {
      from--;
    }
    while (to < input.length && !isMark(input[to])) {
      to++;
    }
    return with(input, from, to, instead);
  }

  private static boolean isMark(byte c) {
    return ",;\t\n()= ".indexOf(c) >= 0;
  }

  /** Drops, doubles or moves a line. */
  private byte[] line(byte[] input, int at) {
    int from = at;
    int to = at;
    while (from > 0 && input[from - 1] != '\n') {
      from--;
    }
    while (to < input.length && input[to] != '\n') {
      to++;
    }
    to = Math.min(to + 1, input.length);
    byte[] line = Arrays.copyOfRange(input, from, to);
    return switch (random.nextInt(3)) {
      case 0 -> with(input, from, to);
      case 1 -> with(input, from, from, line);
      default -> with(with(input, from, to), 0, 0, line);
    };
  }

  private byte[] spliced(byte[] input, int at) {
    byte[] other = any();
    int from = random.nextInt(other.length + 1);
    return with(input, at, input.length, Arrays.copyOfRange(other, from, other.length));
  }

  private byte[] flipped(byte[] input, int at) {
    if (at == input.length) {
      return input;
    }
    return with(input, at, at + 1, (byte) (input[at] ^ 1 << random.nextInt(8)));
  }

  private byte[] repeated(byte[] input, int from, int to) {
    byte[] part = Arrays.copyOfRange(input, from, to);
    ByteArrayOutputStream many = new ByteArrayOutputStream();
    while (part.length > 0 && many.size() < FAR) {
      many.write(part, 0, part.length);
    }
    return with(input, from, from, many.toByteArray());
  }
}
