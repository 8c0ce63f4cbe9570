package dev.steppe.evidence;

import dev.steppe.internal.Text;

/**
 * That an indicator does not apply to a country, as a table says it.
 *
 * @param date the date of the profile to which it belongs, as it is written; may be empty
 * @param published the day on which it was published, from 1970; least if not said
 * @param line where it is said
 */
record ClaimOfNone(String code, NotApplicable why, String date, long published, long line) {

  /** The year for which it is said; 0 if for none. */
  int year() {
    return why.source().observedYear().orElse(0);
  }

  /** Reports a figure that stands beside it. */
  void reportBeside(Claim figure, String country, TableFaults faults) {
    faults.add(
        line,
        () ->
            Text.of(
                "line %s: '%s' of '%s' is said not to apply, but line %s gives it as %s",
                line, code, country, figure.line(), figure.reading().estimate()));
  }

  /** Reports another claim of the same year that says something else. */
  void checkSame(ClaimOfNone other, String country, TableFaults faults) {
    if (year() == other.year() && !why.equals(other.why)) {
      faults.add(
          other.line,
          () ->
              Text.of(
                  "line %s: '%s' of '%s' is said not to apply in other words, or by another source,"
                      + " than in line %s: CsvLayout.withRows takes one",
                  other.line, code, country, line));
    }
  }
}
