package dev.steppe.evidence;

import dev.steppe.internal.OwnIdentity;
import dev.steppe.internal.OwnMakers;
import java.util.Map;
import java.util.function.Function;

/**
 * The distributions of one's own that texts and tables may name, by id and version. Immutable;
 * {@link #with} gives a larger copy.
 *
 * <pre>{@code
 * OwnEstimates own =
 *     OwnEstimates.none().with("acme.rising", 1, parameters -> new Rising(parameters.get("top")));
 * Estimate.parse("own(acme.rising@1, top=10)", own).central();   // 7.0710678118654755
 * CsvFormat.standard().withOwnEstimates(own).readLong(file);
 * }</pre>
 *
 * @since 0.1
 */
public final class OwnEstimates {

  private static final OwnEstimates NONE =
      new OwnEstimates(
          OwnMakers.none(
              "estimate",
              "OwnEstimates has none: see Estimate.parse(text, own) and"
                  + " CsvFormat.withOwnEstimates",
              OwnDistribution::identity));

  private final OwnMakers<OwnEstimate> makers;

  private OwnEstimates(OwnMakers<OwnEstimate> makers) {
    this.makers = makers;
  }

  /** No distribution but those of the library. */
  public static OwnEstimates none() {
    return NONE;
  }

  /**
   * A copy with a distribution more.
   *
   * @param id what it is called
   * @param version its version, 1 or more
   * @param maker makes it of its parameters; what it throws is told as what is wrong with them
   * @throws IllegalArgumentException if it is no id or version, or is there already
   */
  public OwnEstimates with(
      String id, int version, Function<Map<String, Double>, OwnEstimate> maker) {
    return new OwnEstimates(makers.with(id, version, maker));
  }

  OwnEstimate made(OwnIdentity wanted) {
    return makers.made(wanted);
  }
}
