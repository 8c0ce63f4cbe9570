package dev.steppe.testing;

import java.util.LinkedHashSet;
import java.util.Set;

/** The kinds of a sealed family, so that a test can say that it has met each. */
public final class Kinds {

  private Kinds() {}

  /** The classes of which the family's values are. */
  public static Set<Class<?>> of(Class<?> family) {
    if (!family.isSealed()) {
      return Set.of(family);
    }
    Set<Class<?>> kinds = new LinkedHashSet<>();
    for (Class<?> permitted : family.getPermittedSubclasses()) {
      kinds.addAll(of(permitted));
    }
    return kinds;
  }
}
