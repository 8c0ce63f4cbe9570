package dev.steppe.desk;

/** What a request may ask for at most. More is refused, with these numbers in the message. */
final class Limits {

  /** Bytes of a request that brings files. */
  static final int FILES = 8_000_000;

  /** Bytes of any other request. */
  static final int REQUEST = 1_000_000;

  static final int COUNTRIES = 400;
  static final int INDICATORS = 200;

  /** Data files of a case. */
  static final int DATA_FILES = 20;

  /** Cases that were loaded, beside those that are there at start. */
  static final int CASES = 20;

  static final int SCENARIOS = 20;

  /** Draws of a question that is answered at once: of weights alone, and with readings. */
  static final long QUICK_OF_WEIGHTS = 2_000;

  static final long QUICK_WITH_READINGS = 500;

  /** Draws of the answer that follows. */
  static final long DRAWS = 100_000;

  /** Letters of a name that somebody types. */
  static final int NAME = 200;

  /** Questions that are answered at the same time; others wait for so many seconds. */
  static final int AT_ONCE = 4;

  static final int PATIENCE_SECONDS = 5;

  /** Long answers that are worked on at the same time, and that wait for their turn. */
  static final int LONG_AT_ONCE = 2;

  static final int LONG_WAITING = 8;

  private Limits() {}
}
