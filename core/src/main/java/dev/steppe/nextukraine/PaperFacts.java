package dev.steppe.nextukraine;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.steppe.internal.Checks;
import dev.steppe.internal.Text;
import dev.steppe.table.Table;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Facts of the paper, in the order of their ids. Immutable.
 *
 * <p>Every filter gives a smaller collection, so filters chain. A filter that nothing passes gives
 * an empty collection, which is an answer too: the paper says nothing of Ukraine's trade.
 *
 * <pre>{@code
 * PaperFacts facts = PaperFacts.load();
 * facts.size();                                    // 115
 * facts.about("KAZ").ofFactor("ethnic").size();    // 12
 * facts.about("UKR").ofFactor("trade").size();     // 0
 * facts.contradicted().size();                     // 9
 * }</pre>
 *
 * @since 0.1
 */
public final class PaperFacts implements Iterable<PaperFact> {

  private final ImmutableList<PaperFact> facts;

  PaperFacts(List<PaperFact> facts) {
    this.facts = ImmutableList.copyOf(facts);
  }

  /** Read once, when first asked for. */
  private static final class All {
    static final PaperFacts FACTS = new PaperFacts(PaperFactsCsv.read());
  }

  /** All facts of the paper. They are read at the first call and kept. */
  public static PaperFacts load() {
    return All.FACTS;
  }

  /**
   * The fact with an id, such as {@code P058}.
   *
   * @throws IllegalArgumentException if none of these facts has it
   */
  public PaperFact fact(String id) {
    requireNonNull(id, "id");
    List<String> known = new ArrayList<>(facts.size());
    for (PaperFact fact : facts) {
      if (fact.id().equals(id)) {
        return fact;
      }
      known.add(fact.id());
    }
    throw unknown("paper fact", id, known);
  }

  /**
   * The facts about a subject: {@code KAZ}, {@code UKR}, {@code BOTH}, {@code RUS}, {@code KGZ},
   * {@code EU} or {@code META}. Facts about {@code BOTH} are about {@code KAZ} and {@code UKR} too.
   *
   * @throws IllegalArgumentException if the paper has no such subject
   */
  public PaperFacts about(String subject) {
    requireKnown("subject", subject, load().subjects());
    return where(fact -> fact.isAbout(subject));
  }

  /**
   * The facts of a factor, such as {@code ethnic}.
   *
   * @throws IllegalArgumentException if the paper has no such factor
   */
  public PaperFacts ofFactor(String factor) {
    requireKnown("factor", factor, load().factors());
    return where(fact -> fact.factor().equals(factor));
  }

  /**
   * The facts of a section: {@code 1} to {@code 6}, {@code 3.1} to {@code 3.3}, {@code Abstract} or
   * {@code References}. A section holds its subsections: {@code 3} is all of {@code 3.1} to {@code
   * 3.3}.
   *
   * @throws IllegalArgumentException if no fact stands in such a section
   */
  public PaperFacts inSection(String section) {
    requireNonNull(section, "section");
    Set<String> known = new LinkedHashSet<>();
    for (PaperFact fact : load()) {
      String code = fact.sectionCode();
      int point = code.indexOf('.');
      if (point > 0) {
        known.add(code.substring(0, point));
      }
      known.add(code);
    }
    requireKnown("section", section, known);
    return where(fact -> (fact.sectionCode() + ".").startsWith(section + "."));
  }

  /** The facts with a mark. */
  public PaperFacts marked(PaperFact.Mark mark) {
    requireNonNull(mark, "mark");
    return where(fact -> fact.marks().contains(mark));
  }

  /** The facts of which the paper says otherwise in another place. */
  public PaperFacts contradicted() {
    return marked(PaperFact.Mark.INCONSISTENT);
  }

