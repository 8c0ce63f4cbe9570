package dev.steppe.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steppe.nextukraine.NextUkraine;
import dev.steppe.nextukraine.PostSovietStates;
import dev.steppe.report.Report;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How reports look in Chromium, on a desk and in the hand: nothing is wider than the screen, no
 * texts of a chart overlap or are cut off, and none is too small. Screenshots go to {@code target}.
 * Runs with the profile {@code browser} only.
 */
@Tag("browser")
class ReportInBrowserTest {

  private static final int TALL = 6000;

  /**
   * Lists what is wrong in the frame. The page itself allows no scripts; this one is outside of it.
   */
  private static final String MEASURE =
      """
      <pre id="faults"></pre>
      <script>
      const frame = document.querySelector("iframe");
      frame.addEventListener("load", () => {
        const page = frame.contentDocument;
        const faults = [];
        if (page.documentElement.scrollWidth > frame.clientWidth) {
          faults.push("the page is " + page.documentElement.scrollWidth + " pixels wide");
        }
        let charts = 0;
        for (const chart of page.querySelectorAll("svg.chart")) {
          const box = chart.getBoundingClientRect();
          if (box.width === 0) continue;
          charts++;
          const name = chart.querySelector("title").textContent + ": ";
          const size = box.width / chart.viewBox.baseVal.width;
          if (13 * size < 11) faults.push(name + "text of " + 13 * size + " pixels");
          const texts = [...chart.querySelectorAll("text")].filter(text => text.textContent)
              .map(text => [text.textContent, text.getBoundingClientRect()]);
          texts.forEach(([text, at], i) => {
            if (at.left < box.left - 1 || at.right > box.right + 1
                || at.top < box.top - 2 || at.bottom > box.bottom + 2) {
              faults.push(name + "'" + text + "' is cut off");
            }
            for (const [other, there] of texts.slice(i + 1)) {
              const across = Math.min(at.right, there.right) - Math.max(at.left, there.left);
              const down = Math.min(at.bottom, there.bottom) - Math.max(at.top, there.top);
              if (across > 1 && down > 3) {
                faults.push(name + "'" + text + "' and '" + other + "' overlap");
              }
            }
          });
        }
        document.getElementById("faults").textContent =
            [charts + " charts"].concat(faults).join("\\n");
      });
      </script>
      """;

  /** The height of a screen that is 1280 pixels wide. */
  private static final int SCREEN = 800;

  private static final String HEIGHT =
      """
      <!DOCTYPE html><meta charset="utf-8"><pre id="height"></pre>
      <iframe width="%s" height="%s" srcdoc="%s"></iframe>
      <script>
      document.querySelector("iframe").addEventListener("load", event =>
        document.getElementById("height").textContent =
            event.target.contentDocument.documentElement.scrollHeight);
      </script>
      """;

  private static final String AXE =
      """
      <script>
      axe.run(document, {resultTypes: ["violations"]}).then(found => parent.postMessage(
          found.violations.map(one => one.id + " " + one.nodes[0].html).join("; ") || "nothing", "*"));
      </script></body>""";

