package dev.steppe.desk;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of a case: all that the page's address says, so that the server remembers nothing.
 *
 * @param country whose sliders move
 * @param rival with whom it is compared; null for nobody
 * @param moves where sliders are
 * @param share a weight that is to move, after those; null for none
 * @param doubt what is drawn
 * @param draws how many draws are made of it; null for as many as are made at once
 * @param scenarios what was kept
 * @param tab who asks: a new question stops the long answer to the last one of the same tab
 */
record Question(
    String country,
    @Nullable String rival,
    Moves moves,
    @Nullable Share share,
    Doubt doubt,
    @Nullable Long draws,
    List<Kept> scenarios,
    @Nullable String tab) {

  private static final Pattern TAB = Pattern.compile("[A-Za-z0-9-]{1,64}");

  Question {
    country = given(country, "country");
    moves = moves == null ? Moves.NONE : moves;
    doubt = doubt == null ? Doubt.USUAL : doubt;
    scenarios = scenarios == null ? List.of() : List.copyOf(scenarios);
    if (country.equals(rival)) {
      throw new Refusal(Refusal.UNFIT, "rival: must be another country than '" + country + "'");
    }
    if (scenarios.size() > Limits.SCENARIOS) {
      throw Refusal.tooMany("scenarios", Limits.SCENARIOS, scenarios.size());
    }
    if (draws != null && !(draws >= 1 && draws <= Limits.DRAWS)) {
      throw new Refusal(
          Refusal.UNFIT, "draws must be from 1 to " + Limits.DRAWS + ", but were " + draws);
    }
    if (tab != null && !TAB.matcher(tab).matches()) {
      throw new Refusal(Refusal.BAD_REQUEST, "tab: must be 1 to 64 letters, digits or hyphens");
    }
  }

  /**
   * Where sliders are.
   *
   * @param readings by country and indicator, in place of what the data say
   * @param weights of factors and indicators within their factors, in place of what the model says
   */
  record Moves(Map<String, Map<String, Double>> readings, Map<String, Double> weights) {

    static final Moves NONE = new Moves(Map.of(), Map.of());

    Moves {
      Map<String, Map<String, Double>> copied = new LinkedHashMap<>();
      if (readings != null) {
        readings.forEach((code, moved) -> copied.put(code, copy(moved, "readings of " + code)));
      }
      readings = Collections.unmodifiableMap(copied);
      weights = weights == null ? Map.of() : copy(weights, "weights");
    }

    private static Map<String, Double> copy(@Nullable Map<String, Double> numbers, String what) {
      if (numbers == null || numbers.values().stream().anyMatch(Objects::isNull)) {
        throw new Refusal(Refusal.BAD_REQUEST, what + ": must be numbers");
      }
      return Collections.unmodifiableMap(new LinkedHashMap<>(numbers));
    }

    /** A copy with these weights, too. */
    Moves withWeights(Map<String, Double> more) {
      Map<String, Double> all = new LinkedHashMap<>(weights);
      all.putAll(more);
      return new Moves(readings, all);
    }
  }

  /**
   * A weight that is to be a share of its factor's, from 0 to 1, while the others of the factor
   * keep their proportions.
   */
  record Share(String code, Double share) {

    Share {
      code = given(code, "share.code");
      if (share == null) {
        throw new Refusal(Refusal.BAD_REQUEST, "share.share: must be given");
      }
    }
  }

  /** A scenario that was kept: a name, and where the sliders were. */
  record Kept(String name, Moves moves) {

    Kept {
      name = typed(name, "name of a scenario");
      moves = moves == null ? Moves.NONE : moves;
    }
  }

  static String given(@Nullable String value, String what) {
    if (value == null || value.isBlank()) {
      throw new Refusal(Refusal.BAD_REQUEST, what + ": must be given");
    }
    return value;
  }

  /** A name that somebody has typed. */
  static String typed(@Nullable String text, String what) {
    String name = given(text, what);
    if (name.length() > Limits.NAME) {
      throw Refusal.tooMany("letters in the " + what, Limits.NAME, name.length());
    }
    return name;
  }
}
