package dev.steppe.tipping;

import dev.steppe.internal.Text;
import dev.steppe.model.Indicator;
import dev.steppe.score.Ranking;
import dev.steppe.score.Scorecard;
import dev.steppe.table.Decimals;
import dev.steppe.table.Table;
import dev.steppe.tipping.Resemblance.Kind;
import dev.steppe.tipping.Resemblance.Precedent;
import dev.steppe.tipping.Resemblance.Trait;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** A resemblance in words and as a table. */
final class ResemblanceText {

  private final Resemblance resemblance;
  private final boolean dated;

  private ResemblanceText(Resemblance resemblance) {
    this.resemblance = resemblance;
    Scorecard first = resemblance.first();
    Scorecard second = resemblance.second();
    this.dated = !equal(first, second);
  }

  /** Whether both are of one date, so that it need not be told. */
  private static boolean equal(Scorecard first, Scorecard second) {
    return Objects.equals(first.countryAtDate().date(), second.countryAtDate().date());
  }

  static String of(Resemblance resemblance) {
    return new ResemblanceText(resemblance).sentence();
  }

  private String name(Scorecard card) {
    return dated ? card.countryAtDate().name() : card.country().name();
  }

  private String sentence() {
    List<String> sentences = new ArrayList<>();
    sentences.add(scores());
    coverage(resemblance.first(), sentences);
    coverage(resemblance.second(), sentences);
    String other = name(resemblance.second());
    add("It shares with " + other + ": ", resemblance.traits(Kind.SHARED), sentences);
    add("It is safer in: ", resemblance.traits(Kind.SAFER), sentences);
    add("It is riskier in: ", resemblance.traits(Kind.RISKIER), sentences);
    List<Trait> unknown = resemblance.traits(Kind.UNKNOWN);
    add("Not known of at least one: ", unknown.stream().filter(this::applies).toList(), sentences);
    add(
        "Does not apply to at least one: ",
        unknown.stream().filter(t -> !applies(t)).toList(),
        sentences);
    if (!resemblance.isSimilar()) {
      sentences.add(changes(other));
      resemblance.changes().stream()
          .filter(trait -> resemblance.hasPrecedents())
          .map(this::precedents)
          .forEach(sentences::add);
    } else if (isAbove()) {
      sentences.add(
          Text.of("It is the riskier already: no change for the worse brings it near %s.", other));
    }
    sentences.add(Scorecard.NOT_A_PROBABILITY);
    return String.join(" ", sentences);
  }

  /** Whether the first's score is the higher, by more than counts as similar. */
  private boolean isAbove() {
    return Ranking.compareScores(
            resemblance.first().value(), resemblance.second().value() + Resemblance.SIMILAR)
        > 0;
  }

  /** A score of a part of the readings is told as such. */
  private void coverage(Scorecard card, List<String> sentences) {
    if (card.coverage() < 1) {
      sentences.add(
          Text.of(
              "%s's score rests on %s %% of the weight.",
              name(card), Decimals.fixed(100 * card.coverage(), 0)));
    }
  }

  private String scores() {
    double difference = resemblance.first().value() - resemblance.second().value();
    return Text.of(
        "%s scores %s, %s %s: %s.",
        name(resemblance.first()),
        Decimals.fixed(resemblance.first().value(), 1),
        name(resemblance.second()),
        Decimals.fixed(resemblance.second().value(), 1),
        resemblance.isSimilar() && !isAbove()
            ? "similar, within " + Decimals.fixed(Resemblance.SIMILAR, 0) + " points"
            : Text.of(
                "%s points %s",
                Decimals.fixed(Math.abs(difference), 1), difference < 0 ? "below" : "above"));
  }

  /** Whether a trait applies to both. */
  private boolean applies(Trait trait) {
    String code = trait.indicator().code();
    return resemblance.first().node(code).isApplicable()
        && resemblance.second().node(code).isApplicable();
  }

