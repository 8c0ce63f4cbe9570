package dev.steppe.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steppe.nextukraine.NextUkraine;
import dev.steppe.report.Report;
import dev.steppe.score.Comparison;
import dev.steppe.table.Decimals;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
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

  /** What each text has for a figure; a text may have it several times. */
  private static void same(Map<String, String> texts, String pattern, String figure) {
    Pattern claim = Pattern.compile(pattern);
    texts.forEach(
        (where, text) ->
            assertThat(claim.matcher(text.replaceAll("\\s+", " ")).results().map(r -> r.group(1)))
                .as(where + ": " + pattern)
                .isNotEmpty()
                .allMatch(figure::equals));
  }

  /** Scores and their difference on the page, in its data, on the summary, and in text. */
  @Test
  void scores_have_one_figure_on_pages_in_their_data_and_in_text() throws IOException {
    Report report = NextUkraine.report();
    Comparison comparison = NextUkraine.compare();
    String first = Decimals.fixed(comparison.first().value(), 1);
    String second = Decimals.fixed(comparison.second().value(), 1);
    String console = Files.readString(Path.of("src/test/resources/golden/NextUkraineMain.txt"));
    Map<String, String> pages = Map.of("page", report.html(), "summary", report.summary().html());
    same(pages, "Kazakhstan scores (\\S+) and Ukraine " + second + " of 100: Kazakhstan is", first);
    same(pages, "Kazakhstan scores " + first + " and Ukraine (\\S+) of 100: Kazakhstan is", second);
    same(Map.of("data", data(report.html())), "Kazakhstan \\(KAZ\\), score (\\S+)", first);
    same(Map.of("data", data(report.html())), "Ukraine \\(UKR\\), score (\\S+)", second);
    Map<String, String> texts = Map.of("briefing", NextUkraine.briefing() + "", "console", console);
    same(texts, "Kazakhstan (\\d+\\.\\d) #", first);
    same(texts, "Ukraine (\\d+\\.\\d) #", second);
    Map<String, String> all = new LinkedHashMap<>(texts);
    all.putAll(pages);
    same(
        all,
        "Kazakhstan minus Ukraine (-?\\d+\\.\\d) points",
        Decimals.signed(comparison.difference(), 1));
  }

  /** Every percentage of an order on pages is of one of the two analyses that they show. */
  @Test
  void each_share_of_an_order_is_of_an_analysis_of_the_page() {
    Report report = NextUkraine.report();
    Pattern share = Pattern.compile("Kazakhstan is below Ukraine in (\\S+) %");
    List<String> page =
        share.matcher(report.html()).results().map(r -> r.group(1)).distinct().toList();
    assertThat(page).hasSize(2);
    assertThat(share.matcher(report.summary().html()).results().map(r -> r.group(1)))
        .hasSize(2)
        .allMatch(page::contains);
    // The second rank of Kazakhstan, rank by rank in the data below the sentence.
    assertThat(data(report.html()))
        .contains(
            "Kazakhstan (KAZ), ranked second " + page.get(0),
            "Kazakhstan (KAZ), ranked second " + page.get(1));
  }

  /** The scores and ranks in the CSV that the page lets people save, rounded as pages do. */
  private static String data(String html) {
    StringBuilder data = new StringBuilder();
    for (MatchResult saved :
        Pattern.compile("data:text/csv;charset=utf-8;base64,([^\"]+)")
            .matcher(html)
            .results()
            .toList()) {
      String csv = new String(Base64.getDecoder().decode(saved.group(1)), StandardCharsets.UTF_8);
      List<String> lines = csv.lines().toList();
      List<String> headers = List.of(lines.get(0).split(",", -1));
      for (String line : lines.subList(1, lines.size())) {
        String[] cells = line.split(",", -1);
        if (headers.contains("Coverage %") && headers.get(0).equals("Rank")) {
          data.append(cells[1]).append(", score ");
          data.append(Decimals.fixed(Double.parseDouble(cells[headers.indexOf("Score")]), 1));
          data.append('\n');
        }
        if (headers.contains("Rank 2")) {
          data.append(cells[0]).append(", ranked second ");
          data.append(Decimals.fixed(Double.parseDouble(cells[headers.indexOf("Rank 2")]), 1));
          data.append('\n');
        }
      }
    }
    return data.toString();
  }
}
