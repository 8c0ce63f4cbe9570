package dev.steppe.table;

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
      appendEscaped(table.title());
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
      if (!note.isEmpty() && "#+->=~".indexOf(note.charAt(0)) >= 0) {
        out.append('\\');
      }
      appendEscaped(note);
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

  private void appendEscaped(String text) {
    String clean = Lines.printable(text);
    for (int i = 0; i < clean.length(); i++) {
      char c = clean.charAt(i);
      switch (c) {
        case '\n' -> out.append("<br>");
        case '\\', '|', '`', '*', '<' -> out.append('\\').append(c);
        default -> out.append(c);
      }
    }
  }
}
