package dev.steppe.nextukraine;

import static java.util.Objects.requireNonNull;

import dev.steppe.internal.Checks;

/**
 * What became of one fact of the paper. A fact may have several roles.
 *
 * <pre>{@code
 * NextUkraine.factRoles().stream().filter(role -> role.fact().equals("P038")).toList();
 * // P038 context: A concept is an intention; ties to several poles measure what came of it
 * }</pre>
 *
 * @param fact the id of the fact
 * @param role what it is used as
 * @param where the indicator or scenario that it argues for, or the reason
 * @since 0.1
 */
public record FactRole(String fact, Role role, String where) {

  /** What a fact is used as. */
  public enum Role {
    /** Argues for an indicator of {@link NextUkraine#model()}. */
    INDICATOR("indicator"),
    /** Gives a reading of one of the two countries. */
    READING("reading"),
    /** Suggests a what-if. */
    SCENARIO("scenario"),
    /** Holds the paper's verdict or prediction. */
    VERDICT("verdict"),
    /** Argues for an indicator of another model that ships. */
    OTHER_MODEL("other model"),
    /** Frames the question or an indicator, and moves no reading. */
    CONTEXT("context"),
    /** Says what was to be foreseen, which is never an input. */
    OUTCOME("outcome"),
    /** Is about the paper, not about a country. */
    ABOUT_THE_PAPER("about the paper"),
    /** Is not used, for the reason that is given. */
    NOT_USED("not used");

    private final String description;

    Role(String description) {
      this.description = description;
    }

    /** For people, such as {@code not used}. */
    public String description() {
      return description;
    }
  }

  /** Checks that nothing is missing. */
  public FactRole {
    Checks.notBlank(fact, "fact");
    requireNonNull(role, "role");
    Checks.notBlank(where, "where");
  }

  /** Such as {@code P058 reading: KAZ}. */
  @Override
  public String toString() {
    return fact + " " + role.description() + ": " + where;
  }
}
