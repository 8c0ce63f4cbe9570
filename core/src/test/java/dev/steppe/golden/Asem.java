package dev.steppe.golden;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.steppe.evidence.Country;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.model.Direction;
import dev.steppe.model.Factor;
import dev.steppe.model.Indicator;
import dev.steppe.model.ModelBuilder;
import dev.steppe.model.Normalization;
import dev.steppe.model.RiskModel;
import dev.steppe.model.Treatment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** COINr's ASEM example as a model and profiles; see the README beside the files. */
final class Asem {

  private static final String ROOT = "Index";

  private Asem() {}

  /** A file of the example. */
  static Grid grid(String name) {
    return Grid.read("asem/" + name + ".csv");
  }

  /** The tree with equal weights, every indicator treated and normalised alike. */
  static RiskModel model(Treatment treatment, Normalization normalization) {
    List<NamedCsvRecord> meta = Grid.rows("asem/asem_iMeta.csv");
    ModelBuilder builder = RiskModel.builder(ROOT);
    for (NamedCsvRecord row : meta) {
      if (row.getField("Parent").equals(ROOT)) {
        builder.factor(code(row), 1, f -> fill(f, code(row), meta, treatment, normalization));
      }
    }
    return builder.build();
  }

  private static void fill(
      Factor.Builder factor,
      String code,
      List<NamedCsvRecord> meta,
      Treatment treatment,
      Normalization normalization) {
    for (NamedCsvRecord row : meta) {
      if (row.getField("Parent").equals(code)) {
        double weight = Double.parseDouble(row.getField("Weight"));
        if (row.getField("Type").equals("Indicator")) {
          factor.indicator(indicator(row), weight, treatment, normalization);
        } else {
          factor.factor(code(row), weight, f -> fill(f, code(row), meta, treatment, normalization));
        }
      }
    }
  }

  private static Indicator indicator(NamedCsvRecord row) {
    Direction direction =
        row.getField("Direction").equals("1")
            ? Direction.HIGHER_IS_RISKIER
            : Direction.LOWER_IS_RISKIER;
    return Indicator.of(code(row), direction)
        .withName(row.getField("iName"))
        .withUnit(row.getField("Unit"));
  }

  private static String code(NamedCsvRecord row) {
    return row.getField("iCode");
  }

  /**
   * The same with every indicator riskier where it is higher: for values that COINr has normalised
   * already.
   */
  static RiskModel modelOfNormalized() {
    RiskModel model = model(Treatment.none(), Normalization.goalposts(0, 100));
    ModelBuilder builder = RiskModel.builder(ROOT);
    for (var child : model.root().children()) {
      builder.factor(child.code(), child.weight(), f -> turn(f, (Factor) child));
    }
    return builder.build();
  }

  private static void turn(Factor.Builder builder, Factor factor) {
    for (var child : factor.children()) {
      if (child instanceof Factor inner) {
        builder.factor(child.code(), child.weight(), f -> turn(f, inner));
      } else {
        builder.indicator(
            Indicator.of(child.code(), Direction.HIGHER_IS_RISKIER),
            child.weight(),
            Normalization.goalposts(0, 100));
      }
    }
  }

  /** The second set of weights. */
  static Map<String, Double> unequalWeights() {
    Grid grid = grid("agg_unequal_weights");
    Map<String, Double> weights = new HashMap<>();
    for (String code : grid.keys()) {
      weights.put(code, grid.number(code, "Weight").orElseThrow());
    }
    return weights;
  }

  /** The rows of a grid as profiles of the model's indicators; what is missing is left out. */
  static List<CountryProfile> profiles(Grid grid, RiskModel model) {
    List<CountryProfile> profiles = new ArrayList<>();
    for (String country : grid.keys()) {
      CountryProfile.Builder profile = CountryProfile.builder(Country.of(country, country));
      for (Indicator indicator : model.indicators()) {
        grid.number(country, indicator.code())
            .ifPresent(value -> profile.reading(indicator.code(), value));
      }
      profiles.add(profile.build());
    }
    return profiles;
  }
}
