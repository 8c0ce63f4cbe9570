package dev.steppe.report;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.steppe.internal.Checks;
import dev.steppe.panel.Panel;
import dev.steppe.scenario.ScenarioTable;
import dev.steppe.score.Comparison;
import dev.steppe.score.Ranking;
import dev.steppe.score.Scorecard;
import dev.steppe.sensitivity.SobolIndices;
import dev.steppe.table.Table;
import dev.steppe.tipping.TippingAnswer;
import dev.steppe.uncertainty.UncertaintyResult;
import dev.steppe.weights.WeightFlip;
import dev.steppe.weights.WeightStability;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Results as one page of HTML: the answer in a sentence, then why, how sure, what would change it,
 * and what it rests on. Whatever was given appears. Immutable.
 *
 * <ul>
 *   <li>The page needs no network, no scripts and no other file. It has a light and a dark look and
 *       fits a telephone. On paper, tables that are folded up are left out.
 *   <li>Every chart has its reading in a sentence above it and its numbers in a table below it.
 *   <li>Every score can be followed to readings, and every reading to its source. Of more than
 *       10,000 readings those of the first scores are listed, and a line says what is left out.
 *   <li>The same results give the same bytes.
 *   <li>Text from data is shown as it is and never taken for markup. Addresses that start with
 *       {@code http://} or {@code https://} become links, others do not.
 * </ul>
 *
 * <pre>{@code
 * Report report =
 *     Report.titled("Could Aland be the next Bland?")
 *         .comparison(scorer.compare(aland, bland))
 *         .uncertainty(UncertaintyAnalysis.of(scorer).run(aland, bland))
 *         .build();
 * report.writeTo(Path.of("report.html"));
 * }</pre>
 *
 * @since 0.1
 */
public final class Report {

  /** An analysis with what it is about, in words. */
  record Titled<T>(String what, T result) {}

  private final String title;
  private final String answer;
  private final ImmutableList<Ranking> rankings;
  private final ImmutableList<Comparison> comparisons;
  private final ImmutableList<Panel> panels;
  private final ImmutableList<Titled<UncertaintyResult>> uncertainties;
  private final ImmutableList<Titled<SobolIndices>> sensitivities;
  private final ImmutableList<ScenarioTable> scenarios;
  private final ImmutableList<TippingAnswer> tippingPoints;
  private final ImmutableList<WeightStability> stabilities;
  private final ImmutableList<WeightFlip> flips;
  private final ImmutableList<Table> tables;
  private final ImmutableList<String> notes;

  private Report(Builder builder) {
    this.title = builder.title;
    this.answer = builder.answer == null ? "" : builder.answer;
    this.rankings = ImmutableList.copyOf(builder.rankings);
    this.comparisons = ImmutableList.copyOf(builder.comparisons);
    this.panels = ImmutableList.copyOf(builder.panels);
    this.uncertainties = ImmutableList.copyOf(builder.uncertainties);
    this.sensitivities = ImmutableList.copyOf(builder.sensitivities);
    this.scenarios = ImmutableList.copyOf(builder.scenarios);
    this.tippingPoints = ImmutableList.copyOf(builder.tippingPoints);
    this.stabilities = ImmutableList.copyOf(builder.stabilities);
    this.flips = ImmutableList.copyOf(builder.flips);
    this.tables = ImmutableList.copyOf(builder.tables);
    this.notes = ImmutableList.copyOf(builder.notes);
  }

  /** Starts a report with its title, best the question that it answers. */
  public static Builder titled(String title) {
    return new Builder(Checks.notBlank(title, "title of a report"));
  }

  /** The title. */
  public String title() {
    return title;
  }

  /** The page. */
  public String html() {
    return Page.of(this);
  }

  /**
   * Writes the page in UTF-8, and creates the folder if there is none.
   *
   * @throws IOException if the file cannot be written
   */
  public void writeTo(Path file) throws IOException {
    Path folder = requireNonNull(file, "file").toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    Files.writeString(file, html());
  }

  String answer() {
    return answer;
  }

  ImmutableList<Ranking> rankings() {
    return rankings;
  }

  ImmutableList<Comparison> comparisons() {
    return comparisons;
  }

  ImmutableList<Panel> panels() {
    return panels;
  }

  ImmutableList<Titled<UncertaintyResult>> uncertainties() {
    return uncertainties;
  }

  ImmutableList<Titled<SobolIndices>> sensitivities() {
    return sensitivities;
  }

  ImmutableList<ScenarioTable> scenarios() {
    return scenarios;
  }

  ImmutableList<TippingAnswer> tippingPoints() {
    return tippingPoints;
  }

  ImmutableList<WeightStability> stabilities() {
    return stabilities;
  }

  ImmutableList<WeightFlip> flips() {
    return flips;
  }

  ImmutableList<Table> tables() {
    return tables;
  }

  ImmutableList<String> notes() {
    return notes;
  }

  /** The scorecards of the comparisons. */
  ImmutableList<Scorecard> compared() {
    List<Scorecard> cards = new ArrayList<>();
    comparisons.forEach(comparison -> add(cards, comparison));
    return ImmutableList.copyOf(cards);
  }

  /** All scorecards of the results, in the order of the page, those of comparisons first. */
  ImmutableList<Scorecard> cards() {
    List<Scorecard> cards = new ArrayList<>(compared());
    rankings.forEach(ranking -> ranking.forEach(entry -> cards.add(entry.scorecard())));
    panels.forEach(panel -> cards.addAll(panel.scorecards()));
    uncertainties.forEach(uncertainty -> cards.addAll(uncertainty.result().nominal()));
    tippingPoints.forEach(
        answer -> {
          cards.add(answer.card());
          answer.rival().ifPresent(cards::add);
        });
    stabilities.forEach(stability -> cards.addAll(stability.scorecards()));
    flips.forEach(flip -> add(cards, flip.comparison()));
    return ImmutableList.copyOf(cards);
  }

  private static void add(List<Scorecard> cards, Comparison comparison) {
    cards.add(comparison.first());
    cards.add(comparison.second());
  }

  @Override
  public String toString() {
    return "Report '" + title + "'";
  }

  /**
   * Collects results. Each method may be called several times, but for {@link #answer}; faults are
   * reported by {@link #build}.
   */
  public static final class Builder {

    private final String title;
    private final List<Ranking> rankings = new ArrayList<>();
    private final List<Comparison> comparisons = new ArrayList<>();
    private final List<Panel> panels = new ArrayList<>();
    private final List<Titled<UncertaintyResult>> uncertainties = new ArrayList<>();
    private final List<Titled<SobolIndices>> sensitivities = new ArrayList<>();
    private final List<ScenarioTable> scenarios = new ArrayList<>();
    private final List<TippingAnswer> tippingPoints = new ArrayList<>();
    private final List<WeightStability> stabilities = new ArrayList<>();
    private final List<WeightFlip> flips = new ArrayList<>();
    private final List<Table> tables = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private @Nullable String answer;

    private Builder(String title) {
      this.title = title;
    }

    /**
     * Puts words of your own before the sentence that the results give.
     *
     * @throws IllegalStateException if they were set before
     */
    @CanIgnoreReturnValue
    public Builder answer(String answer) {
      if (this.answer != null) {
        throw new IllegalStateException("answer was already set to '" + this.answer + "'");
      }
      this.answer = Checks.notBlank(answer, "answer of a report");
      return this;
    }

    /** Adds scores, ranges and what the scores are made of. */
    @CanIgnoreReturnValue
    public Builder ranking(Ranking ranking) {
      rankings.add(requireNonNull(ranking, "ranking"));
      return this;
    }

    /** Adds what accounts for a difference, and which uncertain readings could turn it round. */
    @CanIgnoreReturnValue
    public Builder comparison(Comparison comparison) {
      comparisons.add(requireNonNull(comparison, "comparison"));
      return this;
    }

    /** Adds scores over time. */
    @CanIgnoreReturnValue
    public Builder panel(Panel panel) {
      panels.add(requireNonNull(panel, "panel"));
      return this;
    }

    /** Adds how sure orders and ranks are. */
    @CanIgnoreReturnValue
    public Builder uncertainty(UncertaintyResult result) {
      requireNonNull(result, "result");
      return uncertainty("Draws with weights " + result.weights(), result);
    }

    /**
     * Adds how sure orders and ranks are.
     *
     * @param what what was drawn, in words, such as "Readings drawn between their sources"
     */
    @CanIgnoreReturnValue
    public Builder uncertainty(String what, UncertaintyResult result) {
      uncertainties.add(
          new Titled<>(Checks.notBlank(what, "what was drawn"), requireNonNull(result, "result")));
      return this;
    }

    /**
     * Adds what the doubt about a score comes from.
     *
     * @param what whose spread it is, in words, such as "Kazakhstan's score"
     */
    @CanIgnoreReturnValue
    public Builder sensitivity(String what, SobolIndices indices) {
      sensitivities.add(
          new Titled<>(
              Checks.notBlank(what, "whose spread it is"), requireNonNull(indices, "indices")));
      return this;
    }

    /** Adds what scenarios would do. */
    @CanIgnoreReturnValue
    public Builder scenarios(ScenarioTable table) {
      scenarios.add(requireNonNull(table, "table"));
      return this;
    }

    /** Adds what it would take to reach a score. */
    @CanIgnoreReturnValue
    public Builder tippingPoint(TippingAnswer answer) {
      tippingPoints.add(requireNonNull(answer, "answer"));
      return this;
    }

    /** Adds how far each weight can move. */
    @CanIgnoreReturnValue
    public Builder weightStability(WeightStability stability) {
      stabilities.add(requireNonNull(stability, "stability"));
      return this;
    }

    /** Adds which weights bring two countries level. */
    @CanIgnoreReturnValue
    public Builder weightFlip(WeightFlip flip) {
      flips.add(requireNonNull(flip, "flip"));
      return this;
    }

    /** Adds any other table, to what the answer rests on. */
    @CanIgnoreReturnValue
    public Builder table(Table table) {
      tables.add(requireNonNull(table, "table"));
      return this;
    }

    /** Adds a paragraph on what a reader should know, to what the answer rests on. */
    @CanIgnoreReturnValue
    public Builder note(String note) {
      notes.add(Checks.notBlank(note, "note of a report"));
      return this;
    }

    /**
     * Builds the report.
     *
     * @throws IllegalArgumentException if there is no ranking, comparison or panel to answer with,
     *     a ranking is empty, or results come from different models or bounds; the message lists
     *     all of it
     */
    public Report build() {
      Report report = new Report(this);
      List<String> faults = new ArrayList<>();
      if (rankings.isEmpty() && comparisons.isEmpty() && panels.isEmpty()) {
        faults.add("it needs a ranking, a comparison or a panel to answer with");
      }
      if (rankings.stream().anyMatch(ranking -> ranking.size() == 0)) {
        faults.add("a ranking without countries says nothing");
      }
      Map<String, String> models = models(report);
      if (models.size() > 1) {
        faults.add(
            "scores of different models or bounds do not belong on one page, but there were "
                + models);
      }
      Checks.noFaults("Report '" + title + "'", faults);
      return report;
    }

    /** The names of the models by their fingerprints. */
    private static Map<String, String> models(Report report) {
      Map<String, String> models = new LinkedHashMap<>();
      for (Scorecard card : report.cards()) {
        models.put(card.fingerprint(), card.model().name());
      }
      for (ScenarioTable table : report.scenarios) {
        models.put(table.scorer().fingerprint(), table.scorer().model().name());
      }
      return models;
    }

    @Override
    public String toString() {
      return "Report.Builder '" + title + "'";
    }
  }
}
