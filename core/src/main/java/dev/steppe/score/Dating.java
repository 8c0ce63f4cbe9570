package dev.steppe.score;

import com.google.common.collect.ImmutableList;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.evidence.Evidence;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** When the readings of a card are of, beside the date of its profile. */
final class Dating {

  private Dating() {}

  static ImmutableList<String> later(Scorecard card) {
    ImmutableList.Builder<String> codes = ImmutableList.builder();
    Optional<LocalDate> date = card.profile().asOf();
    if (date.isPresent()) {
      Map<String, LocalDate> days = days(card.profile());
      for (NodeScore node : card.nodes()) {
        if (isLater(node, date.get(), days.get(node.code()))) {
          codes.add(node.code());
        }
      }
    }
    return codes.build();
  }

  static ImmutableList<String> sameYear(Scorecard card) {
    ImmutableList.Builder<String> codes = ImmutableList.builder();
    Optional<LocalDate> date = card.profile().asOf();
    if (date.isPresent() && date.get().getDayOfYear() < date.get().lengthOfYear()) {
      Map<String, LocalDate> days = days(card.profile());
      for (NodeScore node : card.nodes()) {
        LocalDate day = days.get(node.code());
        if (day == null && !isLater(node, date.get(), day) && isOf(node, date.get().getYear())) {
          codes.add(node.code());
        }
      }
    }
    return codes.build();
  }

  /** By indicator: the day of the evidence that it follows from, where that has one. */
  private static Map<String, LocalDate> days(CountryProfile profile) {
    Map<String, LocalDate> days = new HashMap<>();
    for (Evidence evidence : profile.evidence().values()) {
      evidence.asOf().ifPresent(day -> evidence.codes().forEach(code -> days.put(code, day)));
    }
    profile.plainReadings().keySet().forEach(days::remove);
    return days;
  }

  private static boolean isLater(NodeScore node, LocalDate date, @Nullable LocalDate day) {
    return day == null
        ? node.readings().stream()
            .anyMatch(
                reading ->
                    reading.source().observedYear().orElse(Integer.MIN_VALUE) > date.getYear())
        : day.isAfter(date);
  }

  private static boolean isOf(NodeScore node, int year) {
    return node.readings().stream()
        .anyMatch(reading -> reading.source().observedYear().equals(OptionalInt.of(year)));
  }
}
