package dev.steppe.nextukraine;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.internal.Text;
import dev.steppe.model.Indicator;
import dev.steppe.model.RiskModel;
import dev.steppe.score.Comparison;
import dev.steppe.score.Contribution;
import dev.steppe.score.Scorer;
import dev.steppe.sensitivity.Tornado;
import dev.steppe.table.Decimals;
import dev.steppe.table.Table;
import dev.steppe.tipping.Resemblance;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The paper's verdict beside the model's. The paper judges Kazakhstan less likely than Ukraine to
 * be drawn into such a war (P002, P110); the model has scores. Nothing makes the two agree.
 *
 * @since 0.1
 */
public final class Verdict {

  /** The facts that hold the paper's verdict. */
  private static final ImmutableList<String> FACTS = ImmutableList.of("P002", "P110");

  private static final String TITLE = "Could Kazakhstan be the next Ukraine?";

  private static final String PAPER =
      "Kazakhstan is less likely than Ukraine to be drawn into such a war";

  private final Comparison comparison;
  private final HowSure howSure;

  /**
   * Sets a comparison beside the paper's verdict.
   *
   * @param comparison Kazakhstan, or a variant of it, minus Ukraine
   */
  Verdict(Comparison comparison) {
    this.comparison = comparison;
    this.howSure = NextUkraine.howSure(comparison);
  }

  /** The comparison: Kazakhstan minus Ukraine. */
  public Comparison comparison() {
    return comparison;
  }

  /** The ids of the facts that hold the paper's verdict. */
  public ImmutableList<String> facts() {
    return FACTS;
  }

  /** What the paper says. */
  public String paper() {
    return PAPER + " (" + String.join(", ", FACTS) + ").";
  }

  /** The table as a page has it, which does not cite facts by their ids in sentences. */
  Table onPage() {
    return toTable()
        .withWords(
            text ->
                text.equals(paper())
                    ? PAPER + "."
                    : text.equals(TITLE) ? "The verdict in full" : text);
  }

  /**
   * The answer in a sentence: the date, how clear the order is, by how much, and the reading on
   * which it hinges most.
   */
  public String answer() {
    Clarity clarity = howSure().clarity();
    String range = range();
    String date = date();
    if (clarity == Clarity.TOO_CLOSE_TO_CALL) {
      return Text.of("%sToo close to call on these factors: %s.", date, range);
    }
    String first = comparison.first().country().name();
    String second = comparison.second().country().name();
    String less = comparison.difference() < 0 ? "less" : "more";
    return clarity == Clarity.DECIDED
        ? Text.of(
            "%s%s is at %s risk than %s on these factors: %s.", date, first, less, second, range)
        : Text.of(
            "%sLeaning to %s risk for %s than for %s on these factors: %s.",
            date, less, first, second, range);
  }

  /** Such as {@code As of 23 February 2022. }; empty without a date, or with two. */
  private String date() {
    @Nullable LocalDate first = comparison.first().countryAtDate().date();
    return first == null || !first.equals(comparison.second().countryAtDate().date())
        ? ""
        : "As of " + Text.day(first) + ". ";
  }

  private String range() {
    String points =
        Text.of(
            "%s minus %s %s points",
            comparison.first().country().name(),
            comparison.second().country().name(),
            Decimals.signed(comparison.difference(), 1));
    ImmutableList<Tornado.Swing> swings = Tornado.of(comparison).swings();
    if (swings.isEmpty()) {
      return points + ", and no reading is uncertain";
    }
    Tornado.Swing widest = swings.get(0);
    return Text.of(
        "%s, from %s to %s by \"%s\" of %s alone",
        points,
        Decimals.signed(widest.least(), 1),
        Decimals.signed(widest.most(), 1),
        widest.indicator().name(),
        widest.card().country().name());
  }

  /** What the model says, in words, with its numbers. */
  public String model() {
    double difference = comparison.difference();
    String first = comparison.first().country().name();
    String second = comparison.second().country().name();
    if (Double.compare(Math.abs(difference), 0.05) < 0) {
      return Text.of("%s and %s score the same within 0.05 points.", first, second);
    }
    return Text.of(
        "%s scores %s points %s %s, %s",
        first,
        Decimals.fixed(Math.abs(difference), 1),
        difference < 0 ? "below" : "above",
        second,
        comparison.isDecided()
            ? "and no reading within its bounds turns that round."
            : "but readings within their bounds could turn that round.");
  }

