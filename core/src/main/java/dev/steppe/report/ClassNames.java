package dev.steppe.report;

import com.google.common.collect.ImmutableList;
import dev.steppe.internal.Text;
import dev.steppe.model.RiskClasses;
import dev.steppe.table.Decimals;
import java.util.ArrayList;
import java.util.List;

/**
 * The names of classes of scores above a scale from left to right: each over the middle of its
 * class, on the first line on which it comes near no other.
 */
final class ClassNames {

  private static final double APART = 8;

  /** A name, the place of its middle, and its line. */
  private record Label(String name, double middle, int line) {}

  private final ImmutableList<Label> labels;
  private final int lines;

  private ClassNames(List<Label> labels, int lines) {
    this.labels = ImmutableList.copyOf(labels);
    this.lines = lines;
  }

  static ClassNames of(RiskClasses classes, Scale scale) {
    List<Label> labels = new ArrayList<>();
    List<Double> ends = new ArrayList<>();
    for (int c = 0; c < classes.names().size(); c++) {
      String name = Labels.line(classes.names().get(c), scale.end() - scale.start());
      double half = Svg.width(name) / 2;
      double middle = (scale.at(from(classes, c)) + scale.at(to(classes, c))) / 2;
      middle = Math.min(scale.end() - half, Math.max(scale.start() + half, middle));
      int line = 0;
      while (line < ends.size() && ends.get(line) + APART > middle - half) {
        line++;
      }
      if (line == ends.size()) {
        ends.add(0.0);
      }
      ends.set(line, middle + half);
      labels.add(new Label(name, middle, line));
    }
    return new ClassNames(labels, ends.size());
  }

  private static double from(RiskClasses classes, int number) {
    return number == 0 ? 0 : classes.cuts().get(number - 1);
  }

  private static double to(RiskClasses classes, int number) {
    return number == classes.cuts().length() ? 100 : classes.cuts().get(number);
  }

  int lines() {
    return lines;
  }

  void write(Svg svg, double top) {
    for (Label label : labels) {
      svg.text("tick middle", label.middle, top + Rows.LINE * label.line + 12, label.name);
    }
  }

  /** Marks where classes begin on a scale from bottom to top. */
  static void mark(Svg svg, RiskClasses classes, Scale scores, double start, double end) {
    for (int c = 1; c < classes.names().size(); c++) {
      double from = from(classes, c);
      if (from > scores.from() && from < scores.to()) {
        svg.line("cut", start, scores.at(from), end, scores.at(from));
      }
    }
  }

  /** Names classes above the lines where they begin; one without room is named in the legend. */
  static void beside(Svg svg, RiskClasses classes, Scale scores, double start, double end) {
    for (int c = 0; c < classes.names().size(); c++) {
      double from = Math.max(scores.from(), from(classes, c));
      double to = Math.min(scores.to(), to(classes, c));
      if (from < to && scores.at(from) - scores.at(to) >= Rows.LINE) {
        String name = Labels.line(classes.names().get(c), end - start - 12);
        svg.text("class", start + 6, scores.at(from) - 4, name);
      }
    }
  }

  /** What the lines mean, as the end of a legend. */
  static String legend(RiskClasses classes) {
    List<String> starts = new ArrayList<>();
    for (int c = 1; c < classes.names().size(); c++) {
      starts.add(
          classes.names().get(c) + " from " + Decimals.significant(classes.cuts().get(c - 1), 6));
    }
    return Text.of(
        " Dashed lines: where classes begin, %s; below is %s.",
        String.join(", ", starts), classes.names().get(0));
  }
}
