package dev.steppe.score;

import static java.util.Objects.requireNonNull;

import dev.steppe.evidence.Quality;
import dev.steppe.evidence.Reading;
import dev.steppe.model.Indicator;
import dev.steppe.table.Table;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * What a score rests on: the shares of the effective weight by the quality of the readings. The
 * first five sum to 1.
 *
 * <p>Weights are those of the model, without what does not apply, before anything missing is made
 * up for by the rest. An indicator with several readings counts by the weakest of them, and one
 * whose readings disagree or are uncertain rests on an estimate at best. A reading is stale when
 * the year that it describes is more than {@link #STALE_YEARS} before that of the profile; an
 * indicator is when its latest reading is. A reading that belongs to no single year, as of
 * geography, is not.
 *
 * <pre>{@code
 * Basis basis = scorecard.basis();
 * basis.exact();      // 0.4: four tenths of the weight rest on printed figures
 * basis.missing();    // 0.1: equal to 1 - scorecard.coverage() under reweighting
 * }</pre>
 *
 * @param exact printed figures and dated events
 * @param estimate estimated, bounded or disputed figures
 * @param judgement codings of text or of the public record
 * @param unstated readings whose quality is not stated
 * @param missing no reading
 * @param stale readings of more than ten years before; empty if the profile has no date
 * @since 0.1
 */
public record Basis(
    double exact,
    double estimate,
    double judgement,
    double unstated,
    double missing,
    OptionalDouble stale) {

  /** After how many years a reading is stale. */
  public static final int STALE_YEARS = 10;

  static Basis of(Scorecard card) {
    Map<Quality, Double> byQuality = new EnumMap<>(Quality.class);
    double missing = 0;
    double stale = 0;
    double fresh = 0;
    OptionalInt year =
        card.profile().asOf().isPresent()
            ? OptionalInt.of(card.profile().asOf().get().getYear())
            : OptionalInt.empty();
    for (Indicator indicator : card.model().indicators()) {
      double weight = card.weightWithoutGaps(indicator.code());
      if (card.profile().notApplicable().containsKey(indicator.code())) {
        continue;
      }
      Iterable<Reading> readings = card.profile().readings(indicator.code());
      @Nullable Quality weakest = null;
      for (Reading reading : readings) {
        Quality quality = reading.source().quality();
        weakest = weakest == null || quality.compareTo(weakest) > 0 ? quality : weakest;
      }
      if (weakest == null) {
        missing += weight;
        fresh += weight;
        continue;
      }
      if (weakest == Quality.EXACT
          && !card.profile().estimate(indicator.code()).orElseThrow().isExact()) {
        weakest = Quality.ESTIMATE;
      }
      byQuality.merge(weakest, weight, Double::sum);
      if (year.isPresent() && isStale(readings, year.getAsInt())) {
        stale += weight;
      } else {
        fresh += weight;
      }
    }
    double exact = byQuality.getOrDefault(Quality.EXACT, 0.0);
    double estimate = byQuality.getOrDefault(Quality.ESTIMATE, 0.0);
    double judgement = byQuality.getOrDefault(Quality.JUDGEMENT, 0.0);
    double unstated = byQuality.getOrDefault(Quality.UNSTATED, 0.0);
    return new Basis(
        share(exact, estimate + judgement + unstated + missing),
        share(estimate, exact + judgement + unstated + missing),
        share(judgement, exact + estimate + unstated + missing),
        share(unstated, exact + estimate + judgement + missing),
        share(missing, exact + estimate + judgement + unstated),
        year.isPresent() ? OptionalDouble.of(share(stale, fresh)) : OptionalDouble.empty());
  }

  /** All and nothing less is 1, whatever the weights round to. */
  private static double share(double part, double rest) {
    return rest == 0 ? 1 : Math.min(Math.nextDown(1.0), part);
  }

  private static boolean isStale(Iterable<Reading> readings, int year) {
    int latest = Integer.MIN_VALUE;
    for (Reading reading : readings) {
      OptionalInt observed = reading.source().observedYear();
      latest = Math.max(latest, observed.isPresent() ? observed.getAsInt() : year);
    }
    return year - latest > STALE_YEARS;
  }

  /** The shares as a table. */
  public Table toTable() {
    return BasisTables.basis(this);
  }

  /** The bases of several scores, in percent, as a table. */
  public static Table table(Iterable<Scorecard> scorecards) {
    return BasisTables.bases(requireNonNull(scorecards, "scorecards"));
  }
}