  /**
   * The contradictions among these facts, each as the facts that take part in it.
   *
   * <p>Two facts about the same country contradict each other if both are marked {@link
   * PaperFact.Mark#INCONSISTENT} and the note of each names the section of the other. Facts that
   * are linked by such pairs form one group; two of them may well agree with each other, against a
   * third.
   *
   * <pre>{@code
   * PaperFacts.load().contradictions().get(0);    // P016 and P058: 20 percent or 17.94 percent
   * }</pre>
   */
  public ImmutableList<PaperFacts> contradictions() {
    List<PaperFact> open = new ArrayList<>(contradicted().facts);
    ImmutableList.Builder<PaperFacts> groups = ImmutableList.builder();
    while (!open.isEmpty()) {
      Set<PaperFact> group = new LinkedHashSet<>();
      group.add(open.remove(0));
      while (addLinked(open, group)) {}
      if (group.size() > 1) {
        groups.add(where(group::contains));
      }
    }
    return groups.build();
  }

  private static boolean addLinked(List<PaperFact> open, Set<PaperFact> group) {
    for (PaperFact candidate : open) {
      for (PaperFact member : group) {
        if (candidate.contradicts(member)) {
          open.remove(candidate);
          return group.add(candidate);
        }
      }
    }
    return false;
  }

  private PaperFacts where(Predicate<PaperFact> wanted) {
    List<PaperFact> found = new ArrayList<>();
    for (PaperFact fact : facts) {
      if (wanted.test(fact)) {
        found.add(fact);
      }
    }
    return new PaperFacts(found);
  }

  /** The subjects of these facts, in order of appearance. */
  public ImmutableSet<String> subjects() {
    ImmutableSet.Builder<String> subjects = ImmutableSet.builder();
    for (PaperFact fact : facts) {
      subjects.add(fact.subject());
    }
    return subjects.build();
  }

  /** The factors of these facts, in order of appearance. */
  public ImmutableSet<String> factors() {
    ImmutableSet.Builder<String> factors = ImmutableSet.builder();
    for (PaperFact fact : facts) {
      factors.add(fact.factor());
    }
    return factors.build();
  }

  /** The facts as a list. */
  public ImmutableList<PaperFact> facts() {
    return facts;
  }

  /** How many facts there are. */
  public int size() {
    return facts.size();
  }

  /** Whether there are none. */
  public boolean isEmpty() {
    return facts.isEmpty();
  }

  @Override
  public Iterator<PaperFact> iterator() {
    return facts.iterator();
  }

  /** The facts as a table: the claim with its year and, in brackets, its marks. */
  public Table table() {
    Table.Builder table =
        Table.titled(Text.count(size(), "fact of the paper", "facts of the paper"))
            .text("Id")
            .text("About")
            .text("Factor")
            .text("Claim")
            .text("Value")
            .text("Section");
    boolean doubted = false;
    for (PaperFact fact : facts) {
      String marks = fact.markNames();
      doubted |= !marks.isEmpty();
      table.row(
          fact.id(),
          fact.subject(),
          fact.factor(),
          fact.claim()
              + (fact.year().isEmpty() ? "" : " (" + fact.year() + ")")
              + (marks.isEmpty() ? "" : "\n[" + marks + "]"),
          fact.quantity(),
          fact.sectionCode());
    }
    table.note("In our own words from " + PaperFact.CITATION + ".");
    if (doubted) {
      table.note("Brackets say what to doubt; the note of a fact says why.");
    }
    return table.build();
  }

  private static void requireKnown(String what, String given, Set<String> known) {
    requireNonNull(given, what);
    if (!known.contains(given)) {
      throw unknown(what + " of the paper", given, ImmutableList.copyOf(known));
    }
  }

  private static IllegalArgumentException unknown(String what, String given, List<String> known) {
    return new IllegalArgumentException(Checks.unknown(what, given, known));
  }

  @Override
  public boolean equals(@Nullable Object object) {
    return object instanceof PaperFacts other && facts.equals(other.facts);
  }

  @Override
  public int hashCode() {
    return facts.hashCode();
  }

  /** The facts as a {@linkplain #table() table}. */
  @Override
  public String toString() {
    return table().toString();
  }
}
