package dev.steppe.report;

import dev.steppe.internal.Markup;

/** The head of every page. */
final class Head {

  /** Nothing may be loaded and nothing may run, whatever the data are; only own styles apply. */
  private static final String POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

  private Head() {}

  /** Starts a page, up to its body. */
  static void write(HtmlWriter html, Results results) {
    html.raw("<!DOCTYPE html>\n");
    html.open("html", "lang", "en", "xmlns", "http://www.w3.org/1999/xhtml").raw("\n");
    html.open("head").raw("\n<meta charset=\"utf-8\"/>\n");
    html.raw("<meta http-equiv=\"Content-Security-Policy\" content=\"" + POLICY + "\"/>\n");
    html.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n");
    html.raw("<meta name=\"color-scheme\" content=\"light dark\"/>\n");
    html.raw("<meta name=\"referrer\" content=\"no-referrer\"/>\n");
    results
        .models()
        .forEach(
            (fingerprint, name) ->
                html.raw("<meta name=\"steppe-model\" content=\"")
                    .raw(Markup.escaped(fingerprint + " " + name))
                    .raw("\"/>\n"));
    html.element("title", results.title());
    html.raw("<style>\n" + Style.sheet() + "</style>\n").close("head");
  }
}
