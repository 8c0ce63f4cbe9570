package dev.steppe.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steppe.nextukraine.NextUkraine;
import dev.steppe.nextukraine.PostSovietStates;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the Nu checker, which is the W3C's, says of the pages: nothing, not even a warning. It comes
 * with the profile {@code browser}.
 */
@Tag("browser")
class ReportIsValidTest {

  /** Pages are XML too, and two words of style sheets are younger than the checker's list. */
  private static final List<String> KNOWN =
      List.of(
          "Info: Trailing slash on void elements",
          "Error: CSS: “paint-order”: Property “paint-order” doesn't exist.",
          "Error: CSS: Unknown pseudo-element or pseudo-class “::details-content”.");

  private static final LocalDate EVE = LocalDate.of(2022, 2, 23);

  @TempDir Path folder;

  @Test
  void all_pages_are_valid_html() throws Exception {
    NextUkraine.report().writeTo(folder.resolve("next-ukraine.html"));
    NextUkraine.report().summary().writeTo(folder.resolve("summary.html"));
    PostSovietStates.report().writeTo(folder.resolve("states.html"));
    PostSovietStates.report().summary().writeTo(folder.resolve("states-summary.html"));
    PostSovietStates.structural()
        .report("KAZ", "UKR", EVE)
        .withOther(PostSovietStates.levers().report("KAZ", "UKR", EVE))
        .writeTo(folder.resolve("attacked.html"));
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                "nu.validator.client.SimpleCommandLineValidator",
                "--format",
                "text"));
    try (Stream<Path> pages = Files.list(folder)) {
      pages.sorted().forEach(page -> command.add(page.toString()));
    }
    // The pages, and those that they lead to.
    assertThat(command).hasSize(6 + 7);
    Process checker = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(checker.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(checker.waitFor(2, TimeUnit.MINUTES)).isTrue();
    List<String> lines = said.lines().toList();
    assertThat(lines)
        .filteredOn(line -> !line.startsWith("From line "))
        .filteredOn(line -> KNOWN.stream().noneMatch(line::startsWith))
        .containsExactly("Document checking completed.");
  }
}
