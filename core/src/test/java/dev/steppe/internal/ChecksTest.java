package dev.steppe.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChecksTest {

  private static String told(int faults, int length) {
    List<String> all = Collections.nCopies(faults, "x".repeat(length));
    return String.valueOf(Checks.error("Table", all).getMessage());
  }

  @Test
  void an_error_tells_a_thousand_faults() {
    assertThat(told(1000, 55)).startsWith("Table has 1000 faults:\n  - x").endsWith("x");
    assertThat(told(1001, 2)).endsWith("\n  - xx\n  - ... and 1 more");
  }

  @Test
  void an_error_tells_sixty_thousand_characters_of_faults() {
    // With what stands before each, 305 characters: 196 of them are 59,780.
    assertThat(told(500, 300))
        .startsWith("Table has 500 faults:\n  - xxx")
        .endsWith("x\n  - ... and 304 more")
        .hasSize("Table has 500 faults:".length() + 59_780 + "\n  - ... and 304 more".length());
    assertThat(told(2, 100_000).lines()).hasSize(3);
  }
}
