package dev.steppe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.steppe.testing.SerialSamples;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InvalidClassException;
import java.io.InvalidObjectException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The filter that {@code .github/SECURITY.md} has for those who read streams. */
class StreamFilterTest {

  private static final Pattern FILTER = Pattern.compile("```text\n(maxarray=\\S+)\n```");

  private static String filter() throws IOException {
    String page = Files.readString(Path.of("..", ".github", "SECURITY.md"));
    Matcher found = FILTER.matcher(page);
    assertThat(found.find()).isTrue();
    return found.group(1);
  }

  private static Object read(byte[] stream, String filter)
      throws IOException, ClassNotFoundException {
    try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(stream))) {
      in.setObjectInputFilter(ObjectInputFilter.Config.createFilter(filter));
      return in.readObject();
    }
  }

  static Stream<Arguments> samples() {
    return SerialSamples.all()
        .map(sample -> Arguments.of(sample.getClass().getSimpleName(), sample));
  }

  @ParameterizedTest(name = "{0} {index}")
  @MethodSource("samples")
  void it_lets_all_values_in(String kind, Serializable sample) throws Exception {
    assertThat(read(SerialSamples.bytes(sample), filter())).hasSameClassAs(sample);
  }

  @Test
  void it_refuses_others() throws Exception {
    byte[] other = SerialSamples.bytes(Path.of("a").toFile());
    String filter = filter();
    assertThatThrownBy(() -> read(other, filter))
        .isInstanceOf(InvalidClassException.class)
        .hasMessageContaining("REJECTED");
  }

  /** Of a damaged length Java would make the array before it finds that the stream has less. */
  @Test
  void it_refuses_arrays_that_are_longer_than_there_is_of_anything() throws Exception {
    byte[] stream = SerialSamples.bytes(SerialSamples.scorer().bulk());
    String filter = filter();
    int refused = 0;
    for (int at = 0; at + Integer.BYTES <= stream.length; at++) {
      byte[] damaged = stream.clone();
      ByteBuffer.wrap(damaged).putInt(at, 0x7FFFFF00);
      try {
        read(damaged, filter);
      } catch (InvalidClassException e) {
        refused += String.valueOf(e.getMessage()).contains("REJECTED") ? 1 : 0;
      } catch (Exception otherwise) {
        // Found by something else.
      }
    }
    assertThat(refused).isPositive();
  }

  /** A part has a stream within its stream. */
  @Test
  void a_filter_holds_for_what_is_inside_a_part() {
    byte[] part =
        SerialSamples.bytes(SerialSamples.analysis().part(SerialSamples.countries(), 0, 1));
    assertThatThrownBy(() -> read(part, "!dev.steppe.uncertainty.DrawCounts"))
        .isInstanceOf(InvalidObjectException.class)
        .hasMessage("The stream has no valid part of an analysis: filter status: REJECTED");
  }
}
