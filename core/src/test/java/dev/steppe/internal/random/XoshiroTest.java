package dev.steppe.internal.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import dev.steppe.internal.DrawBlock;
import java.util.Arrays;
import java.util.function.BiConsumer;
import org.apache.commons.math3.distribution.ExponentialDistribution;
import org.apache.commons.math3.distribution.GammaDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.RealDistribution;
import org.apache.commons.math3.distribution.UniformRealDistribution;
import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XoshiroTest {

  private static final int COUNT = 20_000;

  /** Made by the authors' C program, as listed in the tests of several ports of it. */
  @Test
  void bits_are_those_of_the_reference_program() {
    Xoshiro generator = Xoshiro.ofState(1, 2, 3, 4);
    String[] expected = {
      "41943041",
      "58720359",
      "3588806011781223",
      "3591011842654386",
      "9228616714210784205",
      "9973669472204895162",
      "14011001112246962877",
      "12406186145184390807",
      "15849039046786891736",
      "10450023813501588000"
    };
    for (String bits : expected) {
      assertThat(Long.toUnsignedString(generator.nextLong())).isEqualTo(bits);
    }
  }

  /** From the state (0, 0, 0, 1), as listed with the Fortran port of the authors' program. */
  @Test
  void bits_are_those_of_the_reference_program_from_another_state() {
    Xoshiro generator = Xoshiro.ofState(0, 0, 0, 1);
    long[] expected = {
      0x0000000000800000L,
      0x0000000000800011L,
      0x0002200000800011L,
      0x0002200044000020L,
      0x00022000448008A1L,
      0x01102100802208A0L,
      0x0114002284200880L,
      0x0402896644A64095L,
      0x8A14A0A244ACC891L,
      0x8C88BA4680B20495L
    };
    for (long bits : expected) {
      assertThat(generator.nextLong()).isEqualTo(bits);
    }
  }

  /** The first outputs of SplitMix64 from the seed 1234567. */
  @Test
  void a_seed_becomes_a_state_by_split_mix() {
    Xoshiro seeded = Xoshiro.ofSeed(1234567);
    Xoshiro stated =
        Xoshiro.ofState(
            6457827717110365317L,
            3203168211198807973L,
            Long.parseUnsignedLong("9817491932198370423"),
            4593380528125082431L);
    for (int i = 0; i < 10; i++) {
      assertThat(seeded.nextLong()).isEqualTo(stated.nextLong());
    }
  }

  private static double[] filled(BiConsumer<Xoshiro, double[]> draw) {
    double[] out = new double[COUNT];
    draw.accept(Xoshiro.ofSeed(7), out);
    return out;
  }

  private static double[] exponentials() {
    return filled((generator, out) -> generator.exponentials(out, COUNT));
  }

  private static double[] normals() {
    return filled((generator, out) -> Arrays.setAll(out, i -> generator.nextNormal()));
  }

  /** A false alarm has a chance of one in a thousand, but the seed is fixed. */
  private static void follows(double[] draws, RealDistribution law) {
    assertThat(new KolmogorovSmirnovTest().kolmogorovSmirnovTest(law, draws)).isGreaterThan(1e-3);
  }

  @Test
  void draws_follow_their_laws() {
    follows(
        filled((generator, out) -> generator.uniforms(out, COUNT)), new UniformRealDistribution());
    follows(exponentials(), new ExponentialDistribution(1));
    follows(normals(), new NormalDistribution());
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.05, 0.5, 1, 2.5, 40})
  void exponentials_of_log_gammas_are_gammas(double shape) {
    double[] draws = filled((generator, out) -> generator.logGammas(shape, out, COUNT));
    for (int i = 0; i < draws.length; i++) {
      draws[i] = Math.exp(draws[i]);
    }
    follows(draws, new GammaDistribution(shape, 1));
    follows(
        filled((generator, out) -> generator.gammas(shape, out, COUNT)),
        new GammaDistribution(shape, 1));
  }

  /** The distribution beyond the lowest layer, which few draws of 20,000 reach. */
  @Test
  void tails_hold_as_many_draws_as_they_should() {
    int count = 4_000_000;
    double[] out = new double[count];
    Xoshiro.ofSeed(11).exponentials(out, count);
    assertThat(share(out, 8)).isCloseTo(Math.exp(-8), within(4 * Math.sqrt(Math.exp(-8) / count)));
    assertThat(share(out, 10))
        .isCloseTo(Math.exp(-10), within(4 * Math.sqrt(Math.exp(-10) / count)));
    Xoshiro normal = Xoshiro.ofSeed(12);
    Arrays.setAll(out, i -> normal.nextNormal());
    double expected = new NormalDistribution().cumulativeProbability(-3.7);
    assertThat(share(out, 3.7)).isCloseTo(expected, within(4 * Math.sqrt(expected / count)));
  }

  /** The method of Marsaglia and Tsang as it is written, with the density wherever it is needed. */
  private static double plainExponential(long bits, Xoshiro generator, double[] edges) {
    int layer = (int) bits & 255;
    double x = ((bits >>> 11) + 0.5) * (edges[layer] * 0x1.0p-53);
    if (bits >>> 11 < (long) (edges[layer + 1] / edges[layer] * 0x1.0p53)) {
      return x;
    }
    if (layer == 0) {
      return edges[1] + plainExponential(generator.nextLong(), generator, edges);
    }
    double low = StrictMath.exp(-edges[layer]);
    double high = StrictMath.exp(-edges[layer + 1]);
    return low + generator.nextUniform() * (high - low) < StrictMath.exp(-x)
        ? x
        : plainExponential(generator.nextLong(), generator, edges);
  }

  @Test
  void tangents_and_chords_decide_as_the_density_does() {
    double area = 0.003949659822581557;
    double[] edges = new double[257];
    edges[1] = 7.69711747013105;
    edges[0] = area / StrictMath.exp(-edges[1]);
    for (int i = 2; i < 256; i++) {
      edges[i] = -StrictMath.log(area / edges[i - 1] + StrictMath.exp(-edges[i - 1]));
    }
    double[] draws = new double[1_000_000];
    Xoshiro.ofSeed(5).exponentials(draws, draws.length);
    Xoshiro generator = Xoshiro.ofSeed(5);
    long[] bits = new long[DrawBlock.SIZE];
    for (int i = 0; i < draws.length; i++) {
      int place = i % DrawBlock.SIZE;
      if (place == 0) {
        Arrays.setAll(bits, k -> generator.nextLong());
      }
      assertThat(draws[i] == plainExponential(bits[place], generator, edges)).isTrue();
    }
  }

  private static double share(double[] draws, double above) {
    int found = 0;
    for (double draw : draws) {
      found += draw > above ? 1 : 0;
    }
    return (double) found / draws.length;
  }

  @Test
  void log_gammas_of_a_tiny_shape_are_finite() {
    double[] draws = filled((generator, out) -> generator.logGammas(1e-5, out, COUNT));
    for (double draw : draws) {
      assertThat(Double.isFinite(draw)).isTrue();
    }
  }

  @Test
  void uniforms_and_exponentials_are_never_at_their_ends() {
    for (double draw : filled((generator, out) -> generator.uniforms(out, COUNT))) {
      assertThat(draw).isStrictlyBetween(0.0, 1.0);
    }
    for (double draw : exponentials()) {
      assertThat(draw).isPositive();
    }
  }

  /** These hashes hold on every JDK from 17 on: products and StrictMath have the same bits. */
  @Test
  void draws_have_the_same_bits_everywhere() {
    assertThat(hash(filled((generator, out) -> generator.uniforms(out, COUNT))))
        .isEqualTo("ec3c5f23ff6f8ece09e063a3d3f8ae19");
    assertThat(hash(exponentials())).isEqualTo("7f43bc008a94c4d7fac94e17f380223e");
    assertThat(hash(normals())).isEqualTo("4bc4ee78d1b08f020f7806f1f356d63d");
    assertThat(hash(filled((generator, out) -> generator.logGammas(0.3, out, COUNT))))
        .isEqualTo("6ab774193b5ac9bcb654070f4832be09");
    assertThat(hash(filled((generator, out) -> generator.gammas(0.3, out, COUNT))))
        .isEqualTo("0fb2d4909ff510737d4b96632362ddde");
    assertThat(hash(filled((generator, out) -> generator.gammas(3, out, COUNT))))
        .isEqualTo("1fbedbbb6531f60eb82fd026c2e4207b");
  }

  static String hash(double[] draws) {
    Hasher hasher = Hashing.murmur3_128().newHasher();
    for (double draw : draws) {
      hasher.putLong(Double.doubleToLongBits(draw));
    }
    return hasher.hash().toString();
  }
}
