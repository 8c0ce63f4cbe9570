package dev.steppe.cli;

import dev.steppe.evidence.CountryProfile;
import dev.steppe.evidence.Dataset;
import dev.steppe.model.RiskModel;
import dev.steppe.score.Scorer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a question is asked about. */
final class Case {

  private final RiskModel model;
  private final List<CountryProfile> profiles;
  private final Dataset data;
  private final boolean fit;
  private @Nullable Scorer scorer;

  /**
   * @param data all that the files say
   * @param profiles of the countries that were asked for
   * @param fit whether scales are fitted to the data
   */
  Case(RiskModel model, Dataset data, List<CountryProfile> profiles, boolean fit) {
    this.model = model;
    this.profiles = profiles;
    this.data = data;
    this.fit = fit;
  }

  /** The model as its file says it. */
  RiskModel model() {
    return model;
  }

  /** The countries that were asked for. */
  List<CountryProfile> profiles() {
    return profiles;
  }

  /** Scores by the model, which is fitted if that was asked for. */
  Scorer scorer() {
    Scorer made = scorer;
    if (made == null) {
      made = fit ? Scorer.fit(model, data) : Scorer.of(model);
      scorer = made;
    }
    return made;
  }

  /** What a page is called if nothing is said. */
  String title() {
    return model.name();
  }
}
