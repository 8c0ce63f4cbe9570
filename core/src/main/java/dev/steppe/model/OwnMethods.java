package dev.steppe.model;

import dev.steppe.evidence.OwnMethod;
import dev.steppe.internal.OwnIdentity;
import dev.steppe.internal.OwnMakers;
import java.util.Map;
import java.util.function.Function;

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

  private static final String HINT = "OwnMethods has none: see RiskModel.of(definition, methods)";

  private static final OwnMethods NONE =
      new OwnMethods(
          OwnMakers.none("normalisation", HINT, OwnMethods::identity),
          OwnMakers.none("aggregation", HINT, OwnMethods::identity));

  private final OwnMakers<OwnNormalization> scales;
  private final OwnMakers<OwnAggregation> means;

  private OwnMethods(OwnMakers<OwnNormalization> scales, OwnMakers<OwnAggregation> means) {
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
    return new OwnMethods(scales.with(id, version, maker), means);
  }

  /** A copy with an aggregation more, see {@link #withNormalization}. */
  public OwnMethods withAggregation(
      String id, int version, Function<Map<String, Double>, OwnAggregation> maker) {
    return new OwnMethods(scales, means.with(id, version, maker));
  }

  static OwnIdentity identity(OwnMethod method) {
    return OwnIdentity.of(method.id(), method.version(), method.parameters());
  }

  static MethodDefinition definition(OwnIdentity identity) {
    return MethodDefinition.of(OwnIdentity.OWN)
        .with("id", identity.id())
        .with("version", identity.version())
        .with("parameters", identity.parameters());
  }

  Normalization normalization(OwnIdentity wanted) {
    return OwnScale.of(scales.made(wanted));
  }

  Aggregation aggregation(OwnIdentity wanted) {
    return OwnMean.of(means.made(wanted));
  }
}
