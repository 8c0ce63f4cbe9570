package dev.steppe.evidence;

import com.google.common.collect.ImmutableList;
import dev.steppe.internal.Checks;
import dev.steppe.internal.Text;
import java.io.Reader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a table of memberships. Used once. */
final class MembershipReader {

  private final EvidenceRules rules;
  private final EvidenceLines lines;
  private final CountryCells partners;
  private final Map<String, Organisation> organisations = new LinkedHashMap<>();
  private final List<Tied> ties = new ArrayList<>();

  MembershipReader(EvidenceRules rules, String what) {
    this.rules = rules;
    this.lines = new EvidenceLines(rules, what);
    this.partners = new CountryCells(rules.countries);
  }

  /** What the first line of an organisation says of it, and all its members. */
  private record Organisation(
      TieKind kind, double strength, Source source, long line, List<Member> members) {}

  /** A tie of two, and the line that has it. */
  private record Tied(Tie tie, long line) {}

  private record Member(String actor, Period period, double degree, long line) {}

  Loaded<AllianceNetwork> read(Reader reader) {
    lines.read(reader, List.of("organisation", "country"), this::readLine);
    for (CountryCells.Fault fault : partners.faults()) {
      lines.add(fault.line(), "partner", fault.message());
    }
    lines.check();
    AllianceNetwork.Builder network = AllianceNetwork.builder();
    organisations.forEach(
        (name, organisation) -> {
          network.alliance(
              name, organisation.kind(), organisation.strength(), organisation.source());
          for (Member member : organisation.members()) {
            Period period = member.period();
            network.member(member.actor(), period.since(), period.until(), member.degree());
          }
        });
    ties.forEach(tied -> network.tie(tied.tie()));
    List<String> leftOut = new ArrayList<>(lines.leftOut());
    partners.leftOut().forEach(text -> leftOut.add("partner " + text));
    return new Loaded<>(network.build(), ImmutableList.copyOf(leftOut));
  }

  private void readLine(EvidenceLines.Line line) {
    String name = line.required("organisation");
    Period period = line.period();
    Double degree = line.degree("degree", 1);
    Source source = line.source();
    TieKind kind = name == null ? null : kind(line, name);
    Double strength = kind == null ? null : line.degree("strength", kind.defaultStrength());
    String actor = line.country(year(period));
    if (actor == null
        || name == null
        || period == null
        || degree == null
        || source == null
        || kind == null
        || strength == null) {
      return;
    }
    String partner = line.text("partner");
    if (!partner.isEmpty()) {
      String other = partners.code(partner, "", year(period), line.number());
      if (other != null) {
        addTie(line, actor, other, kind, name, strength, degree, period, source);
      }
      return;
    }
    Organisation said = new Organisation(kind, strength, source, line.number(), new ArrayList<>());
    Organisation known = organisations.putIfAbsent(name, said);
    Organisation organisation = known == null ? said : known;
    agree(line, "kind", name, organisation.kind(), kind, organisation.line());
    agree(line, "strength", name, organisation.strength(), strength, organisation.line());
    agree(line, "source", name, organisation.source(), source, organisation.line());
    add(line, name, organisation.members(), new Member(actor, period, degree, line.number()));
  }

  /** The year in which a membership begins; 0 if that is not known. */
  private static int year(@Nullable Period period) {
    return period == null || period.since().equals(LocalDate.MIN) ? 0 : period.since().getYear();
  }

  private @Nullable TieKind kind(EvidenceLines.Line line, String organisation) {
    String text = line.text("kind");
    if (text.isEmpty()) {
      TieKind kind = rules.kinds.get(organisation);
      if (kind == null) {
        line.fault(
            "organisation",
            Text.of(
                "'%s' has no kind: withKind(\"%s\", kind) says which of %s it is",
                organisation, organisation, ImmutableList.copyOf(TieKind.values())));
      }
      return kind;
    }
    String name = text.replace(' ', '_').replace('-', '_');
    for (TieKind kind : TieKind.values()) {
      if (kind.name().equalsIgnoreCase(name)) {
        return kind;
      }
    }
    line.fault(
        "kind",
        Checks.unknown("kind", text, Arrays.stream(TieKind.values()).map(Enum::name).toList()));
    return null;
  }

  private static void agree(
      EvidenceLines.Line line, String column, String name, Object first, Object second, long of) {
    if (!first.equals(second)) {
      line.fault(
          column,
          Text.of(
              "'%s' is %s here, but %s in line %s. An organisation has one%s",
              name, second, first, of, column.equals("source") ? "; withSource says which" : ""));
    }
  }

  private static void add(
      EvidenceLines.Line line, String name, List<Member> members, Member added) {
    for (Member member : members) {
      if (member.actor().equals(added.actor()) && member.period().overlaps(added.period())) {
        line.fault(
            "country",
            Text.of("'%s' is in '%s' already, by line %s", added.actor(), name, member.line()));
        return;
      }
    }
    members.add(added);
  }

  /** Adds a tie of two; what a line says of them in the other order as well is the same tie. */
  private void addTie(
      EvidenceLines.Line line,
      String first,
      String second,
      TieKind kind,
      String label,
      double strength,
      double degree,
      Period period,
      Source source) {
    if (first.equals(second)) {
      line.fault("partner", "'" + second + "' is the country itself");
      return;
    }
    Tie tie = new Tie(first, second, kind, label, strength, degree, period, source);
    for (Tied known : ties) {
      Tie other = known.tie();
      boolean mirrored = other.first().equals(second) && other.second().equals(first);
      if (mirrored
          && other.equals(new Tie(second, first, kind, label, strength, degree, period, source))) {
        return;
      }
      if (other.isBetween(first, second)
          && other.label().equals(label)
          && other.period().overlaps(period)) {
        line.fault(
            "partner",
            Text.of(
                "'%s' of %s and %s was already given by line %s",
                label, first, second, known.line()));
        return;
      }
    }
    ties.add(new Tied(tie, line.number()));
  }
}
