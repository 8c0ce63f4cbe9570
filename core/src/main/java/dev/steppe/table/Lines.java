package dev.steppe.table;

import java.util.ArrayList;
import java.util.List;

/** Text cut into lines; a code point is one place wide. */
final class Lines {

  private Lines() {}

  static int width(String text) {
    return text.codePointCount(0, text.length());
  }

  /** The width of the widest part between line breaks or separators. */
  static int widest(String text, char separator) {
    if (text.indexOf(separator) < 0 && text.indexOf('\n') < 0) {
      return width(text);
    }
    int widest = 0;
    int start = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || text.charAt(i) == separator || text.charAt(i) == '\n') {
        widest = Math.max(widest, text.codePointCount(start, i));
        start = i + 1;
      }
    }
    return widest;
  }

  /** Lines no wider than asked for, broken between words where that is possible. */
  static List<String> wrap(String text, int width) {
    List<String> lines = new ArrayList<>(1);
    int start = 0;
    int end;
    while ((end = text.indexOf('\n', start)) >= 0) {
      wrapLine(text.substring(start, end), width, lines);
      start = end + 1;
    }
    wrapLine(text.substring(start), width, lines);
    return lines;
  }

  /** The lines that follow the first are indented like it. */
  private static void wrapLine(String line, int width, List<String> lines) {
    if (width(line) <= width) {
      lines.add(line);
      return;
    }
    String rest = line.strip();
    int indent = 0;
    while (indent < width / 2 && indent < line.length() && line.charAt(indent) == ' ') {
      indent++;
    }
    String start = " ".repeat(indent);
    int room = Math.max(1, width - indent);
    int from = 0;
    for (int end = after(rest, 0, room); end < rest.length(); end = after(rest, from, room)) {
      int cut = end;
      while (cut > from && rest.charAt(cut) != ' ') {
        cut--;
      }
      cut = cut > from ? cut : end;
      lines.add(start + rest.substring(from, cut).stripTrailing());
      from = cut;
      while (Character.isWhitespace(rest.codePointAt(from))) {
        from += Character.charCount(rest.codePointAt(from));
      }
    }
    lines.add(start + rest.substring(from));
  }

  /** Where a text goes on after some code points, or ends. */
  private static int after(String text, int from, int codePoints) {
    int at = from;
    for (int i = 0; i < codePoints && at < text.length(); i++) {
      at += Character.charCount(text.codePointAt(at));
    }
    return at;
  }
}
