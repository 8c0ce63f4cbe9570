package dev.steppe.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
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

  /** Of these a quarter: each reads or computes much, or is in a file. */
  private static final Set<String> SLOW = Set.of("definition", "snapshot", "extremes");

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
  @Timeout(value = Replay.MOST_MILLIS, unit = TimeUnit.MILLISECONDS)
  void what_is_kept_is_read_or_refused(String target, String name, Path file) throws Exception {
    FuzzTargets.ALL.get(target).read(Corpus.bytes(file));
  }

  @ParameterizedTest
  @MethodSource("targets")
  @Timeout(600)
  void changes_of_it_are_read_or_refused(String target) {
    Replay.changes(target, FuzzTargets.ALL.get(target), SLOW.contains(target) ? 75 : 300);
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
