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
  private final Map<String, Organisation> organisations = new LinkedHashMap<>();

  MembershipReader(EvidenceRules rules, String what) {
    this.rules = rules;
    this.lines = new EvidenceLines(rules, what);
  }

  /** What the first line of an organisation says of it, and all its members. */
  private record Organisation(
      TieKind kind, double strength, Source source, long line, List<Member> members) {}

  private record Member(String actor, Period period, double degree, long line) {}

  Loaded<AllianceNetwork> read(Reader reader) {
    lines.read(reader, List.of("organisation", "country"), this::readLine);
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
    return new Loaded<>(network.build(), lines.leftOut());
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
        Text.of(
            "Unknown kind '%s'. %s",
            text, Checks.known(text, Arrays.stream(TieKind.values()).map(Enum::name).toList())));
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
}
