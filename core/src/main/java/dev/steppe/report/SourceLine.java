package dev.steppe.report;

import dev.steppe.evidence.CountryProfile;
import dev.steppe.evidence.Reading;
import dev.steppe.internal.Text;
import dev.steppe.score.NodeScore;
import dev.steppe.score.Scorecard;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/** Where a chart is from, in a line: its most used sources, and from when their readings are. */
final class SourceLine {

  /** So many sources are named. */
  private static final int NAMED = 2;

  /** A name is no longer than this. */
  private static final double LONGEST = Svg.width("x") * 60;

  private final List<String> documents;
  private final String years;
  private final String when;

  /** Of the readings of these scorecards. */
  SourceLine(Iterable<Scorecard> cards) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    Set<CountryProfile> seen = new HashSet<>();
    int least = Integer.MAX_VALUE;
    int most = Integer.MIN_VALUE;
    List<Scorecard> all = new ArrayList<>();
    for (Scorecard card : cards) {
      all.add(card);
      for (NodeScore node : seen.add(card.profile()) ? card.nodes() : List.<NodeScore>of()) {
        for (Reading reading : node.readings()) {
          Sources.documents(reading).forEach(one -> counts.merge(one, 1, Integer::sum));
          OptionalInt year = reading.source().observedYear();
          least = Math.min(least, year.orElse(least));
          most = Math.max(most, year.orElse(most));
        }
      }
    }
    this.documents = new ArrayList<>(counts.keySet());
    documents.sort(Comparator.comparingInt(document -> -counts.getOrDefault(document, 0)));
    String years =
        least > most
            ? ""
            : " Readings of " + (least == most ? "" + least : least + " to " + most) + ".";
    this.years = years;
    this.when = ReportText.day(all).map(day -> " As of " + day + ".").orElse("");
  }

  private static String shortened(String document) {
    return Labels.line(document, LONGEST);
  }

  private String rest(int named) {
    int more = documents.size() - named;
    return more > 0 ? Text.of(" and %s more", more) : "";
  }

  /** In words. */
  String text() {
    return (documents.isEmpty() ? "" : "Sources: ") + list(NAMED);
  }

  /** The names of some sources at most. */
  String list(int most) {
    if (documents.isEmpty()) {
      return "Sources not stated." + years + when;
    }
    List<String> named = documents.stream().limit(most).map(SourceLine::shortened).toList();
    return String.join("; ", named) + rest(most) + "." + years + when;
  }

  /** With links to the list of sources, on a page that says of when it is. */
  void write(HtmlWriter html, Sources sources) {
    html.open("p", "class", "source");
    if (documents.isEmpty()) {
      html.text("Sources not stated." + years).close("p");
      return;
    }
    html.text("Sources: ");
    for (int i = 0; i < Math.min(NAMED, documents.size()); i++) {
      html.text(i == 0 ? "" : "; ");
      html.link(Sources.id(sources.number(documents.get(i))), shortened(documents.get(i)));
    }
    html.text(rest(NAMED) + "." + years).close("p");
  }
}
