package dev.steppe.internal;

import com.google.common.collect.ImmutableMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What makes methods of one's own of one kind of their parameters, by id and version. Immutable.
 */
public final class OwnMakers<M> {

  private final String what;
  private final String hint;
  private final Function<M, OwnIdentity> identity;
  private final ImmutableMap<String, Function<Map<String, Double>, M>> makers;

  private OwnMakers(
      String what,
      String hint,
      Function<M, OwnIdentity> identity,
      ImmutableMap<String, Function<Map<String, Double>, M>> makers) {
    this.what = what;
    this.hint = hint;
    this.identity = identity;
    this.makers = makers;
  }

  /**
   * None yet.
   *
   * @param what kind of methods it makes, in a word
   * @param hint what is said where one is asked for and there is none at all
   * @param identity what a method is known by
   */
  public static <M> OwnMakers<M> none(String what, String hint, Function<M, OwnIdentity> identity) {
    return new OwnMakers<>(what, hint, identity, ImmutableMap.of());
  }

  /**
   * A copy with a maker more.
   *
   * @throws IllegalArgumentException if it is no id or version, or is there already
   */
  public OwnMakers<M> with(String id, int version, Function<Map<String, Double>, M> maker) {
    String key = OwnIdentity.of(id, version, Map.of()).key();
    if (makers.containsKey(key)) {
      throw new IllegalArgumentException("Own method " + key + " is there already");
    }
    return new OwnMakers<>(
        what,
        hint,
        identity,
        ImmutableMap.<String, Function<Map<String, Double>, M>>builder()
            .putAll(makers)
            .put(key, maker)
            .buildOrThrow());
  }

  /**
   * The method that is wanted.
   *
   * @throws IllegalArgumentException if there is none, it cannot be made of its parameters, or says
   *     that it is another
   */
  public M made(OwnIdentity wanted) {
    String key = wanted.key();
    @Nullable Function<Map<String, Double>, M> maker = makers.get(key);
    if (maker == null) {
      throw new IllegalArgumentException(
          "there is no own "
              + what
              + " '"
              + key
              + "'. "
              + (makers.isEmpty() ? hint : "Known: " + makers.keySet()));
    }
    M made;
    try {
      made = maker.apply(new TreeMap<>(wanted.parameters()));
    } catch (RuntimeException fault) {
      throw new IllegalArgumentException(
          "own " + what + " '" + key + "' cannot be made of " + wanted.parameters() + ": " + fault,
          fault);
    }
    OwnIdentity found = identity.apply(made);
    if (!found.equals(wanted)) {
      throw new IllegalArgumentException(wanted + " was asked for, but made was " + found);
    }
    return made;
  }
}
