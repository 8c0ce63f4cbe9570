package dev.steppe.table;

import dev.steppe.internal.Markup;
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

  /** The text with line feeds as its only control characters, and none that turns what follows. */
  static String printable(String text) {
    int i = 0;
    while (i < text.length() && !isControl(text.charAt(i))) {
      i++;
    }
    if (i == text.length()) {
      return text;
    }
    StringBuilder clean = new StringBuilder(text.length());
    for (i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\r') {
        boolean pair = i + 1 < text.length() && text.charAt(i + 1) == '\n';
        clean.append(pair ? "" : "\n");
      } else if (c == '\t') {
        clean.append(' ');
      } else {
        clean.append(c != '\n' && isControl(c) ? '?' : c);
      }
    }
    return clean.toString();
  }

  private static boolean isControl(char c) {
    boolean isPlain = c >= ' ' && c <= '~';
    return !isPlain && (Character.isISOControl(c) || Markup.isDirectionControl(c));
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
    while (width(rest) > room) {
      int end = rest.offsetByCodePoints(0, room);
      int space = rest.lastIndexOf(' ', end);
      int cut = space > 0 ? space : end;
      lines.add(start + rest.substring(0, cut).stripTrailing());
      rest = rest.substring(cut).stripLeading();
    }
    lines.add(start + rest);
  }
}
