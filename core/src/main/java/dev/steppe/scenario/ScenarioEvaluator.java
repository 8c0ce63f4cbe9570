package dev.steppe.scenario;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.evidence.Estimate;
import dev.steppe.evidence.Evidence;
import dev.steppe.evidence.Reading;
import dev.steppe.internal.Interruption;
import dev.steppe.score.BulkScorer;
import dev.steppe.score.Scorer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * One profile under many lists of changes. The readings of the base are looked up once; an edit
 * then overwrites those that it changed, and columns of such rows go to the {@link BulkScorer}. Not
 * for several threads.
 *
 * <p>An edit that does more than move readings (a code gets a reading that had none) and a base
 * that has no score itself are rare: they are built as profiles and scored one by one.
 */
final class ScenarioEvaluator {

  private static final int BLOCK = 1024;

  private enum Fit {
    COLUMNS,
    REFUSED,
    BY_ITSELF
  }

  /** What changed evidence does to a row. */
  private static final class Effect {
    final Fit fit;
    final int[] columns;
    final double[] values;

    Effect(Fit fit, int[] columns, double[] values) {
      this.fit = fit;
      this.columns = columns;
      this.values = values;
    }
  }

  private final Scorer scorer;
  private final BulkScorer bulk;
  private final CountryProfile base;
  private final EvidenceCache cache = new EvidenceCache();
  private final IdentityHashMap<Evidence, Effect> effects = new IdentityHashMap<>();
  private final ImmutableList<String> indicators;

  /** By the name of evidence of the base, the columns of its readings that the model uses. */
  private final Map<String, int[]> used = new HashMap<>();

  private final double[] row;
  private final boolean sound;

  ScenarioEvaluator(Scorer scorer, CountryProfile base) {
    this.scorer = scorer;
    this.bulk = bulk(scorer, base);
    this.base = base;
    this.indicators = bulk.indicators();
    this.row = new double[indicators.size()];
    Arrays.fill(row, Double.NaN);
    boolean all = true;
    for (Map.Entry<String, Estimate> known : base.estimates().entrySet()) {
      int column = bulk.column(known.getKey());
      if (column < 0) {
        all &= !base.plainReadings().containsKey(known.getKey());
      } else {
        all &= bulk.accepts(column, known.getValue());
        row[column] = known.getValue().central();
      }
    }
    for (String code : base.notApplicable().keySet()) {
      all &= bulk.column(code) >= 0;
    }
    this.sound = all;
    for (Evidence item : base.evidence().values()) {
      used.put(
          item.name(), item.codes().stream().mapToInt(bulk::column).filter(c -> c >= 0).toArray());
    }
  }

  /** Rows of the base: what does not apply to it applies in none of its scenarios. */
  private static BulkScorer bulk(Scorer scorer, CountryProfile base) {
    try {
      return scorer.bulk().withNotApplicable(base.notApplicable().keySet());
    } catch (IllegalArgumentException unscored) {
      return scorer.bulk();
    }
  }

  /** An edit of the base that shares what it learns with the others. */
  ProfileEdit edit() {
    return new ProfileEdit(base, cache);
  }

  /** The score of a profile; NaN if it has none. */
  static double score(Scorer scorer, CountryProfile profile) {
    try {
      return scorer.score(profile).value();
    } catch (IllegalArgumentException unscored) {
      return Double.NaN;
    }
  }

