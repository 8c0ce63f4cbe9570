package dev.steppe.internal;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds as {@link Lookup} does, and at once however many names there are. */
public final class NameIndex {

  private final List<String> names;
  private final List<String> labels;
  private final ImmutableMap<String, Integer> places;
  private final ImmutableSet<String> repeated;

  /** Of names that do not change. */
  public NameIndex(List<String> names) {
    this(names, names);
  }

  /** Of names, and what people may write in place of each. */
  public NameIndex(List<String> names, List<String> labels) {
    this.names = names;
    this.labels = labels;
    Map<String, Integer> found = new HashMap<>();
    ImmutableSet.Builder<String> again = ImmutableSet.builder();
    int place = 0;
    for (String name : names) {
      if (found.putIfAbsent(name, place) != null) {
        again.add(name);
      }
      place++;
    }
    this.places = ImmutableMap.copyOf(found);
    this.repeated = again.build();
  }

  /** Whether a name comes more than once. */
  public boolean isRepeated(String name) {
    return repeated.contains(name);
  }

  /** See {@link Lookup#only}. */
  public int only(String what, String name, String absent, String several) {
    @Nullable Integer place = repeated.contains(name) ? null : places.get(name);
    return place == null ? Lookup.only(what, name, names, labels, absent, several) : place;
  }

  /** See {@link Lookup#place}. */
  public int place(String what, String name, String absent) {
    @Nullable Integer place = places.get(name);
    return place == null ? Lookup.place(what, name, names, labels, absent) : place;
  }
}
