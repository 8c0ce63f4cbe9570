package dev.steppe.nextukraine;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.steppe.evidence.Country;
import dev.steppe.evidence.Estimate;
import dev.steppe.evidence.Reading;
import dev.steppe.evidence.Source;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the public record says of the 14 states, coded twice without sight of each other, from
 * resources such as {@code codings.csv}: two rows a cell, each with its basis and how sure the
 * coder was.
 *
 * <p><b>How sure a coding is becomes a law.</b> A certain coding is exact. A likely one may be off
 * by a quarter of a step of its ladder, an unsure one by half a step, either way and within the
 * ladder, less often the further off; the less sure of the two coders decides for both. Where they
 * differ both readings stay, and the reading spans them.
 */
final class Codings {

  /** Protection that a power outside the rival's camp owes, as steps of a ladder. */
  static final ImmutableMap<String, Double> OUTSIDE_PACT =
      ImmutableMap.of("none", 0.0, "assurance", 1.0, "pact", 2.0, "nuclear_pact", 3.0, "nato", 4.0);

  /** From which to which value a ladder runs, and how far its steps are apart. */
  private record Ladder(double least, double greatest, double step) {}

  private static final Ladder HALVES = new Ladder(0, 1, 0.5);
  private static final Ladder YES_OR_NO = new Ladder(0, 1, 1);
  private static final Ladder FIVE_STEPS = new Ladder(0, 4, 1);

  private static final ImmutableMap<String, Ladder> LADDERS =
      ImmutableMap.<String, Ladder>builder()
          .put("contested_territory", HALVES)
          .put("pact_with_rival", HALVES)
          .put("rival_language_status", HALVES)
          .put("rival_forces_with_consent", YES_OR_NO)
          .put("rival_forces_without_consent", YES_OR_NO)
          .put("nato_course", FIVE_STEPS)
          .put("eu_course", FIVE_STEPS)
          .put("outside_pact", FIVE_STEPS)
          .put("protest_intensity", new Ladder(0, 3, 1))
          .put(DisputeModel.INTENSITY, FIVE_STEPS)
          .put(DisputeModel.COUNT, new Ladder(0, 100, 1))
          .buildOrThrow();

  /** For how many months an episode of protest counts, ever less. */
  static final double MONTHS = 24;

  /** By country, date and kind. */
  private final Map<String, List<CsvRecord>> rows;

  private Codings(Map<String, List<CsvRecord>> rows) {
    this.rows = rows;
  }

  // Each is read when first asked for.
  private static final class OfStates {
    static final Codings CODINGS = read("codings.csv");
  }

  private static final class OfDisputes {
    static final Codings CODINGS = read("disputes.csv");
  }

  /** All codings but those of disputes. */
  static Codings ofStates() {
    return OfStates.CODINGS;
  }

  /** The codings of disputes. */
  static Codings ofDisputes() {
    return OfDisputes.CODINGS;
  }

  /** The codings of a resource. */
  static Codings read(String resource) {
    Map<String, List<CsvRecord>> rows = new HashMap<>();
    for (CsvRecord row : Resource.records(resource, OpenSources.COLUMNS)) {
      String cell = cell(row.getField(0), row.getField(2), row.getField(3));
      List<CsvRecord> known = rows.get(cell);
      if (known == null) {
        known = new ArrayList<>(2);
        rows.put(cell, known);
      }
      known.add(row);
    }
    return new Codings(rows);
  }

  /** How many rows there are. */
  int size() {
    int size = 0;
    for (List<CsvRecord> cell : rows.values()) {
      size += cell.size();
    }
    return size;
  }

  private static String cell(String country, String date, String code) {
    return country + "@" + date + " " + code;
  }

  /** The readings of a cell, one a coder; empty if neither could support one. */
  ImmutableList<Reading> readings(Country country, LocalDate date, String code) {
    Ladder ladder = LADDERS.get(code);
    if (ladder == null) {
      throw new IllegalArgumentException("No ladder is stated for '" + code + "'");
    }
    ImmutableList<Reading> coded = coded(country, date, code);
    double off = 0;
    for (Reading reading : coded) {
      off = Math.max(off, share(reading.source()) * ladder.step());
    }
    ImmutableList.Builder<Reading> readings = ImmutableList.builder();
    for (Reading reading : coded) {
      double value = reading.estimate().central();
      readings.add(
          reading.withEstimate(
              off == 0
                  ? Estimate.exact(value)
                  : Estimate.triangular(
                      Math.max(ladder.least(), value - off),
                      value,
                      Math.min(ladder.greatest(), value + off))));
    }
    return readings.build();
  }

  /**
   * Unrest as of the date, from 0 to 1, one reading a coder: the intensity of the latest of the
   * greatest episodes, by three, fading to nothing over two years.
   */
  ImmutableList<Reading> unrest(Country country, LocalDate date) {
    ImmutableList<Reading> months = coded(country, date, "protest_months_ago");
    ImmutableList.Builder<Reading> unrest = ImmutableList.builder();
    for (Reading intensity : readings(country, date, "protest_intensity")) {
      double fresh = 1;
      for (Reading ago : months) {
        if (ago.source().document().equals(intensity.source().document())) {
          fresh = Math.max(0, 1 - ago.estimate().central() / MONTHS);
        }
      }
      unrest.add(
          intensity
              .withEstimate(intensity.estimate().times(fresh / 3))
              .withUnit("index from 0 to 1"));
    }
    return unrest.build();
  }

  /**
   * The gravest act of ten years, one reading a coder, whose level falls in a straight line with
   * the years since the latest of that level, to what ten years leave of it.
   *
   * @param left that part, from 0 to 1
   */
  ImmutableList<Reading> fadingDisputes(Country country, LocalDate date, double left) {
    ImmutableList<Reading> years = coded(country, date, "dispute_last_year");
    ImmutableList.Builder<Reading> fading = ImmutableList.builder();
    for (Reading intensity : readings(country, date, DisputeModel.INTENSITY)) {
      double fresh = 1;
      for (Reading last : years) {
        if (last.source().document().equals(intensity.source().document())) {
          fresh = 1 - (1 - left) * (date.getYear() - last.estimate().central()) / 10;
        }
      }
      fading.add(intensity.withEstimate(intensity.estimate().times(fresh)));
    }
    return fading.build();
  }

  /** What the rows of a cell say, one a coder. */
  ImmutableList<Reading> coded(Country country, LocalDate date, String code) {
    ImmutableList.Builder<Reading> readings = ImmutableList.builder();
    List<CsvRecord> known = rows.get(cell(country.code(), date.toString(), code));
    for (CsvRecord row : known == null ? List.<CsvRecord>of() : known) {
      String text = row.getField(4);
      Double word = OUTSIDE_PACT.get(text);
      readings.add(
          OpenSources.reading(row, Estimate.exact(word == null ? Double.parseDouble(text) : word)));
    }
    return readings.build();
  }

  private static double share(Source source) {
    return switch (source.note()) {
      case "certain" -> 0;
      case "likely" -> 0.25;
      case "unsure" -> 0.5;
      default ->
          throw new IllegalStateException("A coding is certain, likely or unsure: " + source);
    };
  }
}
