package dev.steppe.report;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import com.google.common.collect.Sets;
import dev.steppe.evidence.Country;
import dev.steppe.internal.Text;
import dev.steppe.model.Indicator;
import dev.steppe.score.Comparison;
import dev.steppe.score.Contribution;
import dev.steppe.score.Ranking;
import dev.steppe.score.Scorecard;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What other models say of the same countries, told apart from this page's. */
final class OtherModel implements Section {

  /** So many countries are set side by side. */
  private static final int MOST = 10;

  private final Results here;
  private final ImmutableList<Results> others;
  private final Map<String, String> files;

  /**
   * Of pages.
   *
   * @param files where the pages are, by their titles; those that are nowhere have no link
   */
  OtherModel(Results here, ImmutableList<Results> others, Map<String, String> files) {
    this.here = here;
    this.others = others;
    this.files = files;
  }

  /** The countries that a page is about and another knows. */
  static ImmutableList<Country> shared(Results here, Results other) {
    Set<Country> shared = new LinkedHashSet<>();
    for (Scorecard card : here.answered()) {
      if (other.card(card.country().code()).isPresent()) {
        shared.add(card.country());
      }
    }
    return ImmutableList.copyOf(shared);
  }

  /** The countries that a page is about, in words. */
  static String names(Results here) {
    List<String> names = new ArrayList<>();
    here.answered().forEach(card -> names.add(card.country().name()));
    return Text.list(names.subList(0, Math.min(MOST, names.size())));
  }

  @Override
  public String heading() {
    return others.size() == 1 ? "What another model says" : "What other models say";
  }

  @Override
  public boolean isEmpty() {
    return others.isEmpty();
  }

  @Override
  public Optional<String> inShort() {
    List<String> said = new ArrayList<>();
    for (Results other : others) {
      said.add(Text.of("\"%s\": %s", other.title(), verdict(other)));
    }
    return said.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", said));
  }

  /** Such as "Kazakhstan scores 53.5 and ...: ... The two models agree on the order." */
  private String verdict(Results other) {
    ImmutableList<Country> shared = shared(here, other);
    Optional<Comparison> mine = comparison(here, shared);
    Optional<Comparison> theirs = comparison(other, shared);
    if (mine.isEmpty() || theirs.isEmpty()) {
      return agreement(other);
    }
    boolean same = order(mine.get()) == order(theirs.get());
    String firm = "";
    if (mine.get().isDecided() != theirs.get().isDecided()) {
      firm =
          mine.get().isDecided()
              ? " Uncertain readings could turn it round there, not here."
              : " Uncertain readings could turn it round here, not there.";
    }
    return Text.of(
        "%s The two models %s on the order.%s",
        Headline.scores(theirs.get()), same ? "agree" : "disagree", firm);
  }

  private static int order(Comparison comparison) {
    return Ranking.compareScores(comparison.first().value(), comparison.second().value());
  }

  /** The comparison of the two countries that both pages have; empty if they are not two. */
  private static Optional<Comparison> comparison(Results page, ImmutableList<Country> shared) {
    if (shared.size() != 2) {
      return Optional.empty();
    }
    Scorecard first = card(page, shared.get(0));
    return Optional.of(first.compareWith(card(page, shared.get(1))));
  }

  private static Scorecard card(Results page, Country country) {
    return page.card(country.code()).orElseThrow();
  }

  /** Of how many pairs the two models have the order the other way round. */
  private String agreement(Results other) {
    ImmutableList<Country> shared = shared(here, other);
    int turned = 0;
    int pairs = 0;
    for (int i = 0; i < shared.size(); i++) {
      for (int j = i + 1; j < shared.size(); j++) {
        pairs++;
        int product =
            between(here, shared.get(i), shared.get(j))
                * between(other, shared.get(i), shared.get(j));
        turned += product < 0 ? 1 : 0;
      }
    }
    return pairs == 0
        ? Text.of("puts %s at %s.", shared.get(0).name(), score(card(other, shared.get(0))))
        : Text.of(
            "has %s of %s of these countries the other way round.",
            turned, Text.count(pairs, "pair", "pairs"));
  }

  private static int between(Results page, Country first, Country second) {
    return Ranking.compareScores(card(page, first).value(), card(page, second).value());
  }

  private static String score(Scorecard card) {
    return ReportText.scoreWithRange(card.value(), card.range().lower(), card.range().upper())
        + card.riskClass().map(name -> ", " + name).orElse("");
  }

  @Override
  public void write(HtmlWriter html, ChartWriter writer) {
    for (Results other : others) {
      if (others.size() > 1) {
        html.element("h3", other.title());
      }
      html.element("p", verdict(other), "class", "reading");
      HtmlWriter table = new HtmlWriter();
      table(table, other);
      writer.scrolling(table.toString(), "Side by side with: " + other.title());
      why(html, other);
    }
  }

