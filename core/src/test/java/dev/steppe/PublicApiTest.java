package dev.steppe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steppe.score.Scorer;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What users can call is still there. The list is of the last release; {@code -Dapi.write} renews
 * it. What was added since may still change. {@code .ci/api} compares byte code with a tag, and
 * finds more: methods that implementers of an interface lack, for one.
 */
class PublicApiTest {

  private static final Path LIST = Path.of("src/test/resources/dev/steppe/public-api.txt");

  private static final Set<String> OF_ALL_OBJECTS = Set.of("equals", "hashCode", "toString");

  @Test
  void what_users_can_call_is_still_there() throws Exception {
    List<String> now = lines();
    assertThat(now).as("public types and members").hasSizeGreaterThan(1000);
    if (System.getProperty("api.write") != null) {
      Files.write(LIST, now);
    }
    List<String> gone = new ArrayList<>(qualified(Files.readAllLines(LIST)));
    gone.removeAll(Set.copyOf(qualified(now)));
    assertThat(gone)
        .as(
            "What users can no longer call. If that is meant, it needs a line in the changelog and"
                + " a row in docs/renames.md; -Dapi.write renews %s",
            LIST)
        .isEmpty();
  }

  /** Members, with the type that they are of in front. */
  private static List<String> qualified(List<String> lines) {
    List<String> all = new ArrayList<>();
    String type = "";
    for (String line : lines) {
      boolean isMember = line.startsWith("  ");
      type = isMember ? type : line;
      all.add(isMember ? type + ":" + line.substring(1) : line);
    }
    return all;
  }

  /** A line a public type, and below it one a member. */
  private static List<String> lines() throws Exception {
    List<String> lines = new ArrayList<>();
    for (Class<?> type : types()) {
      lines.add(header(type));
      Set<String> members = new TreeSet<>(above(type));
      for (Field field : type.getDeclaredFields()) {
        add(members, field, type, typed(field.getName(), field.getGenericType()));
      }
      for (Constructor<?> made : type.getDeclaredConstructors()) {
        add(members, made, type, "new" + parameters(made));
      }
      for (Method method : methods(type)) {
        String call = method.getName() + parameters(method);
        add(members, method, type, typed(call, method.getGenericReturnType()));
      }
      members.forEach(member -> lines.add("  " + member));
    }
    return lines;
  }

  private static List<Class<?>> types() throws Exception {
    Path root = Path.of(Scorer.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    List<String> names = new ArrayList<>();
    try (Stream<Path> files = Files.walk(root.resolve("dev"))) {
      files
          .map(file -> root.relativize(file).toString().replaceAll("[/\\\\]", "."))
          .filter(name -> name.endsWith(".class") && !name.startsWith("dev.steppe.internal"))
          .map(name -> name.substring(0, name.length() - ".class".length()))
          .filter(name -> !name.endsWith("package-info"))
          .sorted()
          .forEach(names::add);
    }
    List<Class<?>> types = new ArrayList<>();
    for (String name : names) {
      Class<?> type = Class.forName(name, false, Scorer.class.getClassLoader());
      if (isPublic(type)) {
        types.add(type);
      }
    }
    return types;
  }

  private static boolean isPublic(Class<?> type) {
    return Modifier.isPublic(type.getModifiers())
        && !type.isAnonymousClass()
        && (type.getEnclosingClass() == null || isPublic(type.getEnclosingClass()));
  }

  /** The type's own, and those that it has from types that nobody sees. */
  private static Set<Method> methods(Class<?> type) {
    return Stream.concat(Arrays.stream(type.getMethods()), Arrays.stream(type.getDeclaredMethods()))
        .filter(method -> !method.isSynthetic() && !OF_ALL_OBJECTS.contains(method.getName()))
        .filter(
            method ->
                method.getDeclaringClass() == type
                    || (method.getDeclaringClass().getName().startsWith("dev.steppe.")
                        && !isPublic(method.getDeclaringClass())))
        .collect(Collectors.toSet());
  }

  private static void add(Set<String> members, Member member, Class<?> type, String text) {
    int modifiers = member.getModifiers();
    boolean isInherited =
        Modifier.isProtected(modifiers) && !Modifier.isFinal(type.getModifiers()) && !type.isEnum();
    if ((Modifier.isPublic(modifiers) || isInherited) && !member.isSynthetic()) {
      members.add(
          (isInherited ? "protected " : "")
              + (Modifier.isStatic(modifiers) ? "static " : "")
              + text);
    }
  }

  private static String header(Class<?> type) {
    String kind =
        type.isAnnotation()
            ? "annotation"
            : type.isInterface()
                ? "interface"
                : type.isEnum() ? "enum" : type.isRecord() ? "record" : "class";
    return kind + " " + type.getName();
  }

  private static List<String> above(Class<?> type) {
    List<String> above = new ArrayList<>();
    for (Type each : type.getGenericInterfaces()) {
      above.add("is " + name(each));
    }
    if (!type.isEnum()
        && !type.isRecord()
        && type.getSuperclass() != Object.class
        && !type.isInterface()) {
      above.add("is " + name(type.getGenericSuperclass()));
    }
    return above;
  }

  private static String typed(String called, Type type) {
    return called + ": " + name(type);
  }

  private static String parameters(Executable called) {
    Type[] thrown = called.getGenericExceptionTypes();
    return names("(", called.getGenericParameterTypes(), ")")
        + (thrown.length == 0 ? "" : names(" throws ", thrown, ""));
  }

  private static String names(String before, Type[] types, String after) {
    return Arrays.stream(types)
        .map(PublicApiTest::name)
        .collect(Collectors.joining(", ", before, after));
  }

  /** The name of a type without its package, which the line of the type itself has. */
  private static String name(Type type) {
    return type.getTypeName().replaceAll("\\b(?:[a-z][a-z0-9]*\\.)+(?=[A-Z])", "");
  }
}
