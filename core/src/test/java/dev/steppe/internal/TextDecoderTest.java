package dev.steppe.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.io.CharStreams;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class TextDecoderTest {

  private static String decoded(byte[] bytes, Charset charset) throws IOException {
    return CharStreams.toString(
        new TextDecoder(new ByteArrayInputStream(bytes), charset, "Advice"));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("dev.steppe.testing.RandomModels#seeds")
  void text_comes_out_as_it_went_in(long seed) throws IOException {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder("country");
    for (int i = random.nextInt(40_000); i > 0; i--) {
      text.append(List.of("a", "é", "中", "😀", "\n", "\r\n", ",").get(random.nextInt(7)));
    }
    String all = text.toString();
    for (Charset charset :
        List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
      assertThat(decoded(all.getBytes(charset), charset)).isEqualTo(all);
      assertThat(decoded(("\uFEFF" + all).getBytes(charset), StandardCharsets.ISO_8859_1))
          .isEqualTo(all);
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("dev.steppe.testing.RandomModels#seeds")
  void a_byte_that_does_not_fit_is_told_with_its_line(long seed) {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder("country");
    int line = 1;
    for (int i = random.nextInt(40_000); i > 0; i--) {
      String next = List.of("a", "é", "中", "\n", "\r\n").get(random.nextInt(5));
      line += next.endsWith("\n") ? 1 : 0;
      text.append(next);
    }
    byte[] good = text.toString().getBytes(StandardCharsets.UTF_8);
    byte[] bad = new byte[good.length + 2];
    System.arraycopy(good, 0, bad, 0, good.length);
    bad[good.length] = (byte) 0xF6;
    bad[good.length + 1] = 'n';
    assertThatThrownBy(() -> decoded(bad, StandardCharsets.UTF_8))
        .isInstanceOf(TextDecoder.NotText.class)
        .hasMessageStartingWith("line " + line + ": byte 0xF6 is not UTF-8. ");
  }

  @Test
  void a_stream_may_give_a_byte_at_a_time() throws IOException {
    byte[] bytes = "\uFEFFcountry,\u00e9\n".getBytes(StandardCharsets.UTF_16BE);
    InputStream slow =
        new ByteArrayInputStream(bytes) {
          @Override
          public int read(byte[] buffer, int offset, int length) {
            return super.read(buffer, offset, Math.min(length, 1));
          }
        };
    assertThat(CharStreams.toString(new TextDecoder(slow, StandardCharsets.UTF_8, "Advice")))
        .isEqualTo("country,\u00e9\n");
    assertThat(decoded(new byte[0], StandardCharsets.UTF_8)).isEmpty();
    assertThat(decoded(new byte[] {'a'}, StandardCharsets.UTF_8)).isEqualTo("a");
  }

  @Test
  void a_character_that_is_cut_off_is_told() {
    byte[] cut = {'a', '\n', (byte) 0xC3};
    assertThatThrownBy(() -> decoded(cut, StandardCharsets.UTF_8))
        .hasMessageStartingWith("line 2: byte 0xC3 is not UTF-8. ");
  }

  @Test
  void files_that_are_no_text_are_called_what_they_are() {
    assertThatThrownBy(() -> decoded(new byte[] {'P', 'K', 3, 4, 20}, StandardCharsets.UTF_8))
        .hasMessageContaining("an Excel workbook or another ZIP file");
    byte[] old = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0};
    assertThatThrownBy(() -> decoded(old, StandardCharsets.UTF_8))
        .hasMessageContaining("an old Excel workbook");
    assertThatThrownBy(() -> decoded(new byte[] {0x1F, (byte) 0x8B, 8}, StandardCharsets.UTF_8))
        .hasMessageContaining("gzip");
  }
}
