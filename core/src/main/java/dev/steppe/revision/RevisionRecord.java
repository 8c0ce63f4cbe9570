package dev.steppe.revision;

import dev.steppe.evidence.NotApplicable;
import dev.steppe.internal.Library;
import dev.steppe.internal.Text;
import dev.steppe.score.RankingRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * A revision as plain data: strings, numbers, lists and records of these.
 *
 * @param library the version of the library that computed it
 * @param before the earlier ranking
 * @param after the later ranking
 * @param exact whether the parts are exact
 * @param changes what changed
 * @param texts differences of the model that move no score
 * @param countries what became of the countries in both rankings
 * @since 0.1
 */
public record RevisionRecord(
    String library,
    RankingRecord before,
    RankingRecord after,
    boolean exact,
    List<Change> changes,
    List<OfModel> texts,
    List<Country> countries) {

  /**
   * A change.
   *
   * @param number from 1
   * @param kind the name of a {@link RevisionChange.Kind}
   * @param what all of it in words
   * @param model what differs in the model
   * @param readings what differs in the readings
   * @param joined the codes of countries that are ranked later only
   * @param left the codes of countries that were ranked earlier only
   */
  public record Change(
      int number,
      String kind,
      String what,
      List<OfModel> model,
      List<OfReading> readings,
      List<String> joined,
      List<String> left) {
    @Override
    public String toString() {
      return Text.ofRecord(this);
    }
  }

  /**
   * A difference of the model, as {@link ModelChange}.
   *
   * @param path the codes from the root down to the node
   * @param code the code of the node
   * @param name its name
   * @param aspect the name of a {@link ModelAspect}
   * @param before what the earlier model says; empty if nothing
   * @param after what the later model says; empty if nothing
   * @param weightBefore the effective weight in the earlier model; null if it is not there
   * @param weightAfter the effective weight in the later model; null if it is not there
   */
  public record OfModel(
      String path,
      String code,
      String name,
      String aspect,
      String before,
      String after,
      @Nullable Double weightBefore,
      @Nullable Double weightAfter) {
    @Override
    public String toString() {
      return Text.ofRecord(this);
    }
  }

  /**
   * A difference of readings, as {@link ReadingChange}.
   *
   * @param country the country's code
   * @param code the code of the readings
   * @param kind the name of a {@link ReadingChange.Kind}
   * @param before the earlier estimate as text; null if it was missing, or did not apply
   * @param after the later estimate as text; null if it is missing, or does not apply
   * @param notApplicableBefore why it did not apply to the country; null if it did
   * @param notApplicableAfter why it does not apply; null if it does
   */
  public record OfReading(
      String country,
      String code,
      String kind,
      @Nullable String before,
      @Nullable String after,
      @Nullable String notApplicableBefore,
      @Nullable String notApplicableAfter) {
    @Override
    public String toString() {
      return Text.ofRecord(this);
    }
  }

  /**
   * What became of a country.
   *
   * @param country its code
   * @param difference the later score minus the earlier
   * @param placesRisen by how many places it moved toward the riskiest
   * @param parts what each change adds, in their order
   */
  public record Country(String country, double difference, double placesRisen, List<Part> parts) {
    @Override
    public String toString() {
      return Text.ofRecord(this);
    }
  }

  /**
   * The part of a change.
   *
   * @param change its number
   * @param points what it adds to the score
   * @param pointsError the standard error; 0 if they are exact
   * @param places by how many places it moves the country
   * @param placesError the standard error; 0 if they are exact
   */
  public record Part(
      int change, double points, double pointsError, double places, double placesError) {}

  static RevisionRecord of(Revision revision) {
    List<Country> countries = new ArrayList<>();
    for (CountryRevision country : revision.countries()) {
      List<Part> parts = new ArrayList<>();
      for (CountryRevision.Part part : country.parts()) {
        parts.add(
            new Part(
                part.change().number(),
                part.points(),
                part.pointsError(),
                part.places(),
                part.placesError()));
      }
      countries.add(
          new Country(
              country.country().code(),
              country.difference(),
              country.placesRisen(),
              List.copyOf(parts)));
    }
    return new RevisionRecord(
        Library.VERSION,
        revision.before().toRecord(),
        revision.after().toRecord(),
        revision.isExact(),
        revision.changes().stream().map(RevisionRecord::of).toList(),
        revision.model().texts().stream().map(RevisionRecord::of).toList(),
        List.copyOf(countries));
  }

  private static Change of(RevisionChange change) {
    return new Change(
        change.number(),
        change.kind().name(),
        change.what(),
        change.model().stream().map(RevisionRecord::of).toList(),
        change.readings().stream().map(RevisionRecord::of).toList(),
        change.joined().stream().map(country -> country.code()).toList(),
        change.left().stream().map(country -> country.code()).toList());
  }

  private static OfModel of(ModelChange change) {
    return new OfModel(
        change.path(),
        change.code(),
        change.name(),
        change.aspect().name(),
        change.before(),
        change.after(),
        orNull(change.weightBefore()),
        orNull(change.weightAfter()));
  }

  private static OfReading of(ReadingChange change) {
    return new OfReading(
        change.country().code(),
        change.code(),
        change.kind().name(),
        change.before().map(Object::toString).orElse(null),
        change.after().map(Object::toString).orElse(null),
        change.notApplicableBefore().map(NotApplicable::reason).orElse(null),
        change.notApplicableAfter().map(NotApplicable::reason).orElse(null));
  }

  private static @Nullable Double orNull(OptionalDouble number) {
    return number.isPresent() ? number.getAsDouble() : null;
  }

  @Override
  public String toString() {
    return Text.ofRecord(this);
  }
}
