package dev.steppe.model;

import com.google.common.collect.ImmutableMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The methods of one's own that definitions of models may name, by id and version. Immutable;
 * {@code with} methods give larger copies.
 *
 * <pre>{@code
 * OwnMethods methods =
 *     OwnMethods.none()
 *         .withNormalization("acme.root", 1, parameters -> new Root(parameters.get("top")))
 *         .withAggregation("acme.half", 1, parameters -> new Half(parameters.get("share")));
 * RiskModel model = RiskModel.of(definition, methods);
 * }</pre>
 *
 * @since 0.1
 */
public final class OwnMethods {

  private static final OwnMethods NONE = new OwnMethods(ImmutableMap.of(), ImmutableMap.of());

  private final ImmutableMap<String, Function<Map<String, Double>, OwnNormalization>> scales;
  private final ImmutableMap<String, Function<Map<String, Double>, OwnAggregation>> means;

  private OwnMethods(
      ImmutableMap<String, Function<Map<String, Double>, OwnNormalization>> scales,
      ImmutableMap<String, Function<Map<String, Double>, OwnAggregation>> means) {
    this.scales = scales;
    this.means = means;
  }

  /** No method but those of the library. */
  public static OwnMethods none() {
    return NONE;
  }

  /**
   * A copy with a scale more.
   *
   * @param id what it is called
   * @param version its version, 1 or more
   * @param maker makes it of its parameters; what it throws is told as what is wrong with them
   * @throws IllegalArgumentException if it is no id or version, or is there already
   */
  public OwnMethods withNormalization(
      String id, int version, Function<Map<String, Double>, OwnNormalization> maker) {
    return new OwnMethods(with(scales, id, version, maker), means);
  }

  /** A copy with an aggregation more, see {@link #withNormalization}. */
  public OwnMethods withAggregation(
      String id, int version, Function<Map<String, Double>, OwnAggregation> maker) {
    return new OwnMethods(scales, with(means, id, version, maker));
  }

  private static <F> ImmutableMap<String, F> with(
      ImmutableMap<String, F> makers, String id, int version, F maker) {
    String key = key(OwnIdentity.of(id, version, Map.of()));
    if (makers.containsKey(key)) {
      throw new IllegalArgumentException("Own method " + key + " is there already");
    }
    return ImmutableMap.<String, F>builder().putAll(makers).put(key, maker).buildOrThrow();
  }

  private static String key(OwnIdentity identity) {
    return identity.id() + "@" + identity.version();
  }

  Normalization normalization(OwnIdentity wanted) {
    return OwnScale.of(made(wanted, scales, "normalisation"));
  }

  Aggregation aggregation(OwnIdentity wanted) {
    return OwnMean.of(made(wanted, means, "aggregation"));
  }

  private static <M extends OwnMethod> M made(
      OwnIdentity wanted, Map<String, Function<Map<String, Double>, M>> makers, String what) {
    String key = key(wanted);
    @Nullable Function<Map<String, Double>, M> maker = makers.get(key);
    if (maker == null) {
      throw new IllegalArgumentException(
          "there is no own "
              + what
              + " '"
              + key
              + "'. "
              + (makers.isEmpty()
                  ? "OwnMethods has none: see RiskModel.of(definition, methods)"
                  : "Known: " + makers.keySet()));
    }
    M made;
    try {
      made = maker.apply(new TreeMap<>(wanted.parameters()));
    } catch (RuntimeException fault) {
      throw new IllegalArgumentException(
          "own " + what + " '" + key + "' cannot be made of " + wanted.parameters() + ": " + fault,
          fault);
    }
    OwnIdentity identity = OwnIdentity.of(made);
    if (!identity.equals(wanted)) {
      throw new IllegalArgumentException(wanted + " was asked for, but made was " + identity);
    }
    return made;
  }
}
