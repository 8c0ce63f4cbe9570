package dev.steppe.nextukraine;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.steppe.evidence.AllianceTies;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.evidence.Estimate;
import dev.steppe.evidence.TieKind;
import dev.steppe.internal.Text;
import dev.steppe.model.Criterion;
import dev.steppe.model.Indicator;
import dev.steppe.model.MethodDefinition;
import dev.steppe.model.Normalization;
import dev.steppe.model.RiskModel;
import dev.steppe.uncertainty.SharedJudgement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * The numbers of a model that are judged, and how far they may be off, by one rule for all of them
 * that was set before anything was drawn by it.
 *
 * <ul>
 *   <li>A value that a scale gives to a step, other than 0 and 100, may be off by half the way to
 *       the value of the step next to it, or to the end of the scale if there is none: either way,
 *       less often the further off (a triangular law). So an order of steps stays what it is.
 *   <li>A goalpost that is not the end of all that is possible may be off by a quarter of the
 *       length of its scale, in the same way.
 *   <li>How much a tie binds, by its kind, may be off by half the way to the kind next to it, in
 *       the same way.
 *   <li>A {@linkplain CodingRules rule of coding} may have been the other one.
 * </ul>
 */
final class OpenJudgements {

  private static final int MOST_LEVELS = 16;

  /** Of values of scales for one indicator. */
  private static final int MOST_SCALES = 4096;

  /** Of strengths of ties, each of which takes some time. */
  private static final int MOST_NETWORKS = 256;

  private final List<Draft> drafts = new ArrayList<>();
  private final ImmutableList<SharedJudgement> rules;

  private OpenJudgements(ImmutableList<SharedJudgement> rules) {
    this.rules = rules;
  }

  /**
   * A judgement whose number of levels is not set yet.
   *
   * @param most combinations with others of its kind for one indicator; of both kinds, 4096
   */
  private record Draft(SharedJudgement judgement, int most) {
    /** Whether it is combined with another for an indicator. */
    boolean isBeside(Draft other, String code) {
      return most == other.most && judgement.indicators().contains(code);
    }
  }

  /** Those of a model, for these profiles: of ties, then of scales in the order of the model. */
  static ImmutableList<SharedJudgement> of(RiskModel model, Iterable<CountryProfile> profiles) {
    return of(model, profiles, ImmutableList.of());
  }

  /** Those of a model with rules of coding, which come first. */
  static ImmutableList<SharedJudgement> of(
      RiskModel model, Iterable<CountryProfile> profiles, ImmutableList<SharedJudgement> rules) {
    OpenJudgements open = new OpenJudgements(rules);
    // Rules and ties first: a changed scale then needs no further profile or network.
    for (CountryProfile profile : profiles) {
      if (profile.evidence(AllianceTies.class).isPresent()) {
        open.addTies(model, profile.evidence(AllianceTies.class).get());
        break;
      }
    }
    model.criteria().forEach(open::addScale);
    return open.withLevels();
  }

  private void addScale(Criterion criterion) {
    MethodDefinition scale = criterion.normalization().definition();
    if (scale.method().equals("piecewiseLinear")) {
      addSteps(criterion);
    } else if (scale.method().equals("goalposts")) {
      addGoalposts(criterion);
    }
  }

  private void addSteps(Criterion criterion) {
    List<Point> points = points(criterion.normalization());
    double[] values = points.stream().mapToDouble(Point::value).toArray();
    for (int k = 0; k < values.length; k++) {
      if (values[k] > 0 && values[k] < 100) {
        int step = k;
        add(
            Text.of("%s: what %s counts", criterion.name(), number(points.get(k).reading())),
            law(values[k], neighbours(values, values[k])),
            criterion.code(),
            (former, value) -> former.withNormalization(withValue(former, step, value)));
      }
    }
  }

  private static String number(double reading) {
    String text = String.valueOf(reading);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }

  /** The values next to one below and above, 0 and 100 among them. */
  private static double[] neighbours(double[] values, double of) {
    double below = 0;
    double above = 100;
    for (double value : values) {
      below = value < of ? Math.max(below, value) : below;
      above = value > of ? Math.min(above, value) : above;
    }
    return new double[] {below, above};
  }

  /** Half the way to either neighbour. */
  private static Estimate law(double stated, double[] neighbours) {
    return Estimate.triangular((stated + neighbours[0]) / 2, stated, (stated + neighbours[1]) / 2);
  }

  /** A point of a piecewise linear scale. */
  private record Point(double reading, double value) {}

  private static List<Point> points(Normalization scale) {
    List<Point> points = new ArrayList<>();
    for (Object each : (List<?>) parameter(scale.definition().parameters(), "points")) {
      Map<?, ?> point = (Map<?, ?>) each;
      points.add(
          new Point((Double) parameter(point, "reading"), (Double) parameter(point, "value")));
    }
    return points;
  }

  private static Object parameter(Map<?, ?> parameters, String name) {
    return requireNonNull(parameters.get(name), name);
  }

