package dev.steppe.scenario;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;

/** Alliances and ties count on another date. */
record MoveDate(LocalDate date) implements Step {

  MoveDate {
    requireNonNull(date, "date");
  }

  @Override
  public void apply(ProfileEdit edit) {
    edit.alliances(this, ties -> ties.withDate(date));
  }

  @Override
  public String thing() {
    return "date of alliances";
  }

  @Override
  public String told(Tense tense) {
    return tense.of("has", "had") + " the alliances of " + date;
  }

  @Override
  public boolean isGradable() {
    return false;
  }

  @Override
  public Change at(double part) {
    return whole(part);
  }
}
