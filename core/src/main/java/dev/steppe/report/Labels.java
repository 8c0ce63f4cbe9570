package dev.steppe.report;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;

/** Names cut to the room there is. */
final class Labels {

  private static final String MORE = "…";
  private static final Splitter WORDS = Splitter.on(CharMatcher.whitespace()).omitEmptyStrings();

  private Labels() {}

  /** The text in lines between words, the last of them shortened if there are more than allowed. */
  static ImmutableList<String> lines(String text, double width, int most) {
    int cells = Math.max(2, (int) (width / Svg.width("x") + 1e-6));
    List<String> lines = new ArrayList<>();
    String line = "";
    for (String word : WORDS.split(text)) {
      String longer = line.isEmpty() ? word : line + " " + word;
      if (Svg.cells(longer) <= cells || line.isEmpty()) {
        line = longer;
      } else {
        lines.add(line);
        line = word;
      }
    }
    lines.add(line);
    if (lines.size() > most) {
      String rest = String.join(" ", lines.subList(most - 1, lines.size()));
      lines = new ArrayList<>(lines.subList(0, most - 1));
      lines.add(rest);
    }
    lines.replaceAll(one -> shortened(one, cells));
    return ImmutableList.copyOf(lines);
  }

  /** The text in one line. */
  static String line(String text, double width) {
    return lines(text, width, 1).get(0);
  }

  private static String shortened(String text, int cells) {
    if (Svg.cells(text) <= cells) {
      return text;
    }
    StringBuilder start = new StringBuilder();
    int used = 1;
    for (int c : text.codePoints().toArray()) {
      used += Svg.cells(Character.toString(c));
      if (used > cells) {
        break;
      }
      start.appendCodePoint(c);
    }
    return start.toString().stripTrailing() + MORE;
  }
}
