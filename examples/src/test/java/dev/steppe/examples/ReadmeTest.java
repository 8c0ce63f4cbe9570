package dev.steppe.examples;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Runs every code block of the README, of the guide, of the page on files and of the methods of the
 * 14 states, in order, and holds what it prints against the block that follows. A block may show a
 * part of what is printed, with a line of three dots for what it leaves out. {@code -Dgolden.write}
 * renews the printed blocks.
 */
class ReadmeTest {

  private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w+)\\n(.*?)^```$");
  private static final Pattern FENCE = Pattern.compile("(?m)^\\s*(```|~~~)");
  private static final Path SAMPLE =
      Path.of("src/test/java/dev/steppe/examples/CompareCountriesTest.java");
  private static final Path COUNTRIES = Path.of("embedding/countries.csv");
  private static final String LEFT_OUT = "...";
  private static final String PROMPT = "jshell> ";

  /** The commands that a page may show beside programs; the build and what follows it run them. */
  private static final List<String> COMMANDS = List.of("./mvnw verify", Repl.COMMAND);

  /** The command that runs one test class of the examples. */
  private static final Pattern ONE_TEST =
      Pattern.compile(
          "\\./mvnw test -pl examples -am -Dtest=(\\w+) -Dsurefire\\.failIfNoSpecifiedTests=false");

  /** The commands that print, with the programs that they run. */
  private static final Map<String, Consumer<String[]>> PROGRAMS =
      Map.of(
          GuyanaMain.COMMAND,
          GuyanaMain::main,
          "./mvnw -q compile exec:java -pl examples -am",
          NextUkraineMain::main,
          PostSovietStatesMain.COMMAND,
          PostSovietStatesMain::main,
          WhatIfMain.COMMAND,
          WhatIfMain::main,
          HowSureMain.COMMAND,
          HowSureMain::main,
          AsemMain.COMMAND,
          AsemMain::main,
          JsonMain.COMMAND,
          JsonMain::main,
          ThenAndNowMain.COMMAND,
          ThenAndNowMain::main);

  private record Block(String language, String text, int start) {

    /** Whether it is a test of the sample class, which the build runs. */
    boolean isTest() {
      return text.contains("@Test");
    }

    /** With its paths, which are those of the top folder, as seen from here. */
    String fromTheTop() {
      return text.replace("Path.of(\"", "Path.of(\"../");
    }
  }

  /** The guide goes on from the README: its Java blocks find what the README's have defined. */
  @ParameterizedTest
  @CsvSource({
    "../README.md,",
    "../core/docs/guide.md, ../README.md",
    "../core/docs/method-of-the-pair.md,",
    "../core/docs/method-of-the-states.md,",
    "../core/docs/method-of-the-structure.md,",
    "../core/docs/tables-of-the-states.md,",
    "../core/docs/data.md,",
  })
  void every_block_works_as_printed(Path page, @Nullable Path goesOnFrom) throws IOException {
    String text = Files.readString(page);
    List<Block> blocks = blocks(text);
    assertThat(blocks).isNotEmpty();
    assertThat(FENCE.matcher(text).results()).hasSize(2 * blocks.size());
    StringBuilder renewed = new StringBuilder();
    int done = 0;
    String expected = "";
    try (Jshell application = Jshell.empty()) {
      if (goesOnFrom != null) {
        define(application, blocks(Files.readString(goesOnFrom)));
      }
      for (Block block : blocks) {
        String shown = block.text;
        switch (block.language) {
          case "sh" -> expected = printed(block.text);
          case "xml" -> assertThat(block.text.replaceAll("\\s+", "")).isEqualTo(coordinates());
          case "csv" -> shown = shown(block.text, countries());
          case "java" -> {
            if (block.isTest()) {
              assertThat(Files.readString(SAMPLE).replaceAll("\\s+", ""))
                  .contains(block.text.replaceAll("\\s+", ""));
            } else {
              expected = application.run(block.fromTheTop());
            }
          }
          case "jshell" -> shown = session(block.text);
          case "text" -> shown = shown(block.text, expected);
          default -> fail("no rule for a block of %s", block.language);
        }
        renewed.append(text, done, block.start).append(shown);
        done = block.start + block.text.length();
      }
    }
    renewed.append(text, done, text.length());
    if (System.getProperty("golden.write") != null) {
      Files.writeString(page, renewed);
    }
    assertThat(Files.readString(page)).isEqualTo(renewed.toString());
  }

  @Test
  void a_block_shows_what_is_printed_or_says_what_it_leaves_out() {
    String output = "a\nb\nc\nd\ne";
    assertThat(shown("anything\n", output)).isEqualTo("a\nb\nc\nd\ne\n");
    assertThat(shown("a\n...\nd\ne\n", output)).isEqualTo("a\n...\nd\ne\n");
    assertThat(shown("...\nc\n...\n", output)).isEqualTo("...\nc\n...\n");
    assertThat(shown("old\n...\nd\nold\n", output)).isEqualTo("a\n...\nd\ne\n");
  }

  @ParameterizedTest
  @CsvSource({"a ... b ...", "a ... d", "a ... gone ...", "a b c d e ...", "a b c d e f ..."})
  void a_block_that_leaves_out_more_or_less_than_it_says_fails(String block) {
    assertThatThrownBy(() -> shown(block.replace(" ", "\n") + "\n", "a\nb\nc\nd\ne"))
        .isInstanceOf(AssertionError.class);
  }

  private static void define(Jshell application, List<Block> blocks) {
    blocks.stream()
        .filter(block -> block.language.equals("java") && !block.isTest())
        .forEach(block -> application.run(block.fromTheTop()));
  }

  /** What the last of the commands prints, or nothing if it is no program. */
  private static String printed(String commands) {
    String printed = "";
    for (String command : commands.lines().toList()) {
      Matcher test = ONE_TEST.matcher(command);
      printed = "";
      if (PROGRAMS.containsKey(command)) {
        printed = ExamplesTest.output(PROGRAMS.get(command));
      } else if (test.matches()) {
        String name = ReadmeTest.class.getPackageName() + "." + test.group(1);
        assertThatCode(() -> Class.forName(name)).doesNotThrowAnyException();
      } else {
        assertThat(COMMANDS).contains(command);
      }
    }
    return printed;
  }

  /**
   * What the block should show of an output: all of it, or stretches between lines of dots. A
   * stretch after dots starts at the next line of the output that equals its first line, and is as
   * long as it is in the block. Dots stand for one line or more, and without them nothing is left
   * out.
   */
  private static String shown(String block, String output) {
    List<String> stated = block.lines().toList();
    if (!stated.contains(LEFT_OUT)) {
      return output + "\n";
    }
    List<String> from = output.lines().toList();
    StringBuilder shown = new StringBuilder();
    int next = 0;
    boolean afterDots = false;
    for (String line : stated) {
      boolean dots = line.equals(LEFT_OUT);
      while (afterDots && !dots && next < from.size() && !from.get(next).equals(line)) {
        next++;
      }
      assertThat(next).as("place of '%s' in%n%s", line, output).isLessThan(from.size());
      shown.append(dots ? LEFT_OUT : from.get(next)).append("\n");
      next++;
      afterDots = dots;
    }
    assertThat(afterDots || next == from.size()).as("the end of%n%s is shown", output).isTrue();
    return shown.toString();
  }

  private static List<Block> blocks(String readme) {
    List<Block> blocks = new ArrayList<>();
    Matcher matcher = BLOCK.matcher(readme);
    while (matcher.find()) {
      blocks.add(new Block(matcher.group(1), matcher.group(2), matcher.start(2)));
    }
    return blocks;
  }

  /** The session with what the console answers to each line. */
  private static String session(String session) {
    List<String> lines =
        session.lines().filter(line -> line.startsWith(PROMPT)).map(ReadmeTest::typed).toList();
    List<String> answers = Jshell.answers(lines);
    return IntStream.range(0, lines.size())
        .mapToObj(i -> PROMPT + lines.get(i) + "\n" + answers.get(i + 1) + "\n")
        .collect(joining("\n"));
  }

  private static String typed(String line) {
    return line.substring(PROMPT.length());
  }

  private static String countries() throws IOException {
    return Files.readString(COUNTRIES).strip();
  }

  private static String coordinates() throws IOException {
    Matcher parent =
        Pattern.compile("(?s)<version>(.*?)</version>")
            .matcher(Files.readString(Path.of("../pom.xml")));
    assertThat(parent.find()).isTrue();
    return "<dependency><groupId>dev.steppe</groupId><artifactId>steppe-core</artifactId><version>"
        + parent.group(1)
        + "</version></dependency>";
  }
}
