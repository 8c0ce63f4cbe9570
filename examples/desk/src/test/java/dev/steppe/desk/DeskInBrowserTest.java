package dev.steppe.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steppe.nextukraine.NextUkraine;
import dev.steppe.nextukraine.PostSovietStates;
import dev.steppe.score.Ranking;
import dev.steppe.score.Scorer;
import dev.steppe.table.Decimals;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/**
 * The page in Chromium. Screenshots go to {@code target}. Runs with the profile {@code browser}
 * only.
 */
@Tag("browser")
class DeskInBrowserTest {

  private static final String SETTLED =
      "/Exact|100,000 draws|Nothing is drawn/.test(document.getElementById('error').textContent)";

  @TempDir static Path folder;

  private static Desk desk;
  private static Chromium browser;

  @BeforeAll
  static void start() throws Exception {
    desk = new Desk(0, new Cases(List.of()));
    browser = new Chromium(folder);
    browser.look(1280, 900, false);
  }

  @AfterAll
  static void stop() {
    browser.close();
    desk.close();
  }

  /** No script has failed, and nothing was refused by the page's policy. */
  @AfterEach
  void nobody_complains() {
    assertThat(browser.complaints).isEmpty();
  }

  private static void open(String address) throws Exception {
    browser.open(desk.address() + address);
    browser.await("document.readyState === 'complete' && " + SETTLED);
  }

  private static String text(String selector) throws Exception {
    return browser
        .run("document.querySelector(\"" + selector + "\").innerText")
        .asString()
        .replace('\u2212', '-')
        .strip();
  }

  private static void click(String selector) throws Exception {
    browser.run("document.querySelector(\"" + selector + "\").click()");
  }

  @Test
  void figures_are_the_library_s_rounded_as_its_tables_do() throws Exception {
    open("#case=states-2022-02-23&country=KAZ&rival=UKR");
    Ranking ranking =
        PostSovietStates.scorer().rank(PostSovietStates.profiles(LocalDate.of(2022, 2, 23)));
    JsonNode rows =
        browser.run(
            "[...document.querySelectorAll('#ranking tbody tr')].map(row =>"
                + " [...row.cells].map(cell => cell.innerText))");
    assertThat(rows).hasSize(ranking.size());
    for (int i = 0; i < ranking.size(); i++) {
      Ranking.Entry entry = ranking.entries().get(i);
      assertThat(rows.get(i).get(0).asString()).isEqualTo(Decimals.fixed(entry.rank(), 0));
      assertThat(rows.get(i).get(1).asString()).isEqualTo(entry.country().name());
      assertThat(rows.get(i).get(2).asString()).isEqualTo(Decimals.fixed(entry.value(), 1));
    }
    assertThat(
            browser.run(
                "import('/js/text.js').then(t => [0.05, 1.005, -0.04, 2.5, 1e-9].map(x => t.fixed(x)))"))
        .extracting(JsonNode::asString)
        .containsExactly("0.1", "1.0", "0.0", "2.5", "0.0");
  }

  @Test
  void a_slider_moves_by_keys_and_the_address_says_where_it_is() throws Exception {
    open("#case=next-ukraine&country=KAZ&rival=UKR");
    String before = text("#lead");
    browser.run("document.getElementById('reading-import_dependence').focus()");
    browser.press("ArrowRight", 39);
    browser.await("location.hash.includes('import_dependence')");
    double reading =
        Double.parseDouble(
            browser
                .run("new URLSearchParams(location.hash.slice(1)).get('r').split(':')[2]")
                .asString());
    Scorer scorer = NextUkraine.scorer();
    double score =
        scorer
            .score(scorer.moved(NextUkraine.kazakhstan(), Map.of("import_dependence", reading)))
            .value();
    assertThat(text("#lead"))
        .isNotEqualTo(before)
        .startsWith("Kazakhstan " + Decimals.fixed(score, 1));
    assertThat(browser.run("document.activeElement.id").asString())
        .isEqualTo("reading-import_dependence");
  }

