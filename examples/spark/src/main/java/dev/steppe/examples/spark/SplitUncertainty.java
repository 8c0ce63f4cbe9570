package dev.steppe.examples.spark;

import com.google.common.collect.ImmutableList;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.nextukraine.PostSovietStates;
import dev.steppe.score.Scorer;
import dev.steppe.uncertainty.UncertaintyAnalysis;
import dev.steppe.uncertainty.UncertaintyPart;
import dev.steppe.uncertainty.UncertaintyResult;
import dev.steppe.uncertainty.WeightUncertainty;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;

/**
 * Shares out the draws of an uncertainty analysis. The result equals {@link
 * UncertaintyAnalysis#run} on one machine to the bit, whatever the number of parts.
 */
public final class SplitUncertainty {

  private static final LocalDate EVE_OF_2022 = LocalDate.of(2022, 2, 23);

  private SplitUncertainty() {}

  /** How to make the analysis wherever a part of it runs; the same everywhere. */
  @FunctionalInterface
  interface Recipe extends Serializable {
    UncertaintyAnalysis analysis();
  }

  /** Takes the number of draws and of parts: how sure is the order of the 14 states? */
  public static void main(String[] args) throws IOException {
    if (args.length != 2) {
      throw new IllegalArgumentException("Give DRAWS PARTS");
    }
    long draws = Long.parseLong(args[0]);
    int parts = Integer.parseInt(args[1]);
    try (SparkSession spark = LocalSpark.session()) {
      System.out.println(
          run(
              spark,
              () ->
                  UncertaintyAnalysis.of(Scorer.of(PostSovietStates.additiveModel()))
                      .withWeights(WeightUncertainty.uniform())
                      .withSize(draws)
                      .withSeed(2022),
              PostSovietStates.profiles(EVE_OF_2022),
              parts));
    }
  }

  /**
   * Runs an analysis in parts, one thread each.
   *
   * @throws IllegalArgumentException as {@link UncertaintyAnalysis#combine}, such as if a machine
   *     made the analysis with another model or seed
   */
  static UncertaintyResult run(
      SparkSession spark, Recipe recipe, Iterable<CountryProfile> profiles, int parts) {
    ImmutableList<CountryProfile> all = ImmutableList.copyOf(profiles);
    List<Integer> numbers = IntStream.range(0, parts).boxed().toList();
    List<byte[]> counted =
        JavaSparkContext.fromSparkContext(spark.sparkContext())
            .parallelize(numbers, Math.max(1, parts))
            .map(part -> written(recipe.analysis().withThreads(1).part(all, part, parts)))
            .collect();
    return recipe.analysis().combine(all, counted.stream().map(SplitUncertainty::read).toList());
  }

  /** A part as bytes, which Kryo can send too: it knows no records. */
  static byte[] written(UncertaintyPart part) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream objects = new ObjectOutputStream(bytes)) {
      objects.writeObject(part);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static UncertaintyPart read(byte[] part) {
    try (ObjectInputStream objects = new ObjectInputStream(new ByteArrayInputStream(part))) {
      return (UncertaintyPart) objects.readObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }
}
