package dev.steppe.model;

/** A normalisation that rises or falls all the way, with readings anywhere, on the whole scale. */
sealed interface Monotone extends Normalization
    permits Goalposts, Logistic, FittedRank, MinMax, ZScore, Rank {

  @Override
  default Bounds bounds(double lower, double upper, Direction direction) {
    return Bounds.ofEnds(this, lower, upper, direction);
  }

  @Override
  default Bounds scale(Direction direction) {
    return new Bounds(0, 100);
  }

  @Override
  default boolean isDiscrete() {
    return false;
  }
}
