package dev.steppe.report;

import com.google.common.collect.ImmutableList;
import dev.steppe.table.Decimals;

/**
 * A straight line from values to places on a drawing.
 *
 * @param from the value at the place {@code start}
 * @param to the value at the place {@code end}, greater than {@code from}
 * @param start a place, in pixels
 * @param end another
 */
record Scale(double from, double to, double start, double end) {

  /** A scale with room on both sides whose ends are round numbers. */
  static Scale around(double least, double most, double start, double end) {
    double room = Math.max((most - least) * 0.05, 0.05);
    double step = step(least - room, most + room, 5);
    return new Scale(
        Math.floor((least - room) / step) * step,
        Math.ceil((most + room) / step) * step,
        start,
        end);
  }

  double at(double value) {
    return start + (end - start) * (value - from) / (to - from);
  }

  /** Round values, about as many as asked for. */
  ImmutableList<Double> ticks(int count) {
    double step = step(from, to, count);
    ImmutableList.Builder<Double> ticks = ImmutableList.builder();
    long last = (long) Math.floor(to / step + 1e-9);
    for (long i = (long) Math.ceil(from / step - 1e-9); i <= last; i++) {
      ticks.add(i * step);
    }
    return ticks.build();
  }

  /** What a tick is called: with as many decimals as the step between ticks has. */
  String label(double tick, int count) {
    double step = step(from, to, count);
    return Decimals.fixed(tick, step >= 1 ? 0 : Math.min(6, (int) Math.ceil(-Math.log10(step))));
  }

  /** 1, 2 or 5 times a power of ten. */
  private static double step(double from, double to, int count) {
    double rough = (to - from) / count;
    double power = Math.pow(10, Math.floor(Math.log10(rough)));
    double lead = rough / power;
    return power * (lead <= 1 ? 1 : lead <= 2 ? 2 : lead <= 5 ? 5 : 10);
  }
}
