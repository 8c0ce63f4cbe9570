package dev.steppe.scenario;

/** What a change does to an edit, which users need not see. */
sealed interface Step extends Change
    permits AddTie,
        CutPartner,
        JoinAlliance,
        LeaveAlliance,
        MoveDate,
        MoveGroup,
        MovePeople,
        MovePopulation,
        MoveTrade,
        PerturbGroups,
        PerturbTrade,
        RedirectTrade,
        SetDegree,
        SetTieStrength,
        SetTransit,
        ShiftReading,
        TakeEvidence,
        TakeReadings {

  /** Every change is a step: it is the only kind that is permitted. */
  static Step of(Change change) {
    return (Step) change;
  }

  /**
   * Makes the change; the edit is as before if it cannot be made.
   *
   * @throws IllegalArgumentException that says why it cannot
   */
  void apply(ProfileEdit edit);

  /** What is changed: a second change of the same thing works on what the first has left. */
  String thing();

  /** The description in a tense. */
  String told(Tense tense);

  @Override
  default String description() {
    return told(Tense.PRESENT);
  }

  @Override
  default boolean isGradable() {
    return true;
  }

  /** This, for a step that is all or nothing. */
  default Change whole(double share) {
    if (ScenarioText.share(share) == 1) {
      return this;
    }
    throw new IllegalArgumentException(
        "'" + description() + "' is all or nothing, but the share was " + share);
  }
}
