package dev.steppe.report;

import com.google.common.collect.Lists;
import dev.steppe.evidence.CountryAtDate;
import dev.steppe.evidence.NotApplicable;
import dev.steppe.evidence.Reading;
import dev.steppe.internal.Text;
import dev.steppe.model.Indicator;
import dev.steppe.score.NodeScore;
import dev.steppe.score.Scorecard;
import dev.steppe.table.Decimals;
import dev.steppe.uncertainty.Probability;
import dev.steppe.uncertainty.UncertaintyResult;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Words and numbers as the whole page says them. */
final class ReportText {

  private ReportText() {}

  static String points(double value) {
    return Decimals.fixed(value, 1);
  }

  static String signed(double points) {
    return Decimals.signed(points, 1);
  }

  /** A number, or a dash where there is none. */
  static String number(OptionalDouble number, int decimals) {
    return number.isPresent() ? Decimals.fixed(number.getAsDouble(), decimals) : "–";
  }

  /** A score, and the least and the most that it could be if these differ. */
  static String scoreWithRange(double score, double least, double most) {
    return most > least
        ? points(score) + " (" + points(least) + " to " + points(most) + ")"
        : points(score);
  }

  /** A share as a percentage with one decimal. */
  static String percent(double share) {
    return Decimals.percent(share, 1) + " %";
  }

  /** Such as {@code 87.8 % of 100,000 draws}, or {@code all 100,000 draws}. */
  static String shareOf(Probability share, long draws) {
    String of = share.isExact() ? "cases (exact)" : Text.count(draws, "draw", "draws");
    return share.value() == 1
        ? "all " + of
        : percent(share.value()) + " of " + (share.isExact() ? "all " : "") + of;
  }

  /** The day as of which all scores are, such as 23 February 2022; empty if they differ or none. */
  static Optional<String> day(List<Scorecard> cards) {
    Set<Optional<LocalDate>> days = new HashSet<>();
    cards.forEach(card -> days.add(card.profile().asOf()));
    return days.size() == 1 ? days.iterator().next().map(Text::day) : Optional.empty();
  }

  /** The country's name, with the date if dates matter. */
  static String name(Scorecard card, boolean dated) {
    return dated ? name(card.countryAtDate()) : card.country().name();
  }

  /** Such as {@code Kazakhstan on 23 February 2022}. */
  static String name(CountryAtDate one) {
    @Nullable LocalDate date = one.date();
    return one.country().name() + (date == null ? "" : " on " + Text.day(date));
  }

  /** A country of a simulation, with its date where the country comes more than once. */
  static String label(UncertaintyResult result, int place) {
    List<CountryAtDate> all = Lists.transform(result.nominal(), Scorecard::countryAtDate);
    CountryAtDate one = all.get(place);
    return one.isAloneAmong(all) ? one.country().name() : name(one);
  }

  /** A reading as people would say it: a fraction in percent, other numbers in their unit. */
  static String reading(double value, Indicator indicator) {
    String unit = indicator.unit();
    if (unit.equals("fraction") || unit.startsWith("percent")) {
      return Decimals.fixed(unit.equals("fraction") ? 100 * value : value, 1) + " %";
    }
    return Decimals.significant(value, 3);
  }

  /** The unit behind a reading, where it is not in the number already. */
  static String unit(Indicator indicator) {
    String unit = indicator.unit();
    if (!unit.isEmpty() && Character.isDigit(unit.charAt(0))) {
      return " (of " + unit + ")";
    }
    if (unit.startsWith("percent ")) {
      return unit.substring("percent".length());
    }
    return unit.isEmpty() || unit.equals("fraction") || unit.equals("percent") ? "" : " " + unit;
  }

  /** An indicator's readings as a value or a span, or "missing", or why there can be none. */
  static String readings(NodeScore node, Indicator indicator) {
    Optional<NotApplicable> none = node.notApplicable();
    if (none.isPresent()) {
      return "not applicable: " + none.get().reason();
    }
    if (node.readings().isEmpty()) {
      return "missing";
    }
    double lower = Double.POSITIVE_INFINITY;
    double upper = Double.NEGATIVE_INFINITY;
    for (Reading reading : node.readings()) {
      lower = Math.min(lower, reading.estimate().lower());
      upper = Math.max(upper, reading.estimate().upper());
    }
    return span(lower, upper, indicator);
  }

  static String span(double lower, double upper, Indicator indicator) {
    String from = Double.isInfinite(lower) ? "unbounded" : reading(lower, indicator);
    String to = Double.isInfinite(upper) ? "unbounded" : reading(upper, indicator);
    return (from.equals(to) ? from : from + " to " + to) + unit(indicator);
  }
}
