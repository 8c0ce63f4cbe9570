package dev.steppe.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steppe.evidence.AllianceNetwork;
import dev.steppe.evidence.AllianceTies;
import dev.steppe.evidence.CodeList;
import dev.steppe.evidence.CountryCodes;
import dev.steppe.evidence.Dataset;
import dev.steppe.evidence.Estimate;
import dev.steppe.evidence.EvidenceCsv;
import dev.steppe.evidence.Loaded;
import dev.steppe.evidence.TieKind;
import dev.steppe.testing.SerialSamples;
import dev.steppe.testing.Sound;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.DoubleStream;

/** Readers of tables of partners, of groups of people and of memberships. */
final class EvidenceTargets {

  private static final LocalDate DAY = LocalDate.of(2021, 12, 31);

  private static final Map<String, UnaryOperator<EvidenceCsv>> WAYS =
      Map.of(
          "percent", EvidenceCsv::withPercent,
          "iso", csv -> csv.withCountries(CountryCodes.of(CodeList.ISO3, CodeList.NAMES)),
          "dated", csv -> csv.withAsOf(DAY),
          "of-2020", csv -> csv.withYear(2020),
          "total", csv -> csv.withTotal("World"),
          "merged", csv -> csv.withGroup("Slavs", "Russians"),
          "kin", csv -> csv.withUnlistedKin(Estimate.between(0, 0.01)),
          "size", csv -> csv.withColumn("share", "size"),
          "pact", csv -> csv.withKind("CSTO", TieKind.DEFENCE_PACT),
          "semicolon", csv -> csv.withFormat(TableTarget.format("semicolon comma-decimal")));

  private EvidenceTargets() {}

  static void partners(byte[] input) throws Exception {
    profiles(input, csv -> text -> csv.tradePartners("RUS", text));
  }

  static void groups(byte[] input) throws Exception {
    profiles(input, csv -> text -> csv.ethnicDistributions("Russians", text));
  }

  private static void profiles(
      byte[] input, Function<EvidenceCsv, Function<String, Loaded<Dataset>>> reading)
      throws Exception {
    Optional<Loaded<Dataset>> read = read(input, reading);
    if (read.isEmpty()) {
      return;
    }
    Dataset dataset = read.get().value();
    Sound.dataset(dataset);
    for (String code : dataset.codes()) {
      assertThat(DoubleStream.of(dataset.column(code)).filter(value -> !Double.isNaN(value)))
          .as(code)
          .allMatch(value -> value >= 0 && value <= 1);
    }
  }

  /** The text is decoded as every table is, see {@link TableTarget}. */
  private static <T> Optional<Loaded<T>> read(
      byte[] input, Function<EvidenceCsv, Function<String, Loaded<T>>> reading) throws Exception {
    HowAndTable given = HowAndTable.of(input);
    String text = new String(given.table(), StandardCharsets.UTF_8);
    EvidenceCsv csv = EvidenceCsv.standard();
    for (String way : given.how()) {
      csv = WAYS.getOrDefault(way, UnaryOperator.identity()).apply(csv);
    }
    Function<String, Loaded<T>> reader = reading.apply(csv);
    Optional<Loaded<T>> read = Refusal.orValue(() -> reader.apply(text));
    if (read.isPresent()) {
      assertThat(reader.apply(text)).isEqualTo(read.get());
    }
    return read;
  }

  static void alliances(byte[] input) throws Exception {
    Optional<Loaded<AllianceNetwork>> read = read(input, csv -> csv::allianceNetwork);
    if (read.isEmpty()) {
      return;
    }
    AllianceNetwork network = read.get().value();
    Sound.value(network);
    AllianceTies.Builder ties = AllianceTies.builder(network, "KAZ", DAY).rival("RUS");
    Refusal.orValue(() -> SerialSamples.profile().withEvidence(ties.build()))
        .ifPresent(Sound::profile);
  }
}
