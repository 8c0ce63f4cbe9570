package dev.steppe.scenario;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.steppe.internal.Checks;
import dev.steppe.internal.Text;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Every combination of alternatives: one scenario from each axis, in the order of the axes.
 *
 * <pre>{@code
 * ScenarioGrid grid = ScenarioGrid.of(
 *     ScenarioGrid.Axis.of("alliances", Scenario.none(), Scenario.of(Change.leave("CSTO"))),
 *     ScenarioGrid.Axis.of("trade", cutsRussia.grades(4)));
 * grid.size();         // 10
 * grid.scenarios();    // the last axis changes fastest
 * }</pre>
 *
 * @param axes the axes, each with a name of its own
 * @since 0.1
 */
public record ScenarioGrid(ImmutableList<Axis> axes) implements Serializable {

  /** The most cells that a grid may have. */
  private static final int MOST = 10_000_000;

  /**
   * Alternatives of which each cell has one.
   *
   * @param name what is chosen, for messages
   * @param alternatives scenarios with names of their own; {@link Scenario#none()} may be one
   */
  public record Axis(String name, ImmutableList<Scenario> alternatives) implements Serializable {

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if there is no alternative or a name comes twice
     */
    public Axis {
      Checks.notBlank(name, "name of an axis");
      List<String> faults = new ArrayList<>();
      Set<String> names = new LinkedHashSet<>();
      for (Scenario scenario : alternatives) {
        if (!names.add(scenario.name())) {
          faults.add("scenario '" + scenario.name() + "' comes twice");
        }
      }
      if (alternatives.isEmpty()) {
        faults.add("there is no alternative");
      }
      Checks.noFaults("Axis '" + name + "'", faults);
    }

    /** Obtains an axis. */
    public static Axis of(String name, Scenario... alternatives) {
      return new Axis(name, ImmutableList.copyOf(alternatives));
    }

    /** Obtains an axis. */
    public static Axis of(String name, Iterable<Scenario> alternatives) {
      return new Axis(name, ImmutableList.copyOf(alternatives));
    }

    @Override
    public String toString() {
      return Text.ofRecord(this);
    }
  }

  /**
   * Checks the axes.
   *
   * @throws IllegalArgumentException if there is none, a name comes twice, or there are more than
   *     ten million cells
   */
  public ScenarioGrid {
    requireNonNull(axes, "axes");
    List<String> faults = new ArrayList<>();
    Set<String> names = new LinkedHashSet<>();
    double cells = 1;
    for (Axis axis : axes) {
      cells *= axis.alternatives().size();
      if (!names.add(axis.name())) {
        faults.add("axis '" + axis.name() + "' comes twice");
      }
    }
    if (axes.isEmpty()) {
      faults.add("there is no axis");
    }
    if (cells > MOST) {
      faults.add("needs at most " + MOST + " cells, but has " + ScenarioText.number(cells));
    }
    Checks.noFaults("Scenario grid", faults);
  }

  /** Obtains a grid. */
  public static ScenarioGrid of(Axis... axes) {
    return new ScenarioGrid(ImmutableList.copyOf(axes));
  }

  /** How many cells there are: the product of the numbers of alternatives. */
  public int size() {
    int size = 1;
    for (Axis axis : axes) {
      size *= axis.alternatives().size();
    }
    return size;
  }

  /** The scenario of every cell, named after its alternatives; the last axis changes fastest. */
  public ImmutableList<Scenario> scenarios() {
    List<Scenario> cells = List.of(Scenario.none());
    for (Axis axis : axes) {
      List<Scenario> longer = new ArrayList<>(cells.size() * axis.alternatives().size());
      for (Scenario cell : cells) {
        for (Scenario alternative : axis.alternatives()) {
          longer.add(cell.then(alternative));
        }
      }
      cells = longer;
    }
    return ImmutableList.copyOf(cells);
  }

  @Override
  public String toString() {
    return Text.ofRecord(this);
  }
}