  private void add(String lead, List<Trait> traits, List<String> sentences) {
    if (!traits.isEmpty()) {
      sentences.add(
          lead + traits.stream().map(this::readings).collect(Collectors.joining("; ")) + ".");
    }
  }

  /**
   * Such as {@code Course to NATO (2, not 3)}; what is shared or unknown is {@code 3 against 4}.
   */
  private String readings(Trait trait) {
    String one = shown(resemblance.first(), trait.indicator(), trait.firstReading());
    String two = shown(resemblance.second(), trait.indicator(), trait.secondReading());
    return trait.indicator().name()
        + (one.equals(two)
            ? " (" + one + " both)"
            : " (" + one + (differs(trait.kind()) ? ", not " : " against ") + two + ")");
  }

  private static boolean differs(Kind kind) {
    return kind == Kind.SAFER || kind == Kind.RISKIER;
  }

  private static String shown(Scorecard card, Indicator indicator, OptionalDouble reading) {
    if (reading.isEmpty()) {
      return card.node(indicator.code()).isApplicable() ? "unknown" : "does not apply";
    }
    if (indicator.unit().equals("fraction")) {
      return Decimals.fixed(100 * reading.getAsDouble(), 1) + " %";
    }
    return AnswerText.number(reading.getAsDouble())
        + (indicator.unit().startsWith("percent") ? " %" : "");
  }

  private String changes(String other) {
    List<Trait> changes = resemblance.changes();
    if (changes.isEmpty()) {
      return Text.of("No change of what can change would bring it near %s.", other);
    }
    return Text.of(
        "It would come to resemble %s, at a score of %s, if %s as %s's: %s.",
        other,
        Decimals.fixed(resemblance.changedScore(), 1),
        changes.size() == 1 ? "this were" : "these were",
        other,
        list(changes.stream().map(trait -> trait.indicator().name()).toList()));
  }

  /** {@code a, b and c}; names that have commas of their own are {@code a; b, c; d}. */
  private static String list(List<String> names) {
    return names.stream().anyMatch(name -> name.contains(","))
        ? String.join("; ", names)
        : Text.list(names);
  }

  private String precedents(Trait trait) {
    List<Precedent> found = resemblance.precedents(trait.indicator().code());
    return Text.of(
        "%s: such a change %s.",
        trait.indicator().name(),
        found.isEmpty()
            ? "is not in these data"
            : "has happened in "
                + Text.list(
                    found.stream()
                        .map(
                            precedent ->
                                Text.of(
                                    "%s (%s to %s)",
                                    precedent.before().country().name(),
                                    Text.day(Resemblance.date(precedent.before())),
                                    Text.day(Resemblance.date(precedent.after()))))
                        .toList()));
  }

  static Table table(Resemblance resemblance) {
    ResemblanceText text = new ResemblanceText(resemblance);
    Table.Builder table =
        Table.titled(
                Text.of(
                    "What %s shares with %s",
                    text.name(resemblance.first()), text.name(resemblance.second())))
            .text("Indicator")
            .number(text.label(resemblance.first()), 3)
            .number(text.label(resemblance.second()), 3)
            .number(text.label(resemblance.first()) + " risk", 0)
            .number(text.label(resemblance.second()) + " risk", 0)
            .text("What")
            .text("Change");
    List<Trait> changes = resemblance.changes();
    for (Trait trait : resemblance.traits()) {
      table.row(
          trait.indicator().name(),
          trait.firstReading(),
          trait.secondReading(),
          trait.firstValue(),
          trait.secondValue(),
          trait.kind().description(),
          changes.contains(trait) ? "needed" : "");
    }
    return table
        .note(
            Text.of(
                "Shared: as risky within %s points, where the other is in the riskier half. Needed:"
                    + " the fewest changes that bring the scores within %s points.",
                Decimals.fixed(Resemblance.ALIKE, 0), Decimals.fixed(Resemblance.SIMILAR, 0)))
        .note(Scorecard.NOT_A_PROBABILITY)
        .build();
  }

  private String label(Scorecard card) {
    return dated ? card.countryAtDate().label() : card.country().code();
  }
}