  @Test
  void marks_of_readings_and_weights_make_the_two_level() throws Exception {
    for (String slider : List.of("reading-import_dependence", "weight-alliance-ties")) {
      open("#case=next-ukraine&country=KAZ&rival=UKR");
      browser.run(
          "document.getElementById('"
              + slider
              + "').closest('.slider').querySelector('.foot button').click()");
      browser.await("document.getElementById('lead').innerText.includes(': level')");
    }
    // The others of the factor have moved along, and go back with it.
    browser.await("!document.getElementById('reset').disabled");
    click("#reset");
    browser.await("document.getElementById('lead').innerText.includes('2.1 points below')");
    assertThat(browser.run("location.hash").asString()).doesNotContain("w=");
  }

  @Test
  void a_weight_that_was_dragged_to_its_end_comes_back_with_the_proportions_of_the_others()
      throws Exception {
    open("#case=next-ukraine&country=KAZ&rival=UKR&w=trade-dependence:2");
    String drag =
        "{const s = document.getElementById('weight-alliance-ties'); s.value = VALUE;"
            + " s.dispatchEvent(new Event('input'));}";
    browser.run(drag.replace("VALUE", "1"));
    browser.await("location.hash.includes('alliance-ties%3A1')");
    browser.run(drag.replace("VALUE", "0.2"));
    browser.await("location.hash.includes('alliance-ties%3A0.2')");
    browser.run(
        "document.getElementById('weight-alliance-ties').dispatchEvent(new Event('change'))");
    JsonNode weights = browser.run("new URLSearchParams(location.hash.slice(1)).getAll('w')");
    // 2 of the 4 of the others: a half of 0.8.
    assertThat(weights).extracting(JsonNode::asString).contains("trade-dependence:0.4");
  }

  @Test
  void the_address_opens_the_same_view_again() throws Exception {
    open("#case=states-2022-02-23&country=KAZ&rival=UKR&readings=drawn");
    browser.run("document.getElementById('reading-kin_share').focus()");
    browser.press("End", 35);
    browser.await("location.hash.includes('kin_share')");
    browser.run("document.getElementById('name').value = 'all : & of it'");
    click("#keep button");
    browser.await("document.querySelectorAll('#scenarios tbody tr').length === 2");
    browser.await(SETTLED);
    String address = browser.run("location.hash").asString();
    String shown = browser.run("document.querySelector('main').innerText").asString();
    open(address);
    browser.await("document.querySelectorAll('#scenarios tbody tr').length === 2");
    assertThat(browser.run("document.querySelector('main').innerText").asString()).isEqualTo(shown);
    assertThat(text("#scenarios tbody tr:nth-child(2) th")).isEqualTo("all : & of it");
  }

  @Test
  void a_rough_answer_is_followed_by_a_finer_one() throws Exception {
    browser.open(desk.address() + "#case=states-2022-02-23&country=KAZ&rival=UKR");
    browser.await("document.getElementById('error')?.textContent.startsWith('2,000 draws')");
    assertThat(text("#error")).contains("more are being made");
    browser.await("document.getElementById('error')?.textContent.startsWith('100,000 draws')");
    assertThat(text("#error")).contains("\u00b1").doesNotContain("more are being made");
  }

  @Test
  void names_stay_names() throws Exception {
    String evil = "<img src=x onerror=alert(1)>\u202egnirts";
    String model =
        "code,name,parent,weight,direction,scale\nm,,,1,,\ni,%s,m,1,HIGHER_IS_RISKIER,\"goalposts(0, 1)\"\n";
    Upload upload =
        ApiTest.upload(
            evil,
            model.formatted(evil),
            "country,name,indicator,value\nAAA," + evil + ",i,0.5\nBBB,B,i,0.25\n");
    String id = new Asking(desk).post("/api/cases", upload).json().at("/summary/id").asString();
    open("#case=" + id);
    assertThat(browser.run("document.images.length").asInt()).isZero();
    assertThat(text("#ranking tbody th")).isEqualTo("<img src=x onerror=alert(1)>\ufffdgnirts");
    assertThat(browser.run("document.body.textContent.includes('\\u202e')").asBoolean()).isFalse();
    assertThat(browser.run("[...document.querySelectorAll('#ranking th bdi')].length").asInt())
        .isEqualTo(2);
  }