  private static Normalization withValue(Criterion criterion, int step, double value) {
    List<Point> points = points(criterion.normalization());
    Map<Double, Double> changed = new HashMap<>();
    for (int k = 0; k < points.size(); k++) {
      changed.put(points.get(k).reading(), k == step ? value : points.get(k).value());
    }
    return Normalization.piecewiseLinear(changed);
  }

  private void addGoalposts(Criterion criterion) {
    Indicator indicator = criterion.indicator();
    double lower = goalpost(criterion, "lower");
    double upper = goalpost(criterion, "upper");
    // A treatment is a logarithm here, for which 0 is no end.
    double least =
        criterion.treatment().isIdentity() || indicator.domainLower() > 0
            ? criterion.treatment().treat(indicator.domainLower())
            : Double.NEGATIVE_INFINITY;
    double most = criterion.treatment().treat(indicator.domainUpper());
    double quarter = (upper - lower) / 4;
    if (lower > least) {
      add(
          Text.of("%s: where its scale starts", criterion.name()),
          Estimate.triangular(Math.max(least, lower - quarter), lower, lower + quarter),
          criterion.code(),
          (former, value) ->
              former.withNormalization(Normalization.goalposts(value, goalpost(former, "upper"))));
    }
    if (upper < most) {
      add(
          Text.of("%s: where its scale ends", criterion.name()),
          Estimate.triangular(upper - quarter, upper, Math.min(most, upper + quarter)),
          criterion.code(),
          (former, value) ->
              former.withNormalization(Normalization.goalposts(goalpost(former, "lower"), value)));
    }
  }

  private static double goalpost(Criterion criterion, String end) {
    return (Double) parameter(criterion.normalization().definition().parameters(), end);
  }

  private void add(
      String name, Estimate law, String code, BiFunction<Criterion, Double, Criterion> change) {
    drafts.add(
        new Draft(
            SharedJudgement.ofScales(name, law, ImmutableList.of(code), change), MOST_SCALES));
  }

  private void addTies(RiskModel model, AllianceTies ties) {
    List<String> read = new ArrayList<>(model.nodes().keySet());
    read.retainAll(ties.codes());
    if (read.isEmpty()) {
      return;
    }
    for (Map.Entry<TieKind, Estimate> kind : strengths().entrySet()) {
      String words = kind.getKey().name().toLowerCase(Locale.ROOT).replace('_', ' ');
      drafts.add(
          new Draft(
              SharedJudgement.ofProfiles(
                  Text.of("How much a tie binds: %s", words),
                  kind.getValue(),
                  read,
                  (profile, strength) -> withStrength(profile, kind.getKey(), strength)),
              MOST_NETWORKS));
    }
  }

  /** What is known of the strengths of ties, by kind. */
  private static Map<TieKind, Estimate> strengths() {
    double[] all =
        Arrays.stream(TieKind.values()).mapToDouble(kind -> 100 * kind.defaultStrength()).toArray();
    Map<TieKind, Estimate> laws = new EnumMap<>(TieKind.class);
    for (TieKind kind : TieKind.values()) {
      double[] next = neighbours(all, 100 * kind.defaultStrength());
      laws.put(kind, law(kind.defaultStrength(), new double[] {next[0] / 100, next[1] / 100}));
    }
    return Collections.unmodifiableMap(laws);
  }

  private static CountryProfile withStrength(
      CountryProfile profile, TieKind kind, double strength) {
    AllianceTies ties = profile.evidence(AllianceTies.class).orElse(null);
    return ties == null ? profile : profile.withEvidence(ties.withDefaultStrength(kind, strength));
  }

  /** Combinations with others of its kind: those of both kinds together are 4096 at most. */
  private int most(Draft draft, String code) {
    boolean isTied =
        drafts.stream()
            .anyMatch(
                other ->
                    other.most() == MOST_NETWORKS && other.judgement().indicators().contains(code));
    return isTied && draft.most() == MOST_SCALES ? MOST_SCALES / MOST_NETWORKS : draft.most();
  }

  /** Combinations of rules for an indicator. */
  private int ofRules(String code) {
    int combinations = 1;
    for (SharedJudgement rule : rules) {
      combinations *= rule.indicators().contains(code) ? rule.values().length() : 1;
    }
    return combinations;
  }

  /** As many levels for each as the combinations for an indicator admit. */
  private ImmutableList<SharedJudgement> withLevels() {
    ImmutableList.Builder<SharedJudgement> all = ImmutableList.builder();
    all.addAll(rules);
    for (Draft draft : drafts) {
      int levels = MOST_LEVELS;
      for (String code : draft.judgement().indicators()) {
        long beside = drafts.stream().filter(other -> other.isBeside(draft, code)).count();
        levels =
            (int)
                Math.min(
                    levels,
                    Math.floor(
                        Math.pow((double) most(draft, code) / ofRules(code), 1.0 / beside) + 1e-9));
      }
      all.add(draft.judgement().withLevels(levels));
    }
    return all.build();
  }
}
