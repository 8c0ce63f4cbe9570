package dev.steppe.examples.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.steppe.evidence.CountryProfile;
import dev.steppe.nextukraine.PostSovietStates;
import dev.steppe.score.Scorer;
import dev.steppe.uncertainty.UncertaintyAnalysis;
import dev.steppe.uncertainty.UncertaintyPart;
import dev.steppe.uncertainty.UncertaintyResult;
import dev.steppe.uncertainty.WeightUncertainty;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.spark.SparkConf;
import org.apache.spark.serializer.JavaSerializer;
import org.apache.spark.serializer.KryoSerializer;
import org.apache.spark.serializer.Serializer;
import org.apache.spark.serializer.SerializerInstance;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import scala.reflect.ClassTag;
import scala.reflect.ClassTag$;

class SplitUncertaintyTest {

  private static final List<CountryProfile> PROFILES =
      PostSovietStates.profiles(PostSovietStates.dates().get(2));

  /** Seeds that an analysis made on another machine could come with. */
  private static final AtomicLong DRIFT = new AtomicLong();

  private final SparkSession spark = TestSpark.session();

  private static UncertaintyAnalysis analysis() {
    return UncertaintyAnalysis.of(Scorer.of(PostSovietStates.additiveModel()))
        .withWeights(WeightUncertainty.dirichlet(56))
        .withSize(40_000)
        .withSeed(7);
  }

  /** 40,000 draws are five stretches of work: parts with one, two, some and none of them. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 8})
  void parts_on_spark_equal_the_run_on_one_machine(int parts) {
    UncertaintyResult whole = analysis().run(PROFILES);
    UncertaintyResult split =
        SplitUncertainty.run(spark, SplitUncertaintyTest::analysis, PROFILES, parts);
    assertThat(split).isEqualTo(whole).hasToString(whole.toString());
  }

  @Test
  void an_analysis_that_is_not_the_same_everywhere_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                SplitUncertainty.run(
                    spark, () -> analysis().withSeed(DRIFT.incrementAndGet()), PROFILES, 2))
        .withMessageContaining("part 0 of 2 has ");
  }

  @Test
  void no_parts_are_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SplitUncertainty.run(spark, SplitUncertaintyTest::analysis, PROFILES, 0))
        .withMessage("An analysis needs at least one part");
  }

  @Test
  void a_part_survives_both_of_sparks_serializers() {
    UncertaintyPart part = analysis().part(PROFILES, 1, 3);
    for (Serializer serializer :
        List.of(new JavaSerializer(new SparkConf()), new KryoSerializer(new SparkConf()))) {
      byte[] sent = copy(SplitUncertainty.written(part), serializer.newInstance());
      assertThat(SplitUncertainty.read(sent)).isEqualTo(part);
    }
  }

  private static byte[] copy(byte[] part, SerializerInstance serializer) {
    ClassTag<byte[]> type = ClassTag$.MODULE$.apply(byte[].class);
    return serializer.deserialize(serializer.serialize(part, type), type);
  }
}
