package dev.steppe.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steppe.nextukraine.NextUkraine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * A claim has one figure, wherever it is made: in text, on the page, in the README, by a program.
 */
class OneFigureTest {

  /** With weights held fixed, in the two ways to say it: share, draws, and the interval's ends. */
  private static final Pattern CLAIM =
      Pattern.compile(
          "Kazakhstan is below Ukraine in (\\S+) % of (\\S+) draws"
              + "(?:, weights held fixed \\(| \\(95 % interval )(\\S+) to (\\d+\\.\\d)"
              + "(?: at 95 %\\)|\\); weights held fixed)");

  private static List<String> figures(String text) {
    List<String> figures = new ArrayList<>();
    for (MatchResult found : CLAIM.matcher(text.replaceAll("\\s+", " ")).results().toList()) {
      figures.add(
          "%s %% of %s, %s to %s"
              .formatted(found.group(1), found.group(2), found.group(3), found.group(4)));
    }
    return figures;
  }

  @Test
  void the_order_of_the_two_has_one_figure_everywhere() throws IOException {
    String briefing = NextUkraine.briefing().toString();
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put("page", NextUkraine.report().html());
    texts.put("verdict", NextUkraine.verdict().toString());
    for (String file :
        List.of(
            "../README.md",
            "../core/docs/guide.md",
            "src/test/resources/golden/NextUkraineMain.txt",
            "src/test/resources/golden/how-sure.jsh.txt")) {
      texts.put(file, Files.readString(Path.of(file)));
    }
    // Its later lines draw the method too, which is another claim.
    String program = Files.readString(Path.of("src/test/resources/golden/HowSureMain.txt"));
    texts.put("HowSureMain", program.substring(0, program.indexOf("And all weights")));
    List<String> known = figures(briefing);
    assertThat(known).hasSize(1);
    texts.forEach(
        (where, text) ->
            assertThat(figures(text)).as(where).isNotEmpty().allMatch(known.get(0)::equals));
  }
}
