package dev.steppe.model;

import java.util.ArrayList;
import java.util.List;

/** What is wrong with a definition, each fault with the path to it. */
final class PathFaults {

  private final List<Fault> faults = new ArrayList<>();
  private final OwnMethods methods;

  PathFaults() {
    this(OwnMethods.none());
  }

  /** The faults of a definition that may name methods of one's own. */
  PathFaults(OwnMethods methods) {
    this.methods = methods;
  }

  /** What own methods are made by. */
  OwnMethods methods() {
    return methods;
  }

  /**
   * A fault.
   *
   * @param path where it is, such as {@code factors[0].scale}; empty for the whole
   */
  record Fault(String path, String message) {

    @Override
    public String toString() {
      return path.isEmpty() ? message : path + ": " + message;
    }
  }

  void add(String path, String message) {
    faults.add(new Fault(path, message));
  }

  void add(String path, IllegalArgumentException fault) {
    add(path, String.valueOf(fault.getMessage()));
  }

  int size() {
    return faults.size();
  }

  List<Fault> list() {
    return faults;
  }

  /** The faults as text. */
  List<String> told() {
    return faults.stream().map(Fault::toString).toList();
  }
}
