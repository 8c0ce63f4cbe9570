package dev.steppe.report;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.steppe.internal.Checks;
import dev.steppe.internal.Text;
import dev.steppe.panel.Panel;
import dev.steppe.scenario.ScenarioTable;
import dev.steppe.score.Comparison;
import dev.steppe.score.Ranking;
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
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Results as one page of HTML: the answer in a sentence, then why, how sure, what would change it,
 * and what it rests on. Whatever was given appears. Immutable.
 *
 * <ul>
 *   <li>The page needs no network, no scripts and no other file. It has a light and a dark look and
 *       fits a telephone. On paper, charts and lists that are folded up are printed, and tables are
 *       not.
 *   <li>Every chart has its reading in a sentence above it, its sources and a table below it, and
 *       can be saved as a picture. Of more than 20 rows of bars the first 20 are drawn.
 *   <li>Of charts, the picture of the answer and the first reason are open; the others open on
 *       demand.
 *   <li>Every score can be followed to readings, and every reading to its source. Of more than
 *       10,000 readings those of the first scores are listed, and a line says what is left out.
 *   <li>The same results give the same bytes.
 *   <li>Text from data is shown as it is, but for numbers of commits, and is never taken for
 *       markup. A cell that is the code of an indicator or factor has its name. Addresses that
 *       start with {@code http://} or {@code https://} become links, others do not.
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

  private final Results results;
  private final ImmutableList<Report> others;
  private final boolean isSummary;

  private Report(Results results, ImmutableList<Report> others, boolean isSummary) {
    this.results = results;
    this.others = others;
    this.isSummary = isSummary;
  }

  /** Starts a report with its title, best the question that it answers. */
  public static Builder titled(String title) {
    return new Builder(Checks.notBlank(title, "title of a report"));
  }

  /** The title. */
  public String title() {
    return results.title();
  }

  /**
   * This page with another beside it, such as one by another model that asks another question of
   * the same countries. Each names the other and says in a small table what it has of the same
   * countries, whether the two agree, and which indicators they share. {@link #writeTo} writes both
   * and links them.
   *
   * <pre>{@code
   * Report.titled("Could Aland be the next Bland?").comparison(byOne).build()
   *     .withOther(Report.titled("How could Aland be pressed?").comparison(byAnother).build());
   * }</pre>
   *
   * @throws IllegalArgumentException if it has the title of this page or of another beside it, or
   *     none of the countries that this page is about
   */
  public Report withOther(Report other) {
    requireNonNull(other, "other");
    if (pages().stream().anyMatch(page -> page.title().equals(other.title()))) {
      throw new IllegalArgumentException(
          "Pages side by side need different titles, but two are '" + other.title() + "'");
    }
    if (OtherModel.shared(results, other.results).isEmpty()) {
      throw new IllegalArgumentException(
          Text.of(
              "'%s' has none of the countries of '%s', which are %s",
              other.title(), title(), OtherModel.names(results)));
    }
    return new Report(
        results, ImmutableList.<Report>builder().addAll(others).add(other).build(), isSummary);
  }

  /**
   * The same on one page of A4: the answer and its date, a picture, what speaks for it and against
   * it, how sure it is, and the sources. Long words of your own may need a second one.
   *
   * <pre>{@code
   * report.summary().writeTo(Path.of("summary.html"));   // to print
   * }</pre>
   */
  public Report summary() {
    return new Report(results, others, true);
  }

  /** The page; other pages are told of, without links. */
  public String html() {
    return html(ImmutableMap.of());
  }

  /**
   * The page.
   *
   * @param files where other pages are, by their titles
   */
  String html(Map<String, String> files) {
    ImmutableList<Results> beside =
        others.stream().map(Report::results).collect(ImmutableList.toImmutableList());
    OtherModel other = new OtherModel(results, beside, files);
    return isSummary ? SummaryPage.of(results, other) : Page.of(results, other);
  }

  /**
   * Writes the page in UTF-8, and creates the folder if there is none. Pages {@linkplain #withOther
   * beside} it go into the same folder, with their title behind the name of the file: beside {@code
   * aland.html}, {@code aland-how-could-aland-be-pressed.html}. A summary is written alone.
   *
   * @throws IOException if a file cannot be written
   */
  public void writeTo(Path file) throws IOException {
    Path folder = requireNonNull(file, "file").toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    if (isSummary || others.isEmpty()) {
      Files.writeString(file, html());
    } else {
      PageSet.of(pages(), file).write();
    }
  }

  /** Without pages beside it. */
  Report alone() {
    return new Report(results, ImmutableList.of(), isSummary);
  }

  /** This page and those beside it. */
  private ImmutableList<Report> pages() {
    return ImmutableList.<Report>builder().add(this).addAll(others).build();
  }

  Results results() {
    return results;
  }

  @Override
  public String toString() {
    return "Report '" + Text.printable(title()) + "'" + (isSummary ? " on one page" : "");
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
    private final List<Results.Titled<UncertaintyResult>> uncertainties = new ArrayList<>();
    private final List<Results.Titled<SobolIndices>> sensitivities = new ArrayList<>();
    private final List<ScenarioTable> scenarios = new ArrayList<>();
    private final List<TippingAnswer> tippingPoints = new ArrayList<>();
    private final List<WeightStability> stabilities = new ArrayList<>();
    private final List<WeightFlip> flips = new ArrayList<>();
    private final List<Table> tables = new ArrayList<>();
    private final List<String> weaknesses = new ArrayList<>();
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
      return uncertainty(UncertaintySection.what(result), result);
    }

    /**
     * Adds how sure orders and ranks are.
     *
     * @param what what was drawn, in words, such as "Readings drawn between their sources"
     */
    @CanIgnoreReturnValue
    public Builder uncertainty(String what, UncertaintyResult result) {
      uncertainties.add(
          new Results.Titled<>(
              Checks.notBlank(what, "what was drawn"), requireNonNull(result, "result")));
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
          new Results.Titled<>(
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

    /**
     * Adds a sentence on where the model is weak, as its makers know it. All of them stand in a
     * list that is never folded up.
     */
    @CanIgnoreReturnValue
    public Builder weakness(String weakness) {
      weaknesses.add(Checks.notBlank(weakness, "weakness of a model"));
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
      Results results =
          new Results(
              title,
              answer == null ? "" : answer,
              ImmutableList.copyOf(rankings),
              ImmutableList.copyOf(comparisons),
              ImmutableList.copyOf(panels),
              ImmutableList.copyOf(uncertainties),
              ImmutableList.copyOf(sensitivities),
              ImmutableList.copyOf(scenarios),
              ImmutableList.copyOf(tippingPoints),
              ImmutableList.copyOf(stabilities),
              ImmutableList.copyOf(flips),
              ImmutableList.copyOf(tables),
              ImmutableList.copyOf(weaknesses),
              ImmutableList.copyOf(notes));
      Checks.noFaults("Report '" + title + "'", results.faults());
      return new Report(results, ImmutableList.of(), false);
    }

    @Override
    public String toString() {
      return "Report.Builder '" + Text.printable(title) + "'";
    }
  }
}
