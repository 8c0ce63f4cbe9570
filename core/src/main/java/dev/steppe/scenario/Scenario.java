package dev.steppe.scenario;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.evidence.Flow;
import dev.steppe.internal.Checks;
import dev.steppe.internal.Text;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A named list of changes, made one after the other. Immutable.
 *
 * <p>Every change works on what those before it have left: two shifts of one reading add up in that
 * order. A scenario knows no country; what it means for one shows when it is {@linkplain #applyTo
 * applied}.
 *
 * <pre>{@code
 * Scenario leaves = Scenario.named("leaves the CSTO")
 *     .leave("CSTO")
 *     .shift("trade_share", Shift.relative(-0.2))
 *     .build();
 * leaves.applyTo(kazakhstan);      // a profile whose sources tell what was changed
 * leaves.at(0.4);                  // 40 % of every change
 * leaves.then(Change.join("NATO"));
 * }</pre>
 *
 * <p>What is read from a stream of Java serialization passes the checks of the factories, or is
 * refused. As with all such streams, read only what comes from those you trust.
 *
 * @param name what the changes amount to, as the end of a sentence about the country
 * @param changes what is changed, in order; may be empty
 * @since 0.1
 */
public record Scenario(String name, ImmutableList<Change> changes) implements Serializable {

  private static final int MOST_GRADES = 100_000;

  private static final Scenario NONE = new Scenario("stays as it is", ImmutableList.of());

  /** Checks the parts. */
  public Scenario {
    Checks.notBlank(name, "name of a scenario");
    for (Change change : changes) {
      requireNonNull(change, "change");
    }
  }

  /** The scenario in which nothing changes: {@code none().applyTo(p)} is {@code p}. */
  public static Scenario none() {
    return NONE;
  }

  /** Obtains a scenario of one change, which is named after what it does. */
  public static Scenario of(Change change) {
    return of(change.description(), change);
  }

  /** Obtains a scenario of several changes, which is named after what they do. */
  public static Scenario of(Change first, Change second, Change... more) {
    return unnamed(Lists.asList(first, second, more));
  }

  /** A scenario of at least one change, which is named after what they do. */
  static Scenario unnamed(List<Change> changes) {
    return new Scenario(
        changes.stream().map(Change::description).collect(Collectors.joining(", ")),
        ImmutableList.copyOf(changes));
  }

  /** Obtains a scenario of changes. */
  public static Scenario of(String name, Change... changes) {
    return new Scenario(name, ImmutableList.copyOf(changes));
  }

  /** Starts a scenario. */
  public static Builder named(String name) {
    return new Builder(name);
  }

  /**
   * Reads a scenario of changes of readings, separated by commas, with a name and a colon in front
   * if it is to have one of its own.
   *
   * <table>
   * <caption>What a change may be</caption>
   * <tr><td>{@code unrest=1}</td><td>{@link Shift#fixed}</td></tr>
   * <tr><td>{@code unrest+=0.5}, {@code unrest-=0.5}</td><td>{@link Shift#absolute}</td></tr>
   * <tr><td>{@code unrest+=10%}, {@code unrest-=10%}</td><td>{@link Shift#relative}</td></tr>
   * <tr><td>{@code unrest*=1.1}</td><td>{@link Shift#scaled}</td></tr>
   * <tr><td>{@code unrest>=1}, {@code unrest<=1}</td><td>{@link Shift#atLeast}, {@link
   *     Shift#atMost}</td></tr>
   * </table>
   *
   * <pre>{@code
   * Scenario.parse("a bad year: unrest=1, trade_share-=20%");
   * // a bad year: Has unrest at 1. Has trade_share 20 % lower.
   * }</pre>
   *
   * @throws IllegalArgumentException that lists every change that cannot be read
   */
  public static Scenario parse(String text) {
    return ScenarioParser.parse(text);
  }

  /**
   * This scenario, and after it another. The name tells both; {@link #none()} changes neither
   * changes nor name.
   */
  public Scenario then(Scenario next) {
    if (equals(NONE)) {
      return requireNonNull(next, "next");
    }
    return next.equals(NONE)
        ? this
        : new Scenario(
            name + ", " + next.name,
            ImmutableList.<Change>builder().addAll(changes).addAll(next.changes).build());
  }

  /** This scenario, and after it a change. */
  public Scenario then(Change next) {
    return then(of(next));
  }

  /** A copy under another name. */
  public Scenario withName(String other) {
    return new Scenario(other, changes);
  }

  /**
   * The profile after all changes. The source of every reading that changed tells the scenario and
   * the changes that moved it, beside where the figure came from.
   *
   * @throws IllegalArgumentException that lists every change that cannot apply, such as leaving an
   *     alliance to which the country does not belong, with the country, the scenario and the
   *     reason
   */
  public CountryProfile applyTo(CountryProfile profile) {
    ProfileEdit edit = new ProfileEdit(requireNonNull(profile, "profile"), null);
    List<String> faults = new ArrayList<>();
    for (int i = 0; i < changes.size(); i++) {
      @Nullable String fault = edit.apply(changes.get(i));
      if (fault != null) {
        faults.add("change " + (i + 1) + " (" + changes.get(i).description() + "): " + fault);
      }
    }
    String what = "Scenario '" + name + "' for " + profile.country();
    Checks.noFaults(what, faults);
    try {
      return edit.build(name);
    } catch (IllegalArgumentException fault) {
      throw new IllegalArgumentException(what + ": " + fault.getMessage(), fault);
    }
  }

