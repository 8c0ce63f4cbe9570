package dev.steppe.desk;

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
 * Requests of others: those that are kept, what once broke the desk, and changes of these, as the
 * library's readers have it. {@code .github/CONTRIBUTING.md} tells how more are tried.
 */
class FuzzedRequestTest {

  private static final String NAME = "desk";

  static List<Path> kept() {
    return Corpus.files(NAME);
  }

  @ParameterizedTest
  @MethodSource("kept")
  @Timeout(60)
  void what_is_kept_is_answered_or_refused(Path file) throws Exception {
    assertThat(Corpus.bytes(file)).hasSizeLessThan(2048);
    FuzzedRequest.read(Corpus.bytes(file));
  }

  @Test
  @Timeout(600)
  void changes_of_it_are_answered_or_refused() {
    Replay.changes(NAME, FuzzedRequest::read, 200);
  }
}
