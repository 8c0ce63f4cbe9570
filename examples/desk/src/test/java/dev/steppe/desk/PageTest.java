package dev.steppe.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page keeps to what its policy and this desk's rules say. */
class PageTest {

  private static final Map<String, Assets.Asset> ASSETS = Assets.all();
  private static final String PAGE = ASSETS.get("/").text();

  private static Set<String> found(String pattern, String in) {
    Set<String> found = new HashSet<>();
    Matcher matcher = Pattern.compile(pattern).matcher(in);
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
    return found;
  }

  @Test
  void the_page_has_no_script_or_style_in_it_and_loads_nothing_from_elsewhere() {
    assertThat(PAGE).doesNotContain("style=").doesNotContainPattern("<script[^>]*>[^<]");
    assertThat(PAGE).doesNotContainPattern("\\son[a-z]+=").doesNotContain("<style");
    ASSETS.forEach(
        (path, asset) ->
            assertThat(asset.text()).as(path).doesNotContain("https://").doesNotContain("http://"));
  }

  @Test
  void all_that_it_names_is_served() {
    assertThat(ASSETS)
        .containsKeys(found("(?:href|src)=\"(/[^\"#]*)\"", PAGE).toArray(String[]::new));
    ASSETS.forEach(
        (path, asset) -> {
          for (String module : found("from \"\\./([^\"]*)\"", asset.text())) {
            assertThat(ASSETS).as(path).containsKey("/js/" + module);
          }
        });
  }

  @Test
  void every_element_that_scripts_look_for_is_there_once() {
    Set<String> ids = found("\\sid=\"([^\"]*)\"", PAGE);
    assertThat(ids).hasSize(PAGE.split("\\sid=\"", -1).length - 1);
    ASSETS.forEach(
        (path, asset) ->
            assertThat(ids).as(path).containsAll(found("byId\\(\"([^\"]*)\"\\)", asset.text())));
  }

  @Test
  void every_field_has_a_label() {
    Set<String> labelled = found("<label for=\"([^\"]*)\"", PAGE);
    Set<String> fields = found("<(?:select|input) id=\"([^\"]*)\"", PAGE);
    assertThat(fields).isNotEmpty().isEqualTo(labelled);
    // Ticks are inside their labels.
    assertThat(PAGE.split("type=\"checkbox\"", -1))
        .hasSameSizeAs(PAGE.split("<label class=\"tick\"><input type=\"checkbox\"", -1));
  }

  @Test
  void text_from_files_never_becomes_markup() {
    ASSETS.forEach(
        (path, asset) -> {
          if (path.endsWith(".js")) {
            assertThat(asset.text())
                .as(path)
                .doesNotContain("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write")
                .doesNotContain("eval(", "new Function", "srcdoc", "setAttribute(\"style\"");
            assertThat(asset.text().lines().count()).as(path).isLessThan(400);
          }
        });
  }
}
