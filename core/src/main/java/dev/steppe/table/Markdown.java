package dev.steppe.table;

import dev.steppe.internal.Interruption;
import dev.steppe.internal.Text;

/** A table in GitHub's Markdown. */
final class Markdown {

  private final Table table;
  private final StringBuilder out = new StringBuilder();

  private Markdown(Table table) {
    this.table = table;
  }

  static String of(Table table) {
    return new Markdown(table).render();
  }

  private String render() {
    if (!table.title().isEmpty()) {
      out.append("**");
      appendEscaped(table.title().strip());
      out.append("**\n\n");
    }
    for (String header : table.headers()) {
      appendCell(header);
    }
    out.append("|\n");
    for (int column = 0; column < table.columnCount(); column++) {
      out.append(table.isRightAligned(column) ? "| --: " : "| --- ");
    }
    out.append("|");
    for (int row = 0; row < table.rowCount(); row++) {
      Interruption.checkIfMany((long) row * table.columnCount(), table.columnCount());
      out.append('\n');
      for (int column = 0; column < table.columnCount(); column++) {
        if (table.isNumeric(column)) {
          appendCell(table.cell(row, column));
        } else {
          appendTextCell(table.cell(row, column));
        }
      }
      out.append("|");
    }
    for (String note : table.notes()) {
      out.append("\n\n");
      appendParagraph(note.stripLeading());
    }
    return out.toString();
  }

  private void appendCell(String text) {
    out.append("| ");
    appendEscaped(text);
    out.append(text.isEmpty() ? "" : " ");
  }

  /** Markdown drops spaces at the start of a cell, so levels of a tree are shown as dashes. */
  private void appendTextCell(String text) {
    int spaces = 0;
    while (spaces < text.length() && text.charAt(spaces) == ' ') {
      spaces++;
    }
    out.append("| ");
    for (int i = 0; i < spaces; i += 2) {
      out.append("- ");
    }
    appendEscaped(text.substring(spaces));
    out.append(spaces == text.length() ? "" : " ");
  }

  /**
   * A paragraph, not the heading, list, quotation or address of links that its first characters
   * could start.
   */
  private void appendParagraph(String text) {
    int digits = 0;
    while (digits < text.length() && text.charAt(digits) >= '0' && text.charAt(digits) <= '9') {
      digits++;
    }
    if (digits < text.length()
        && (digits == 0 ? "#+->=[" : ".)").indexOf(text.charAt(digits)) >= 0) {
      out.append(text, 0, digits).append('\\').append(text.charAt(digits));
      digits++;
    } else {
      digits = 0;
    }
    appendEscaped(text.substring(digits));
  }

  private void appendEscaped(String text) {
    String clean = Text.printable(text);
    int lastLink = clean.lastIndexOf("](");
    int lastSemicolon = clean.lastIndexOf(';');
    for (int i = 0; i < clean.length(); i++) {
      char c = clean.charAt(i);
      if (c == '\n') {
        out.append("<br>");
      } else {
        out.append(isMarkup(clean, i, lastLink, lastSemicolon) ? "\\" : "").append(c);
      }
    }
  }

  /**
   * Whether a character means something; what means nothing where it stands stays readable.
   *
   * @param lastLink where a link may be last, -1 if nowhere
   */
  private static boolean isMarkup(String text, int i, int lastLink, int lastSemicolon) {
    return switch (text.charAt(i)) {
      case '\\', '|', '`', '*', '<', '~' -> true;
      case '_' -> !(isWord(text, i - 1) && isWord(text, i + 1));
      case '[' -> lastLink > i;
      case '&' -> (isWord(text, i + 1) || text.startsWith("#", i + 1)) && lastSemicolon > i;
      default -> false;
    };
  }

  private static boolean isWord(String text, int i) {
    return i >= 0 && i < text.length() && Character.isLetterOrDigit(text.charAt(i));
  }
}
