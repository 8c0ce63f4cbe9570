package dev.steppe.model;

import static dev.steppe.model.Methods.count;
import static dev.steppe.model.Methods.number;
import static dev.steppe.model.Methods.optional;
import static dev.steppe.model.Methods.required;

import com.google.common.collect.ImmutableMap;
import dev.steppe.internal.OwnIdentity;
import dev.steppe.model.Methods.Arguments;
import dev.steppe.model.Methods.Parameter;

/**
 * All methods by their names in definitions. The other way is {@link Normalization#definition} and
 * its like.
 */
final class MethodFamilies {

  /** What a method of one's own is known by. */
  private static final Parameter[] IDENTITY = {
    required("id", ParameterKind.TEXT),
    required("version", ParameterKind.COUNT),
    new Parameter("parameters", ParameterKind.NAMED_NUMBERS, false, ImmutableMap.of())
  };

  static final Methods<Normalization> SCALES =
      Methods.<Normalization>of("scale")
          .add(
              "goalposts",
              a -> Normalization.goalposts(a.number("lower"), a.number("upper")),
              number("lower"),
              number("upper"))
          .add(
              "piecewiseLinear",
              a -> Normalization.piecewiseLinear(a.points("points")),
              required("points", ParameterKind.POINTS))
          .add(
              "logistic",
              a -> Normalization.logistic(a.number("midpoint"), a.number("steepness")),
              number("midpoint"),
              number("steepness"))
          .add(
              "categories",
              a -> Normalization.categories(a.points("values")),
              required("values", ParameterKind.POINTS))
          .add("minMax", a -> Normalization.minMax())
          .add(
              "zScore",
              a -> Normalization.zScore(a.number("mean"), a.number("sd")),
              number("mean", 50),
              number("sd", 10))
          .add(
              "farZScore",
              a ->
                  new FarZScore(
                      a.number("mean"),
                      a.number("origin"),
                      a.number("offset"),
                      a.number("perPoint")),
              number("mean"),
              number("origin"),
              number("offset"),
              number("perPoint"))
          .add("rank", a -> ranks(a, true), optional("readings", ParameterKind.NUMBERS))
          .add("percentileRank", a -> ranks(a, false), optional("readings", ParameterKind.NUMBERS))
          .add(
              "onto",
              a -> a.scale("scale").onto(a.number("lower"), a.number("upper")),
              required("scale", ParameterKind.SCALE),
              number("lower"),
              number("upper"))
          .add(OwnIdentity.OWN, a -> a.methods().normalization(a.own()), IDENTITY);

  private static final Parameter[] THRESHOLDS = {
    count("maxPoints", 5), number("skewness", 2), number("kurtosis", 3.5)
  };

  static final Methods<Treatment> TREATMENTS =
      Methods.<Treatment>of("treatment")
          .add("none", a -> Treatment.none())
          .add(
              "clamp",
              a -> Treatment.clamp(a.number("lower"), a.number("upper")),
              number("lower", Double.NEGATIVE_INFINITY),
              number("upper", Double.POSITIVE_INFINITY))
          .add("log", a -> Treatment.log(a.number("shift")), number("shift", 0))
          .add("logOfRange", a -> Treatment.logOfRange())
          .add("winsorize", MethodFamilies::winsorize, THRESHOLDS)
          .add("winsorizeOrLog", a -> new WinsorizeOrLog(winsorize(a)), THRESHOLDS);

  static final Methods<Aggregation> AGGREGATIONS =
      Methods.<Aggregation>of("aggregation")
          .add("arithmetic", a -> Aggregation.arithmetic())
          .add("geometric", a -> Aggregation.geometric(a.number("floor")), number("floor", 0))
          .add("harmonic", a -> Aggregation.harmonic(a.number("floor")), number("floor", 0))
          .add("power", a -> Aggregation.power(a.number("exponent")), number("exponent"))
          .add("maximum", a -> Aggregation.maximum())
          .add("minimum", a -> Aggregation.minimum())
          .add(
              "choquet",
              a -> Aggregation.choquet(a.interactions("interactions")),
              required("interactions", ParameterKind.INTERACTIONS))
          .add(OwnIdentity.OWN, a -> a.methods().aggregation(a.own()), IDENTITY);

  static final Methods<MissingPolicy> MISSING =
      Methods.<MissingPolicy>of("policy")
          .add("fail", a -> MissingPolicy.fail())
          .add("reweight", a -> MissingPolicy.reweight(a.number("minimum")), number("minimum"))
          .add(
              "reweightByCount",
              a -> MissingPolicy.reweightByCount(a.number("minimum")),
              number("minimum"))
          .add("bound", a -> MissingPolicy.bound());

  private MethodFamilies() {}

  /** Ranks among given readings, or among those of a reference set yet to come. */
  private static Normalization ranks(Arguments arguments, boolean tiesAveraged) {
    return arguments.isGiven("readings")
        ? new FittedRankNormalization(arguments.numbers("readings"), tiesAveraged)
        : new RankNormalization(tiesAveraged);
  }

  private static Winsorize winsorize(Arguments arguments) {
    return new Winsorize(
        arguments.count("maxPoints"), arguments.number("skewness"), arguments.number("kurtosis"));
  }
}
