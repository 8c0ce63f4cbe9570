package dev.steppe.evidence;

import static java.util.Objects.requireNonNull;

import dev.steppe.internal.Checks;
import dev.steppe.internal.Text;
import java.io.Serializable;

/**
 * Why an indicator does not apply to a country: who has no coast has no ports to be blocked. Not to
 * be mistaken for a missing reading, of which there is a true value that nobody knows.
 *
 * <pre>{@code
 * CountryProfile.builder(moldova).notApplicable("ports", "it has no coast").build();
 * }</pre>
 *
 * @param reason why, not blank: the end of a sentence such as "ports: it has no coast"
 * @param source who says so, without a note, since the reason is one; {@link Source#unstated()} if
 *     nobody is named
 * @since 0.1
 */
public record NotApplicable(String reason, Source source) implements Serializable {

  /**
   * Checks both.
   *
   * @throws IllegalArgumentException if the reason is blank, or the source has a note
   */
  public NotApplicable {
    Checks.notBlank(reason, "reason why an indicator does not apply");
    requireNonNull(source, "source");
    if (!source.note().isEmpty()) {
      throw new IllegalArgumentException(
          "Source of what does not apply must have no note, since the reason is one, but had '"
              + Text.brief(source.note())
              + "'");
    }
  }

  /** A reason of which no source is named. */
  public static NotApplicable because(String reason) {
    return new NotApplicable(reason, Source.unstated());
  }

  /** The reason. */
  @Override
  public String toString() {
    return Text.printable(reason);
  }
}
