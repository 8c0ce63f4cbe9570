package dev.steppe.internal;

/**
 * Text in CSV that a spreadsheet would run as a formula: written with an apostrophe in front, and
 * read without it.
 *
 * <p>Such a text starts, after any spaces, with one of {@code = + - @}, their full-width forms, or
 * a control character that a spreadsheet skips (OWASP, CSV Injection; OWASP ASVS 5.0, 1.2.10).
 * Apostrophes in front of that count too, so a text that has one already gets another: reading
 * takes off just what writing put there.
 */
public final class FormulaGuard {

  private static final String STARTS = "=+-@\t\r\n\0\uFF1D\uFF0B\uFF0D\uFF20";

  private FormulaGuard() {}

  /** The text as it is written. */
  public static String guarded(String text) {
    return isFormula(text) ? "'" + text : text;
  }

  /** The text that was written so. */
  public static String unguarded(String cell) {
    return cell.startsWith("'") && isFormula(cell) ? cell.substring(1) : cell;
  }

  private static boolean isFormula(String text) {
    int first = skip(text, ' ', skip(text, '\'', 0));
    return first < text.length() && STARTS.indexOf(text.charAt(first)) >= 0;
  }

  private static int skip(String text, char skipped, int from) {
    int next = from;
    while (next < text.length() && text.charAt(next) == skipped) {
      next++;
    }
    return next;
  }
}
