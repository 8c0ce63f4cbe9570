package dev.steppe.evidence;

import dev.steppe.internal.Text;

/** What makes two figures claims of one source: its document and place, and not the year. */
final class Claims {

  private Claims() {}

  static Source of(Source source) {
    return source.isStated() ? Source.of(source.document(), source.place()) : Source.unstated();
  }

  /** Says that a source has the same thing twice. */
  static String twice(String what, String country, long earlier, Source source) {
    return Text.of(
        "'%s' of %s was already given by line %s from the same source (%s). If they are of"
            + " different years: withYear chooses one",
        what, country, earlier, of(source));
  }
}
