package dev.steppe.report;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.steppe.internal.Markup;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes HTML that is well-formed XML too. All text is escaped, whatever it is. */
final class HtmlWriter {

  private final StringBuilder out = new StringBuilder(1 << 16);

  /**
   * Opens an element.
   *
   * @param attributes names and values in turn
   */
  @CanIgnoreReturnValue
  HtmlWriter open(String tag, String... attributes) {
    out.append('<').append(tag);
    for (int i = 0; i < attributes.length; i += 2) {
      out.append(' ').append(attributes[i]).append("=\"");
      out.append(Markup.escaped(attributes[i + 1])).append('"');
    }
    out.append('>');
    return this;
  }

  @CanIgnoreReturnValue
  HtmlWriter close(String tag) {
    out.append("</").append(tag).append(">\n");
    return this;
  }

  @CanIgnoreReturnValue
  HtmlWriter text(String text) {
    out.append(Markup.shown(text));
    return this;
  }

  /** An element with nothing but text in it. */
  @CanIgnoreReturnValue
  HtmlWriter element(String tag, String text, String... attributes) {
    return open(tag, attributes).text(text).close(tag);
  }

  @CanIgnoreReturnValue
  HtmlWriter paragraph(String text) {
    return element("p", text);
  }

  /** A link to a place on the page. */
  @CanIgnoreReturnValue
  HtmlWriter link(String id, String text) {
    open("a", "href", "#" + id).text(text);
    out.append("</a>");
    return this;
  }

  /** Text in which web addresses, and nothing else, are links. */
  @CanIgnoreReturnValue
  HtmlWriter linked(String text) {
    int done = 0;
    Matcher address = Addresses.PATTERN.matcher(text);
    while (address.find()) {
      text(text.substring(done, address.start()));
      open("a", "href", address.group(), "rel", "noreferrer").text(address.group());
      out.append("</a>");
      done = address.end();
    }
    return text(text.substring(done));
  }

  /** What is HTML already, and escaped. */
  @CanIgnoreReturnValue
  HtmlWriter raw(String html) {
    out.append(html);
    return this;
  }

  @Override
  public String toString() {
    return out.toString();
  }

  /** What counts as the address of a source. */
  private static final class Addresses {
    /** A full stop or a bracket at the end belongs to the sentence. */
    static final Pattern PATTERN =
        Pattern.compile(
            "\\bhttps?://[^\\s<>\"'`{}|\\\\^\\p{Cntrl}]*[^\\s<>\"'`{}|\\\\^\\p{Cntrl}.,;:!?()\\[\\]]");

    private Addresses() {}
  }
}