  /** Whether every change can be made in part, so that {@link #at} has a meaning. */
  public boolean isGradable() {
    return changes.stream().allMatch(Change::isGradable);
  }

  /**
   * The same share of every change, such as 40 %. The name tells it. 0 has no changes, 1 is this
   * scenario.
   *
   * @param share in {@code [0, 1]}
   * @throws IllegalArgumentException if the share is outside, or it is neither 0 nor 1 and some
   *     changes are all or nothing; it lists them
   */
  public Scenario at(double share) {
    Checks.inRange(share, 0, 1, "share of scenario '" + name + "'");
    if (share == 1 || changes.isEmpty()) {
      return this;
    }
    List<Change> parts = new ArrayList<>();
    List<String> faults = new ArrayList<>();
    for (Change change : share == 0 ? ImmutableList.<Change>of() : changes) {
      if (change.isGradable()) {
        parts.add(change.at(share));
      } else {
        faults.add("'" + change.description() + "' is all or nothing");
      }
    }
    Checks.noFaults("Scenario '" + name + "' at " + ScenarioText.percent(share), faults);
    return new Scenario(
        name + " (" + ScenarioText.percent(share) + ")", ImmutableList.copyOf(parts));
  }

  /**
   * This scenario by degrees, from nothing to all of it: at 0, 1/n, 2/n, ..., 1.
   *
   * @param steps n, from 1 to 100,000
   * @return n + 1 scenarios
   * @throws IllegalArgumentException if there is no step or too many, or as {@link #at}
   */
  public ImmutableList<Scenario> grades(int steps) {
    if (steps < 1) {
      throw new IllegalArgumentException(
          "Grades of scenario '" + name + "' need at least 1 step, but were " + steps);
    }
    if (steps > MOST_GRADES) {
      throw new IllegalArgumentException(
          Text.of(
              "Grades of scenario '%s' may be of %,d steps at most, but were of %,d",
              Text.brief(name), MOST_GRADES, steps));
    }
    ImmutableList.Builder<Scenario> grades = ImmutableList.builder();
    for (int i = 0; i <= steps; i++) {
      grades.add(at((double) i / steps));
    }
    return grades.build();
  }

  /**
   * One sentence a change. A change of what an earlier one has changed says that it works on the
   * result.
   */
  public ImmutableList<String> sentences() {
    ImmutableList.Builder<String> sentences = ImmutableList.builder();
    Map<String, Integer> changed = new LinkedHashMap<>();
    for (int i = 0; i < changes.size(); i++) {
      Step step = Step.of(changes.get(i));
      @Nullable Integer before = changed.put(step.thing(), i + 1);
      String said = step.description();
      sentences.add(
          Character.toUpperCase(said.charAt(0))
              + said.substring(1)
              + (before == null ? "." : ", from what change " + before + " has left."));
    }
    return sentences.build();
  }

  /** One line: the name and the changes. */
  @Override
  public String toString() {
    return Text.printable(
        name + ": " + (changes.isEmpty() ? "No change." : String.join(" ", sentences())));
  }

  /** Collects changes in order. */
  public static final class Builder {

    private final String name;
    private final ImmutableList.Builder<Change> changes = ImmutableList.builder();

    private Builder(String name) {
      this.name = Checks.notBlank(name, "name of a scenario");
    }

    /** Adds any change. */
    @CanIgnoreReturnValue
    public Builder change(Change change) {
      changes.add(requireNonNull(change, "change"));
      return this;
    }

    /** Adds {@link Change#shift}. */
    @CanIgnoreReturnValue
    public Builder shift(String code, Shift shift) {
      return change(Change.shift(code, shift));
    }

    /** Adds {@link Change#leave}. */
    @CanIgnoreReturnValue
    public Builder leave(String alliance) {
      return change(Change.leave(alliance));
    }

    /** Adds {@link Change#join}. */
    @CanIgnoreReturnValue
    public Builder join(String alliance) {
      return change(Change.join(alliance));
    }

    /** Adds {@link Change#moveTrade}. */
    @CanIgnoreReturnValue
    public Builder moveTrade(Flow flow, String from, String to, double share) {
      return change(Change.moveTrade(flow, from, to, share));
    }

    /** Adds {@link Change#cutPartner}. */
    @CanIgnoreReturnValue
    public Builder cutPartner(Flow flow, String partner) {
      return change(Change.cutPartner(flow, partner));
    }

    /** Adds {@link Change#moveGroup}. */
    @CanIgnoreReturnValue
    public Builder moveGroup(String from, String to, double share) {
      return change(Change.moveGroup(from, to, share));
    }

    /** Builds the scenario. */
    public Scenario build() {
      return new Scenario(name, changes.build());
    }
  }
}
