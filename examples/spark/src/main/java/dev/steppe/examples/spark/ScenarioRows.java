package dev.steppe.examples.spark;

import dev.steppe.evidence.CountryProfile;
import dev.steppe.evidence.Estimate;
import dev.steppe.model.Indicator;
import dev.steppe.nextukraine.PostSovietStates;
import java.io.IOException;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * Makes rows to score: the 14 post-Soviet states at four dates under any number of scenarios, with
 * the columns {@code country}, {@code date}, {@code scenario} and one for each indicator.
 *
 * <p>Scenario 0 is what is known. In the others every reading is moved at random by up to a tenth
 * of the range that the states have, within the indicator's domain and on the nearest of its
 * levels, if it has any, and one in fifty is lost. They are made up to have many rows, and say
 * nothing of any state. A row depends on its number and the seed only.
 */
public final class ScenarioRows {

  private static final int LABELS = 3;
  private static final double LOST = 0.02;
  private static final long SEED = 2022;

  private ScenarioRows() {}

  /** Takes where the rows go and how many there are to be. */
  public static void main(String[] args) throws IOException {
    if (args.length != 2) {
      throw new IllegalArgumentException("Give where the rows go and how many: ROWS NUMBER");
    }
    try (SparkSession spark = LocalSpark.session()) {
      of(spark, Long.parseLong(args[1])).write().parquet(args[0]);
    }
  }

  /** That many rows, computed when they are asked for. */
  static Dataset<Row> of(SparkSession spark, long rows) {
    return spark
        .range(rows)
        .as(Encoders.LONG())
        .map((MapFunction<Long, Row>) ScenarioRows::row, Encoders.row(schema()));
  }

  private static StructType schema() {
    StructType schema =
        new StructType()
            .add("country", DataTypes.StringType, false)
            .add("date", DataTypes.DateType, false)
            .add("scenario", DataTypes.LongType, false);
    for (Indicator indicator : PostSovietStates.model().indicators()) {
      schema = schema.add(indicator.code(), DataTypes.DoubleType, true);
    }
    return schema;
  }

  /** What is known, loaded on every machine that makes rows. */
  private static final class Known {
    static final List<CountryProfile> PROFILES = PostSovietStates.profiles();
    static final List<Indicator> INDICATORS = PostSovietStates.model().indicators();

    /** {@code [profile][indicator]}, null where there is none. */
    static final @Nullable Double[][] READINGS = new Double[PROFILES.size()][INDICATORS.size()];

    /** How far a reading of an indicator is moved at most. */
    static final double[] FARTHEST = new double[INDICATORS.size()];

    static {
      for (int i = 0; i < FARTHEST.length; i++) {
        DoubleSummaryStatistics range = new DoubleSummaryStatistics();
        for (int p = 0; p < READINGS.length; p++) {
          Optional<Estimate> known = PROFILES.get(p).estimate(INDICATORS.get(i).code());
          READINGS[p][i] = known.map(Estimate::central).orElse(null);
          known.map(Estimate::central).ifPresent(range::accept);
        }
        FARTHEST[i] = 0.1 * (range.getMax() - range.getMin());
      }
    }
  }

  private static Row row(long number) {
    int known = (int) (number % Known.READINGS.length);
    long scenario = number / Known.READINGS.length;
    CountryProfile profile = Known.PROFILES.get(known);
    SplittableRandom random = new SplittableRandom(SEED + 31 * number);
    @Nullable Object[] values = new Object[LABELS + Known.FARTHEST.length];
    values[0] = profile.country().code();
    values[1] = profile.asOf().orElseThrow();
    values[2] = scenario;
    for (int i = 0; i < Known.FARTHEST.length; i++) {
      @Nullable Double reading = Known.READINGS[known][i];
      values[LABELS + i] = scenario == 0 || reading == null ? reading : moved(reading, i, random);
    }
    return RowFactory.create(values);
  }

  private static @Nullable Double moved(double reading, int i, SplittableRandom random) {
    boolean lost = random.nextDouble() < LOST;
    double moved = reading + Known.FARTHEST[i] * (2 * random.nextDouble() - 1);
    Indicator indicator = Known.INDICATORS.get(i);
    double inside = Math.min(Math.max(moved, indicator.domainLower()), indicator.domainUpper());
    return lost ? null : Double.valueOf(onLevel(inside, indicator));
  }

  private static double onLevel(double reading, Indicator indicator) {
    double nearest = reading;
    double least = Double.POSITIVE_INFINITY;
    for (double level : indicator.levels()) {
      double distance = Math.abs(level - reading);
      if (distance < least) {
        least = distance;
        nearest = level;
      }
    }
    return nearest;
  }
}
