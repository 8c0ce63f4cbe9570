package dev.steppe.scenario;

import static java.util.Objects.requireNonNull;

import dev.steppe.internal.Checks;

/** A plain reading, every figure of it, is shifted. */
record ShiftReading(String code, Shift shift) implements Step {

  ShiftReading {
    Checks.indicatorCode(code);
    requireNonNull(shift, "shift");
  }

  @Override
  public void apply(ProfileEdit edit) {
    edit.shift(code, shift);
  }

  @Override
  public String thing() {
    return "reading '" + code + "'";
  }

  @Override
  public String told(Tense tense) {
    return tense.of("has ", "had ") + code + " " + shift;
  }

  @Override
  public boolean isGradable() {
    return shift.isGradable();
  }

  @Override
  public Change at(double part) {
    return isGradable() || part == 1 ? new ShiftReading(code, shift.at(part)) : whole(part);
  }
}
