package dev.steppe.examples;

import static org.assertj.core.api.Assertions.assertThat;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Runs every code block of the README and of the pages beside it, in order, and holds what it
 * prints against the block that follows. {@code -Dgolden.write} renews the printed blocks.
 */
class ReadmeTest {

  private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w+)\\n(.*?)^```$");
  private static final Path SAMPLE =
      Path.of("src/test/java/dev/steppe/examples/CompareCountriesTest.java");

  /** The commands that the README may show; the build and the continuous check run them. */
  private static final List<String> COMMANDS = List.of("./mvnw verify", Repl.COMMAND);

  /** The commands that print, with the programs that they run. */
  private static final Map<String, Consumer<String[]>> PROGRAMS =
      Map.of(
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

  private record Block(String language, String text) {}

  @ParameterizedTest
  @CsvSource({"../README.md, 8", "../core/docs/method-of-the-states.md, 1"})
  void every_block_works_as_printed(Path page, int atLeast) throws IOException {
    String readme = Files.readString(page);
    List<Block> blocks = blocks(readme);
    assertThat(blocks).hasSizeGreaterThan(atLeast);
    String expected = "";
    String csv = "";
    try (Jshell jshell = Jshell.open();
        Jshell application = Jshell.empty()) {
      for (Block block : blocks) {
        switch (block.language) {
          case "sh" -> {
            expected = "";
            for (String command : block.text.lines().toList()) {
              if (PROGRAMS.containsKey(command)) {
                expected = ExamplesTest.output(PROGRAMS.get(command));
              } else {
                assertThat(COMMANDS).contains(command);
              }
            }
          }
          case "xml" -> assertThat(block.text.replaceAll("\\s+", "")).isEqualTo(coordinates());
          case "csv" -> {
            csv = block.text;
            application.run("String csv = " + literal(csv) + ";");
          }
          case "java" -> {
            if (block.text.contains("@Test")) {
              assertThat(Files.readString(SAMPLE).replaceAll("\\s+", ""))
                  .contains(block.text.replaceAll("\\s+", ""));
            } else {
              expected = application.run(block.text);
            }
          }
          case "jshell" -> readme = renewed(readme, block.text, session(jshell, block.text));
          case "text" -> readme = renewed(readme, block.text, expected + "\n");
          default -> fail("no rule for a block of %s", block.language);
        }
      }
    }
    if (System.getProperty("golden.write") != null) {
      Files.writeString(page, readme);
    }
    assertThat(Files.readString(page)).isEqualTo(readme);
  }

  private static String renewed(String readme, String block, String actual) {
    return readme.replace("\n" + block + "```", "\n" + actual + "```");
  }

  private static List<Block> blocks(String readme) {
    List<Block> blocks = new ArrayList<>();
    Matcher matcher = BLOCK.matcher(readme);
    while (matcher.find()) {
      blocks.add(new Block(matcher.group(1), matcher.group(2)));
    }
    return blocks;
  }

  /** The session with what JShell answers to each line. */
  private static String session(Jshell jshell, String session) {
    StringBuilder answered = new StringBuilder();
    int number = 0;
    for (String line : session.lines().filter(l -> l.startsWith("jshell> ")).toList()) {
      String answer = jshell.run(line.substring("jshell> ".length()));
      answered
          .append(line)
          .append("\n$")
          .append(++number)
          .append(" ==> ")
          .append(answer)
          .append("\n\n");
    }
    return answered.toString().replaceAll("\n\n$", "\n");
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

  private static String literal(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
  }
}
