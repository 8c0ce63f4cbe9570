package dev.steppe.model;

/** A normalisation that rises or falls all the way, with readings anywhere, on the whole scale. */
sealed interface MonotoneScale extends Normalization
    permits Goalposts,
        Logistic,
        FittedRankNormalization,
        MinMax,
        ZScore,
        FarZScore,
        RankNormalization {

  @Override
  default Range bounds(double lower, double upper, Direction direction) {
    return Range.ofEnds(this, lower, upper, direction);
  }

  @Override
  default Range scale(Direction direction) {
    return new Range(0, 100);
  }

  @Override
  default boolean isDiscrete() {
    return false;
  }
}
