package dev.steppe.examples.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs the programs of every command in the README of the module, in order, and holds what they
 * print against the block that follows. {@code -Dgolden.write} renews the printed blocks.
 */
class ReadmeTest {

  private static final Path PAGE = Path.of("README.md");
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w+)\\n(.*?)^```$");
  private static final Pattern COMMAND =
      Pattern.compile(
          "\\./mvnw -q -Pspark compile exec:exec -pl examples/spark -am"
              + " -Dexec\\.mainClass=dev\\.steppe\\.examples\\.spark\\.(\\w+)"
              + " -Dargs=\"([^\"]*)\"");

  /** A program, as its {@code main} method. */
  private interface Main {
    void run(String[] arguments) throws IOException;
  }

  private static final Map<String, Main> PROGRAMS =
      Map.of(
          "ScenarioRows", ScenarioRows::main,
          "ScoreParquet", ScoreParquet::main,
          "SplitUncertainty", SplitUncertainty::main);

  /** Commands that are tried by hand: the build itself, and minutes of measuring. */
  private static final List<String> OTHERS =
      List.of(
          "./mvnw -Pspark verify",
          "./mvnw -Pspark verify -pl examples/spark -am",
          "./mvnw -q -Pspark compile exec:exec -pl examples/spark -am"
              + " -Dexec.mainClass=dev.steppe.examples.spark.Throughput"
              + " -Dargs=\"target/spark 2000000 3\"");

  @TempDir Path directory;

  @Test
  void every_block_works_as_printed() throws IOException {
    String page = Files.readString(PAGE);
    String renewed = page;
    String printed = "";
    Matcher blocks = BLOCK.matcher(page);
    int commands = 0;
    while (blocks.find()) {
      String text = blocks.group(2);
      if (blocks.group(1).equals("sh")) {
        for (String command : text.lines().filter(line -> !OTHERS.contains(line)).toList()) {
          printed = output(command);
          commands++;
        }
      } else {
        assertThat(blocks.group(1)).isEqualTo("text");
        renewed = renewed.replace("\n" + text + "```", "\n" + printed + "\n```");
      }
    }
    assertThat(commands).isEqualTo(PROGRAMS.size());
    if (System.getProperty("golden.write") != null) {
      Files.writeString(PAGE, renewed);
    }
    assertThat(Files.readString(PAGE)).isEqualTo(renewed);
  }

  private String output(String command) throws IOException {
    TestSpark.session();
    Matcher parts = COMMAND.matcher(command);
    assertThat(command).matches(COMMAND);
    assertThat(parts.matches()).isTrue();
    String arguments = parts.group(2).replace("target/", directory + "/");
    return Programs.output(() -> PROGRAMS.get(parts.group(1)).run(arguments.split(" ")));
  }
}
