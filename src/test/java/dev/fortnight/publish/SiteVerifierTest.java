package dev.fortnight.publish;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fortnight.edition.ApprovedEdition;
import dev.fortnight.edition.SignedOff;
import dev.fortnight.edition.Source;
import dev.fortnight.note.Sha256;
import dev.fortnight.problem.ProblemException;
import dev.fortnight.programme.Programme;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.util.FileUtils;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SiteVerifierTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @TempDir static Path made;
  @TempDir Path temp;

  private static Path repository;
  private Path site;

  /** Two editions and a working site, published once for all tests, and once with an archive. */
  @BeforeAll
  static void publish() {
    repository = made.resolve("site.git");
    PublishedBranch.create(repository);
    PublishedBranch.create(made.resolve("archived.git"));
    try (SignedOff signedOff = new SignedOff(made.resolve("data"))) {
      Source source = Source.small();
      Publisher all = publisher("site", Settings.DEFAULT);
      Publisher newest = publisher("archived", Settings.keeping(1));
      ApprovedEdition first = signedOff.edition(source, 1);
      source.with("pages/about.md", "---\ntitle: About\n---\nUs.\n");
      ApprovedEdition second = signedOff.edition(source, 2);
      for (Publisher publisher : List.of(all, newest)) {
        publisher.publish(first);
        publisher.publish(second);
        publisher.publish(signedOff.workingSite(source, 3));
      }
    }
  }

  private static Publisher publisher(String name, Programme.Publication settings) {
    return new GitHubPagesPublisher(
        made.resolve(name + ".git").toString(),
        settings,
        made.resolve(name + "-cache"),
        GitLogin.NONE,
        Clock.system(ZoneOffset.UTC));
  }

  @BeforeEach
  void copy() throws IOException {
    site = temp.resolve("site");
    PublishedBranch.writeOut(repository, "gh-pages", site);
  }

  @Test
  void folderBranchAndAddressAreAsTheyWerePublished() throws Exception {
    Path clone = temp.resolve("clone");
    Git.cloneRepository()
        .setURI(repository.toString())
        .setBranch("gh-pages")
        .setDirectory(clone.toFile())
        .call()
        .close();

    Verification ofFolder = SiteVerifier.ofFolder(site, "gh-pages");
    assertThat(ofFolder.deviations()).isEmpty();
    assertThat(ofFolder.trees())
        .extracting(Verification.Tree::title)
        .containsExactly("the working site", "edition 1", "edition 2");
    assertThat(SiteVerifier.ofFolder(repository, "gh-pages")).isEqualTo(ofFolder);
    assertThat(SiteVerifier.ofFolder(clone, "gh-pages")).isEqualTo(ofFolder);
    try (PagesHost host = new PagesHost().show(site)) {
      assertThat(SiteVerifier.ofAddress(host.address(), PATIENCE)).isEqualTo(ofFolder);
    }
  }

  @Test
  void repositoryBesideAFolderDoesNotStandForIt() throws Exception {
    PublishedBranch.create(temp.resolve("site.git"));
    Files.writeString(site.resolve("editions/1/index.html"), "changed");

    assertThat(deviations())
        .containsExactly("editions/1/index.html: changed since edition 1 was signed off");
  }

  @Test
  void byteThatIsChangedAnywhereIsFoundAndNamed() throws Exception {
    Random random = new Random(20261113);
    List<String> paths = paths();
    for (int flip = 0; flip < 60; flip++) {
      String path = paths.get(random.nextInt(paths.size()));
      Path file = site.resolve(path);
      byte[] before = Files.readAllBytes(file);
      if (before.length == 0) {
        continue;
      }
      byte[] changed = before.clone();
      changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
      Files.write(file, changed);

      List<String> found = deviations();
      assertThat(found).as(path).isNotEmpty();
      assertThat(found).as(path).anyMatch(line -> line.startsWith(path + ": "));
      Files.write(file, before);
    }
    assertThat(deviations()).isEmpty();
  }

  @Test
  void changedMissingAndAddedFilesAreTold() throws Exception {
    Files.writeString(site.resolve("editions/1/index.html"), "changed");
    Files.delete(site.resolve("editions/1/404.html"));
    Files.writeString(site.resolve("editions/1/added.html"), "added");
    Files.writeString(site.resolve("working/index.html"), "changed");
    Files.writeString(site.resolve("index.html"), "changed");
    Files.createDirectories(site.resolve("editions/9"));
    Files.writeString(site.resolve("editions/9/index.html"), "who knows");
    Files.writeString(site.resolve("CNAME"), "research.example.org");

    assertThat(deviations())
        .containsExactly(
            "editions/1/404.html: missing",
            "editions/1/added.html: its manifest does not name it",
            "editions/1/index.html: changed since edition 1 was signed off",
            "editions/9/: versions.json does not name it",
            "index.html: not as edition 2 has it",
            "working/index.html: changed since the working site was published");
  }

  @Test
  void fileThatIsChangedTogetherWithItsHashIsFoundByTheTrees() throws Exception {
    Path manifest = site.resolve("editions/1/edition/manifest.json");
    Path page = site.resolve("editions/1/index.html");
    String hash = Sha256.of(Files.readAllBytes(page));
    Files.writeString(page, "changed");
    String forged = Sha256.of("changed".getBytes(UTF_8));
    Files.writeString(manifest, Files.readString(manifest).replace(hash, forged));

    assertThat(deviations())
        .containsExactly(
            "editions/1/edition/manifest.json: the hash of the tree is not that of the files that"
                + " it names");
  }

  @Test
  void listOfVersionsThatSaysOtherwiseIsTold() throws Exception {
    Path versions = site.resolve("versions.json");
    String hash = "0".repeat(64);
    Files.writeString(
        versions,
        """
        {"latest": 1, "working": true, "working_tree": "%s", "editions": [
          {"number": 2, "date": "2026-11-27"},
          {"number": 1, "date": "2020-01-01", "tree": "%s"}]}
        """
            .formatted(hash, hash));

    assertThat(deviations())
        .containsExactly(
            "versions.json: it names another edition as the latest than it lists",
            "versions.json: it states another date of edition 1 than its manifest",
            "versions.json: it states another hash of edition 1 than its manifest",
            "versions.json: it states another hash of the working site than its manifest");
  }

  @Test
  void manifestThatWasChangedWhereNoHashCoversItIsFoundByGitsId() throws Exception {
    Path manifest = site.resolve("editions/1/edition/manifest.json");
    String before = Files.readString(manifest);
    Files.writeString(manifest, before.replace("Product owner", "Somebody else"));
    assertThat(deviations())
        .containsExactly(
            "editions/1/edition/manifest.json: changed since versions.json was written");
  }

  @Test
  void archivedEditionIsCheckedInItsArchive() throws Exception {
    Path archive = archived();
    assertThat(deviations()).isEmpty();
    try (PagesHost host = new PagesHost().show(site)) {
      assertThat(SiteVerifier.ofAddress(host.address(), PATIENCE))
          .isEqualTo(SiteVerifier.ofFolder(site, "gh-pages"));
    }

    Map<String, byte[]> files = unpacked(archive);
    files.remove("edition-1/404.html");
    files.put("edition-1/index.html", "changed".getBytes(UTF_8));
    files.put("edition-1/added.html", "added".getBytes(UTF_8));
    Files.write(archive, packed(files));
    assertThat(deviations())
        .containsExactly(
            "editions/1/edition-1.zip/404.html: missing",
            "editions/1/edition-1.zip/added.html: its manifest does not name it",
            "editions/1/edition-1.zip/index.html: changed since edition 1 was signed off");

    Files.writeString(archive, "not a zip");
    assertThat(deviations())
        .containsExactly(
            "editions/1/edition-1.zip: it is not an archive that can be read, or unpacks to far too"
                + " much");
  }

  @Test
  void archiveThatUnpacksToFarTooMuchIsLeft() throws Exception {
    Path archive = archived();
    Files.write(archive, packed(Map.of("edition-1/index.html", new byte[200 << 20])));

    assertThat(deviations()).singleElement().asString().contains("unpacks to far too much");
  }

  @ParameterizedTest
  @ValueSource(strings = {"edition-1/../../outside", "/etc/passwd", "edition-2/index.html"})
  void archiveThatLeadsElsewhereIsLeft(String name) throws Exception {
    Path archive = archived();
    Files.write(archive, packed(Map.of(name, new byte[1])));

    assertThat(deviations()).singleElement().asString().contains("not an archive");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "null",
        "{\"tree\": 5}",
        "{\"tree\": \"HASH\", \"files\": [\"a\"]}",
        "{\"tree\": \"HASH\", \"files\": {\"../../../etc/passwd\": \"HASH\"}}",
        "{\"tree\": \"HASH\", \"files\": {\"/etc/passwd\": \"HASH\"}}",
        "{\"tree\": \"HASH\", \"files\": {\"a\\\\b\": \"HASH\"}}",
        "{\"tree\": \"HASH\", \"files\": {\"a\": {\"b\": 1}}}",
        "{\"tree\": \"HASH\", \"files\": {\"a\": \"HASH\", \"a\": \"HASH\"}}"
      })
  void manifestOfAStrangerLeadsNowhere(String text) throws Exception {
    Files.writeString(
        site.resolve("editions/1/edition/manifest.json"), text.replace("HASH", "0".repeat(64)));
    try (PagesHost host = new PagesHost().show(site)) {
      assertThat(deviations())
          .containsExactly(
              "editions/1/edition/manifest.json: it is not a manifest that can be read, so the tree"
                  + " was not compared");
      assertThat(SiteVerifier.ofAddress(host.address(), PATIENCE).deviations()).hasSize(1);
      assertThat(host.requests()).noneMatch(request -> request.contains("passwd"));
    }
  }

  @Test
  void manifestNestedWithoutEndIsLeft() throws Exception {
    Files.writeString(
        site.resolve("editions/1/edition/manifest.json"), "{\"items\": " + "[".repeat(2_000_000));

    assertThat(deviations()).singleElement().asString().contains("not a manifest");
  }

  @Test
  void manifestOfAHundredMegabytesIsNotRead() throws Exception {
    try (PagesHost host = new PagesHost().show(site)) {
      host.answer(
          "editions/1/edition/manifest.json",
          exchange -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] block = new byte[1 << 20];
            for (int megabyte = 0; megabyte < 100; megabyte++) {
              exchange.getResponseBody().write(block);
            }
          });

      assertThat(lines(SiteVerifier.ofAddress(host.address(), PATIENCE)))
          .containsExactly(
              "editions/1/edition/manifest.json: larger than anything Fortnight publishes");
    }
  }

  @Test
  void linkToAFileOutsideIsNotFollowed() throws Exception {
    Path page = site.resolve("editions/1/index.html");
    Path outside = temp.resolve("outside.html");
    Files.move(page, outside);
    Files.createSymbolicLink(page, outside);
    Files.createSymbolicLink(site.resolve("editions/2/more"), temp);

    assertThat(deviations())
        .containsExactly(
            "editions/1/index.html: not a file, but a link or the like",
            "editions/2/more: its manifest does not name it");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "<html>", "{\"editions\": 5}", "[1]"})
  void folderWithoutAListOfVersionsIsNoSite(String text) throws Exception {
    Files.writeString(site.resolve("versions.json"), text);

    assertThatThrownBy(this::deviations)
        .isInstanceOf(ProblemException.class)
        .hasMessage(
            "there is no versions.json that can be read, so this is no site that Fortnight"
                + " published");
  }

  @Test
  void repositoryWithoutTheBranchIsTold() {
    assertThatThrownBy(() -> SiteVerifier.ofFolder(repository, "pages"))
        .hasMessage("the repository " + repository + " has no branch pages");
  }

  private List<String> deviations() {
    return lines(SiteVerifier.ofFolder(site, "gh-pages"));
  }

  private static List<String> lines(Verification verification) {
    return verification.deviations().stream()
        .map(deviation -> deviation.path() + ": " + deviation.what())
        .toList();
  }

  /** What a tree consists of, and the list of versions. */
  private List<String> paths() throws IOException {
    try (Stream<Path> files = Files.walk(site)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> site.relativize(file).toString())
          .filter(path -> !path.equals("versions.json") && !path.equals(".nojekyll"))
          .sorted()
          .toList();
    }
  }

  /** Takes the site that keeps edition 1 as an archive. */
  private Path archived() throws IOException {
    FileUtils.delete(site.toFile(), FileUtils.RECURSIVE);
    PublishedBranch.writeOut(made.resolve("archived.git"), "gh-pages", site);
    return site.resolve("editions/1/edition-1.zip");
  }

  private static Map<String, byte[]> unpacked(Path archive) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(archive))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), zip.readAllBytes());
      }
    }
    return files;
  }

  private static byte[] packed(Map<String, byte[]> files) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue());
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }
}