  /** Which factors speak for that order and which against, in words, with their points. */
  public String why() {
    List<String> below = new ArrayList<>();
    List<String> above = new ArrayList<>();
    for (Contribution part : comparison.byFactor()) {
      if (part.points() != 0) {
        String text = part.name() + " " + Decimals.signed(part.points(), 1);
        (part.points() < 0 ? below : above).add(text);
      }
    }
    String first = comparison.first().country().name();
    return ((below.isEmpty() ? "" : "Less risk for " + first + ": " + join(below) + ". ")
            + (above.isEmpty() ? "" : "More: " + join(above) + "."))
        .strip();
  }

  private static String join(List<String> parts) {
    return String.join(", ", parts);
  }

  /**
   * The indicators without which the order turns round: each is left out alone, and its weight goes
   * to the others of its factor.
   */
  public ImmutableList<Indicator> hingesOn() {
    ImmutableList.Builder<Indicator> found = ImmutableList.builder();
    RiskModel model = comparison.first().model();
    for (Indicator indicator : model.indicators()) {
      Scorer without = Scorer.of(model.withWeight(indicator.code(), 0));
      double difference =
          without.compare(comparison.first().profile(), comparison.second().profile()).difference();
      if (difference * comparison.difference() <= 0) {
        found.add(indicator);
      }
    }
    return found.build();
  }

  /** Whether the model's order is the paper's: Kazakhstan scores lower. */
  public boolean agrees() {
    return comparison.difference() < 0;
  }

  /** What the order hinges on, in words. */
  public String hinges() {
    List<String> names = new ArrayList<>();
    for (Indicator indicator : hingesOn()) {
      names.add(indicator.name());
    }
    int count = comparison.first().model().indicators().size();
    return names.isEmpty()
        ? "No single indicator: leaving out any one of the " + count + " keeps the order."
        : "Leaving out any one of these turns the order round: " + join(names) + ".";
  }

  /**
   * What another model, of theory and not of the paper, has of the same two at the same date, and
   * what it would take there; empty if they are none of {@link PostSovietStates}, or undated.
   */
  public Optional<String> byTheory() {
    @Nullable LocalDate date = comparison.first().countryAtDate().date();
    String first = comparison.first().country().code();
    String second = comparison.second().country().code();
    StateIndex theory = PostSovietStates.structural();
    if (date().isEmpty()
        || date == null
        || first.equals(second)
        || !PostSovietStates.dates().contains(date)
        || !codes(theory.profiles(date)).containsAll(ImmutableList.of(first, second))) {
      return Optional.empty();
    }
    Resemblance resemblance = theory.pair(first, second, date);
    String scores =
        Text.of(
            "%s %s %s, %s %s.",
            theory.question(),
            comparison.first().country().name(),
            Decimals.fixed(resemblance.first().value(), 1),
            comparison.second().country().name(),
            Decimals.fixed(resemblance.second().value(), 1));
    return Optional.of(resemblance.isSimilar() ? scores : scores + " " + nearer(resemblance));
  }

  private static ImmutableSet<String> codes(List<CountryProfile> profiles) {
    ImmutableSet.Builder<String> codes = ImmutableSet.builder();
    for (CountryProfile profile : profiles) {
      codes.add(profile.country().code());
    }
    return codes.build();
  }

  private static String nearer(Resemblance resemblance) {
    List<String> names =
        resemblance.changes().stream().map(trait -> trait.indicator().name()).toList();
    return names.isEmpty()
        ? Text.of(
            "Nothing that can change would bring it near %s.",
            resemblance.second().country().name())
        : Text.of("Near if alike: %s.", String.join(", ", names));
  }

  /** How sure the order is. */
  public HowSure howSure() {
    return howSure;
  }

  /** The verdicts, why, what the order hinges on, how sure it is, and what another model has. */
  public Table toTable() {
    Table.Builder table = Table.titled(TITLE);
    table
        .text("Verdict")
        .text("")
        .row("The answer", answer())
        .row("The paper", paper())
        .row("Why", why())
        .row("Hinges on", hinges())
        .row("How sure", howSure().toString());
    byTheory().ifPresent(theory -> table.row("By theory", theory));
    return table.build();
  }

  /** The same as {@link #toTable()}, as text. */
  @Override
  public String toString() {
    return toTable().toString();
  }
}
