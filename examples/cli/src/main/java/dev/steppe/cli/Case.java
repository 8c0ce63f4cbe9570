package dev.steppe.cli;

import dev.steppe.evidence.CountryProfile;
import dev.steppe.evidence.Dataset;
import dev.steppe.score.Scorer;
import java.util.List;

/**
 * What a question is asked about.
 *
 * @param scorer of the model
 * @param data all that the files say
 * @param profiles of the countries that were asked for
 */
record Case(Scorer scorer, Dataset data, List<CountryProfile> profiles) {

  /** What a page is called if nothing is said. */
  String title() {
    return scorer.model().name();
  }
}
