package dev.steppe.internal;

import static java.lang.Character.DIRECTIONALITY_NONSPACING_MARK;
import static java.lang.Character.DIRECTIONALITY_RIGHT_TO_LEFT;
import static java.lang.Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;

/** Text made safe for HTML, XHTML and SVG, as content or inside a quoted attribute. */
public final class Markup {

  private Markup() {}

  /**
   * The text as content that is read: {@link #escaped}, with each run of letters from right to left
   * isolated, so that only the run itself is turned and no figure beside it.
   *
   * @see <a href="https://www.unicode.org/reports/tr9/#Explicit_Directional_Isolates">Unicode
   *     Standard Annex 9, 2.4</a>
   */
  public static String shown(String text) {
    StringBuilder safe = new StringBuilder(text.length() + 16);
    int done = 0;
    for (int start = nextTurned(text, 0); start < text.length(); start = nextTurned(text, done)) {
      int end = endOfRun(text, start);
      safe.append(escaped(text.substring(done, start)));
      safe.append('\u2068').append(escaped(text.substring(start, end))).append('\u2069');
      done = end;
    }
    return safe.append(escaped(text.substring(done))).toString();
  }

  private static int nextTurned(String text, int from) {
    int i = from;
    while (i < text.length() && !isTurned(text.codePointAt(i))) {
      i += Character.charCount(text.codePointAt(i));
    }
    return i;
  }

  /** After the last turned character that no letter or digit of the other direction precedes. */
  private static int endOfRun(String text, int start) {
    int end = start;
    int i = start;
    while (i < text.length()) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      boolean isMark = Character.getDirectionality(c) == DIRECTIONALITY_NONSPACING_MARK;
      if (isTurned(c) || (isMark && end == i - Character.charCount(c))) {
        end = i;
      } else if (Character.isLetterOrDigit(c)) {
        return end;
      }
    }
    return end;
  }

  private static boolean isTurned(int c) {
    byte direction = Character.getDirectionality(c);
    return direction == DIRECTIONALITY_RIGHT_TO_LEFT
        || direction == DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC
        || isDirectionControl(c);
  }

  /** The characters that turn what follows them: embeddings, overrides and isolates. */
  public static boolean isDirectionControl(int c) {
    return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
  }

  /**
   * The text with the five characters of markup as references. What XML allows in no form, control
   * characters and halves of surrogate pairs, and what would turn the text after it, is the
   * replacement character U+FFFD.
   */
  public static String escaped(String text) {
    StringBuilder safe = new StringBuilder(text.length() + 16);
    int i = 0;
    while (i < text.length()) {
      int c = text.codePointAt(i);
      switch (c) {
        case '&' -> safe.append("&amp;");
        case '<' -> safe.append("&lt;");
        case '>' -> safe.append("&gt;");
        case '"' -> safe.append("&quot;");
        case '\'' -> safe.append("&#39;");
        default -> safe.appendCodePoint(isAllowed(c) && !isDirectionControl(c) ? c : 0xFFFD);
      }
      i += Character.charCount(c);
    }
    return safe.toString();
  }

  /** The characters of XML 1.0, without the C1 controls, which HTML forbids. */
  private static boolean isAllowed(int c) {
    return c == '\t'
        || c == '\n'
        || (c >= 0x20 && c < 0x7F)
        || (c >= 0xA0 && c <= 0xD7FF)
        || (c >= 0xE000 && c <= 0xFFFD && !isNonCharacter(c))
        || (c >= 0x10000 && !isNonCharacter(c));
  }

  private static boolean isNonCharacter(int c) {
    return (c >= 0xFDD0 && c <= 0xFDEF) || (c & 0xFFFE) == 0xFFFE;
  }
}
