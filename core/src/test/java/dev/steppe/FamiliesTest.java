package dev.steppe;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.InstanceOfTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import dev.steppe.evidence.Estimate;
import dev.steppe.model.Aggregation;
import dev.steppe.model.Criterion;
import dev.steppe.model.Factor;
import dev.steppe.model.MissingPolicy;
import dev.steppe.model.Node;
import dev.steppe.model.Normalization;
import dev.steppe.model.Treatment;
import dev.steppe.scenario.Change;
import dev.steppe.scenario.Shift;
import dev.steppe.testing.Kinds;
import dev.steppe.uncertainty.WeightUncertainty;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/** Families of methods own what differs by kind: nobody else asks a value which kind it is. */
class FamiliesTest {

  private static final List<Class<?>> FAMILIES =
      List.of(
          Estimate.class,
          Node.class,
          Treatment.class,
          Normalization.class,
          Aggregation.class,
          MissingPolicy.class,
          Change.class,
          Shift.class,
          WeightUncertainty.class,
          weightConstraint());

  private static Class<?> weightConstraint() {
    try {
      return Class.forName("dev.steppe.weights.WeightConstraint");
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void kinds_are_hidden_but_for_factors_and_criteria() {
    assertThat(
            FAMILIES.stream()
                .filter(family -> Modifier.isPublic(family.getModifiers()))
                .flatMap(family -> Kinds.of(family).stream())
                .filter(kind -> Modifier.isPublic(kind.getModifiers())))
        .containsExactlyInAnyOrder(Factor.class, Criterion.class);
  }

  /** Which is why a cast to what is hidden always works. */
  @Test
  void a_family_with_hidden_methods_has_one_hidden_child_that_has_them() {
    assertThat(Change.class.getPermittedSubclasses())
        .extracting(Class::getSimpleName)
        .containsExactly("Step");
    assertThat(WeightUncertainty.class.getPermittedSubclasses())
        .extracting(Class::getSimpleName)
        .containsExactly("WeightDistribution");
  }

  /**
   * A question by {@code instanceof} has an answer for a kind that it has never heard of, and
   * seldom the right one. A method of the family, or a fold, does not compile without one for each.
   */
  @Test
  void nobody_asks_which_kind_a_value_is_or_casts_it_to_one() throws IOException {
    Set<String> names = new TreeSet<>();
    FAMILIES.forEach(family -> collect(family, names));
    Set<String> found = new LinkedHashSet<>();
    for (CompilationUnitTree unit : sources()) {
      String file = Path.of(unit.getSourceFile().getName()).getFileName().toString();
      String type = file.replace(".java", "");
      new TreeScanner<Void, Void>() {
        @Override
        public Void visitInstanceOf(InstanceOfTree tree, Void nothing) {
          note(tree.getType());
          return super.visitInstanceOf(tree, nothing);
        }

        @Override
        public Void visitTypeCast(TypeCastTree tree, Void nothing) {
          note(tree.getType());
          return super.visitTypeCast(tree, nothing);
        }

        private void note(Tree asked) {
          String name = asked.toString();
          // A value may ask whether another is of its own kind, to tell if they are equal.
          if (names.contains(name.substring(name.lastIndexOf('.') + 1))
              && !(name.equals(type)
                  && !type.equals("Step")
                  && !type.equals("WeightDistribution"))) {
            found.add(type + " asks for " + name);
          }
        }
      }.scan(unit, null);
    }
    assertThat(found)
        .containsExactlyInAnyOrder(
            // The one child, see above.
            "Step asks for Step",
            "WeightDistribution asks for WeightDistribution",
            // It takes anything apart, and refuses what it does not know.
            "Fingerprint asks for Factor");
  }

  private static void collect(Class<?> type, Set<String> names) {
    names.add(type.getSimpleName());
    if (type.isSealed()) {
      for (Class<?> permitted : type.getPermittedSubclasses()) {
        collect(permitted, names);
      }
    }
  }

  private static Iterable<? extends CompilationUnitTree> sources() throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
    Set<Path> paths =
        Stream.of("", "../examples/", "../benchmarks/")
            .map(module -> Path.of(module + "src/main/java"))
            .filter(Files::isDirectory)
            .flatMap(FamiliesTest::below)
            .collect(toSet());
    assertThat(paths).isNotEmpty();
    JavacTask task =
        (JavacTask)
            compiler.getTask(
                null, files, null, null, null, files.getJavaFileObjectsFromPaths(paths));
    return task.parse();
  }

  private static Stream<Path> below(Path folder) {
    try (Stream<Path> found = Files.walk(folder)) {
      return found.filter(path -> path.toString().endsWith(".java")).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
