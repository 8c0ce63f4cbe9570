package dev.steppe.golden;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** COINr's way from data to index in plain loops; shares no code with what it checks. */
final class NaiveAsem {

  private final Grid data = Grid.read("asem/asem_step_imputed.csv");
  private final Map<String, List<String>> children = new HashMap<>();
  private final Map<String, Integer> directions = new HashMap<>();
  private final Map<String, double[]> normalized = new LinkedHashMap<>();
  private final boolean geometric;

  NaiveAsem(int points, boolean zScores, boolean geometric) {
    this.geometric = geometric;
    for (NamedCsvRecord row : Grid.rows("asem/asem_iMeta.csv")) {
      children
          .computeIfAbsent(row.getField("Parent"), unseen -> new ArrayList<>())
          .add(row.getField("iCode"));
      directions.put(row.getField("iCode"), row.getField("Direction").equals("-1") ? -1 : 1);
    }
    for (String indicator : data.columns()) {
      double[] values = treated(column(indicator), points);
      for (int c = 0; c < values.length; c++) {
        values[c] *= directions.get(indicator);
      }
      normalized.put(indicator, zScores ? zScores(values) : minMax(values));
    }
  }

  private double[] column(String indicator) {
    return data.keys().stream().mapToDouble(c -> data.number(c, indicator).orElseThrow()).toArray();
  }

  /** The index by country, where all weights are 1 but those given. */
  Map<String, Double> index(Map<String, Double> weights) {
    Map<String, Double> index = new TreeMap<>();
    for (int c = 0; c < data.keys().size(); c++) {
      index.put(data.keys().get(c), value("Index", c, weights));
    }
    return index;
  }

  private double value(String node, int country, Map<String, Double> weights) {
    if (normalized.containsKey(node)) {
      return normalized.get(node)[country];
    }
    double sum = 0;
    double total = 0;
    for (String child : children.get(node)) {
      double weight = weights.getOrDefault(child, 1.0);
      double x = value(child, country, weights);
      sum += weight * (geometric ? Math.log(x) : x);
      total += weight;
    }
    return geometric ? Math.exp(sum / total) : sum / total;
  }

  private static double[] treated(double[] raw, int points) {
    double[] values = raw.clone();
    boolean[] high = new boolean[raw.length];
    boolean[] low = new boolean[raw.length];
    while (fails(values) && count(high) + count(low) < points) {
      double end = values[0];
      boolean top = skewness(values) >= 0;
      for (double x : values) {
        end = top ? Math.max(end, x) : Math.min(end, x);
      }
      double next = Double.NaN;
      for (double x : values) {
        if (x != end) {
          next = Double.isNaN(next) ? x : top ? Math.max(next, x) : Math.min(next, x);
        }
      }
      for (int c = 0; c < values.length; c++) {
        if (values[c] == end) {
          values[c] = next;
          (top ? high : low)[c] = true;
        }
      }
    }
    return fails(values) ? logarithms(raw) : values;
  }

  private static int count(boolean[] marks) {
    int count = 0;
    for (boolean mark : marks) {
      count += mark ? 1 : 0;
    }
    return count;
  }

  private static double[] logarithms(double[] raw) {
    double min = Arrays.stream(raw).min().orElseThrow();
    double max = Arrays.stream(raw).max().orElseThrow();
    return Arrays.stream(raw).map(x -> Math.log(x - min + 0.01 * (max - min))).toArray();
  }

  private static boolean fails(double[] values) {
    return Math.abs(skewness(values)) >= 2 && kurtosis(values) >= 3.5;
  }

  /** Mean of the powers of the distance from the mean. */
  private static double moment(double[] values, int power) {
    double mean = Arrays.stream(values).average().orElseThrow();
    return Arrays.stream(values).map(x -> Math.pow(x - mean, power)).average().orElseThrow();
  }

  private static double skewness(double[] values) {
    double n = values.length;
    double g1 = moment(values, 3) / Math.pow(moment(values, 2), 1.5);
    return g1 * Math.sqrt(n * (n - 1)) / (n - 2);
  }

  private static double kurtosis(double[] values) {
    double n = values.length;
    double g2 = moment(values, 4) / Math.pow(moment(values, 2), 2) - 3;
    return (n - 1) / ((n - 2) * (n - 3)) * ((n + 1) * g2 + 6);
  }

  private static double[] minMax(double[] values) {
    double min = Arrays.stream(values).min().orElseThrow();
    double max = Arrays.stream(values).max().orElseThrow();
    return Arrays.stream(values).map(x -> 1 + 99 * (x - min) / (max - min)).toArray();
  }

  private static double[] zScores(double[] values) {
    double mean = Arrays.stream(values).average().orElseThrow();
    double n = values.length;
    double sd = Math.sqrt(moment(values, 2) * n / (n - 1));
    return Arrays.stream(values).map(x -> 10 + 2 * (x - mean) / sd).toArray();
  }

  /** Ranks from the highest value, the best of those that tie. */
  static Map<String, Integer> ranks(Map<String, Double> index) {
    Map<String, Integer> ranks = new TreeMap<>();
    index.forEach(
        (country, value) -> {
          List<Double> above = new ArrayList<>();
          for (double other : index.values()) {
            if (other > value + 1e-9) {
              above.add(other);
            }
          }
          ranks.put(country, 1 + above.size());
        });
    return ranks;
  }
}
