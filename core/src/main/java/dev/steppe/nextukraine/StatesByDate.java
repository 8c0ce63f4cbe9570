package dev.steppe.nextukraine;

import static java.util.Objects.requireNonNull;

import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.steppe.evidence.CountryProfile;
import java.time.LocalDate;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What is known of the 14 states at each date, which is read when it is first asked for. */
final class StatesByDate {

  private final ImmutableMap<LocalDate, Supplier<ImmutableList<CountryProfile>>> profiles;

  /**
   * States at dates.
   *
   * @param read the states at a date, by code
   */
  StatesByDate(Function<LocalDate, ImmutableList<CountryProfile>> read) {
    ImmutableMap.Builder<LocalDate, Supplier<ImmutableList<CountryProfile>>> byDate =
        ImmutableMap.builder();
    for (LocalDate date : StateEvidence.dates()) {
      byDate.put(date, Suppliers.memoize(() -> read.apply(date)));
    }
    this.profiles = byDate.buildOrThrow();
  }

  /** The same with each profile changed. */
  StatesByDate with(UnaryOperator<CountryProfile> change) {
    return new StatesByDate(
        date -> {
          ImmutableList.Builder<CountryProfile> changed = ImmutableList.builder();
          for (CountryProfile profile : at(date)) {
            changed.add(change.apply(profile));
          }
          return changed.build();
        });
  }

  /** All states at a date, by code. */
  ImmutableList<CountryProfile> at(LocalDate date) {
    @Nullable Supplier<ImmutableList<CountryProfile>> there =
        profiles.get(requireNonNull(date, "date"));
    if (there == null) {
      throw new IllegalArgumentException(
          "No profiles of " + date + ". Known dates: " + StateEvidence.dates());
    }
    return there.get();
  }

  /** All states at all dates, by date and code. */
  ImmutableList<CountryProfile> all() {
    ImmutableList.Builder<CountryProfile> all = ImmutableList.builder();
    for (LocalDate date : profiles.keySet()) {
      all.addAll(at(date));
    }
    return all.build();
  }
}
