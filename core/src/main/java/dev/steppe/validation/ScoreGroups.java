package dev.steppe.validation;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.steppe.internal.Text;
import dev.steppe.statistics.ConfidenceInterval;
import dev.steppe.table.Table;

/**
 * How often the event came, by groups of cases from the least score to the greatest.
 *
 * <p>A score is an index, so nothing says how often the event should come; but it should come more
 * often from group to group. The cases are parted by their order, as evenly as can be; equal scores
 * are never parted, so there may be fewer groups than were asked for, and larger ones. The
 * intervals take the cases as independent.
 *
 * <pre>{@code
 * Map<String, Integer> scores = Map.of("AAA", 70, "BBB", 50, "CCC", 50, "DDD", 20);
 * Validation.of(scores, Outcomes.of("AAA", "CCC")).groups(3).groups().get(1);
 * // score 50.000..50.000: 1 of 2 cases with the event, 0.013..0.987 (at least 95 %, Clopper-Pearson)
 * }</pre>
 *
 * @param groups the lowest scores first
 * @param warnings what a reader must know before believing the figures; empty if nothing
 * @since 0.1
 */
public record ScoreGroups(ImmutableList<Group> groups, ImmutableList<String> warnings) {

  /** Checks that nothing is missing. */
  public ScoreGroups {
    requireNonNull(groups, "groups");
    requireNonNull(warnings, "warnings");
  }

  /**
   * Cases whose scores lie together.
   *
   * @param least the least score
   * @param greatest the greatest score
   * @param cases how many there are
   * @param events how many of them had the event
   * @param interval for the share of the event, by Clopper and Pearson, at 95 %
   */
  public record Group(
      double least, double greatest, int cases, int events, ConfidenceInterval interval) {

    /** The share of the cases that had the event. */
    public double share() {
      return (double) events / cases;
    }

    /** The scores, the count of events and the interval. */
    @Override
    public String toString() {
      return Text.of(
          "score %.3f..%.3f: %s of %s with the event, %s",
          least, greatest, events, Text.count(cases, "case", "cases"), interval);
    }
  }

  static ScoreGroups of(Cases cases, int count, ImmutableList<String> warnings) {
    if (count < 2 || count > cases.size()) {
      throw new IllegalArgumentException(
          "Count of groups must be in [2, "
              + cases.size()
              + "], the count of cases, but was "
              + count);
    }
    ImmutableList.Builder<Group> groups = ImmutableList.builder();
    int size = cases.size();
    int start = 0;
    for (int number = 1; number <= count; number++) {
      int end = (int) ((long) number * size / count);
      if (end > start) {
        while (end < size && rising(cases, end) == rising(cases, end - 1)) {
          end++;
        }
        groups.add(group(cases, start, end));
        start = end;
      }
    }
    return new ScoreGroups(groups.build(), warnings);
  }

  private static Group group(Cases cases, int from, int to) {
    int events = 0;
    for (int i = from; i < to; i++) {
      events += cases.get(cases.size() - 1 - i).event() ? 1 : 0;
    }
    return new Group(
        rising(cases, from),
        rising(cases, to - 1),
        to - from,
        events,
        ConfidenceInterval.clopperPearson(events, to - from, ConfidenceInterval.DEFAULT_LEVEL));
  }

  /** The score at a place from 0, the least first. */
  private static double rising(Cases cases, int place) {
    return cases.get(cases.size() - 1 - place).value();
  }

  /** How often the share of the event is less than in the group before. */
  public int falls() {
    int falls = 0;
    for (int i = 1; i < groups.size(); i++) {
      falls += groups.get(i).share() < groups.get(i - 1).share() ? 1 : 0;
    }
    return falls;
  }

  /** The groups as a table. */
  public Table toTable() {
    return ValidationTables.groups(this);
  }

  /** The same as {@link #toTable()}, as text. */
  @Override
  public String toString() {
    return toTable().toString();
  }
}
