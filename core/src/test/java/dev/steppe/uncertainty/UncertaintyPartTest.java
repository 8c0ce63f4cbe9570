package dev.steppe.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import dev.steppe.analysis.Sampling;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.score.Scorer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UncertaintyPartTest {

  private static final List<CountryProfile> COUNTRIES = Models.countries(1, 5, 4, true);

  private static UncertaintyAnalysis analysis() {
    return UncertaintyAnalysis.of(Scorer.of(Models.equal(4)))
        .withWeights(WeightUncertainty.uniform())
        .withSize(50_000)
        .withSeed(3);
  }

  private static ImmutableList<UncertaintyPart> parts(UncertaintyAnalysis analysis, int ofParts) {
    ImmutableList.Builder<UncertaintyPart> parts = ImmutableList.builder();
    for (int part = 0; part < ofParts; part++) {
      parts.add(analysis.part(COUNTRIES, part, ofParts));
    }
    return parts.build();
  }

  /** 50,000 draws are 7 tasks, 16,384 are two, and 1 is a part of one. */
  @ParameterizedTest
  @CsvSource({
    "50000,1", "50000,2", "50000,3", "50000,7", "50000,9", "16384,2", "16384,3", "16385,3", "1,1",
    "1,2"
  })
  void parts_make_up_the_run_to_the_bit(long replications, int ofParts) {
    UncertaintyAnalysis analysis =
        analysis().withSize(replications).withChoice(Models.orElse(Models.model(1, 2, 3, 4), 0.5));
    ImmutableList<UncertaintyPart> parts = parts(analysis.withThreads(2), ofParts);
    assertThat(parts.stream().mapToLong(UncertaintyPart::draws).sum()).isEqualTo(replications);
    UncertaintyResult whole = analysis.withThreads(1).run(COUNTRIES);
    assertThat(analysis.combine(COUNTRIES, parts)).isEqualTo(whole);
    assertThat(analysis.combine(COUNTRIES, Lists.reverse(parts)))
        .isEqualTo(whole)
        .hasToString(whole.toString());
  }

  /** Where the order of every pair is exact, parts have no counts of pairs. */
  @Test
  void parts_make_up_the_run_where_pairs_are_exact() {
    List<CountryProfile> certain = Models.countries(1, 5, 4, false);
    UncertaintyResult whole = analysis().run(certain);
    assertThat(whole.isExact("AAA", "BBB")).isTrue();
    List<UncertaintyPart> parts =
        List.of(analysis().part(certain, 0, 2), analysis().withThreads(2).part(certain, 1, 2));
    assertThat(analysis().combine(certain, parts)).isEqualTo(whole);
  }

  @Test
  void a_part_knows_where_it_belongs() {
    UncertaintyPart part = analysis().part(COUNTRIES, 2, 3);
    assertThat(part.part()).isEqualTo(2);
    assertThat(part.ofParts()).isEqualTo(3);
    assertThat(part.seed()).isEqualTo(3);
    assertThat(part.size()).isEqualTo(50_000);
    assertThat(part.draws()).isEqualTo(50_000 - 5 * 8192);
    assertThat(part.models()).containsExactly(Models.equal(4).fingerprint());
    assertThat(part)
        .hasToString(
            "part 2 of 3 (from 0): 9,040 of 50,000 draws from seed 3; models ["
                + Models.equal(4).fingerprint()
                + "]");
    assertThat(part)
        .isEqualTo(analysis().withThreads(2).part(COUNTRIES, 2, 3))
        .hasSameHashCodeAs(analysis().part(COUNTRIES, 2, 3))
        .isNotEqualTo(analysis().part(COUNTRIES, 1, 3))
        .isNotEqualTo(analysis().withSeed(4).part(COUNTRIES, 2, 3));
  }

  @Test
  void parts_travel_in_serialized_form() throws IOException, ClassNotFoundException {
    List<UncertaintyPart> read = new ArrayList<>();
    for (UncertaintyPart part : parts(analysis(), 3)) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      new ObjectOutputStream(bytes).writeObject(part);
      assertThat(bytes.size()).isLessThan(5 * 81_000 + 10_000);
      ByteArrayInputStream in = new ByteArrayInputStream(bytes.toByteArray());
      read.add((UncertaintyPart) new ObjectInputStream(in).readObject());
    }
    assertThat(read).isEqualTo(parts(analysis(), 3));
    assertThat(analysis().combine(COUNTRIES, read)).isEqualTo(analysis().run(COUNTRIES));
  }

  /** Where bits are flipped at random, all over the stream, from a seed. */
  @Test
  void a_flipped_bit_is_refused_or_changes_nothing() throws IOException {
    List<UncertaintyPart> parts = parts(analysis(), 2);
    UncertaintyResult expected = analysis().combine(COUNTRIES, parts);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new ObjectOutputStream(bytes).writeObject(parts.get(0));
    Random random = new Random(1);
    int damaged = 0;
    for (int i = 0; i < 2000; i++) {
      byte[] copy = bytes.toByteArray();
      // Every byte of the head once, and then any.
      int at = i < 200 ? i : random.nextInt(copy.length);
      copy[at] ^= (byte) (1 << random.nextInt(8));
      try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(copy))) {
        UncertaintyPart read = (UncertaintyPart) in.readObject();
        assertThat(analysis().combine(COUNTRIES, List.of(read, parts.get(1)))).isEqualTo(expected);
      } catch (IOException | ClassNotFoundException | ClassCastException | LinkageError refused) {
        damaged += String.valueOf(refused.getMessage()).contains("damaged on its way") ? 1 : 0;
      }
    }
    assertThat(damaged).isGreaterThan(1500);
  }

  @Test
  void progress_hears_of_the_part() {
    List<Long> heard = new ArrayList<>();
    UncertaintyAnalysis listening =
        analysis()
            .withProgress(
                (done, limit) -> {
                  assertThat(limit).isEqualTo(2 * 8192);
                  return heard.add(done);
                });
    listening.part(COUNTRIES, 1, 3);
    assertThat(heard).containsExactly(8192L, 16384L);
    assertThatThrownBy(() -> analysis().withProgress((done, limit) -> false).part(COUNTRIES, 1, 3))
        .isInstanceOf(CancellationException.class)
        .hasMessage("The analysis was stopped after 8192 of 16384");
  }

  @Test
  void confidence_and_threads_may_differ_from_those_of_the_parts() {
    assertThat(analysis().withLevel(0.8).combine(COUNTRIES, parts(analysis(), 2)))
        .isEqualTo(analysis().withLevel(0.8).run(COUNTRIES));
  }

  @Test
  void sets_of_parts_that_are_not_whole_are_refused() {
    ImmutableList<UncertaintyPart> parts = parts(analysis(), 3);
    assertRefused(
        () -> analysis().combine(COUNTRIES, List.of()), "An analysis needs at least one part");
    assertRefused(
        () -> analysis().combine(COUNTRIES, parts.subList(0, 2)),
        "The set of parts: part 2 of 3 is missing");
    assertRefused(
        () ->
            analysis()
                .combine(
                    COUNTRIES,
                    List.of(parts.get(0), parts.get(2), parts.get(0), parts(analysis(), 2).get(1))),
        "The set of parts has 3 faults:\n"
            + "  - part 1 of 2 is not one of 3, as the first is\n"
            + "  - part 0 of 3 was given 2 times\n"
            + "  - part 1 of 3 is missing");
  }

  @Test
  void parts_of_another_analysis_are_refused_with_all_that_differs() {
    UncertaintyPart part = analysis().part(COUNTRIES, 0, 1);
    String own = Models.equal(4).fingerprint();
    String other = Models.model(1, 2, 3, 4).fingerprint();
    assertRefused(
        () ->
            UncertaintyAnalysis.of(Models.scorer(1, 2, 3, 4))
                .withChoice(Models.orElse(Models.equal(4), 2))
                .withCentralReadings()
                .withSize(10)
                .combine(COUNTRIES.subList(0, 2), List.of(part)),
        "The set of parts has 8 faults:\n"
            + "  - part 0 of 1 has seed 3 instead of 2022\n"
            + "  - part 0 of 1 has size 50000 instead of 10\n"
            + ("  - part 0 of 1 has model " + own + " instead of " + other + "\n")
            + ("  - part 0 of 1 has models [" + own + "] instead of [" + other + ", " + own + "]\n")
            + "  - part 0 of 1 has likelihoods of models [1.0] instead of [1.0, 2.0]\n"
            + "  - part 0 of 1 has weights uniform() instead of fixed()\n"
            + "  - part 0 of 1 has drawn readings true instead of false\n"
            + "  - part 0 of 1 has countries [AAA, BBB, CCC, DDD, EEE] instead of [AAA, BBB]");
    List<CountryProfile> changed = new ArrayList<>(COUNTRIES);
    changed.set(1, Models.country(1, 1, 2, 3, 4));
    assertThatThrownBy(() -> analysis().combine(changed, List.of(part)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("The set of parts: part 0 of 1 has readings of BBB {a=")
        .hasMessageEndingWith("instead of {a=1.0, b=2.0, c=3.0, d=4.0}");
  }

  @Test
  void parts_keep_correlations_and_those_of_others_are_refused() {
    Correlations some = Correlations.none().with("a", "b", 0.5).withSharedError("c", 0.25);
    UncertaintyAnalysis correlated = analysis().withCorrelations(some);
    assertThat(correlated.combine(COUNTRIES, parts(correlated, 3)))
        .isEqualTo(correlated.run(COUNTRIES))
        .isNotEqualTo(analysis().run(COUNTRIES));
    assertRefused(
        () -> correlated.combine(COUNTRIES, parts(analysis(), 1)),
        "The set of parts: part 0 of 1 has correlations "
            + Correlations.none()
            + " instead of "
            + some);
  }

  @Test
  void sobol_sequences_have_no_parts() {
    String message =
        "Sobol sequences cannot be drawn in parts. Use Sampling.RANDOM, or run the analysis whole.";
    UncertaintyAnalysis sobol = analysis().withSize(1 << 14).withSampling(Sampling.SCRAMBLED_SOBOL);
    assertRefused(() -> sobol.part(COUNTRIES, 0, 2), message);
    assertRefused(() -> sobol.combine(COUNTRIES, List.of()), message);
  }

  @Test
  void parts_have_a_fixed_number_of_draws() {
    String message =
        "Parts of an analysis have a fixed number of draws, but withHalfWidth was set to 0.01";
    UncertaintyAnalysis open = analysis().withHalfWidth(0.01);
    assertRefused(() -> open.part(COUNTRIES, 0, 2), message);
    assertRefused(() -> open.combine(COUNTRIES, parts(analysis(), 2)), message);
  }

  @Test
  void parts_that_do_not_exist_are_refused() {
    assertRefused(
        () -> analysis().part(COUNTRIES, 0, 0), "number of parts must be at least 1, but was 0");
    assertRefused(() -> analysis().part(COUNTRIES, 3, 3), "part must be from 0 to 2, but was 3");
    assertRefused(() -> analysis().part(COUNTRIES, -1, 3), "part must be from 0 to 2, but was -1");
    assertRefused(() -> analysis().part(List.of(), 0, 3), "An analysis needs at least one profile");
  }

  private static void assertRefused(ThrowingCallable call, String message) {
    assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
  }
}
