package dev.steppe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs every command of the README, in order, and holds what it prints against the block that
 * follows. {@code -Dgolden.write} renews the printed blocks.
 */
class ReadmeTest {

  private static final Path PAGE = Path.of("README.md");
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w+)\\n(.*?)^```$");
  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

  /** Commands that are tried by hand, and by the test of the jar. */
  private static final List<String> OTHERS =
      List.of(
          "./mvnw -q package -pl examples/cli -am -DskipTests",
          "alias steppe=\"java -jar $PWD/examples/cli/target/steppe.jar\"",
          "cd examples/cli");

  @TempDir Path folder;

  @Test
  void every_command_prints_what_is_shown() throws IOException {
    String page = Files.readString(PAGE);
    StringBuilder renewed = new StringBuilder();
    String printed = "";
    Matcher blocks = BLOCK.matcher(page);
    int commands = 0;
    int end = 0;
    while (blocks.find()) {
      if (blocks.group(1).equals("sh")) {
        for (String line :
            blocks.group(2).lines().filter(line -> !OTHERS.contains(line)).toList()) {
          printed = printed(line);
          commands++;
        }
        continue;
      }
      renewed.append(page, end, blocks.start(2));
      renewed.append(shown(blocks.group(2), printed));
      end = blocks.end(2);
    }
    renewed.append(page.substring(end));
    assertThat(commands).isPositive();
    if (System.getProperty("golden.write") != null) {
      Files.writeString(PAGE, renewed);
    }
    assertThat(Files.readString(PAGE)).isEqualTo(renewed.toString());
  }

  /** All of the output, or its first lines if the block ends in a line of dots. */
  private static String shown(String block, String printed) {
    if (!block.endsWith("\n...\n")) {
      return printed;
    }
    List<String> lines = printed.lines().toList();
    int shown = (int) block.lines().count() - 1;
    assertThat(lines).hasSizeGreaterThan(shown);
    return String.join("\n", lines.subList(0, shown)) + "\n...\n";
  }

  /** What a command prints: the answer, then what is told beside it, then a code that is not 0. */
  private String printed(String line) {
    assertThat(line).startsWith("steppe ");
    List<String> arguments = new ArrayList<>();
    Matcher words = WORD.matcher(line.substring("steppe ".length()));
    while (words.find()) {
      arguments.add(words.group(1) != null ? words.group(1) : words.group(2));
    }
    int output = arguments.indexOf("-o") + 1;
    if (output > 0) {
      // Into a folder of the test, where the page writes beside its data.
      arguments.set(output, folder.resolve(arguments.get(output)).toString());
    }
    Run run = Run.of(arguments.toArray(String[]::new));
    String code = run.code() == 0 ? "" : "(exit code " + run.code() + ")\n";
    return (run.out() + run.err() + code).replace(folder + "/", "");
  }
}
