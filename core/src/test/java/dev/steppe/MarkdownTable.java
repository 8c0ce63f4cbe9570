package dev.steppe;

import java.util.ArrayList;
import java.util.List;

/**
 * What a reader of GitHub's Markdown makes of a table: cells end at a pipe without a backslash, a
 * backslash in front of punctuation is dropped, and what is left unescaped must mean nothing.
 */
record MarkdownTable(
    String title, List<String> headers, List<List<String>> rows, List<String> notes) {

  private static final String PUNCTUATION = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";

  static MarkdownTable parse(String markdown, boolean titled) {
    List<String> blocks = new ArrayList<>(List.of(markdown.split("\n\n", -1)));
    String title = "";
    if (titled) {
      String strong = blocks.remove(0);
      check(strong.startsWith("**") && strong.endsWith("**"), strong);
      title = text(strong.substring(2, strong.length() - 2));
    }
    List<List<String>> rows = new ArrayList<>();
    for (String line : blocks.remove(0).split("\n", -1)) {
      rows.add(cells(line));
    }
    List<String> headers = rows.remove(0);
    List<String> rule = rows.remove(0);
    rule.forEach(cell -> check(cell.matches("---|--:"), cell));
    rows.forEach(row -> check(row.size() == headers.size(), row.toString()));
    check(rule.size() == headers.size(), rule.toString());
    List<String> notes = new ArrayList<>();
    for (String block : blocks) {
      check(!block.matches("(?s)( {4}|[#>+-]|\\d+[.)]|=).*"), block);
      notes.add(text(block));
    }
    return new MarkdownTable(title, headers, rows, notes);
  }

  private static List<String> cells(String line) {
    check(line.startsWith("|") && line.endsWith("|"), line);
    List<String> cells = new ArrayList<>();
    int start = 1;
    for (int i = 1; i < line.length(); i++) {
      if (line.charAt(i) == '\\') {
        i++;
      } else if (line.charAt(i) == '|') {
        cells.add(text(line.substring(start, i).strip()));
        start = i + 1;
      }
    }
    return cells;
  }

  /** The text that is seen, if nothing in it is markup. */
  private static String text(String source) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < source.length(); i++) {
      char c = source.charAt(i);
      if (c == '\\' && i + 1 < source.length() && PUNCTUATION.indexOf(source.charAt(i + 1)) >= 0) {
        text.append(source.charAt(++i));
      } else if (source.startsWith("<br>", i)) {
        text.append('\n');
        i += 3;
      } else {
        check("*`<~\n".indexOf(c) < 0, source);
        check(!source.substring(i).matches("(?s)&#?\\w+;.*|\\[[^]]*]\\(.*"), source);
        check(c != '_' || i > 0 && source.substring(i - 1).matches("(?s)\\w_\\w.*"), source);
        text.append(c);
      }
    }
    return text.toString();
  }

  private static void check(boolean holds, String where) {
    if (!holds) {
      throw new AssertionError("Not what it should be: " + where);
    }
  }
}