  private void table(HtmlWriter html, Results other) {
    ImmutableList<Country> shared = shared(here, other);
    html.open("table").element("caption", "Side by side").open("thead").open("tr");
    html.element("th", "What", "scope", "col");
    html.element("th", "This page: " + here.title(), "scope", "col");
    html.open("th", "scope", "col");
    @Nullable String file = files.get(other.title());
    if (file == null) {
      html.text(other.title());
    } else {
      html.open("a", "href", Slug.address(file)).text(other.title()).raw("</a>");
    }
    html.close("th").close("tr").close("thead").open("tbody");
    row(html, "Made of", factors(here), factors(other));
    row(html, "As of", day(here, shared), day(other, shared));
    for (Country country : shared.subList(0, Math.min(MOST, shared.size()))) {
      row(html, country.name(), score(card(here, country)), score(card(other, country)));
    }
    row(html, "Order", order(here, shared), order(other, shared));
    Optional<Comparison> mine = comparison(here, shared);
    Optional<Comparison> theirs = comparison(other, shared);
    if (mine.isPresent() && theirs.isPresent()) {
      row(html, "Decided", decided(mine.get()), decided(theirs.get()));
      row(html, "Greatest part", most(mine.get()), most(theirs.get()));
    }
    html.close("tbody").close("table");
    if (shared.size() > MOST) {
      html.paragraph(Text.of("The first %s of %s countries.", MOST, shared.size()));
    }
  }

  private static void row(HtmlWriter html, String what, String mine, String theirs) {
    html.open("tr").element("th", what, "scope", "row");
    html.element("td", mine).element("td", theirs).close("tr");
  }

  private static String day(Results page, ImmutableList<Country> shared) {
    return ReportText.day(Lists.transform(shared, country -> card(page, country)))
        .orElse("not one date");
  }

  private static String order(Results page, ImmutableList<Country> shared) {
    List<Scorecard> cards =
        new ArrayList<>(Lists.transform(shared, country -> card(page, country)));
    if (shared.size() == 2) {
      double difference = cards.get(0).compareWith(cards.get(1)).difference();
      return Text.of(
          "%s is %s points %s %s",
          shared.get(0).name(),
          ReportText.points(Math.abs(difference)),
          difference < 0 ? "below" : "above",
          shared.get(1).name());
    }
    cards.sort((a, b) -> Ranking.compareScores(b.value(), a.value()));
    List<String> names = new ArrayList<>();
    cards.forEach(card -> names.add(card.country().name()));
    return "Riskiest first: " + String.join(", ", names.subList(0, Math.min(MOST, names.size())));
  }

  /** The parts at the top of a model. */
  private static String factors(Results page) {
    List<String> names = new ArrayList<>();
    page.cards().get(0).model().root().children().forEach(child -> names.add(child.name()));
    return String.join(", ", names.subList(0, Math.min(MOST, names.size())));
  }

  /** The part at the top of a model that makes most of a difference. */
  private static String most(Comparison comparison) {
    try {
      Contribution part = comparison.byFactor().get(0);
      return Text.of("%s, %s points", part.name(), ReportText.signed(part.points()));
    } catch (IllegalArgumentException noContributions) {
      return "no exact parts";
    }
  }

  private static String decided(Comparison comparison) {
    return comparison.isDecided()
        ? "Yes: no uncertain reading turns it round"
        : "No: uncertain readings could turn it round";
  }

  /** Why the two may differ: the indicators, and the dates. */
  private void why(HtmlWriter html, Results other) {
    List<Indicator> mine = here.cards().get(0).model().indicators();
    List<Indicator> theirs = other.cards().get(0).model().indicators();
    Set<String> both = new LinkedHashSet<>(Lists.transform(mine, Indicator::code));
    both = Sets.intersection(both, Set.copyOf(Lists.transform(theirs, Indicator::code)));
    List<String> names = new ArrayList<>();
    for (Indicator indicator : mine) {
      if (both.contains(indicator.code())) {
        names.add("\"" + indicator.name() + "\"");
      }
    }
    String indicators =
        names.isEmpty()
            ? "no indicator is in both"
            : Text.of("in both %s: %s", names.size() == 1 ? "is only" : "are", Text.list(names));
    String dates =
        day(here, shared(here, other)).equals(day(other, shared(here, other)))
            ? ""
            : " Their dates differ too.";
    html.paragraph(
        Text.of(
            "Why they may differ: they ask two questions of two sets of facts. Of %s here and %s"
                + " there, %s.%s Scores of two models do not compare; the orders do.",
            Text.count(mine.size(), "indicator", "indicators"), theirs.size(), indicators, dates));
  }
}
