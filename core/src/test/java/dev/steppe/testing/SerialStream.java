package dev.steppe.testing;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.ObjectStreamConstants;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A stream of Java serialization as a tree, in which any value can be put in the place of another.
 * What is written again is well formed, so that only the classes themselves can refuse it.
 *
 * @see <a href="https://docs.oracle.com/en/java/javase/17/docs/specs/serialization/protocol.html">
 *     Java Object Serialization Specification, chapter 6</a>
 */
public final class SerialStream {

  /** A value: an object of the tree, or null. */
  private interface Item {}

  private record ClassDesc(
      String name,
      long uid,
      int flags,
      List<Field> fields,
      List<Object> annotations,
      Object[] parent)
      implements Item {}

  private record Field(char type, String name, Object[] className) {}

  private record Instance(Object[] desc, List<Part> parts) implements Item {}

  /** The fields of one class of an object, and what the class has written beside them. */
  private record Part(ClassDesc desc, List<Object> values, List<Object> written) {}

  private record Text(String value) implements Item {}

  private record Elements(Object[] desc, List<Object> values) implements Item {}

  private record Constant(Object[] desc, Object[] name) implements Item {}

  private record ClassOf(Object[] desc) implements Item {}

  /** Bytes that a class has written. */
  private record Block(byte[] bytes) {}

  /**
   * A place in the stream that holds a value.
   *
   * @param name the class and the field, such as {@code dev.steppe.model.Log.shift}
   * @param type as in a class file: {@code D}, {@code L}, ...
   */
  public record Slot(String name, char type, List<Object> values, int index) {

    /** What is there: a boxed number for a primitive, a text for a text. */
    public Object value() {
      Object value = values.get(index);
      return value instanceof Text text ? text.value : value;
    }

