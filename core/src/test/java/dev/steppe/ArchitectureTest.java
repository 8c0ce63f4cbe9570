package dev.steppe;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaModifier.PROTECTED;
import static com.tngtech.archunit.core.domain.JavaModifier.PUBLIC;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Exports;
import java.lang.module.ModuleDescriptor.Requires;
import java.lang.module.ModuleDescriptor.Requires.Modifier;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The shape of the main code: who may use whom, and what nobody may use. */
class ArchitectureTest {

  /** Every package with its place: one may use those before it. */
  private static final List<String> ORDER =
      List.of(
          "dev.steppe.analysis",
          "dev.steppe.internal",
          "dev.steppe.internal.countries",
          "dev.steppe.internal.math",
          "dev.steppe.internal.random",
          "dev.steppe.internal.tally",
          "dev.steppe.table",
          "dev.steppe.statistics",
          "dev.steppe.evidence",
          "dev.steppe.model",
          "dev.steppe.internal.kernel",
          "dev.steppe.score",
          "dev.steppe.panel",
          "dev.steppe.revision",
          "dev.steppe.analogue",
          "dev.steppe.validation",
          "dev.steppe.scenario",
          "dev.steppe.tipping",
          "dev.steppe.weights",
          "dev.steppe.uncertainty",
          "dev.steppe.sensitivity",
          "dev.steppe.report",
          "dev.steppe.assertj",
          "dev.steppe.nextukraine");

  private static final String ASSERTJ = "dev.steppe.assertj";

  private static final JavaClasses MAIN =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.steppe");

  private static Set<String> packages() {
    Set<String> found = new TreeSet<>();
    MAIN.forEach(type -> found.add(type.getPackageName()));
    return found;
  }

  @Test
  void every_package_has_a_place_in_the_order() {
    assertThat(packages()).isNotEmpty();
    assertThat(ORDER).containsAll(packages());
  }

  @Test
  void packages_use_only_those_before_them() {
    for (int i = 0; i < ORDER.size(); i++) {
      noClasses()
          .that()
          .resideInAPackage(ORDER.get(i))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(ORDER.subList(i + 1, ORDER.size()).toArray(new String[0]))
          .allowEmptyShould(true)
          .check(MAIN);
    }
  }

  @Test
  void packages_have_no_cycles() {
    slices().matching("dev.steppe.(**)").should().beFreeOfCycles().check(MAIN);
  }

