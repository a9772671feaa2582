package dev.fortnight.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fortnight.cycle.PublishedSite;
import dev.fortnight.note.NotesRepository;
import dev.fortnight.web.SiteFiles.Found;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SiteFilesTest {

  @TempDir Path temp;

  @Test
  void folderHasFilesAndFolders() throws Exception {
    Files.createDirectories(temp.resolve("site/a"));
    Files.writeString(temp.resolve("site/a/index.html"), "Hello");

    check(SiteFiles.of(new PublishedSite.Folder(temp.resolve("site"))));
  }

  @Test
  void branchHasFilesAndFolders() throws Exception {
    try (NotesRepository repository = new NotesRepository(temp.resolve("repository"))) {
      repository.commit("a/index.html", "Hello");
      repository.commitLink("link", "/etc/passwd");

      SiteFiles files = branch("refs/heads/main");
      check(files);
      assertThat(at(files, "link")).isInstanceOf(Found.Nothing.class);
    }
  }

  @Test
  void siteThatIsNotThereYetHasNothing() throws Exception {
    SiteFiles folder = SiteFiles.of(new PublishedSite.Folder(temp.resolve("absent")));
    assertThat(at(folder, "a")).isInstanceOf(Found.Nothing.class);
    assertThat(at(branch("refs/heads/absent"), "a")).isInstanceOf(Found.Nothing.class);
  }

  @Test
  void folderDoesNotFollowLinksOutOfIt() throws Exception {
    Files.createDirectories(temp.resolve("site"));
    Files.writeString(temp.resolve("secret.txt"), "Secret");
    Files.createSymbolicLink(temp.resolve("site/link.txt"), temp.resolve("secret.txt"));

    SiteFiles files = SiteFiles.of(new PublishedSite.Folder(temp.resolve("site")));

    assertThat(at(files, "link.txt")).isInstanceOf(Found.Nothing.class);
  }

  @Test
  void folderItselfMayBeALink() throws Exception {
    Files.createDirectories(temp.resolve("elsewhere/a"));
    Files.writeString(temp.resolve("elsewhere/a/index.html"), "Hello");
    Files.createSymbolicLink(temp.resolve("site"), temp.resolve("elsewhere"));

    check(SiteFiles.of(new PublishedSite.Folder(temp.resolve("site"))));
  }

  private SiteFiles branch(String ref) {
    return SiteFiles.of(new PublishedSite.Branch(temp.resolve("repository/.git"), ref));
  }

  private static void check(SiteFiles files) throws Exception {
    assertThat(at(files, "a/index.html"))
        .isInstanceOfSatisfying(
            Found.File.class,
            file ->
                assertThat(new String(file.bytes(), StandardCharsets.UTF_8)).isEqualTo("Hello"));
    assertThat(at(files, "a")).isInstanceOf(Found.Folder.class);
    assertThat(at(files, "")).isInstanceOf(Found.Folder.class);
    assertThat(at(files, "b")).isInstanceOf(Found.Nothing.class);
    assertThat(at(files, "a/index.html/b")).isInstanceOf(Found.Nothing.class);
  }

  private static Found at(SiteFiles files, String path) throws Exception {
    return files.at(SitePath.of(path).orElseThrow());
  }
}
