package dev.steppe.testing;

import dev.steppe.evidence.OwnEstimate;
import dev.steppe.evidence.OwnEstimates;
import dev.steppe.model.OwnAggregation;
import dev.steppe.model.OwnMethods;
import dev.steppe.model.OwnNormalization;
import java.io.Serializable;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;

/** Methods of one's own. */
public final class Owned {

  private Owned() {}

  /** All of them, by what they are called. */
  public static OwnMethods methods() {
    return OwnMethods.none()
        .withNormalization("acme.root", 1, parameters -> new Root(parameters.get("top")))
        .withNormalization("acme.hill", 1, parameters -> new Hill())
        .withAggregation("acme.half", 1, parameters -> new Half(parameters.get("share")))
        .withAggregation("acme.gap", 1, parameters -> new Gap());
  }

  /** The distributions, likewise. */
  public static OwnEstimates estimates() {
    return OwnEstimates.none()
        .with("acme.rising", 1, parameters -> new Rising(parameters.get("top")));
  }

  /** {@code cdf(x) = (x / top)^2}: the power function distribution, Beta(2, 1) times the top. */
  public record Rising(double top) implements OwnEstimate {

    public Rising {
      if (!(top > 0)) {
        throw new IllegalArgumentException("top must be > 0");
      }
    }

    @Override
    public String id() {
      return "acme.rising";
    }

    @Override
    public int version() {
      return 1;
    }

    @Override
    public Map<String, Double> parameters() {
      return Map.of("top", top);
    }

    @Override
    public double quantile(double probability) {
      return top * Math.sqrt(probability);
    }

    @Override
    public double mean() {
      return top * 2 / 3;
    }

    @Override
    public double variance() {
      return top * top / 18;
    }

    @Override
    public boolean keepsContract() {
      return true;
    }
  }

  /** Any distribution, with or without the contract. */
  public record Shape(Curve quantile, double mean, double variance, boolean keepsContract)
      implements OwnEstimate {

    @Override
    public String id() {
      return "a.shape";
    }

    @Override
    public int version() {
      return 3;
    }

    @Override
    public double quantile(double probability) {
      return quantile.applyAsDouble(probability);
    }
  }

  /** {@code 100 * sqrt(reading / top)}. */
  public record Root(double top) implements OwnNormalization {

    public Root {
      if (!(top > 0)) {
        throw new IllegalArgumentException("top must be > 0");
      }
    }

    @Override
    public String id() {
      return "acme.root";
    }

    @Override
    public int version() {
      return 1;
    }

    @Override
    public Map<String, Double> parameters() {
      return Map.of("top", top);
    }

    @Override
    public double value(double reading) {
      return 100 * Math.sqrt(Math.max(0, Math.min(1, reading / top)));
    }

    @Override
    public boolean keepsContract() {
      return true;
    }
  }

  /** Up to 1 and down again, and so without the contract. */
  public record Hill() implements OwnNormalization {

    @Override
    public String id() {
      return "acme.hill";
    }

    @Override
    public int version() {
      return 1;
    }

    @Override
    public double value(double reading) {
      return Math.max(0, 100 - 100 * Math.abs(reading - 1));
    }
  }

  /** A curve that can be sent. */
  public interface Curve extends DoubleUnaryOperator, Serializable {}

  /** Any curve, with or without the contract. */
  public record Scale(String id, int version, Curve curve, boolean keepsContract)
      implements OwnNormalization {

    @Override
    public double value(double reading) {
      return curve.applyAsDouble(reading);
    }
  }

  /** Between the mean and the maximum. */
  public record Half(double share) implements OwnAggregation {

    @Override
    public String id() {
      return "acme.half";
    }

    @Override
    public int version() {
      return 1;
    }

    @Override
    public Map<String, Double> parameters() {
      return Map.of("share", share);
    }

    @Override
    public double value(double[] values, double[] weights) {
      double mean = 0;
      double most = 0;
      for (int i = 0; i < values.length; i++) {
        mean += weights[i] * values[i];
        most = Math.max(most, values[i]);
      }
      return (1 - share) * mean + share * most;
    }

    @Override
    public boolean keepsContract() {
      return true;
    }
  }

  /** How far apart the children are: neither rising with them nor between them. */
  public record Gap() implements OwnAggregation {

    @Override
    public String id() {
      return "acme.gap";
    }

    @Override
    public int version() {
      return 1;
    }

    @Override
    public double value(double[] values, double[] weights) {
      double least = 100;
      double most = 0;
      for (double value : values) {
        least = Math.min(least, value);
        most = Math.max(most, value);
      }
      return most - least;
    }
  }
}