  /**
   * Scores edits.
   *
   * @param from the number of the first
   * @param to the number after the last
   * @param edits by number; null for one that cannot be made
   * @param scores receives the score of an edit at its number; NaN where there is none
   */
  void score(int from, int to, IntFunction<@Nullable ProfileEdit> edits, double[] scores) {
    double[][] columns = new double[row.length][Math.min(BLOCK, to - from)];
    ProfileEdit[] alone = new ProfileEdit[Math.min(BLOCK, to - from)];
    boolean[] refused = new boolean[alone.length];
    for (int start = from; start < to; start += BLOCK) {
      int count = Math.min(BLOCK, to - start);
      for (int i = 0; i < count; i++) {
        Interruption.check();
        ProfileEdit edit = edits.apply(start + i);
        for (int c = 0; c < columns.length; c++) {
          columns[c][i] = row[c];
        }
        Fit fit = edit == null ? Fit.REFUSED : fill(edit, columns, i);
        refused[i] = fit == Fit.REFUSED;
        alone[i] = fit == Fit.BY_ITSELF ? edit : null;
        if (fit != Fit.COLUMNS) {
          for (double[] column : columns) {
            column[i] = Double.NaN;
          }
        }
      }
      bulk.score(columns, 0, count, scores, start);
      for (int i = 0; i < count; i++) {
        if (refused[i]) {
          scores[start + i] = Double.NaN;
        } else if (alone[i] != null) {
          scores[start + i] = scoreAlone(alone[i]);
        }
      }
    }
  }

  private double scoreAlone(ProfileEdit edit) {
    try {
      return score(scorer, edit.build("trial"));
    } catch (IllegalArgumentException collision) {
      return Double.NaN;
    }
  }

  /** Overwrites what the edit changed. */
  private Fit fill(ProfileEdit edit, double[][] columns, int at) {
    if (!sound) {
      return Fit.BY_ITSELF;
    }
    Fit fit = Fit.COLUMNS;
    for (Map.Entry<String, List<Reading>> changed : edit.changedReadings().entrySet()) {
      fit = worse(fit, fill(changed.getKey(), changed.getValue(), columns, at));
    }
    for (Evidence item : edit.changedEvidence().values()) {
      Effect effect = effects.get(item);
      if (effect == null) {
        effect = effect(item);
        if (effects.size() == EvidenceCache.MOST) {
          effects.clear();
        }
        effects.put(item, effect);
      }
      for (int e = 0; e < effect.columns.length; e++) {
        columns[effect.columns[e]][at] = effect.values[e];
      }
      fit = worse(fit, effect.fit);
    }
    return fit;
  }

  private static Fit worse(Fit one, Fit other) {
    return one.compareTo(other) >= 0 ? one : other;
  }

  private Fit fill(String code, List<Reading> readings, double[][] columns, int at) {
    int column = bulk.column(code);
    if (column < 0 || !base.plainReadings().containsKey(code)) {
      return Fit.BY_ITSELF;
    }
    if (readings.isEmpty()) {
      columns[column][at] = Double.NaN;
      return Fit.COLUMNS;
    }
    Estimate estimate = readings.get(0).estimate();
    if (readings.size() > 1) {
      List<Estimate> figures = new ArrayList<>(readings.size());
      for (Reading reading : readings) {
        figures.add(reading.estimate());
      }
      try {
        estimate = Estimate.spanning(figures);
      } catch (IllegalArgumentException unbounded) {
        return Fit.REFUSED;
      }
    }
    columns[column][at] = estimate.central();
    return bulk.accepts(column, estimate) ? Fit.COLUMNS : Fit.REFUSED;
  }

  private Effect effect(Evidence item) {
    @Nullable Evidence former = base.evidence().get(item.name());
    if (former == null || !former.codes().containsAll(item.codes())) {
      return new Effect(Fit.BY_ITSELF, new int[0], new double[0]);
    }
    int[] columns = requireNonNull(used.get(item.name()));
    double[] values = new double[columns.length];
    Fit fit = Fit.COLUMNS;
    for (int i = 0; i < columns.length; i++) {
      Optional<Estimate> estimate = item.estimate(indicators.get(columns[i]));
      values[i] = estimate.isPresent() ? estimate.get().central() : Double.NaN;
      if (estimate.isPresent() && !bulk.accepts(columns[i], estimate.get())) {
        fit = Fit.REFUSED;
      }
    }
    return new Effect(fit, columns, values);
  }
}
