package dev.steppe.internal;

/** Text made safe for HTML, XHTML and SVG, as content or inside a quoted attribute. */
public final class Markup {

  private Markup() {}

  /**
   * The text with the five characters of markup as references. What XML allows in no form, control
   * characters and halves of surrogate pairs, is the replacement character U+FFFD.
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
        default -> safe.appendCodePoint(isAllowed(c) ? c : 0xFFFD);
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
