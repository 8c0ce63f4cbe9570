package dev.steppe.tipping;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.steppe.evidence.Country;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.internal.Checks;
import dev.steppe.internal.Text;
import dev.steppe.score.Scorecard;
import dev.steppe.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What it would take: each indicator alone, and the least change of several together. Immutable.
 *
 * <p>Scores are indices from 0 to 100, not probabilities: that a small change reaches the target
 * does not say that the change is likely.
 *
 * <pre>{@code
 * TippingAnswer answer = TippingPoint.of(scorer, aland).toReach(47);
 * answer.alone("treaty");                                     // treaty from 0 to 0.5
 * answer.alone("trade_share");                                // trade_share cannot, score 55.0 at the farthest
 * answer.together(TippingMeasure.SUM).cost().getAsDouble();   // 50.0
 * }</pre>
 *
 * @since 0.1
 */
public final class TippingAnswer {

  private final Scorecard card;
  private final @Nullable Scorecard rival;
  private final double target;
  private final ImmutableList<TippingLever> alone;
  private final TippingChange euclidean;
  private final TippingChange sum;

  TippingAnswer(
      Scorecard card,
      @Nullable Scorecard rival,
      double target,
      ImmutableList<TippingLever> alone,
      TippingChange euclidean,
      TippingChange sum) {
    this.card = card;
    this.rival = rival;
    this.target = target;
    this.alone = alone;
    this.euclidean = euclidean;
    this.sum = sum;
  }

  /** The country that moves. */
  public Country country() {
    return card.country();
  }

  /** Its scorecard as it is. */
  public Scorecard card() {
    return card;
  }

  /** The scorecard of the country whose score is to be reached; empty for a plain score. */
  public Optional<Scorecard> rival() {
    return Optional.ofNullable(rival);
  }

  /** The score to reach. */
  public double target() {
    return target;
  }

  /** The target minus the score, in points: positive where the country has to rise. */
  public double difference() {
    return target - card.value();
  }

  /** Whether the target is reached without any change, within 1e-9. */
  public boolean isReached() {
    return Math.abs(difference()) <= StartAndTarget.TOLERANCE;
  }

  /** What every indicator of the model can do alone, in the order of their declaration. */
  public ImmutableList<TippingLever> alone() {
    return alone;
  }

  /** The indicators that reach the target alone, those that move fewest points first. */
  public ImmutableList<TippingLever> reachingAlone() {
    List<TippingLever> found = new ArrayList<>();
    for (TippingLever lever : alone) {
      if (lever.reaches()) {
        found.add(lever);
      }
    }
    found.sort(java.util.Comparator.comparingDouble(TippingLever::points));
    return ImmutableList.copyOf(found);
  }

  /**
   * What one indicator can do alone.
   *
   * @throws IllegalArgumentException if the model has no such indicator
   */
  public TippingLever alone(String code) {
    List<String> known = new ArrayList<>();
    for (TippingLever lever : alone) {
      if (lever.code().equals(requireNonNull(code, "code"))) {
        return lever;
      }
      known.add(lever.code());
    }
    throw new IllegalArgumentException(
        Text.of(
            "Model '%s' has no indicator '%s'. %s",
            card.model().name(),
            Text.brief(code),
            Checks.known(code, known, each -> card.model().node(each).name())));
  }

  /** The least change of all indicators together. */
  public TippingChange together(TippingMeasure measure) {
    return requireNonNull(measure, "measure") == TippingMeasure.EUCLIDEAN ? euclidean : sum;
  }

  /**
   * The profile with the needed reading of one indicator, as plain readings, see {@link
   * TippingChange#profile()}.
   *
   * @throws IllegalArgumentException if the model has no such indicator, or it has no needed
   *     reading
   */
  public CountryProfile profileWith(String code) {
    TippingLever lever = alone(code);
    if (lever.neededReading().isEmpty()) {
      throw new IllegalArgumentException(
          "Indicator '" + code + "' of " + country() + " cannot be moved: it is " + lever.status());
    }
    return card.scorer()
        .moved(card.profile(), ImmutableMap.of(code, lever.neededReading().getAsDouble()));
  }

  /** The answer in plain words. */
  public String summary() {
    return AnswerText.summary(this);
  }

  /** What each indicator can do alone, as a table. */
  public Table toTable() {
    return AnswerText.table(this);
  }

  @Override
  public boolean equals(@Nullable Object object) {
    return object instanceof TippingAnswer other
        && card.equals(other.card)
        && Objects.equals(rival, other.rival)
        && Double.compare(target, other.target) == 0
        && alone.equals(other.alone)
        && euclidean.equals(other.euclidean)
        && sum.equals(other.sum);
  }

  @Override
  public int hashCode() {
    return Objects.hash(card, target, alone);
  }

  /** The {@link #summary()}, and the {@link #toTable()} as text. */
  @Override
  public String toString() {
    return Text.printable(summary()) + "\n\n" + toTable();
  }
}
