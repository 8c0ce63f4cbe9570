package dev.steppe.cli;

/** The forms of an answer. */
enum Format {
  TEXT,
  CSV,
  JSON,
  HTML
}
