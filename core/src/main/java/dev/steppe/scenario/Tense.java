package dev.steppe.scenario;

/** How the verb of a change reads: "leaves CSTO", or after an if, "left CSTO". */
enum Tense {
  PRESENT,
  PAST;

  String of(String present, String past) {
    return this == PRESENT ? present : past;
  }
}
