package dev.steppe.fuzz;

import dev.steppe.testing.Forgery;
import dev.steppe.testing.SerialSamples;
import dev.steppe.testing.StreamClaims;
import java.io.ByteArrayInputStream;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectStreamException;
import java.io.Serializable;
import java.util.List;

/**
 * Streams of Java serialization, of every class that can be sent: with bytes changed anywhere, or
 * well formed with other values in several places at once.
 */
final class StreamTargets {

  /** What Java itself would make of a wrong length is for its own filter to refuse. */
  private static final ObjectInputFilter SMALL =
      ObjectInputFilter.Config.createFilter("maxarray=100000;maxdepth=300;maxrefs=200000");

  private static final List<Serializable> SAMPLES = SerialSamples.all().toList();
  private static final List<Forgery> FORGERIES = SAMPLES.stream().map(Forgery::new).toList();

  private StreamTargets() {}

  /** The first byte chooses the value, then three by three say a place and what stands there. */
  static void flipped(byte[] input) throws Exception {
    Choices choices = new Choices(input);
    int chosen = choices.below(SAMPLES.size());
    byte[] stream = FORGERIES.get(chosen).original().clone();
    while (!choices.isEmpty()) {
      int place = choices.below(stream.length);
      stream[place] = (byte) choices.below(256);
    }
    read(stream, SAMPLES.get(chosen));
  }

  /** The first byte chooses the value, the others what is put where. */
  static void forged(byte[] input) throws Exception {
    Choices choices = new Choices(input);
    int chosen = choices.below(SAMPLES.size());
    byte[] stream = FORGERIES.get(chosen).forged(choices::below, () -> !choices.isEmpty());
    read(stream, SAMPLES.get(chosen));
  }

  private static void read(byte[] stream, Serializable sample) {
    Object read;
    try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(stream))) {
      in.setObjectInputFilter(SMALL);
      read = in.readObject();
    } catch (ObjectStreamException refused) {
      return;
    } catch (Exception refused) {
      StreamClaims.isOfOthers(refused);
      return;
    }
    if (read != null && read.getClass().getName().startsWith("dev.steppe.")) {
      StreamClaims.assertSound(sample.getClass().getSimpleName(), read);
    }
  }
}
