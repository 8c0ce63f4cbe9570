package dev.steppe.report;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.evidence.Reading;
import dev.steppe.score.NodeScore;
import dev.steppe.score.Scorecard;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All scorecards of a page, each once, and all documents behind them, each with its number. */
final class Sources {

  private final ImmutableMap<CountryProfile, Scorecard> cards;
  private final ImmutableList<String> labels;

  /** With their numbers, from 1. */
  private final ImmutableMap<String, Integer> documents;

  Sources(Iterable<Scorecard> all) {
    Map<CountryProfile, Scorecard> distinct = new LinkedHashMap<>();
    all.forEach(card -> distinct.putIfAbsent(card.profile(), card));
    this.cards = ImmutableMap.copyOf(distinct);
    List<String> names = new ArrayList<>();
    Map<String, Integer> variants = new LinkedHashMap<>();
    Map<String, Integer> found = new LinkedHashMap<>();
    boolean dated = ReportText.day(ImmutableList.copyOf(distinct.values())).isEmpty();
    for (Scorecard card : distinct.values()) {
      String name = ReportText.name(card, dated);
      int variant = variants.merge(name, 1, Integer::sum);
      names.add(variant == 1 ? name : name + ", variant " + variant);
      for (NodeScore node : card.nodes()) {
        for (Reading reading : node.readings()) {
          documents(reading).forEach(document -> found.putIfAbsent(document, found.size() + 1));
        }
      }
    }
    this.labels = ImmutableList.copyOf(names);
    this.documents = ImmutableMap.copyOf(found);
  }

  /** The documents of a reading; a derived one names all that it rests on. */
  static ImmutableList<String> documents(Reading reading) {
    return reading.source().isStated()
        ? ImmutableList.copyOf(Splitter.on("; ").split(reading.source().document()))
        : ImmutableList.of();
  }

  ImmutableList<Scorecard> cards() {
    return cards.values().asList();
  }

  /** What a scorecard is called: its country, with the date where there is more than one. */
  String label(int card) {
    return labels.get(card);
  }

  ImmutableList<String> documents() {
    return documents.keySet().asList();
  }

  /** The number of a document, from 1. */
  int number(String document) {
    return documents.getOrDefault(document, 0);
  }

  /** The place on the page of a document, by its number. */
  static String id(int document) {
    return "document-" + document;
  }

  /** The place on the page of all readings of a scorecard. */
  static String cardId(int card) {
    return "card-" + (card + 1);
  }

  /** The place on the page of what is known of an indicator in a scorecard. */
  static String readingId(int card, String code) {
    return "reading-" + (card + 1) + "-" + code;
  }

  /** The place of a scorecard's readings of an indicator. */
  String readingId(Scorecard card, String code) {
    return readingId(cards.keySet().asList().indexOf(card.profile()), code);
  }
}