  private static final String FRAME =
      """
      <!DOCTYPE html><html lang="en"><meta charset="utf-8"><title>axe</title><pre id="found"></pre>
      <script>
      addEventListener("message", event =>
        document.getElementById("found").textContent = event.data);
      </script>
      <iframe width="%s" height="3000" srcdoc="%s"></iframe></html>
      """;

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "next-ukraine, 1280",
    "next-ukraine, 390",
    "states, 1280",
    "states, 390",
    "attacked, 1280",
    "attacked, 390",
    "summary, 1280",
    "summary, 390"
  })
  void nothing_overlaps_and_nothing_is_cut_off(String name, int width) throws Exception {
    Report report = report(name);
    for (String look : List.of("light", "dark")) {
      Path page = framed(report.html(), width, "");
      Path picture = Path.of("target", name + "-" + width + "-" + look + ".png");
      run(look, width, "--screenshot=" + picture.toAbsolutePath(), page.toUri().toString());
      assertThat(picture).isNotEmptyFile();
    }
    String dom =
        run("light", width, "--dump-dom", framed(report.html(), width, MEASURE).toUri().toString());
    Matcher faults = Pattern.compile("(?s)<pre id=\"faults\">(.*?)</pre>").matcher(dom);
    assertThat(faults.find()).isTrue();
    assertThat(faults.group(1)).matches("\\d+ charts").isNotEqualTo("0 charts");
  }

  private static Report report(String name) {
    return switch (name) {
      case "states" -> PostSovietStates.report();
      case "attacked" ->
          PostSovietStates.structural().report("KAZ", "UKR", LocalDate.of(2022, 2, 23));
      case "summary" -> NextUkraine.report().summary();
      case "states-summary" -> PostSovietStates.report().summary();
      default -> NextUkraine.report();
    };
  }

  @ParameterizedTest
  @CsvSource({"next-ukraine, 5", "states, 5", "attacked, 5"})
  void a_page_is_a_few_screens_long(String name, int screens) throws Exception {
    String measured = HEIGHT.formatted(1280, SCREEN, attribute(report(name).html()));
    Path page = folder.resolve("height.html");
    Files.writeString(page, measured);
    Matcher height =
        Pattern.compile("<pre id=\"height\">(\\d+)</pre>")
            .matcher(run("light", 1280, "--dump-dom", page.toUri().toString()));
    assertThat(height.find()).isTrue();
    assertThat(Integer.parseInt(height.group(1))).isLessThan(screens * SCREEN);
  }

  @ParameterizedTest
  @CsvSource({"summary", "states-summary"})
  void a_summary_is_one_page_of_paper(String name) throws Exception {
    assertThat(printed(report(name).html())).isEqualTo(1);
  }

  @Test
  void a_page_prints_its_charts_on_some_pages() throws Exception {
    assertThat(printed(NextUkraine.report().html())).isBetween(4, 10);
  }

  /** The count of pages of A4, by the objects of the file. */
  private int printed(String html) throws Exception {
    Path page = folder.resolve("page.html");
    Files.writeString(page, html);
    Path paper = folder.resolve("page.pdf");
    run(
        "light",
        1280,
        "--no-pdf-header-footer",
        "--print-to-pdf=" + paper,
        page.toUri().toString());
    String objects = Files.readString(paper, StandardCharsets.ISO_8859_1);
    return (int) Pattern.compile("/Type */Page\\b").matcher(objects).results().count();
  }

  @Test
  void a_saved_picture_shows_alone() throws Exception {
    Matcher picture =
        Pattern.compile("href=\"data:image/svg\\+xml;base64,([^\"]+)\"")
            .matcher(NextUkraine.report().html());
    int count = 0;
    while (picture.find()) {
      Path svg = folder.resolve("picture.svg");
      Files.write(svg, Base64.getDecoder().decode(picture.group(1)));
      Path shown = Path.of("target", "picture-" + ++count + ".png");
      run("dark", 760, "--screenshot=" + shown.toAbsolutePath(), svg.toUri().toString());
      // On white in a dark browser too, with marks on it.
      BufferedImage image = ImageIO.read(shown.toFile());
      assertThat(image.getRGB(2, 2) & 0xffffff).isEqualTo(0xffffff);
      Set<Integer> colours = new HashSet<>();
      for (int y = 0; y < 400; y += 2) {
        for (int x = 0; x < 760; x += 2) {
          colours.add(image.getRGB(x, y));
        }
      }
      assertThat(colours).hasSizeGreaterThan(5);
    }
    assertThat(count).isEqualTo(7);
  }

  /** The rules of axe-core for what those need who hear a page, or see little of it. */
  @ParameterizedTest
  @CsvSource({"next-ukraine", "states", "attacked", "summary", "states-summary"})
  void axe_finds_nothing(String name) throws Exception {
    String axe;
    try (InputStream in = ReportInBrowserTest.class.getResourceAsStream("/axe.min.js")) {
      axe = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    String html =
        report(name)
            .html()
            .replaceFirst("<meta http-equiv=\"Content-Security-Policy\"[^>]*/>", "")
            .replace("</body>", "<script>" + axe + "</script>" + AXE);
    for (int width : new int[] {390, 1280}) {
      for (String look : List.of("light", "dark")) {
        // Folded up as it comes, and with all of it open.
        for (String open : List.of("<details", "<details open=\"open\"")) {
          Path page = folder.resolve("axe.html");
          Files.writeString(
              page, FRAME.formatted(width, attribute(html.replace("<details", open))));
          String dom =
              run(
                  look,
                  width,
                  "--virtual-time-budget=60000",
                  "--dump-dom",
                  page.toUri().toString());
          Matcher found = Pattern.compile("(?s)<pre id=\"found\">(.*?)</pre>").matcher(dom);
          assertThat(found.find()).isTrue();
          assertThat(found.group(1)).as(look + " at " + width).isEqualTo("nothing");
        }
      }
    }
  }

  private static String attribute(String html) {
    return html.replace("&", "&amp;").replace("\"", "&quot;");
  }

  /** A page that has the report in a frame, which can be narrower than any window. */
  private Path framed(String html, int width, String script) throws IOException {
    String source = attribute(html);
    Path page = folder.resolve("frame.html");
    Files.writeString(
        page,
        "<!DOCTYPE html><meta charset=\"utf-8\"><body style=\"margin:0\"><iframe style=\"border:0\" width=\""
            + width
            + "\" height=\""
            + TALL
            + "\" srcdoc=\""
            + source
            + "\"></iframe>"
            + script);
    return page;
  }

  private String run(String look, int width, String... arguments) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(System.getProperty("steppe.browser", "chromium"));
    command.addAll(
        List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--hide-scrollbars",
            "--blink-settings=preferredColorScheme=" + (look.equals("dark") ? 0 : 1),
            "--user-data-dir=" + folder.resolve("profile"),
            "--window-size=" + Math.max(500, width) + "," + TALL));
    command.addAll(List.of(arguments));
    Path out = folder.resolve("out.html");
    Process browser =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    boolean ended = browser.waitFor(2, TimeUnit.MINUTES);
    browser.destroyForcibly();
    assertThat(ended).as("%s ended", command).isTrue();
    return Files.readString(out);
  }
}
