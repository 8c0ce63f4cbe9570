package dev.steppe.internal;

import com.google.common.collect.ImmutableMap;
import java.io.Serializable;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a method of one's own is known by. */
public record OwnIdentity(String id, int version, ImmutableMap<String, Double> parameters)
    implements Serializable {

  /** The method's name in definitions, whichever it is. */
  public static final String OWN = "own";

  /**
   * Checks the parts, and puts the parameters in the order of their names.
   *
   * @throws IllegalArgumentException that lists all that is wrong
   */
  public OwnIdentity {
    Faults faults = new Faults();
    faults.code(id, "id of an own method");
    if (version < 1) {
      faults.add("Version of own method '" + id + "' must be 1 or more, but was " + version);
    }
    Map<String, Double> sorted = new TreeMap<>();
    parameters.forEach(
        (name, value) -> {
          faults.code(name, "name of a parameter of own method '" + id + "'");
          sorted.put(
              name, faults.finite(value, "parameter '" + name + "' of own method '" + id + "'"));
        });
    faults.throwIfAny();
    parameters = ImmutableMap.copyOf(sorted);
  }

  /** The same for parameters in any map. */
  public static OwnIdentity of(String id, int version, Map<String, Double> parameters) {
    return new OwnIdentity(id, version, ImmutableMap.copyOf(parameters));
  }

  /**
   * Refuses the function of another method.
   *
   * @throws IllegalArgumentException if it is not known by this
   */
  public void check(OwnIdentity ofMethod) {
    if (!equals(ofMethod)) {
      throw new IllegalArgumentException(this + " has the function of " + ofMethod);
    }
  }

  /** The id and the version, such as {@code acme.root@1}. */
  public String key() {
    return id + "@" + version;
  }

  /**
   * A value that a method gave.
   *
   * @throws IllegalArgumentException if it is none
   */
  public double checked(double value, double least, double greatest, String of) {
    if (value >= least && value <= greatest) {
      return value;
    }
    throw new IllegalArgumentException(
        this + " gave " + value + of + ": must be in [" + least + ", " + greatest + "]");
  }

  /** Such as {@code own(acme.root@1, top=4)}. */
  @Override
  public String toString() {
    return OWN
        + "("
        + id
        + "@"
        + version
        + parameters.entrySet().stream()
            .map(entry -> ", " + entry.getKey() + "=" + Text.shortest(entry.getValue()))
            .collect(Collectors.joining())
        + ")";
  }
}
