package dev.steppe.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Colours can be read and told apart in both looks: contrast by the formula of WCAG 2.2, at level
 * AA.
 */
class StyleTest {

  private static final Pattern COLOUR = Pattern.compile("--([a-z0-9-]+): (#[0-9a-f]{6})");

  /** The colours of a look; the dark one changes some of the light one's. */
  private static Map<String, String> colours(String look) {
    String[] parts = Style.sheet().split("@media screen and \\(prefers-color-scheme: dark\\)", 2);
    Map<String, String> colours = read(parts[0]);
    if (look.equals("dark")) {
      colours.putAll(read(parts[1].substring(0, parts[1].indexOf("\n}\n"))));
    }
    return colours;
  }

  private static Map<String, String> read(String css) {
    Map<String, String> colours = new HashMap<>();
    Matcher matcher = COLOUR.matcher(css);
    while (matcher.find()) {
      colours.put(matcher.group(1), matcher.group(2));
    }
    return colours;
  }

  private static double luminance(String colour) {
    double sum = 0;
    double[] shares = {0.2126, 0.7152, 0.0722};
    for (int i = 0; i < 3; i++) {
      double c = Integer.parseInt(colour.substring(1 + 2 * i, 3 + 2 * i), 16) / 255.0;
      sum += shares[i] * (c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4));
    }
    return sum;
  }

  private static double contrast(String one, String other) {
    double first = luminance(one);
    double second = luminance(other);
    return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
  }

  @ParameterizedTest
  @ValueSource(strings = {"light", "dark"})
  void text_can_be_read_on_its_ground(String look) {
    Map<String, String> colours = colours(look);
    assertThat(contrast("#000000", "#ffffff")).isEqualTo(21);
    for (String ground : List.of("page", "panel")) {
      for (String text : List.of("ink", "soft", "link")) {
        assertContrast(colours, text, ground, 4.5);
      }
    }
    for (String name : List.copyOf(colours.keySet())) {
      if (name.startsWith("on-")) {
        assertContrast(colours, name, name.substring(3), 4.5);
      }
    }
    assertThat(contrast("#000000", colours.get("base"))).isGreaterThanOrEqualTo(4.5);
  }

  @ParameterizedTest
  @ValueSource(strings = {"light", "dark"})
  void marks_can_be_seen_on_the_page(String look) {
    Map<String, String> colours = colours(look);
    // Parts of bars have an edge, cells have numbers; these marks stand by themselves.
    for (String mark : List.of("bar", "edge", "riskier", "safer", "now", "focus", "range")) {
      assertContrast(colours, mark, "page", 3);
    }
    assertContrast(colours, "range", "halo", 3);
  }

  private static void assertContrast(
      Map<String, String> colours, String one, String other, double least) {
    assertThat(contrast(colours.get(one), colours.get(other)))
        .as(one + " on " + other)
        .isGreaterThanOrEqualTo(least);
  }

  /** From the middle outwards, shades go one way in lightness: so they are ordered without hue. */
  @ParameterizedTest
  @ValueSource(strings = {"light", "dark"})
  void shades_are_ordered_by_lightness(String look) {
    Map<String, String> colours = colours(look);
    for (String side : List.of("up", "down")) {
      List<Double> shades = new ArrayList<>();
      shades.add(luminance(colours.get("same")));
      for (int i = 1; i <= ScenarioChart.SHADES; i++) {
        shades.add(luminance(colours.get(side + i)));
      }
      assertOrdered(shades, look);
    }
    List<Double> shares = new ArrayList<>();
    for (int i = 1; i <= RankAcceptabilityChart.SHADES; i++) {
      shares.add(luminance(colours.get("share" + i)));
    }
    assertOrdered(shares, look);
  }

  private static void assertOrdered(List<Double> shades, String look) {
    for (int i = 1; i < shades.size(); i++) {
      double step = (shades.get(i) - shades.get(i - 1)) * (look.equals("light") ? -1 : 1);
      assertThat(step).as("shade " + i + " of " + shades).isPositive();
    }
  }
}