  @Test
  void assertj_is_used_in_its_own_package_only() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ASSERTJ)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.assertj..", ASSERTJ)
        .check(MAIN);
  }

  /** Elsewhere mathematics has names of its own, and could come from another library. */
  @Test
  void commons_math_is_used_in_the_room_of_mathematics_only() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.steppe.internal.math")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.apache.commons.math3..")
        .check(MAIN);
  }

  /** One distribution function and one quantile, so that the same level has the same bits. */
  @Test
  void the_normal_distribution_is_that_of_one_class() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName("dev.steppe.internal.math.StandardNormal")
        .should()
        .dependOnClassesThat()
        .haveNameMatching("org\\.apache\\.commons\\.math3\\..*\\.(Erf|NormalDistribution)")
        .check(MAIN);
  }

  /** Names become keys of draws in one way; a fingerprint is no key. */
  @Test
  void names_are_hashed_by_substreams_and_by_fingerprints_only() {
    noClasses()
        .that()
        .haveNameNotMatching("dev\\.steppe\\.(internal\\.random\\.Substreams|model\\.Fingerprint)")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.google.common.hash..")
        .check(MAIN);
  }

  @Test
  void the_module_exports_what_is_not_internal() throws IOException {
    ModuleDescriptor module = module();
    assertThat(module.exports().stream().map(Exports::source))
        .containsExactlyInAnyOrderElementsOf(
            packages().stream().filter(name -> !isInternal(name)).toList());
    assertThat(module.exports()).noneMatch(Exports::isQualified);
    assertThat(module.opens()).isEmpty();
    assertThat(module.isOpen()).isFalse();
  }

  /** All else that signatures name comes with it, or is optional. */
  @Test
  void the_module_passes_guava_on() throws IOException {
    assertThat(module().requires().stream().filter(r -> !r.modifiers().contains(Modifier.STATIC)))
        .extracting(Requires::name)
        .containsExactlyInAnyOrder(
            "java.base", "com.google.common", "de.siegmar.fastcsv", "commons.math3");
    assertThat(
            module().requires().stream().filter(r -> r.modifiers().contains(Modifier.TRANSITIVE)))
        .extracting(Requires::name)
        .containsExactly("com.google.common");
  }

  private static ModuleDescriptor module() throws IOException {
    URI scorer = MAIN.get("dev.steppe.score.Scorer").getSource().orElseThrow().getUri();
    try (InputStream in = scorer.resolve("../../../module-info.class").toURL().openStream()) {
      return ModuleDescriptor.read(in);
    }
  }

  @Test
  void public_signatures_name_only_types_that_an_application_can_see() {
    List<String> leaks = new ArrayList<>();
    for (JavaClass type : MAIN) {
      if (!isInternal(type.getPackageName()) && isVisible(type)) {
        boolean assertj = type.getPackageName().equals(ASSERTJ);
        Stream.concat(type.getSuperclass().stream(), type.getInterfaces().stream())
            .filter(parent -> hasHiddenPart(parent, assertj))
            .forEach(parent -> leaks.add(type.getName() + " is a " + parent.getName()));
        for (JavaMember member : type.getMembers()) {
          if (isVisible(member) && signature(member).anyMatch(t -> hasHiddenPart(t, assertj))) {
            leaks.add(member.getFullName());
          }
        }
      }
    }
    assertThat(leaks).isEmpty();
  }

  private static boolean isVisible(JavaClass type) {
    return type.getModifiers().contains(PUBLIC)
        && type.getEnclosingClass().map(ArchitectureTest::isVisible).orElse(true);
  }

  private static boolean isVisible(JavaMember member) {
    return member.getModifiers().contains(PUBLIC) || member.getModifiers().contains(PROTECTED);
  }

  private static Stream<JavaType> signature(JavaMember member) {
    if (member instanceof JavaField field) {
      return Stream.of(field.getType());
    }
    JavaCodeUnit code = (JavaCodeUnit) member;
    return Stream.concat(Stream.of(code.getReturnType()), code.getParameterTypes().stream());
  }

  private static boolean hasHiddenPart(JavaType type, boolean assertj) {
    return type.getAllInvolvedRawTypes().stream()
        .map(part -> part.getBaseComponentType().getPackageName())
        .anyMatch(
            name ->
                isInternal(name)
                    || !(name.isEmpty()
                        || name.startsWith("java.")
                        || name.startsWith("com.google.common.")
                        || name.startsWith("dev.steppe.")
                        || (assertj && name.startsWith("org.assertj."))));
  }

  private static boolean isInternal(String packageName) {
    return packageName.startsWith("dev.steppe.internal");
  }

  /** A result is a function of the model, the data and a stated seed. */
  @Test
  void nothing_depends_on_chance_or_on_the_clock() {
    noClasses()
        .should()
        .dependOnClassesThat(
            describe(
                "are sources of chance",
                type ->
                    type.isAssignableTo(java.util.Random.class)
                        || type.isAssignableTo(java.util.random.RandomGenerator.class)
                        // The Sobol sequence shares the package, but has no chance in it.
                        || (type.getPackageName().startsWith("org.apache.commons.math3.random")
                            && !type.getSimpleName().equals("SobolSequenceGenerator"))))
        .check(MAIN);
    noClasses().should().callMethod(Math.class, "random").check(MAIN);
    noClasses().should().callMethod(java.util.UUID.class, "randomUUID").check(MAIN);
    noClasses().should().callMethod(System.class, "currentTimeMillis").check(MAIN);
    noClasses().should().callMethod(System.class, "nanoTime").check(MAIN);
    noClasses()
        .should()
        .callMethodWhere(
            HasName.AndFullName.Predicates.fullNameMatching("java\\.time\\..*\\.now\\(.*")
                .onResultOf(com.tngtech.archunit.core.domain.JavaCall::getTarget))
        .check(MAIN);
    noClasses()
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.time.Clock")
        .check(MAIN);
    noClasses().should().callConstructor(java.util.Date.class).check(MAIN);
  }

  @Test
  void every_package_says_that_nothing_is_null() {
    for (String name : packages()) {
      JavaPackage found = MAIN.getPackage(name);
      assertThat(found.isAnnotatedWith(NullMarked.class)).as(name).isTrue();
    }
  }
}
