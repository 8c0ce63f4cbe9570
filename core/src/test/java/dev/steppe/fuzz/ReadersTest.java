package dev.steppe.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Readers of what others have written, given what is kept of each kind, what once broke one, and
 * changes of these. {@code .github/CONTRIBUTING.md} tells how many more are tried.
 */
class ReadersTest {

  /**
   * Of each reader; {@code -Dsteppe.mutations} tries more, from {@code -Dsteppe.mutations.from}.
   */
  private static final int MUTATIONS = Integer.getInteger("steppe.mutations", 300);

  private static final int FROM = Integer.getInteger("steppe.mutations.from", 0);

  /** Of these a quarter: each reads or computes much, or is in a file. */
  private static final Set<String> SLOW = Set.of("definition", "snapshot", "extremes");

  /** An input that takes longer hangs, however busy the machine is. */
  private static final long MOST_MILLIS = 10_000;

  static Stream<String> targets() {
    return FuzzTargets.ALL.keySet().stream();
  }

  static Stream<Arguments> kept() {
    return targets()
        .flatMap(
            target ->
                Corpus.files(target).stream()
                    .map(file -> Arguments.of(target, file.getFileName().toString(), file)));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("kept")
  @Timeout(value = MOST_MILLIS, unit = TimeUnit.MILLISECONDS)
  void what_is_kept_is_read_or_refused(String target, String name, Path file) throws Exception {
    FuzzTargets.ALL.get(target).read(Corpus.bytes(file));
  }

  @ParameterizedTest
  @MethodSource("targets")
  @Timeout(600)
  void changes_of_it_are_read_or_refused(String target) {
    List<byte[]> corpus = Corpus.files(target).stream().map(Corpus::bytes).toList();
    List<byte[]> words = Corpus.words();
    int count = SLOW.contains(target) ? MUTATIONS / 4 : MUTATIONS;
    for (int seed = FROM; seed < FROM + count; seed++) {
      byte[] input = new Mutator(seed, corpus, words).next();
      long start = System.nanoTime();
      try {
        FuzzTargets.ALL.get(target).read(input);
      } catch (Throwable broken) {
        throw new AssertionError(
            "Change " + seed + " of " + target + " breaks a promise:\n" + shown(input), broken);
      }
      assertThat(System.nanoTime() - start)
          .as("nanoseconds for change %s of %s", seed, target)
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

  @Test
  void every_folder_is_of_a_reader_and_its_files_are_small() {
    Set<String> folders = new TreeSet<>();
    targets().forEach(folders::add);
    assertThat(Corpus.ROOT.toFile().list((folder, name) -> !name.endsWith(".dict")))
        .containsExactlyInAnyOrderElementsOf(folders);
    targets()
        .flatMap(target -> Corpus.files(target).stream())
        .forEach(file -> assertThat(Corpus.bytes(file)).as("%s", file).hasSizeLessThan(2048));
  }
}
