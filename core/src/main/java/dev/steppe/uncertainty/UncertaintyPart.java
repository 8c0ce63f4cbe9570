package dev.steppe.uncertainty;

import com.google.common.collect.HashMultiset;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.Multiset;
import dev.steppe.internal.Checks;
import dev.steppe.internal.Remade;
import dev.steppe.internal.Text;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InvalidObjectException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * What was counted in some of the draws of an analysis: see {@link UncertaintyAnalysis#part}.
 * Immutable. Its size depends on the number of countries and indicators (at most some 80 kB a
 * country), not on the number of draws.
 *
 * <p>Its serialized form has a checksum, and what was damaged on its way is refused when it is
 * read. That is no guard against people: as with all of Java's serialization, read only what comes
 * from those you trust.
 *
 * @since 0.1
 */
public final class UncertaintyPart implements Serializable {

  private static final long serialVersionUID = 1;

  /** Faults that a message lists. */
  private static final int FAULTS = 20;

  private final transient RunIdentity identity;
  private final transient int part;
  private final transient int ofParts;
  private final transient DrawCounts counts;

  UncertaintyPart(RunIdentity identity, TaskRange range, DrawCounts counts) {
    this.identity = identity;
    this.part = range.part();
    this.ofParts = range.ofParts();
    this.counts = counts;
  }

  private UncertaintyPart(Content content) {
    this.identity = content.identity;
    this.part = content.part;
    this.ofParts = content.ofParts;
    this.counts = content.counts;
  }

  /** Which part this is, from 0. */
  public int part() {
    return part;
  }

  /** How many parts the analysis has. */
  public int ofParts() {
    return ofParts;
  }

  /** The seed of the draws. */
  public long seed() {
    return identity.seed();
  }

  /** The fingerprints of the models that a draw may take: one, if there is no choice. */
  public ImmutableList<String> models() {
    return identity.models();
  }

  /** The draws of all parts together. */
  public long size() {
    return identity.size();
  }

  /** The draws of this part; 0 if there are more parts than there is work for. */
  public long draws() {
    return counts.draws();
  }

  DrawCounts counts() {
    return counts;
  }

  /** Refuses parts that do not make up the analysis with the given terms. */
  static void check(List<UncertaintyPart> parts, RunIdentity identity) {
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("An analysis needs at least one part");
    }
    List<String> faults = new ArrayList<>();
    int ofParts = parts.get(0).ofParts;
    Multiset<Integer> given = HashMultiset.create();
    for (UncertaintyPart part : parts) {
      if (part.ofParts == ofParts) {
        given.add(part.part);
      } else {
        faults.add(part.name() + " is not one of " + ofParts + ", as the first is");
      }
      for (String difference : part.identity.differences(identity)) {
        faults.add(part.name() + " has " + difference);
      }
    }
    // A part may say that it is one of very many: those that are missing are counted, not listed.
    long once = given.entrySet().stream().filter(entry -> entry.getCount() == 1).count();
    long count = faults.size() + ofParts - once;
    for (int p = 0; p < ofParts && faults.size() < FAULTS; p++) {
      int times = given.count(p);
      if (times != 1) {
        faults.add(
            name(p, ofParts) + (times == 0 ? " is missing" : " was given " + times + " times"));
      }
    }
    if (count > 0) {
      throw Checks.error(
          "The set of parts", faults.subList(0, Math.min(FAULTS, faults.size())), count);
    }
  }

  private String name() {
    return name(part, ofParts);
  }

  private static String name(int part, int ofParts) {
    return "part " + part + " of " + ofParts;
  }

  /** Refuses a part in which other things were counted than in the analysis that its terms name. */
  void checkCounts(int indicators, boolean withPairs) {
    if (!counts.isOf(indicators, withPairs)) {
      throw new IllegalArgumentException(
          "The counts of " + name() + " are not those of the analysis that it names");
    }
  }

  /** Whether all has been counted alike in the same part of the same analysis. */
  @Override
  public boolean equals(@Nullable Object object) {
    return object instanceof UncertaintyPart other
        && part == other.part
        && ofParts == other.ofParts
        && identity.equals(other.identity)
        && counts.equals(other.counts);
  }

  @Override
  public int hashCode() {
    return counts.hashCode() + part;
  }

  private Object writeReplace() {
    return new SerialForm(new Content(identity, part, ofParts, counts));
  }

  private void readObject(ObjectInputStream stream) throws InvalidObjectException {
    throw new InvalidObjectException("an UncertaintyPart is read from its serial form only");
  }

  /** All that a part has. */
  private record Content(RunIdentity identity, int part, int ofParts, DrawCounts counts)
      implements Serializable {

    private Content {
      if (part < 0 || part >= ofParts) {
        throw new IllegalArgumentException("There is no " + name(part, ofParts));
      }
      long draws = new TaskRange(identity.size(), part, ofParts).draws();
      if (draws != counts.draws()) {
        throw new IllegalArgumentException(
            Text.of("%s has %s draws, not %s", name(part, ofParts), draws, counts.draws()));
      }
      counts.check(identity.profiles().size());
    }
  }

  /** The bytes of the content, which are looked into only if they are as they were. */
  private static final class SerialForm implements Serializable {

    private static final long serialVersionUID = 1;

    private transient @Nullable Content content;

    SerialForm(Content content) {
      this.content = content;
    }

    private void writeObject(ObjectOutputStream stream) throws IOException {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
        out.writeObject(content);
      }
      stream.writeLong(checksum(bytes.toByteArray()));
      stream.writeInt(bytes.size());
      bytes.writeTo(stream);
    }

    private static long checksum(byte[] bytes) {
      CRC32C sum = new CRC32C();
      sum.update(bytes);
      return sum.getValue();
    }

    private void readObject(ObjectInputStream stream) throws IOException {
      long checksum;
      byte[] bytes;
      try {
        checksum = stream.readLong();
        // Takes room for what comes only, whatever a damaged length says.
        bytes = stream.readNBytes(Math.max(0, stream.readInt()));
      } catch (EOFException shorter) {
        throw Remade.refused("part of an analysis", shorter);
      }
      if (checksum(bytes) != checksum) {
        throw new InvalidObjectException(
            "The part of an analysis was damaged on its way: its checksum is another");
      }
      try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
        in.setObjectInputFilter(filter(stream.getObjectInputFilter(), bytes.length));
        content = (Content) in.readObject();
      } catch (IOException | ClassNotFoundException | RuntimeException notContent) {
        throw Remade.refused("part of an analysis", notContent);
      }
    }

    /** What the reader of the part lets in, and no array that is longer than the content itself. */
    private static ObjectInputFilter filter(@Nullable ObjectInputFilter ofReader, int length) {
      ObjectInputFilter arrays =
          info ->
              info.arrayLength() > length
                  ? ObjectInputFilter.Status.REJECTED
                  : ObjectInputFilter.Status.UNDECIDED;
      return ofReader == null ? arrays : ObjectInputFilter.merge(arrays, ofReader);
    }

    private Object readResolve() throws InvalidObjectException {
      if (content == null) {
        throw new InvalidObjectException("The part of an analysis has no content");
      }
      return new UncertaintyPart(content);
    }
  }

  /** One line: which part, how many draws of how many, from which seed. */
  @Override
  public String toString() {
    return Text.of(
        "%s (from 0): %,d of %s from seed %s; models %s",
        name(), draws(), Text.count(size(), "draw", "draws"), seed(), models());
  }
}
