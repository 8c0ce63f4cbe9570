package dev.steppe.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steppe.nextukraine.NextUkraine;
import dev.steppe.nextukraine.PostSovietStates;
import dev.steppe.report.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
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

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"next-ukraine, 1280", "next-ukraine, 390", "states, 1280", "states, 390"})
  void nothing_overlaps_and_nothing_is_cut_off(String name, int width) throws Exception {
    Report report = name.equals("states") ? PostSovietStates.report() : NextUkraine.report();
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

  /** A page that has the report in a frame, which can be narrower than any window. */
  private Path framed(String html, int width, String script) throws IOException {
    String source = html.replace("&", "&amp;").replace("\"", "&quot;");
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
