package dev.steppe.fuzz;

import com.google.common.collect.ImmutableMap;

/** All readers by the folder of their corpus; and the scores of extreme models and countries. */
final class FuzzTargets {

  static final ImmutableMap<String, FuzzTarget> ALL =
      ImmutableMap.<String, FuzzTarget>builder()
          .put("estimate", FuzzTarget.ofText(TextTargets::estimate))
          .put("scenario", FuzzTarget.ofText(TextTargets::scenario))
          .put("country", FuzzTarget.ofText(TextTargets::country))
          .put("unit", FuzzTarget.ofText(TextTargets::unit))
          .put("table", TableTarget::read)
          .put("partners", EvidenceTargets::partners)
          .put("groups", EvidenceTargets::groups)
          .put("alliances", EvidenceTargets::alliances)
          .put("model", FuzzTarget.ofText(ModelTargets::table))
          .put("definition", ModelTargets::definition)
          .put("experts", FuzzTarget.ofText(ModelTargets::experts))
          .put("snapshot", SnapshotTarget::read)
          .put("stream", StreamTargets::flipped)
          .put("objects", StreamTargets::forged)
          .put("extremes", ExtremeTarget::read)
          .build();

  private FuzzTargets() {}
}
