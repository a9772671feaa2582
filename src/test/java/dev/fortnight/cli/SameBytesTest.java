package dev.fortnight.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.fortnight.note.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The same programme is the same site, byte for byte, wherever it is built: {@code fortnight build}
 * of the bundled programme, in a Java of its own for each circumstance.
 */
class SameBytesTest {

  private static final Path MEMORY = Path.of("/dev/shm");

  @TempDir private static Path folder;
  private static Path programme;
  private static Map<String, String> usual;

  @BeforeAll
  static void buildAsUsual() throws Exception {
    programme = copy(folder.resolve("programme"), List.of());
    usual = build(ChildBuild.java(), programme, List.of());
    assertThat(usual).containsKeys("index.html", "edition/card.png", "feed.xml");
  }

  @Test
  void inAnotherZoneAndLanguageWithOtherLettersForDigitsAndOneProcessor() throws Exception {
    assertSame(
        programme,
        List.of(
            "-Duser.timezone=Pacific/Apia",
            "-Duser.language=ar",
            "-Duser.country=EG",
            "-Dfile.encoding=US-ASCII",
            "-XX:ActiveProcessorCount=1"));
  }

  @Test
  void whereTheSmallLetterOfIHasADotAndThereAreManyProcessors() throws Exception {
    assertSame(
        programme,
        List.of(
            "-Duser.timezone=Asia/Kathmandu",
            "-Duser.language=tr",
            "-Duser.country=TR",
            "-Dfile.encoding=ISO-8859-9",
            "-Dline.separator=\r\n",
            "-XX:ActiveProcessorCount=16"));
  }

  @Test
  void whereYearsAreBuddhistAndFilesAreListedInAnotherOrder() throws Exception {
    List<Path> order = files();
    Collections.shuffle(order, new Random(1));
    // file systems in memory list what was made last first; those on disks sort by hashes
    Path elsewhere = Files.createTempDirectory(Files.isWritable(MEMORY) ? MEMORY : folder, "site");
    try {
      assertSame(
          copy(elsewhere.resolve("shuffled"), order),
          List.of(
              "-Duser.language=th",
              "-Duser.country=TH",
              "-Duser.extensions=u-ca-buddhist-nu-thai",
              "-Duser.timezone=America/St_Johns"));
    } finally {
      delete(elsewhere);
    }
  }

  @Test
  void whereDaysHaveWelshNames() throws Exception {
    assertSame(
        programme,
        List.of(
            "-Duser.language=cy",
            "-Duser.country=GB",
            "-Dfile.encoding=windows-1252",
            "-Djava.locale.providers=COMPAT,CLDR"));
  }

  @Test
  void inAnotherJavaWhereOneIsInstalled() throws Exception {
    List<Path> others = otherJavas();
    assumeTrue(!others.isEmpty(), "no other Java of 17 or newer in /usr/lib/jvm");
    for (Path java : others) {
      assertThat(difference(build(java, programme, List.of()))).as(java.toString()).isEmpty();
    }
  }

  private void assertSame(Path programme, List<String> options) throws Exception {
    assertThat(difference(build(ChildBuild.java(), programme, options))).isEmpty();
  }

  private List<String> difference(Map<String, String> other) {
    return Stream.concat(usual.keySet().stream(), other.keySet().stream())
        .distinct()
        .filter(path -> !usual.getOrDefault(path, "").equals(other.get(path)))
        .toList();
  }

  /** Hashes of all that is built, by path. */
  private static Map<String, String> build(Path java, Path programme, List<String> options)
      throws Exception {
    Path out = Files.createTempDirectory(folder, "out");
    Path log = folder.resolve(out.getFileName() + ".log");
    int status = ChildBuild.start(java, options, programme, out, log).waitFor();
    String said = Files.readString(log, StandardCharsets.ISO_8859_1);
    assertThat(status).as(said).isLessThan(2);
    Map<String, String> files = new TreeMap<>();
    for (Path file : files(out)) {
      files.put(out.relativize(file).toString(), Sha256.of(Files.readAllBytes(file)));
    }
    return files;
  }

  private static List<Path> otherJavas() throws IOException {
    Path place = Path.of("/usr/lib/jvm");
    if (!Files.isDirectory(place)) {
      return List.of();
    }
    List<Path> javas = new ArrayList<>();
    Path own = ChildBuild.java().toRealPath();
    try (Stream<Path> all = Files.list(place)) {
      for (Path home : all.sorted().toList()) {
        Path java = home.resolve("bin/java");
        Path release = home.resolve("release");
        if (Files.isExecutable(java) && Files.isRegularFile(release) && isNewEnough(release)) {
          javas.add(java.toRealPath());
        }
      }
    }
    return javas.stream().distinct().filter(java -> !java.equals(own)).toList();
  }

  private static boolean isNewEnough(Path release) throws IOException {
    return Files.readString(release).matches("(?s).*JAVA_VERSION=\"(1[7-9]|[2-9]\\d)[^\\d].*");
  }

  private static List<Path> files() throws IOException {
    List<Path> files = new ArrayList<>(files(Path.of("research")));
    files.addAll(files(Path.of("site")));
    return files;
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }

  /**
   * @param order of the files; empty for the usual one
   */
  private static Path copy(Path to, List<Path> order) throws IOException {
    for (Path file : order.isEmpty() ? files() : order) {
      Path target = to.resolve(file.toString());
      Files.createDirectories(target.getParent());
      Files.copy(file, target);
    }
    return to;
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }
}
