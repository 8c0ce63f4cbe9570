package dev.steppe.assertj;

import org.assertj.core.api.AbstractAssert;
import org.assertj.core.error.BasicErrorMessageFactory;
import org.jspecify.annotations.Nullable;

/** What all assertions here share: failures whose text is printed as it stands. */
abstract class Claims<SELF extends Claims<SELF, ACTUAL>, ACTUAL>
    extends AbstractAssert<SELF, ACTUAL> {

  Claims(@Nullable ACTUAL actual, Class<?> self) {
    super(actual, self);
  }

  /** The failure with this text, after the description that the test gave, if any. */
  AssertionError failed(String text) {
    return assertionError(new Verbatim("\n" + text));
  }

  /** Takes over the settings of the claims that lead here, and says which way they led. */
  SELF reachedFrom(Claims<?, ?> origin, String way) {
    info.overridingErrorMessage(origin.info.overridingErrorMessage());
    info.useRepresentation(origin.info.representation());
    String before = origin.descriptionText();
    return as("%s", before.isEmpty() ? way : before + " " + way);
  }

  /** Names of countries and models are no formats: a percent sign in them means itself. */
  private static final class Verbatim extends BasicErrorMessageFactory {

    private Verbatim(String text) {
      super("%s", unquotedString(text));
    }
  }
}
