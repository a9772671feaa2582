package dev.fortnight;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The packages, in the order in which data flows through them, and what each may use. */
class ArchitectureTest {

  private static final String ROOT = "dev.fortnight";
  private static final Path SOURCES = Path.of("src/main/java/dev/fortnight");

  private static final Map<String, Set<String>> MAY_USE = new LinkedHashMap<>();

  static {
    MAY_USE.put("problem", Set.of());
    MAY_USE.put("http", Set.of());
    MAY_USE.put("programme", Set.of("problem"));
    MAY_USE.put("sprint", Set.of("programme"));
    MAY_USE.put("store", Set.of("problem"));
    MAY_USE.put("topic", Set.of("http", "problem", "programme", "sprint", "store"));
    MAY_USE.put("note", Set.of("problem", "programme"));
    MAY_USE.put("privacy", Set.of("problem", "programme"));
    MAY_USE.put("check", Set.of("privacy", "note", "topic", "programme", "problem"));
    MAY_USE.put(
        "site", Set.of("check", "privacy", "note", "topic", "sprint", "programme", "problem"));
    MAY_USE.put(
        "edition",
        Set.of(
            "site",
            "check",
            "privacy",
            "note",
            "topic",
            "sprint",
            "programme",
            "store",
            "problem"));
    MAY_USE.put("publish", Set.of("http", "edition", "site", "programme", "problem"));
    MAY_USE.put(
        "announce",
        Set.of(
            "http",
            "edition",
            "check",
            "privacy",
            "topic",
            "sprint",
            "programme",
            "store",
            "problem"));
    MAY_USE.put("cycle", Set.copyOf(MAY_USE.keySet()));
    MAY_USE.put("web", Set.copyOf(MAY_USE.keySet()));
    MAY_USE.put("cli", Set.copyOf(MAY_USE.keySet()));
  }

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(ROOT);

  @TestFactory
  Stream<DynamicTest> eachPackageUsesOnlyWhatStandsInItsRow() {
    return MAY_USE.entrySet().stream()
        .map(
            row ->
                DynamicTest.dynamicTest(row.getKey(), () -> check(row.getKey(), row.getValue())));
  }

  private static void check(String name, Set<String> mayUse) {
    Set<String> others = new TreeSet<>(MAY_USE.keySet());
    others.removeAll(mayUse);
    others.remove(name);
    String[] forbidden =
        others.stream().map(other -> ROOT + "." + other + "..").toArray(String[]::new);
    if (forbidden.length > 0) {
      noClasses()
          .that()
          .resideInAPackage(ROOT + "." + name + "..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(forbidden)
          .because("'" + name + "' may use only " + new TreeSet<>(mayUse))
          .allowEmptyShould(true)
          .check(CLASSES);
    }
  }

  @Test
  void everyClassStandsInAPackageOfTheTable() {
    classes()
        .should()
        .resideInAnyPackage(
            MAY_USE.keySet().stream().map(name -> ROOT + "." + name + "..").toArray(String[]::new))
        .check(CLASSES);
  }

  @Test
  void thePackagesAreThoseOfTheTable() throws IOException {
    try (Stream<Path> folders = Files.list(SOURCES)) {
      assertThat(folders.filter(Files::isDirectory).map(folder -> folder.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(MAY_USE.keySet());
    }
  }

  @Test
  void packagesAreFreeOfCycles() {
    slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(CLASSES);
    slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void onlyTheCommandLinePrints() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + ".cli..")
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .because("what there is to say goes to a log, a page or a command's output")
        .check(CLASSES);
  }

  @Test
  void eachPackageSaysInOneSentenceWhatItIs() throws IOException {
    try (Stream<Path> folders = Files.walk(SOURCES)) {
      for (Path folder : folders.filter(ArchitectureTest::holdsJava).toList()) {
        assertThat(sentence(folder)).as(folder.toString()).matches("[A-Z][^.]*\\.");
      }
    }
  }

  private static boolean holdsJava(Path folder) {
    try (Stream<Path> files = Files.isDirectory(folder) ? Files.list(folder) : Stream.empty()) {
      return files.anyMatch(file -> file.toString().endsWith(".java"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String sentence(Path folder) throws IOException {
    Path file = folder.resolve("package-info.java");
    assertThat(file).exists();
    String text = Files.readString(file);
    return text.substring(text.indexOf("/**") + 3, text.indexOf("*/"))
        .replaceAll("\\s+\\*?\\s*", " ")
        .replaceAll("\\{@code ([^}]*)}", "code")
        .strip();
  }

  /** The build runs them in one process, since each start of Quarkus writes the same file. */
  @Test
  void testsThatStartAServerAreMarkedAsSuch() {
    JavaClasses tests =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.ONLY_INCLUDE_TESTS)
            .importPackages(ROOT);

    classes()
        .that()
        .areAnnotatedWith(QuarkusTest.class)
        .should()
        .beAnnotatedWith(
            DescribedPredicate.describe(
                "@Tag(\"server\")",
                annotation ->
                    annotation.getRawType().isEquivalentTo(Tag.class)
                        && annotation.get("value").equals(Optional.of("server"))))
        .check(tests);
  }
}
