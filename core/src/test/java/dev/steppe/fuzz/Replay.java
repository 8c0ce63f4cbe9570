package dev.steppe.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeUnit;

/** Gives a reader seeded changes of what is kept for it. */
public final class Replay {

  /** An input that takes longer hangs, however busy the machine is. */
  static final long MOST_MILLIS = 10_000;

  private static final int FROM = Integer.getInteger("steppe.mutations.from", 0);

  private Replay() {}

  /**
   * Reads some changes; {@code -Dsteppe.mutations} tries more, from {@code
   * -Dsteppe.mutations.from}.
   *
   * @param usual how many of every 300 that are asked for, which is how many if nothing is said
   * @throws AssertionError that has the change, if one breaks a promise or takes too long
   */
  public static void changes(String name, FuzzTarget target, int usual) {
    List<byte[]> corpus = Corpus.files(name).stream().map(Corpus::bytes).toList();
    List<byte[]> words = Corpus.words();
    long count = Integer.getInteger("steppe.mutations", 300) * (long) usual / 300;
    for (long seed = FROM; seed < FROM + count; seed++) {
      byte[] input = new Mutator(seed, corpus, words).next();
      long start = System.nanoTime();
      try {
        target.read(input);
      } catch (Throwable broken) {
        throw new AssertionError(
            "Change " + seed + " of " + name + " breaks a promise:\n" + shown(input), broken);
      }
      assertThat(System.nanoTime() - start)
          .as("nanoseconds for change %s of %s", seed, name)
          .isLessThan(TimeUnit.MILLISECONDS.toNanos(MOST_MILLIS));
    }
  }

  /** As text with escapes, from which a file can be made again, cut where it is long. */
  private static String shown(byte[] input) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < Math.min(input.length, 2000); i++) {
      boolean plain = (input[i] >= ' ' && input[i] < 127 && input[i] != '\\') || input[i] == '\n';
      text.append(plain ? (char) input[i] : String.format("\\x%02x", input[i]));
    }
    return text.toString();
  }
}
