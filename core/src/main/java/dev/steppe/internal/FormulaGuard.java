package dev.steppe.internal;

/**
 * Text in CSV that a spreadsheet would run as a formula: written with an apostrophe in front, and
 * read without it.
 *
 * <p>Such a text starts, after any spaces and byte order marks, with one of {@code = + - @}, their
 * full-width forms, or a control character that a spreadsheet skips (OWASP, CSV Injection; OWASP
 * ASVS 5.0, 1.2.10). Apostrophes in front of that count too, so a text that has one already gets
 * another: reading takes off just what writing put there.
 *
 * <p>A spreadsheet may split lines at semicolons, tabs or bars, as its country has it and not the
 * file, and then does not heed quotes in the middle of what it takes for a cell. So what follows
 * one of these or a line break is guarded too, also where a quote comes first: it is written twice,
 * and the two are an empty quotation for a cell that starts there. Commas need none of this, since
 * whoever splits at them finds the quotes where they belong.
 */
public final class FormulaGuard {

  private static final String STARTS = "=+-@\t\r\n\0\uFF1D\uFF0B\uFF0D\uFF20";

  /** What begins a formula where a spreadsheet may split a text, and where it may. */
  private static final String INNER = "=+-@\uFF1D\uFF0B\uFF0D\uFF20";

  private static final String SPLITS = ";|\t\r\n";

  /** What a spreadsheet does not see in front of a formula. */
  private static final String SKIPPED = " \uFEFF";

  private static final String SKIPPED_INSIDE = SKIPPED + '"';

  private FormulaGuard() {}

  /** The text as it is written. */
  public static String guarded(String text) {
    String inner = inner(text, true);
    return isFormula(text) ? "'" + inner : inner;
  }

  /** The text that was written so. */
  public static String unguarded(String cell) {
    return inner(cell.startsWith("'") && isFormula(cell) ? cell.substring(1) : cell, false);
  }

  /** Whether to quote a field though commas are the separators. */
  public static boolean isSplit(String field) {
    for (int i = 0; i < field.length(); i++) {
      if (SPLITS.indexOf(field.charAt(i)) >= 0) {
        return true;
      }
    }
    return false;
  }

  /** Puts an apostrophe in front of each formula after a split, or takes it off. */
  private static String inner(String text, boolean guard) {
    if (!isSplit(text)) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length() + 4);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      out.append(c);
      if (SPLITS.indexOf(c) >= 0) {
        int first = skip(text, SKIPPED_INSIDE, skip(text, "'", i + 1));
        boolean formula = first < text.length() && INNER.indexOf(text.charAt(first)) >= 0;
        if (formula && guard) {
          out.append('\'');
        } else if (formula && text.charAt(i + 1) == '\'') {
          i++;
        }
      }
    }
    return out.toString();
  }

  private static boolean isFormula(String text) {
    int first = skip(text, SKIPPED, skip(text, "'", 0));
    return first < text.length() && STARTS.indexOf(text.charAt(first)) >= 0;
  }

  private static int skip(String text, String skipped, int from) {
    int next = from;
    while (next < text.length() && skipped.indexOf(text.charAt(next)) >= 0) {
      next++;
    }
    return next;
  }
}
