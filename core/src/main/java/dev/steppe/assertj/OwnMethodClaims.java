package dev.steppe.assertj;

import com.google.common.collect.ImmutableMap;
import dev.steppe.evidence.OwnMethod;
import dev.steppe.internal.random.SplitMix64;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What every method of one's own promises, whatever it computes. */
abstract class OwnMethodClaims<SELF extends OwnMethodClaims<SELF, M>, M extends OwnMethod>
    extends Claims<SELF, M> {

  OwnMethodClaims(@Nullable M actual, Class<?> self) {
    super(actual, self);
  }

  /** The name that it goes by in failures. */
  String name() {
    return actual.id() + "@" + actual.version();
  }

  AssertionError broken(String what) {
    return failed("Expecting own method " + name() + "\nto keep its contract, but " + what + ".");
  }

  /** Asks for id, version and parameters twice, and has them checked where they are used. */
  void checkIdentity(Runnable use) {
    isNotNull();
    try {
      use.run();
    } catch (IllegalArgumentException fault) {
      throw broken("it cannot be used: " + fault.getMessage());
    }
    boolean same = identity().equals(identity());
    if (!same) {
      throw broken("id, version and parameters are not the same when asked for again");
    }
  }

  private List<Object> identity() {
    return List.of(actual.id(), actual.version(), ImmutableMap.copyOf(actual.parameters()));
  }

  /** What arrives where it is sent. */
  M copy() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(actual);
    } catch (IOException fault) {
      throw broken("it cannot be serialised: " + fault);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())) {
          @Override
          protected Class<?> resolveClass(java.io.ObjectStreamClass description)
              throws IOException, ClassNotFoundException {
            return Class.forName(description.getName(), false, actual.getClass().getClassLoader());
          }
        }) {
      @SuppressWarnings("unchecked")
      M copy = (M) actual.getClass().cast(in.readObject());
      return copy;
    } catch (IOException | ClassNotFoundException fault) {
      throw broken("it cannot be read back after it was serialised: " + fault);
    }
  }

  /** The value, if it is one. */
  double inScale(double value, String of) {
    if (value >= 0 && value <= 100) {
      return value;
    }
    throw broken("it gives " + value + " for " + of + ", which is not in [0, 100]");
  }

  /** A number from 0 to below 1. */
  static double part(SplitMix64 random) {
    return (random.nextLong() >>> 11) * 0x1p-53;
  }

  void checkSame(double value, double again, String of, String when) {
    if (Double.doubleToLongBits(value) != Double.doubleToLongBits(again)) {
      throw broken("it gives " + value + " for " + of + ", and " + again + " " + when);
    }
  }
}
