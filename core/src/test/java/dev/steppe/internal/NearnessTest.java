package dev.steppe.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Of 200 names, the one that was meant is always told. */
class NearnessTest {

  private static final List<String> OF =
      List.of("trade arms food oil gas water border treaty health media".split(" "));

  private static final List<String> WHAT =
      List.of(
          ("share dependence growth gap index loss debt volatility reach quality level rate cost"
                  + " density access coverage balance inequality exposure strength")
              .split(" "));

  /** A step through the codes that meets each word. */
  private static final int EACH = 7;

  private static final Map<String, String> LABELS = new LinkedHashMap<>();

  static {
    for (String of : OF) {
      for (String what : WHAT) {
        LABELS.put(
            of + "_" + what,
            what.substring(0, 1).toUpperCase(Locale.ROOT)
                + what.substring(1)
                + " of the country's "
                + of);
      }
    }
  }

  private static String told(String given) {
    return Checks.known(given, LABELS.keySet(), LABELS::get);
  }

  private static void hold(String mistake, UnaryOperator<String> typed) {
    List<String> codes = List.copyOf(LABELS.keySet());
    for (int i = 0; i < codes.size(); i += EACH) {
      String code = codes.get(i);
      assertThat(told(typed.apply(code)))
          .as("%s: %s", mistake, typed.apply(code))
          .containsPattern("\\[.*\\b" + code + "\\b.*, \\.\\.\\. \\(200 in all\\)")
          .endsWith(" Maybe you meant '" + code + "' (" + LABELS.get(code) + ").");
    }
  }

  @Test
  void a_name_that_was_mistyped_is_told() {
    hold("a letter too few", code -> code.substring(0, 1) + code.substring(2));
    hold("a letter too many", code -> code + "s");
    hold("a letter twice", code -> code.charAt(0) + code);
    hold("capitals", code -> code.toUpperCase(Locale.ROOT));
    hold("hyphens", code -> code.replace('_', '-'));
    hold("blanks", code -> code.replace('_', ' '));
    hold(
        "two letters turned round",
        code -> "" + code.charAt(1) + code.charAt(0) + code.substring(2));
    hold("words turned round", code -> code.replaceAll("(.*)_(.*)", "$2_$1"));
    hold("words written together", code -> code.replaceAll("_(.)", "$1"));
    hold("the words in a sentence", code -> code.replaceAll("(.*)_(.*)", "$2 $1"));
  }

  @Test
  void a_label_typed_for_a_code_gets_the_code() {
    hold("the label", LABELS::get);
    hold("in small letters", code -> LABELS.get(code).toLowerCase(Locale.ROOT));
  }

  @Test
  void all_that_have_a_word_are_near_and_the_shortest_is_nearest() {
    assertThat(told("gas"))
        .contains("gas_share", "gas_gap")
        .endsWith("'gas_gap' (Gap of the country's gas).");
    assertThat(told("volatil")).contains("oil_volatility", "media_volatility");
  }

  @Test
  void short_texts_are_near_to_whole_words_alone() {
    List<String> codes = List.of("BLR", "RUS");
    Map<String, String> names = Map.of("BLR", "Belarus", "RUS", "Russia");
    assertThat(Checks.known("rus", codes, names::get)).endsWith("'RUS' (Russia).");
    assertThat(Checks.known("aru", List.of("BLR"), names::get)).isEqualTo("Known: [BLR].");
    assertThat(Checks.known("x", codes, names::get)).isEqualTo("Known: [BLR, RUS].");
  }
}
