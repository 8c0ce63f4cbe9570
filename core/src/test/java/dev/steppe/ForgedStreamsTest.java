package dev.steppe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.steppe.evidence.Estimate;
import dev.steppe.model.RiskModel;
import dev.steppe.testing.Forgery;
import dev.steppe.testing.SerialSamples;
import dev.steppe.testing.SerialStream;
import dev.steppe.testing.StreamClaims;
import dev.steppe.uncertainty.UncertaintyPart;
import java.io.File;
import java.io.InvalidObjectException;
import java.io.ObjectStreamException;
import java.io.Serializable;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Streams of Java serialization in which one value was put in the place of another, so that they
 * are well formed and only the classes can refuse them: each is refused, or gives what a factory
 * gives, too.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS) // Counts what was forged in all samples.
class ForgedStreamsTest {

  /** Of one field so many values are forged, wherever it comes up. */
  private static final int MOST = 2;

  /** Lives within one call, and is never read from a stream. */
  private static final Set<String> NEVER_SENT = Set.of("dev.steppe.revision.ProfileMixture$Mixed");

  /** What may be null, or no finite number, beside bounds. */
  private static final Set<String> OPTIONAL =
      Set.of(
          "dev.steppe.evidence.BetaEstimate.mode",
          "dev.steppe.evidence.CountryAtDate.date",
          "dev.steppe.evidence.LogNormalEstimate.logarithm",
          "dev.steppe.evidence.Region.populationShare",
          "dev.steppe.evidence.Source.observedYear",
          "dev.steppe.evidence.TradePartners.transit",
          "dev.steppe.model.RiskModel.classes",
          "dev.steppe.score.Contribution.first",
          "dev.steppe.score.Contribution.second");

  /** Made again of the rest, so that it does not matter what a stream says. */
  private static final Set<String> DERIVED =
      Set.of(
          "dev.steppe.evidence.NormalEstimate.above",
          "dev.steppe.evidence.NormalEstimate.below",
          "dev.steppe.evidence.NormalEstimate.mass",
          "dev.steppe.evidence.LogNormalEstimate.base",
          "dev.steppe.evidence.LogNormalEstimate.logarithm");

  private final Map<String, Integer> seen = new HashMap<>();

  static Stream<Arguments> samples() {
    return SerialSamples.all()
        .map(sample -> Arguments.of(sample.getClass().getSimpleName(), sample));
  }

  @ParameterizedTest(name = "{0} {index}")
  @MethodSource("samples")
  void forged_streams_are_refused_or_give_what_factories_give(String kind, Serializable sample) {
    Forgery forgery = new Forgery(sample);
    assertThat(forgery.written()).isEqualTo(forgery.original());
    forgery.forEach(
        name -> seen.merge(name, 1, Integer::sum) <= MOST,
        (what, stream) -> {
          Object read;
          try {
            read = SerialSamples.read(stream);
          } catch (ObjectStreamException refused) {
            return;
          } catch (Exception refused) {
            assertThat(refused).as(what).satisfies(StreamClaims::isOfOthers);
            return;
          }
          StreamClaims.assertSound(what, read);
          if (!read.equals(sample)) {
            assertThat(isNothing(what)).as("%s was taken", what).isFalse();
          }
        });
  }

  private static boolean isNothing(String what) {
    String[] words = what.split(" := ");
    return !OPTIONAL.contains(words[0])
        && !DERIVED.contains(words[0])
        && (words[1].equals("null") || words[1].equals("NaN"));
  }

  @Test
  void every_class_that_can_be_sent_is_among_the_samples() throws Exception {
    Set<String> sent = new TreeSet<>(NEVER_SENT);
    SerialSamples.all()
        .forEach(
            sample -> {
              sent.add(sample.getClass().getName());
              sent.addAll(new Forgery(sample).classes());
            });
    assertThat(sent).containsAll(serializable());
  }

  /** The classes of the library itself, without a start of any. */
  private static Set<String> serializable() throws Exception {
    Path root =
        Path.of(RiskModel.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    Set<String> names = new TreeSet<>();
    try (Stream<Path> files = Files.walk(root.resolve("dev"))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".class")).toList()) {
        String name = root.relativize(file).toString().replace(File.separatorChar, '.');
        Class<?> type =
            Class.forName(
                name.substring(0, name.length() - ".class".length()),
                false,
                RiskModel.class.getClassLoader());
        if (Serializable.class.isAssignableFrom(type)
            && !Throwable.class.isAssignableFrom(type)
            && !Enum.class.isAssignableFrom(type)
            && !Modifier.isAbstract(type.getModifiers())) {
          names.add(type.getName());
        }
      }
    }
    return names;
  }

  @Test
  void what_is_refused_says_why() {
    SerialStream stream = SerialStream.of(SerialSamples.bytes(Estimate.normal(5, 2)));
    stream.slots("dev.steppe").stream()
        .filter(slot -> slot.name().endsWith(".sd"))
        .forEach(slot -> slot.set(-2.0));
    assertThatThrownBy(() -> SerialSamples.read(stream.bytes()))
        .isInstanceOf(InvalidObjectException.class)
        .hasMessage(
            "The stream has no valid normal estimate: Standard deviation of a normal estimate must"
                + " be > 0, but was -2.0");
  }

  @Test
  void what_is_refused_of_a_part_says_that_it_is_one() {
    UncertaintyPart part = SerialSamples.analysis().part(SerialSamples.countries(), 0, 1);
    Map<String, Integer> forged = new HashMap<>();
    new Forgery(part)
        .forEach(
            name -> forged.merge(name, 1, Integer::sum) <= 1,
            (what, stream) -> {
              try {
                SerialSamples.read(stream);
              } catch (Exception refused) {
                assertThat(refused)
                    .as(what)
                    .isInstanceOf(InvalidObjectException.class)
                    .hasMessageStartingWith("The stream has no valid part of an analysis: ");
              }
            });
    assertThat(forged).hasSizeGreaterThan(20);
  }

  /** Before its content come names and lengths, of which Java finds some damage by itself. */
  @Test
  void a_part_is_refused_whatever_bit_before_its_content_is_another() {
    UncertaintyPart part = SerialSamples.analysis().part(SerialSamples.countries(), 1, 3);
    byte[] stream = SerialSamples.bytes(part);
    for (int bit = 0; bit < 100 * Byte.SIZE; bit++) {
      byte[] damaged = stream.clone();
      damaged[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
      try {
        assertThat(SerialSamples.read(damaged)).as("bit %s", bit).isEqualTo(part);
      } catch (ObjectStreamException refused) {
        // As it is to be.
      } catch (Exception refused) {
        assertThat(refused).as("bit %s", bit).satisfies(StreamClaims::isOfOthers);
      }
    }
  }
}
