package dev.steppe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steppe.fuzz.Corpus;
import dev.steppe.fuzz.Replay;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Commands with files of others: those that are kept, what once broke one, and changes of these, as
 * the library's readers have it. {@code .github/CONTRIBUTING.md} tells how more are tried.
 */
class FuzzedCommandTest {

  private static final String NAME = "cli";

  static List<Path> kept() {
    return Corpus.files(NAME);
  }

  @ParameterizedTest
  @MethodSource("kept")
  @Timeout(60)
  void what_is_kept_is_answered_or_refused(Path file) throws Exception {
    assertThat(Corpus.bytes(file)).hasSizeLessThan(2048);
    FuzzedCommand.read(Corpus.bytes(file));
  }

  @Test
  @Timeout(600)
  void changes_of_it_are_answered_or_refused() {
    Replay.changes(NAME, FuzzedCommand::read, 40);
  }
}
