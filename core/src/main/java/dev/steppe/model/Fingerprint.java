package dev.steppe.model;

import com.google.common.collect.ImmutableMap;
import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import com.google.common.primitives.ImmutableDoubleArray;
import dev.steppe.evidence.OwnMethod;
import dev.steppe.internal.OwnIdentity;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * Hashes what can move a score. Methods are records, and their parts are read off the record, so a
 * new method cannot be left out by mistake. Each kind of method counts by a fixed tag, not by the
 * name of its class, so that renaming a class leaves every fingerprint as it was. Numbers count by
 * their bits: their decimal form is not the same in every JDK.
 */
final class Fingerprint {

  /** What is hashed for each kind of method. A tag never changes and is never given away again. */
  static final ImmutableMap<Class<? extends Record>, String> TAGS =
      ImmutableMap.<Class<? extends Record>, String>builder()
          .put(Criterion.class, "Criterion")
          .put(Arithmetic.class, "Arithmetic")
          .put(Geometric.class, "Geometric")
          .put(Harmonic.class, "Harmonic")
          .put(PowerMean.class, "PowerMean")
          .put(Choquet.class, "Choquet")
          .put(ChoquetOfChildren.class, "BoundChoquet")
          .put(ChoquetOfChildren.Pair.class, "Pair")
          .put(Interaction.class, "Interaction")
          .put(Goalposts.class, "Goalposts")
          .put(MinMax.class, "MinMax")
          .put(ZScore.class, "ZScore")
          .put(FarZScore.class, "FarZScore")
          .put(RankNormalization.class, "Rank")
          .put(FittedRankNormalization.class, "FittedRank")
          .put(Logistic.class, "Logistic")
          .put(PiecewiseLinear.class, "PiecewiseLinear")
          .put(Categories.class, "Categories")
          .put(MovedScale.class, "Onto")
          .put(OwnScale.class, "OwnScale")
          .put(OwnMean.class, "OwnAggregation")
          .put(OwnIdentity.class, "Own")
          .put(Untreated.class, "Untreated")
          .put(Clamp.class, "Clamp")
          .put(Log.class, "Log")
          .put(LogOfRange.class, "LogOfRange")
          .put(Winsorize.class, "Winsorize")
          .put(WinsorizeOrLog.class, "WinsorizeOrLog")
          .put(FailOnMissing.class, "Fail")
          .put(ReweightMissing.class, "Reweight")
          .put(BoundMissing.class, "Bound")
          .buildOrThrow();

  private final Hasher hasher = Hashing.murmur3_128().newHasher();

  private Fingerprint() {}

  static String of(RiskModel model) {
    Fingerprint fingerprint = new Fingerprint();
    fingerprint.put(model.root());
    fingerprint.put(model.missing());
    return fingerprint.hasher.hash().toString();
  }

  private void put(Object part) {
    if (part instanceof Factor factor) {
      text("factor");
      text(factor.code());
      number(factor.weight());
      put(factor.aggregation());
      hasher.putInt(factor.children().size());
      factor.children().forEach(this::put);
    } else if (part instanceof Indicator indicator) {
      text(indicator.code());
      put(indicator.direction());
      number(indicator.domainLower());
      number(indicator.domainUpper());
      if (!indicator.levels().isEmpty()) {
        text("levels");
        put(indicator.levels());
      }
    } else if (part instanceof Rationale || part instanceof Origin || part instanceof OwnMethod) {
      // Why and from what: neither moves a score. A method of one's own is its identity.
      return;
    } else if (part instanceof Record method) {
      text(tag(method));
      for (RecordComponent component : method.getClass().getRecordComponents()) {
        put(value(method, component));
      }
    } else if (part instanceof Double value) {
      number(value);
    } else if (part instanceof Integer value) {
      hasher.putInt(value);
    } else if (part instanceof Boolean value) {
      hasher.putBoolean(value);
    } else if (part instanceof Enum<?> constant) {
      text(constant.name());
    } else if (part instanceof ImmutableDoubleArray values) {
      hasher.putInt(values.length());
      values.forEach(this::number);
    } else if (part instanceof String value) {
      text(value);
    } else if (part instanceof List<?> list) {
      hasher.putInt(list.size());
      list.forEach(this::put);
    } else if (part instanceof Map<?, ?> map) {
      hasher.putInt(map.size());
      map.forEach(
          (key, value) -> {
            put(key);
            put(value);
          });
    } else {
      throw new AssertionError("no fingerprint of " + part.getClass());
    }
  }

  private static String tag(Record method) {
    String tag = TAGS.get(method.getClass());
    if (tag == null) {
      throw new AssertionError("no tag of " + method.getClass());
    }
    return tag;
  }

  private void text(String text) {
    hasher.putInt(text.length());
    hasher.putString(text, StandardCharsets.UTF_8);
  }

  private void number(double value) {
    hasher.putLong(Double.doubleToLongBits(value));
  }

  private static Object value(Record method, RecordComponent component) {
    try {
      return component.getAccessor().invoke(method);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("Cannot read " + component + " of " + method, e);
    }
  }
}
