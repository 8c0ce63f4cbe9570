package dev.steppe.uncertainty;

/**
 * What an analysis did not hold fixed: a probability is a share of what varied, and says nothing of
 * the rest.
 *
 * @param weights whether weights were drawn
 * @param readings whether a reading was drawn
 * @param methods whether draws took one of several models
 * @param missing whether a missing reading may be anything, see {@link
 *     dev.steppe.model.MissingPolicy#bound()}
 * @param judgements whether judgements that all countries share were drawn, see {@link
 *     SharedJudgement}
 * @since 0.1
 */
public record Varied(
    boolean weights, boolean readings, boolean methods, boolean missing, boolean judgements) {

  /** What is said where nothing varied. */
  static final String NOTHING =
      "nothing is uncertain here: weights are held fixed and no reading is drawn";

  /** Whether all was held fixed, so that there is one score and no share of anything. */
  public boolean isNothing() {
    return !weights && !readings && !methods && !missing && !judgements;
  }

  /** Whether there is nothing to draw, only what may be anything. */
  boolean isMissingAlone() {
    return missing && !weights && !readings && !methods && !judgements;
  }

  Varied or(Varied other) {
    return new Varied(
        weights || other.weights,
        readings || other.readings,
        methods || other.methods,
        missing || other.missing,
        judgements || other.judgements);
  }
}
