package dev.steppe.table;

import dev.steppe.internal.Interruption;
import dev.steppe.internal.Markup;
import dev.steppe.internal.Text;
import java.util.List;
import java.util.OptionalDouble;

/** A table in HTML that is also well-formed XML. */
final class HtmlTable {

  /** Spaces at the start of a cell would vanish. */
  private static final String SPACE = "&#160;";

  private final Table table;
  private final StringBuilder out = new StringBuilder();

  private HtmlTable(Table table) {
    this.table = table;
  }

  static String of(Table table) {
    return new HtmlTable(table).render();
  }

  private String render() {
    out.append("<table>\n");
    if (!table.title().isEmpty()) {
      out.append("<caption>").append(text(table.title())).append("</caption>\n");
    }
    out.append("<thead>\n<tr>");
    List<String> headers = table.headers();
    for (int column = 0; column < headers.size(); column++) {
      String header = text(headers.get(column));
      // A header without words names nothing.
      String tag = header.isEmpty() ? "td" : "th scope=\"col\"" + alignment(column);
      out.append('<').append(tag).append('>').append(header);
      out.append("</").append(tag, 0, 2).append('>');
    }
    out.append("</tr>\n</thead>\n<tbody>\n");
    int nameColumn = nameColumn();
    for (int row = 0; row < table.rowCount(); row++) {
      Interruption.checkIfMany((long) row * table.columnCount(), table.columnCount());
      out.append(table.hasRuleAbove(row) ? "</tbody>\n<tbody>\n" : "").append("<tr>");
      for (int column = 0; column < table.columnCount(); column++) {
        appendCell(row, column, column == nameColumn);
      }
      out.append("</tr>\n");
    }
    out.append("</tbody>\n</table>");
    for (String note : table.notes()) {
      out.append("\n<p>").append(text(note)).append("</p>");
    }
    return out.toString();
  }

  /** The first column of words names its row; -1 if all are numbers. */
  private int nameColumn() {
    for (int column = 0; column < table.columnCount(); column++) {
      if (!table.isNumeric(column)) {
        return column;
      }
    }
    return -1;
  }

  private void appendCell(int row, int column, boolean isName) {
    String tag = isName ? "th" : "td";
    out.append('<').append(tag).append(isName ? " scope=\"row\"" : "").append(alignment(column));
    out.append('>').append(content(row, column)).append("</").append(tag).append('>');
  }

  /** A bar is drawn by the browser, which also tells its number to those who cannot see it. */
  private String content(int row, int column) {
    OptionalDouble number = table.number(row, column);
    if (number.isPresent() && table.column(column) instanceof BarColumn bar) {
      String exact = Decimals.exact(number.getAsDouble());
      return "<meter min=\""
          + Decimals.exact(bar.lower())
          + "\" max=\""
          + Decimals.exact(bar.upper())
          + "\" value=\""
          + exact
          + "\">"
          + exact
          + "</meter>";
    }
    return text(table.cell(row, column));
  }

  private String alignment(int column) {
    return table.isRightAligned(column) ? " class=\"number\"" : "";
  }

  private static String text(String text) {
    String clean = Text.printable(text);
    int spaces = 0;
    while (spaces < clean.length() && clean.charAt(spaces) == ' ') {
      spaces++;
    }
    return SPACE.repeat(spaces) + Markup.shown(clean.substring(spaces)).replace("\n", "<br/>");
  }
}
