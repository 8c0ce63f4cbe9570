package dev.steppe.score;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.steppe.evidence.Estimate;
import dev.steppe.internal.Checks;
import dev.steppe.internal.Remade;
import dev.steppe.internal.Text;
import dev.steppe.internal.kernel.CompiledModel;
import dev.steppe.model.Criterion;
import dev.steppe.model.Indicator;
import dev.steppe.model.RiskModel;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Scores many rows at once: columns of readings in, scores out. The same bits as {@link
 * Scorer#score}, on any number of threads and for any split of the rows. Immutable, thread-safe and
 * serialisable, so that it can be sent to where the data are: one whose model was damaged on its
 * way is refused when it is read. As with all of Java's serialization, read only what comes from
 * those you trust.
 *
 * <p>A row says nothing of what {@linkplain dev.steppe.evidence.CountryProfile#notApplicable does
 * not apply}, since NaN is missing: rows of countries to which something does not apply are scored
 * by a copy that {@linkplain #withNotApplicable says so of all its rows}.
 *
 * <p>A column holds the readings of one indicator, in the order of {@link #indicators()}. NaN marks
 * a missing reading, in columns and in scores, and nothing else does, unless {@linkplain
 * #score(double[][], byte[][], int, int, double[], int) bitmaps} say it. A reading outside its
 * indicator's domain is an error, as it is for one country; without a domain, an infinite reading
 * counts as beyond the goalpost. One between two levels of the indicator counts as it is, as the
 * middle of a doubt over the two does for one country.
 *
 * <pre>{@code
 * BulkScorer bulk = scorer.bulk();
 * double[] scores = bulk.score(new double[][] {{35, 60}, {20, 25}, {0, 1}});   // two rows
 * }</pre>
 *
 * @since 0.1
 */
public final class BulkScorer implements Serializable {

  private static final long serialVersionUID = 1L;

  /** So many rows are copied at once where bitmaps say what is missing. */
  private static final int BLOCK = 2048;

  private final transient CompiledModel compiled;

  /** The columns that are to have no readings. */
  private final transient ImmutableSet<String> notApplicable;

  BulkScorer(CompiledModel compiled, ImmutableSet<String> notApplicable) {
    this.compiled = compiled;
    this.notApplicable = notApplicable;
  }

  /**
   * A copy for rows to which these indicators, too, do not apply: the same bits as {@link
   * Scorer#score} of profiles that say so. Their columns must be NaN throughout.
   *
   * <pre>{@code
   * scorer.bulk().withNotApplicable(profile.notApplicable().keySet());
   * }</pre>
   *
   * @throws IllegalArgumentException if the model has no such indicator, or none with a weight
   *     applies
   */
  public BulkScorer withNotApplicable(Collection<String> codes) {
    codes.forEach(model()::criterion);
    CompiledModel own = compiled.leavingOut(ImmutableSet.copyOf(codes));
    if (!own.applies(own.root())) {
      throw new IllegalArgumentException(
          "No indicator of model '" + model().name() + "' that has a weight applies");
    }
    return new BulkScorer(
        own, ImmutableSet.<String>builder().addAll(notApplicable).addAll(codes).build());
  }

  /** The codes of the indicators, in the order of the columns. */
  public ImmutableList<String> indicators() {
    ImmutableList.Builder<String> codes = ImmutableList.builder();
    for (Criterion criterion : model().criteria()) {
      codes.add(criterion.code());
    }
    return codes.build();
  }

  /** The column of an indicator; -1 if the model has no such indicator. */
  public int column(String code) {
    int node = compiled.find(code);
    return node < compiled.indicatorCount() ? node : -1;
  }

  /**
   * Whether {@link Scorer#score} takes an estimate as the reading of an indicator, of which the
   * column then has the {@linkplain Estimate#central central value}. What it refuses is outside the
   * indicator's domain, or cannot be treated, or is none of the categories.
   *
   * @param column the column of the indicator, from 0
   * @throws IndexOutOfBoundsException if there is no such column
   */
  public boolean accepts(int column, Estimate estimate) {
    java.util.Objects.checkIndex(column, compiled.indicatorCount());
    return ProfileCheck.fault(compiled, column, estimate) == null;
  }

  /** The model, with all bounds frozen. */
  public RiskModel model() {
    return compiled.model();
  }

  /**
   * The scores of all rows; NaN where a row has too little data for the model's missing policy.
   *
   * @param columns {@code [indicator][row]}
   * @throws IllegalArgumentException if the number of columns is wrong, they have different
   *     lengths, or a reading is outside its indicator's domain, cannot be treated or is none of
   *     the categories
   */
  public double[] score(double[][] columns) {
    int rows = columns.length == 0 ? 0 : columns[0].length;
    double[] scores = new double[rows];
    score(columns, 0, rows, scores, 0);
    return scores;
  }

  /**
   * Scores some rows into an array.
   *
   * @param columns {@code [indicator][row]}
   * @param from the first row
   * @param to the row after the last
   * @param scores receives the score of row {@code from + i} at {@code at + i}; must be none of the
   *     columns. Where readings are refused, what it has received by then means nothing
   * @param at where the first score goes
   * @return how many of the rows have too little data for a score, and got NaN
   * @throws IllegalArgumentException as {@link #score(double[][])}
   * @throws IndexOutOfBoundsException if the rows are not all there, or the scores do not fit
   */
  public int score(double[][] columns, int from, int to, double[] scores, int at) {
    check(columns, from, to, scores, at);
    checkNotApplicable(columns, null, from, to);
    int unscored = compiled.scoreInDomains(columns, from, to, scores, at);
    if (unscored < 0) {
      refuse(columns, null, from, to);
    }
    return unscored;
  }

  /**
   * Scores some rows of which bitmaps say what is missing, as Arrow's columns have them, and those
   * that are filled from JDBC. The same bits as with NaN in the columns, which stay as they are.
   *
   * <pre>{@code
   * double[][] columns = {{35, 60}, {20, -1}, {0, 1}};
   * byte[][] validity = {null, {0b01}, null};        // the second row lacks the second reading
   * bulk.score(columns, validity, 0, 2, scores, 0);
   * }</pre>
   *
   * @param columns {@code [indicator][row]}; what stands where a reading is missing does not
   *     matter, and NaN is missing whatever its bit says
   * @param validity {@code [indicator]}: of row {@code r} bit {@code r % 8} (of value {@code 1 << r
   *     % 8}) of byte {@code r / 8}, which is 1 if the reading is there; null for a column from
   *     which none is missing
   * @param from the first row
   * @param to the row after the last
   * @param scores receives the score of row {@code from + i} at {@code at + i}; must be none of the
   *     columns
   * @param at where the first score goes
   * @return how many of the rows have too little data for a score, and got NaN
   * @throws IllegalArgumentException as {@link #score(double[][])}, or if the number of bitmaps is
   *     not that of columns, or one is too short for the rows
   * @throws IndexOutOfBoundsException if the rows are not all there, or the scores do not fit
   * @see <a href="https://arrow.apache.org/docs/format/Columnar.html#validity-bitmaps">Apache
   *     Arrow, columnar format, validity bitmaps</a>
   */
  public int score(
      double[][] columns, byte[] @Nullable [] validity, int from, int to, double[] scores, int at) {
    check(columns, from, to, scores, at);
    Validity there = new Validity(validity, columns.length, to);
    checkNotApplicable(columns, there, from, to);
    int length = Math.min(BLOCK, to - from);
    double[][] marked = new double[columns.length][length];
    int unscored = 0;
    for (int start = from; start < to; start += BLOCK) {
      int end = Math.min(to, start + BLOCK);
      int place = at + (start - from);
      int found;
      if (there.areAllThere(start, end)) {
        found = compiled.scoreInDomains(columns, start, end, scores, place);
      } else {
        for (int c = 0; c < columns.length; c++) {
          there.copy(c, columns[c], start, end, marked[c]);
        }
        found = compiled.scoreInDomains(marked, 0, end - start, scores, place);
      }
      if (found < 0) {
        refuse(columns, there, from, to);
      }
      unscored += found;
    }
    return unscored;
  }

  /** Refuses columns and places that do not fit. */
  private void check(double[][] columns, int from, int to, double[] scores, int at) {
    if (columns.length != compiled.indicatorCount()) {
      throw new IllegalArgumentException(
          Text.of(
              "Model '%s' needs %s, in the order of %s, but there are %s",
              model().name(),
              Text.count(compiled.indicatorCount(), "column", "columns"),
              indicators(),
              columns.length));
    }
    for (int c = 1; c < columns.length; c++) {
      if (columns[c].length != columns[0].length) {
        throw new IllegalArgumentException(
            Text.of(
                "All columns must have the same number of rows, but column 0 has %s and"
                    + " column %s ('%s') has %s",
                columns[0].length, c, indicators().get(c), columns[c].length));
      }
    }
    java.util.Objects.checkFromToIndex(from, to, columns[0].length);
    java.util.Objects.checkFromIndexSize(at, to - from, scores.length);
  }

  /** Refuses readings of what does not apply. */
  private void checkNotApplicable(double[][] columns, @Nullable Validity there, int from, int to) {
    for (String code : notApplicable) {
      int c = column(code);
      double[] column = columns[c];
      for (int row = from; row < to; row++) {
        if (!Double.isNaN(column[row]) && (there == null || there.isThere(c, row))) {
          throw new IllegalArgumentException(
              Text.of(
                  "'%s' does not apply, so that its column must be NaN, but row %s has %s",
                  code, row, column[row]));
        }
      }
    }
  }

  /** Refuses readings outside their domains: a fault for each column that has any. */
  private void refuse(double[][] columns, @Nullable Validity there, int from, int to) {
    List<String> faults = new ArrayList<>();
    for (int c = 0; c < columns.length; c++) {
      Indicator indicator = compiled.criterion(c).indicator();
      double lower = indicator.domainLower();
      double upper = indicator.domainUpper();
      int outside = 0;
      int first = 0;
      for (int row = to - 1; row >= from; row--) {
        double reading = columns[c][row];
        if ((reading < lower || reading > upper) && (there == null || there.isThere(c, row))) {
          outside++;
          first = row;
        }
      }
      if (outside > 0) {
        faults.add(
            "reading of '"
                + indicator.code()
                + "' must be in ["
                + lower
                + ", "
                + upper
                + "], but row "
                + first
                + " has "
                + columns[c][first]
                + (outside > 1 ? ", and " + (outside - 1) + " more are outside" : ""));
      }
    }
    Checks.noFaults("Columns for model '" + model().name() + "'", faults);
  }

  private Object writeReplace() {
    return new SerialForm(model(), model().fingerprint(), notApplicable);
  }

  private void readObject(ObjectInputStream stream) throws InvalidObjectException {
    throw new InvalidObjectException("a BulkScorer is read from its serial form only");
  }

  /** The model says it all: it is compiled again where it arrives. */
  private record SerialForm(RiskModel model, String fingerprint, ImmutableSet<String> notApplicable)
      implements Serializable {
    private Object readResolve() throws InvalidObjectException {
      if (model == null || notApplicable == null || !model.fingerprint().equals(fingerprint)) {
        throw new InvalidObjectException(
            "The model of a BulkScorer was damaged on its way: its fingerprint is another");
      }
      return Remade.of(
          "BulkScorer", () -> Scorer.of(model).bulk().withNotApplicable(notApplicable));
    }
  }
}
