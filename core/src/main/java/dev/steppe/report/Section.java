package dev.steppe.report;

import java.util.Optional;

/** A part of the page under one heading. */
interface Section {

  /** Its heading. */
  String heading();

  /** Whether there is nothing to say. */
  boolean isEmpty();

  /** What it says in a sentence or two, for the top of the page. */
  Optional<String> inShort();

  /** Writes all but the heading. */
  void write(HtmlWriter html, ChartWriter writer);
}
