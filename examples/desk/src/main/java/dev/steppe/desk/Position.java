package dev.steppe.desk;

import dev.steppe.evidence.CountryProfile;
import dev.steppe.model.Factor;
import dev.steppe.model.RiskModel;
import dev.steppe.score.Comparison;
import dev.steppe.score.Ranking;
import dev.steppe.score.Scorer;
import dev.steppe.weights.WeightStability;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A case with its sliders somewhere.
 *
 * @param scorer of the model with the weights of the sliders
 * @param profiles of all countries, with the readings of the sliders
 */
record Position(DeskCase of, Question.Moves moves, Scorer scorer, List<CountryProfile> profiles) {

  /**
   * The case with sliders where they are to be.
   *
   * @throws IllegalArgumentException if there is no such country, indicator or factor, or a weight
   *     is none
   */
  static Position of(DeskCase of, Question.Moves moves) {
    Scorer scorer =
        moves.weights().isEmpty()
            ? of.scorer()
            : Scorer.of(of.scorer().model().reweighted(moves.weights()));
    moves.readings().keySet().forEach(of.countries()::profile);
    List<CountryProfile> profiles = new ArrayList<>();
    for (CountryProfile profile : of.countries()) {
      @Nullable Map<String, Double> moved = moves.readings().get(profile.country().code());
      profiles.add(moved == null || moved.isEmpty() ? profile : scorer.moved(profile, moved));
    }
    return new Position(of, moves, scorer, profiles);
  }

  /** The same with a weight moved, see {@link Question.Share}. */
  Position with(Question.@Nullable Share share) {
    return share == null
        ? this
        : of(of, moves.withWeights(proportional(scorer.model(), share.code(), share.share())));
  }

  /**
   * The weights of a factor's children when one of them gets a share and the others keep their
   * proportions, or share the rest equally if they weigh nothing: what {@link WeightStability}
   * moves when it looks for the weight at which two countries come level.
   */
  static Map<String, Double> proportional(RiskModel model, String code, double share) {
    model.node(code);
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException(
          "Share of '" + code + "' must be from 0 to 1, but was " + share);
    }
    for (Factor factor : model.factors()) {
      int moved = factor.childCodes().indexOf(code);
      if (moved >= 0) {
        return proportional(factor, moved, share);
      }
    }
    throw new IllegalArgumentException("'" + code + "' is the whole, and has no weight to move");
  }

  private static Map<String, Double> proportional(Factor factor, int moved, double share) {
    List<String> codes = factor.childCodes();
    if (codes.size() == 1) {
      throw new IllegalArgumentException(
          "'" + codes.get(0) + "' is alone in '" + factor.code() + "', and has all of its weight");
    }
    double[] shares = factor.shares();
    double others = 0;
    for (int i = 0; i < shares.length; i++) {
      others += i == moved ? 0 : shares[i];
    }
    Map<String, Double> weights = new LinkedHashMap<>();
    for (int i = 0; i < shares.length; i++) {
      double proportion = others > 0 ? shares[i] / others : 1.0 / (shares.length - 1);
      weights.put(codes.get(i), i == moved ? share : proportion * (1 - share));
    }
    return weights;
  }

  /** The profile of a country. */
  CountryProfile profile(String code) {
    return profiles.get(of.countries().profiles().indexOf(of.countries().profile(code)));
  }

  Ranking ranking() {
    return scorer.rank(profiles);
  }

  /** Two countries side by side; null if there is no other. */
  @Nullable Comparison comparison(String country, @Nullable String rival) {
    return rival == null ? null : scorer.compare(profile(country), profile(rival));
  }
}
