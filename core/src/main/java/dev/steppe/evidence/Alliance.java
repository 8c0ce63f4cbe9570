package dev.steppe.evidence;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.steppe.internal.Checks;
import dev.steppe.internal.Text;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An alliance and who belonged to it when. */
record Alliance(
    String name, TieKind kind, double strength, Source source, ImmutableList<Membership> members)
    implements Serializable {

  Alliance {
    Checks.notBlank(name, "name of an alliance");
    requireNonNull(kind, "kind");
    requireNonNull(source, "source");
    requireNonNull(members, "members");
    strength = Checks.inRange(strength, 0, 1, "strength of alliance '" + name + "'");
  }

  /** Whether it binds as its kind does, nothing else being stated. */
  boolean isUsual(TieKind of) {
    return kind == of && strength == of.defaultStrength();
  }

  Alliance withDefaultStrength(TieKind of, double other) {
    return isUsual(of) ? new Alliance(name, kind, other, source, members) : this;
  }

  Alliance withMembers(List<Membership> changed) {
    return new Alliance(name, kind, strength, source, ImmutableList.copyOf(changed));
  }

  Alliance with(Membership added) {
    List<Membership> changed = new ArrayList<>(members);
    changed.add(added);
    return withMembers(changed);
  }

  /**
   * A copy that an actor has left on a date for good.
   *
   * @throws IllegalArgumentException if it is not a member then
   */
  Alliance without(String actor, LocalDate date) {
    if (membership(actor, date) == null) {
      throw new IllegalArgumentException(
          Text.of(
              "'%s' is not a member of '%s' on %s. Members then: %s",
              actor,
              name,
              date,
              members.stream()
                  .filter(member -> member.period().includes(date))
                  .map(Membership::actor)
                  .toList()));
    }
    List<Membership> changed = new ArrayList<>();
    for (Membership member : members) {
      if (!member.actor().equals(actor) || !member.period().until().isAfter(date)) {
        changed.add(member);
      } else if (member.period().since().isBefore(date)) {
        changed.add(
            new Membership(actor, new Period(member.period().since(), date), member.degree()));
      }
    }
    return withMembers(changed);
  }

  @Nullable Membership membership(String actor, LocalDate date) {
    for (Membership member : members) {
      if (member.actor().equals(actor) && member.period().includes(date)) {
        return member;
      }
    }
    return null;
  }

  /** The tie between two members on a date, if both belong; degrees multiply. */
  @Nullable Tie tie(String first, String second, LocalDate date) {
    Membership one = membership(first, date);
    Membership other = one == null ? null : membership(second, date);
    return one == null || other == null ? null : tie(one, other);
  }

  private Tie tie(Membership one, Membership other) {
    return new Tie(
        one.actor(),
        other.actor(),
        kind,
        name,
        strength,
        one.degree() * other.degree(),
        one.period().and(other.period()),
        source);
  }

  /** The ties of a member with all others on a date; none if it does not belong. */
  List<Tie> tiesOf(String actor, LocalDate date) {
    @Nullable Membership own = membership(actor, date);
    List<Tie> ties = new ArrayList<>();
    if (own == null) {
      return ties;
    }
    for (Membership member : members) {
      if (member.period().includes(date) && !member.actor().equals(actor)) {
        ties.add(tie(own, member));
      }
    }
    return ties;
  }

  /** Reports memberships of one actor that hold at the same time. */
  void check(List<String> faults) {
    List<String> actors = new ArrayList<>();
    List<Period> periods = new ArrayList<>();
    for (Membership member : members) {
      actors.add(member.actor());
      periods.add(member.period());
    }
    for (int[] pair : TwiceAtOnce.pairs(actors, periods)) {
      Membership one = members.get(pair[0]);
      Membership other = members.get(pair[1]);
      faults.add(
          Text.of(
              "'%s' is in '%s' twice at once: %s, and %s",
              one.actor(), name, one.period(), other.period()));
    }
  }
}
