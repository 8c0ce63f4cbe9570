package dev.steppe.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/**
 * Runs the examples of the types by which packages are entered, and of those that one meets next,
 * and holds what each line gives against the comment behind it. All go on from the example of the
 * module.
 */
class JavadocTest {

  private static final Path SOURCES = Path.of("../core/src/main/java");
  private static final Pattern EXAMPLE =
      Pattern.compile("(?s)<pre>\\{@code\\n(.*?)\\n \\* }</pre>");
  private static final Pattern RESULT = Pattern.compile("(\\S.*;) +// (.+)");

  private static final String[] TYPES = {
    "score/Scorecard",
    "score/Comparison",
    "score/Ranking",
    "analogue/Precedents",
    "panel/Trajectory",
    "scenario/Change",
    "model/Treatment",
    "evidence/CountryProfile",
    "evidence/Evidence",
    "uncertainty/UncertaintyResult",
    "score/NodeScore",
    "score/Contribution",
    "score/PartialRanking",
    "score/TieRule",
    "tipping/TippingAnswer",
    "tipping/TippingLever",
    "tipping/TippingChange",
    "tipping/TippingMeasure",
    "model/Direction",
    "model/Factor",
    "model/Criterion",
    "weights/WeightInterval",
    "weights/WeightDistance",
    "weights/ExtremeRanks",
    "uncertainty/PairwiseOrder",
    "uncertainty/Probability",
    "uncertainty/RankAcceptability",
    "uncertainty/ScoreDistribution",
    "validation/Auc",
    "evidence/Overlap",
    "evidence/TieKind",
    "evidence/CodeList",
    "panel/PeriodChange",
    "revision/ModelChange",
    "nextukraine/PaperScenario"
  };

  @Test
  void examples_of_entry_types_give_what_they_say() throws IOException {
    SoftAssertions soft = new SoftAssertions();
    try (Jshell shell = Jshell.empty()) {
      Jshell.script("start.jsh").lines().filter(l -> l.startsWith("import ")).forEach(shell::run);
      shell.run("import com.google.common.collect.*; import java.time.*; import java.util.*;");
      assertThat(run(shell, soft, "module-info")).isEqualTo(2);
      for (String type : TYPES) {
        assertThat(run(shell, soft, "dev/steppe/" + type)).as(type).isPositive();
      }
    }
    soft.assertAll();
  }

  /** How many lines had a result, each of which was right. */
  private static int run(Jshell shell, SoftAssertions soft, String source) throws IOException {
    Matcher example = EXAMPLE.matcher(Files.readString(SOURCES.resolve(source + ".java")));
    assertThat(example.find()).as("an example in %s", source).isTrue();
    String code =
        example.group(1).lines().map(line -> line.substring(3)).collect(Collectors.joining("\n"));
    int results = 0;
    StringBuilder before = new StringBuilder();
    for (String line : (Iterable<String>) code.lines()::iterator) {
      Matcher result = RESULT.matcher(line);
      if (!result.matches()) {
        before.append(line).append("\n");
        continue;
      }
      shell.run(before.toString());
      before.setLength(0);
      soft.assertThat(shell.run(result.group(1)))
          .as("%s: %s", source, line)
          .isEqualTo(result.group(2));
      results++;
    }
    assertThat(before).as("lines of %s after the last result", source).isBlank();
    return results;
  }
}