    /** The same with another value in place, until it is {@linkplain #set set} back. */
    public Object set(Object value) {
      return values.set(index, value instanceof String text ? new Text(text) : value);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  private final List<Object> content = new ArrayList<>();

  /** Takes a stream apart. */
  public static SerialStream of(byte[] bytes) {
    SerialStream stream = new SerialStream();
    try (Parser parser = new Parser(bytes)) {
      parser.readAll(stream.content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return stream;
  }

  /** The stream as it is now. */
  public byte[] bytes() {
    try {
      Writer writer = new Writer();
      writer.writeAll(content);
      return writer.bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The names of all classes of which there is an object. */
  public Set<String> classes() {
    Set<String> names = new java.util.TreeSet<>();
    for (Object item : reachable()) {
      if (item instanceof Instance instance) {
        instance.parts.forEach(part -> names.add(part.desc.name));
      }
    }
    return names;
  }

  /** All that is held by objects of some classes: fields, and what arrays in them hold. */
  public List<Slot> slots(String prefix) {
    List<Slot> slots = new ArrayList<>();
    for (Object item : reachable()) {
      if (!(item instanceof Instance instance)) {
        continue;
      }
      for (Part part : instance.parts) {
        if (part.desc.name.startsWith(prefix)) {
          for (int i = 0; i < part.values.size(); i++) {
            Field field = part.desc.fields.get(i);
            slots.add(new Slot(part.desc.name + "." + field.name, field.type, part.values, i));
          }
        }
      }
    }
    return slots;
  }

  /** What arrays hold, wherever they are, those of library classes included. */
  public List<Slot> elements() {
    List<Slot> slots = new ArrayList<>();
    for (Object item : reachable()) {
      if (item instanceof Elements array) {
        String type = ((ClassDesc) array.desc[0]).name;
        for (int i = 0; i < array.values.size(); i++) {
          // One name for all but the first two.
          slots.add(new Slot(type + "[" + Math.min(i, 2) + "]", type.charAt(1), array.values, i));
        }
      }
    }
    return slots;
  }

  /** The values of all arrays, which can be made longer or shorter. */
  public List<List<Object>> arrays() {
    List<List<Object>> arrays = new ArrayList<>();
    for (Object item : reachable()) {
      if (item instanceof Elements array) {
        arrays.add(array.values);
      }
    }
    return arrays;
  }

  /** What a class has written by itself, as bytes; objects among them are left out. */
  public byte[] written() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (Object value : firstWritten()) {
      if (value instanceof Block block) {
        bytes.writeBytes(block.bytes);
      }
    }
    return bytes.toByteArray();
  }

  /** Puts other bytes in place of what a class has written by itself. */
  public void setWritten(byte[] bytes) {
    List<Object> written = firstWritten();
    written.clear();
    written.add(new Block(bytes));
  }

  private List<Object> firstWritten() {
    return ((Instance) content.get(0)).parts.get(0).written;
  }

  private List<Object> reachable() {
    List<Object> found = new ArrayList<>();
    Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    Deque<Object> open = new ArrayDeque<>(content);
    while (!open.isEmpty()) {
      Object item = open.removeFirst();
      if (item == null || !seen.add(item)) {
        continue;
      }
      found.add(item);
      List<Object> inner = new ArrayList<>();
      if (item instanceof Instance instance) {
        for (Part part : instance.parts) {
          inner.addAll(part.values);
          inner.addAll(part.written);
        }
      } else if (item instanceof Elements array) {
        inner.addAll(array.values);
      }
      inner.stream().filter(value -> value instanceof Item).forEach(open::addLast);
    }
    return found;
  }

  private static final class Parser implements AutoCloseable {

    private final DataInputStream in;
    private final List<Object> handles = new ArrayList<>();

    Parser(byte[] bytes) {
      this.in = new DataInputStream(new ByteArrayInputStream(bytes));
    }

    void readAll(List<Object> content) throws IOException {
      if (in.readShort() != ObjectStreamConstants.STREAM_MAGIC || in.readShort() != 5) {
        throw new IOException("no stream");
      }
      while (in.available() > 0) {
        content.add(item(in.readByte()));
      }
    }

    private Object item(byte tag) throws IOException {
      switch (tag) {
        case ObjectStreamConstants.TC_NULL:
          return null;
        case ObjectStreamConstants.TC_REFERENCE:
          return handles.get(in.readInt() - ObjectStreamConstants.baseWireHandle);
        case ObjectStreamConstants.TC_CLASSDESC:
          return classDesc();
        case ObjectStreamConstants.TC_OBJECT:
          return instance();
        case ObjectStreamConstants.TC_STRING:
          return named(new Text(in.readUTF()));
        case ObjectStreamConstants.TC_ARRAY:
          return array();
        case ObjectStreamConstants.TC_ENUM:
          Object[] desc = {item(in.readByte())};
          Constant constant = new Constant(desc, new Object[1]);
          handles.add(constant);
          constant.name[0] = item(in.readByte());
          return constant;
        case ObjectStreamConstants.TC_CLASS:
          return named(new ClassOf(new Object[] {item(in.readByte())}));
        case ObjectStreamConstants.TC_BLOCKDATA:
          return new Block(in.readNBytes(in.readUnsignedByte()));
        case ObjectStreamConstants.TC_BLOCKDATALONG:
          return new Block(in.readNBytes(in.readInt()));
        default:
          throw new IOException("unknown tag " + tag);
      }
    }

    private Object named(Object item) {
      handles.add(item);
      return item;
    }

    private ClassDesc classDesc() throws IOException {
      String name = in.readUTF();
      long uid = in.readLong();
      int place = handles.size();
      handles.add(null);
      int flags = in.readUnsignedByte();
      List<Field> fields = new ArrayList<>();
      ClassDesc desc = new ClassDesc(name, uid, flags, fields, new ArrayList<>(), new Object[1]);
      handles.set(place, desc);
      int count = in.readShort();
      for (int i = 0; i < count; i++) {
        char type = (char) in.readByte();
        String field = in.readUTF();
        boolean named = type == 'L' || type == '[';
        fields.add(new Field(type, field, new Object[] {named ? item(in.readByte()) : null}));
      }
      annotations(desc.annotations);
      desc.parent[0] = item(in.readByte());
      return desc;
    }

    private void annotations(List<Object> into) throws IOException {
      for (byte tag = in.readByte();
          tag != ObjectStreamConstants.TC_ENDBLOCKDATA;
          tag = in.readByte()) {
        into.add(item(tag));
      }
    }

    private Instance instance() throws IOException {
      Object[] desc = {item(in.readByte())};
      Instance instance = new Instance(desc, new ArrayList<>());
      handles.add(instance);
      Deque<ClassDesc> classes = new ArrayDeque<>();
      for (ClassDesc c = (ClassDesc) desc[0]; c != null; c = (ClassDesc) c.parent[0]) {
        classes.addFirst(c);
      }
      for (ClassDesc c : classes) {
        Part part = new Part(c, new ArrayList<>(), new ArrayList<>());
        instance.parts.add(part);
        for (Field field : c.fields) {
          part.values.add(value(field.type));
        }
        if ((c.flags & ObjectStreamConstants.SC_WRITE_METHOD) != 0
            || (c.flags & ObjectStreamConstants.SC_EXTERNALIZABLE) != 0) {
          annotations(part.written);
        }
      }
      return instance;
    }

    private Elements array() throws IOException {
      Object[] desc = {item(in.readByte())};
      Elements array = new Elements(desc, new ArrayList<>());
      handles.add(array);
      char type = ((ClassDesc) desc[0]).name.charAt(1);
      int count = in.readInt();
      for (int i = 0; i < count; i++) {
        array.values.add(value(type));
      }
      return array;
    }

    private Object value(char type) throws IOException {
      switch (type) {
        case 'D':
          return in.readDouble();
        case 'F':
          return in.readFloat();
        case 'I':
          return in.readInt();
        case 'J':
          return in.readLong();
        case 'S':
          return in.readShort();
        case 'B':
          return in.readByte();
        case 'C':
          return in.readChar();
        case 'Z':
          return in.readBoolean();
        default:
          return item(in.readByte());
      }
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }

  private static final class Writer {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final DataOutputStream out = new DataOutputStream(bytes);
    private final Map<Object, Integer> handles = new IdentityHashMap<>();

    void writeAll(List<Object> content) throws IOException {
      out.writeShort(ObjectStreamConstants.STREAM_MAGIC);
      out.writeShort(5);
      for (Object item : content) {
        write(item);
      }
      out.flush();
    }

    private void write(Object item) throws IOException {
      Integer handle = item == null ? null : handles.get(item);
      if (item == null) {
        out.writeByte(ObjectStreamConstants.TC_NULL);
      } else if (handle != null) {
        out.writeByte(ObjectStreamConstants.TC_REFERENCE);
        out.writeInt(ObjectStreamConstants.baseWireHandle + handle);
      } else if (item instanceof Block block) {
        boolean large = block.bytes.length > 255;
        out.writeByte(
            large ? ObjectStreamConstants.TC_BLOCKDATALONG : ObjectStreamConstants.TC_BLOCKDATA);
        if (large) {
          out.writeInt(block.bytes.length);
        } else {
          out.writeByte(block.bytes.length);
        }
        out.write(block.bytes);
      } else if (item instanceof ClassDesc desc) {
        writeDesc(desc);
      } else if (item instanceof Text text) {
        out.writeByte(ObjectStreamConstants.TC_STRING);
        name(item);
        out.writeUTF(text.value);
      } else {
        writeInstance(item);
      }
    }

    private void writeInstance(Object item) throws IOException {
      if (item instanceof Instance instance) {
        out.writeByte(ObjectStreamConstants.TC_OBJECT);
        write(instance.desc[0]);
        name(item);
        for (Part part : instance.parts) {
          for (int i = 0; i < part.values.size(); i++) {
            value(part.desc.fields.get(i).type, part.values.get(i));
          }
          if ((part.desc.flags
                  & (ObjectStreamConstants.SC_WRITE_METHOD
                      | ObjectStreamConstants.SC_EXTERNALIZABLE))
              != 0) {
            writeAnnotations(part.written);
          }
        }
      } else if (item instanceof Elements array) {
        out.writeByte(ObjectStreamConstants.TC_ARRAY);
        write(array.desc[0]);
        name(item);
        out.writeInt(array.values.size());
        for (Object value : array.values) {
          value(((ClassDesc) array.desc[0]).name.charAt(1), value);
        }
      } else if (item instanceof Constant constant) {
        out.writeByte(ObjectStreamConstants.TC_ENUM);
        write(constant.desc[0]);
        name(item);
        write(constant.name[0]);
      } else {
        out.writeByte(ObjectStreamConstants.TC_CLASS);
        write(((ClassOf) item).desc[0]);
        name(item);
      }
    }

    private void name(Object item) {
      handles.put(item, handles.size());
    }

    private void writeDesc(ClassDesc desc) throws IOException {
      out.writeByte(ObjectStreamConstants.TC_CLASSDESC);
      out.writeUTF(desc.name);
      out.writeLong(desc.uid);
      name(desc);
      out.writeByte(desc.flags);
      out.writeShort(desc.fields.size());
      for (Field field : desc.fields) {
        out.writeByte(field.type);
        out.writeUTF(field.name);
        if (field.type == 'L' || field.type == '[') {
          write(field.className[0]);
        }
      }
      writeAnnotations(desc.annotations);
      write(desc.parent[0]);
    }

    private void writeAnnotations(List<Object> annotations) throws IOException {
      for (Object annotation : annotations) {
        write(annotation);
      }
      out.writeByte(ObjectStreamConstants.TC_ENDBLOCKDATA);
    }

    private void value(char type, Object value) throws IOException {
      switch (type) {
        case 'D' -> out.writeDouble((Double) value);
        case 'F' -> out.writeFloat((Float) value);
        case 'I' -> out.writeInt((Integer) value);
        case 'J' -> out.writeLong((Long) value);
        case 'S' -> out.writeShort((Short) value);
        case 'B' -> out.writeByte((Byte) value);
        case 'C' -> out.writeChar((Character) value);
        case 'Z' -> out.writeBoolean((Boolean) value);
        default -> write(value);
      }
    }
  }
}