  @Test
  void what_the_server_refuses_is_told_and_the_rest_stays() throws Exception {
    open("#case=next-ukraine&country=KAZ&rival=UKR");
    browser.run("location.hash = '#case=next-ukraine&country=KAZ&rival=UKR&r=KAZ:kin_share:7'");
    browser.await("!document.getElementById('fault').hidden");
    assertThat(text("#fault")).contains("kin_share", "7.0");
    browser.complaints.removeIf(complaint -> complaint.contains("422"));
    open("#case=gone&country=XAA");
    assertThat(text("#lead")).startsWith("Kazakhstan");
    assertThat(text("#fault")).contains("There is no case 'gone'", "load its files again");
    browser.complaints.removeIf(complaint -> complaint.contains("404"));
  }

  @Test
  void the_report_is_downloaded_with_what_was_moved() throws Exception {
    open("#case=next-ukraine&country=KAZ&rival=UKR&r=KAZ:domestic_unrest:0");
    browser.run(
        "{const make = URL.createObjectURL; URL.createObjectURL = blob => {"
            + " blob.text().then(text => window.page = text); return make(blob); };}");
    click("#report");
    browser.await("window.page");
    assertThat(browser.run("window.page").asString())
        .contains("Imagined: Unrest of Kazakhstan (KAZ) is 0.0.");
  }

  /** Contrast of WCAG 2.1, 1.4.3, against the nearest background that is not transparent. */
  private static final String FAULTS =
      """
      (() => {
        const faults = [];
        const wide = document.documentElement.scrollWidth;
        if (wide > innerWidth) faults.push("the page is " + wide + " pixels wide");
        const light = (colour) => {
          const [r, g, b] = colour.match(/[\\d.]+/g).map(Number).map((c) =>
            c / 255 <= 0.04045 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4);
          return 0.2126 * r + 0.7152 * g + 0.0722 * b;
        };
        const behind = (of) => {
          const colour = getComputedStyle(of).backgroundColor;
          return /, 0\\)$/.test(colour) ? behind(of.parentElement) : colour;
        };
        for (const of of document.querySelectorAll("body *")) {
          const box = of.getBoundingClientRect();
          if (box.width === 0 || box.height === 0 || box.right < 0 || of.disabled) continue;
          const name = of.tagName + " '" + of.textContent.slice(0, 30) + "'";
          if ([...of.childNodes].some((child) => child.nodeType === 3 && child.data.trim())) {
            const [a, b] = [light(getComputedStyle(of).color), light(behind(of))].sort((x, y) => y - x);
            const contrast = (a + 0.05) / (b + 0.05);
            if (contrast < 4.5) faults.push(name + " has a contrast of " + contrast.toFixed(2));
          }
          if (/^(BUTTON|SELECT)$/.test(of.tagName) && box.height < 24) faults.push(name + " is low");
          const scrolls = of.closest(".scroll");
          if (!scrolls && box.right > innerWidth + 1) faults.push(name + " is cut off");
        }
        return faults;
      })()
      """;

  @ParameterizedTest
  @CsvSource({"1280, false", "1280, true", "390, false", "390, true"})
  void it_fits_and_can_be_read(int width, boolean isDark) throws Exception {
    browser.look(width, 900, isDark);
    for (String name : List.of("next-ukraine", "states-2026-01-22")) {
      open("#case=" + name + "&country=KAZ&rival=UKR&r=KAZ:kin_share:0.1&kept=name%3Da");
      browser.await("document.querySelectorAll('#scenarios tbody tr').length === 2");
      assertThat(browser.run(FAULTS)).extracting(JsonNode::asString).isEmpty();
      assertThat(browser.run("document.documentElement.scrollWidth").asInt())
          .as("width of the page")
          .isLessThanOrEqualTo(width);
      browser.picture(
          Path.of("target", "desk-" + name + "-" + width + (isDark ? "-dark" : "") + ".png"));
    }
    browser.look(1280, 900, false);
  }
}
