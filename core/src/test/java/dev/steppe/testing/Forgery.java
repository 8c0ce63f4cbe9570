package dev.steppe.testing;

import dev.steppe.testing.SerialStream.Slot;
import dev.steppe.uncertainty.UncertaintyPart;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.IntUnaryOperator;
import java.util.function.Predicate;
import java.util.zip.CRC32C;

/** All streams that a value's stream becomes when one number, text or object in it is another. */
public final class Forgery {

  /** Before the content of a part come its checksum and its length. */
  private static final int HEAD = Long.BYTES + Integer.BYTES;

  /** So many places are another at once. */
  private static final int MOST = 8;

  private final byte[] original;
  private final SerialStream outer;
  private final SerialStream inner;
  private final boolean isPart;

  /** The streams of a value; of a part of an analysis they have the right checksum. */
  public Forgery(Serializable value) {
    this.original = SerialSamples.bytes(value);
    this.outer = SerialStream.of(original);
    this.isPart = value instanceof UncertaintyPart;
    byte[] written = isPart ? outer.written() : original;
    this.inner =
        isPart ? SerialStream.of(Arrays.copyOfRange(written, HEAD, written.length)) : outer;
  }

  /** The stream that Java has written. */
  public byte[] original() {
    return original;
  }

  /** The same, taken apart and put together. */
  public byte[] written() {
    byte[] bytes = inner.bytes();
    return isPart ? SerialSamples.bytes(SerialSamples.readSafely(packed(bytes))) : bytes;
  }

  /** The classes of which there is an object. */
  public Set<String> classes() {
    Set<String> names = new HashSet<>(outer.classes());
    names.addAll(inner.classes());
    return names;
  }

  private byte[] packed(byte[] content) {
    if (!isPart) {
      return content;
    }
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      DataOutputStream out = new DataOutputStream(bytes);
      CRC32C sum = new CRC32C();
      sum.update(content);
      out.writeLong(sum.getValue());
      out.writeInt(content.length);
      out.write(content);
      outer.setWritten(bytes.toByteArray());
      return outer.bytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Forges one place after the other.
   *
   * @param wanted whether a place of such a name is to be forged once more
   * @param use told what was forged, as in {@code dev.steppe.model.Log.shift := NaN}
   */
  public void forEach(Predicate<String> wanted, BiConsumer<String, byte[]> use) {
    for (Slot slot : slots()) {
      if (wanted.test(slot.name())) {
        for (Object other : others(slot)) {
          Object before = slot.set(other);
          use.accept(slot.name() + " := " + other, packed(inner.bytes()));
          slot.values().set(slot.index(), before);
        }
      }
    }
    for (List<Object> array : inner.arrays()) {
      if (!array.isEmpty() && wanted.test("array of " + array.get(0).getClass() + array.size())) {
        List<Object> before = new ArrayList<>(array);
        array.clear();
        use.accept("array := []", packed(inner.bytes()));
        array.addAll(before.subList(1, before.size()));
        use.accept("array := all but the first", packed(inner.bytes()));
        array.addAll(before.subList(0, 1));
        use.accept("array := the first at the end", packed(inner.bytes()));
        array.addAll(before.subList(0, 1));
        use.accept("array := the first twice", packed(inner.bytes()));
        array.clear();
        array.addAll(before);
      }
    }
  }

  /**
   * A stream with other values in up to eight places.
   *
   * @param choose a number below the one it is given
   * @param more whether there is to be another change
   */
  public byte[] forged(IntUnaryOperator choose, BooleanSupplier more) {
    List<Slot> slots = slots();
    Deque<Runnable> undo = new ArrayDeque<>();
    while (more.getAsBoolean() && undo.size() < MOST && !slots.isEmpty()) {
      Slot slot = slots.get(choose.applyAsInt(slots.size()));
      List<Object> others = others(slot);
      if (!others.isEmpty()) {
        Object before = slot.set(others.get(choose.applyAsInt(others.size())));
        undo.push(() -> slot.values().set(slot.index(), before));
      } else {
        undo.push(() -> {});
      }
    }
    byte[] forged = packed(inner.bytes());
    undo.forEach(Runnable::run);
    return forged;
  }

  private List<Slot> slots() {
    List<Slot> slots = new ArrayList<>(inner.slots("dev.steppe"));
    slots.addAll(inner.slots("java.lang"));
    slots.addAll(inner.elements());
    return slots;
  }

  private static List<Object> others(Slot slot) {
    List<Object> others = new ArrayList<>();
    switch (slot.type()) {
      case 'D' ->
          others.addAll(
              List.of(
                  Double.NaN,
                  Double.POSITIVE_INFINITY,
                  Double.NEGATIVE_INFINITY,
                  -1.0,
                  1e302,
                  -1e302,
                  0.0));
      case 'I' -> others.addAll(List.of(-1, Integer.MAX_VALUE, Integer.MIN_VALUE, 0, 2));
      case 'J' -> others.addAll(List.of(-1L, Long.MAX_VALUE, Long.MIN_VALUE, 0L, 2L));
      case 'Z' -> others.add(!(Boolean) slot.value());
      case 'L', '[' -> {
        others.add(null);
        others.add("forged");
        others.add(" ");
      }
      default -> {}
    }
    others.remove(slot.value());
    return others;
  }
}
