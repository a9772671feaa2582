package dev.fortnight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Editors and git save in ways of their own, on a real file system. */
@Timeout(60)
class FolderWatchTest {

  @TempDir Path temp;

  private Path folder;
  private FolderWatch watch;

  @BeforeEach
  void watch() throws IOException {
    folder = Files.createDirectories(temp.resolve("research/weeknotes"));
    Files.writeString(folder.resolve("a.md"), "A");
    watch = FolderWatch.of(List.of(temp.resolve("research"), temp.resolve("site")));
  }

  @AfterEach
  void end() {
    watch.close();
  }

  @Test
  void fileThatIsRenamedOverAnotherIsTheOnlyChange() throws Exception {
    Files.writeString(folder.resolve(".a.md.swp"), "vim");
    Files.writeString(folder.resolve("4913"), "");
    Files.delete(folder.resolve("4913"));
    Files.writeString(folder.resolve("a.md~"), "A");
    Files.writeString(folder.resolve("a.md___jb_tmp___"), "B");
    Files.createSymbolicLink(folder.resolve(".#a.md"), Path.of("me@here.1"));
    Files.move(
        folder.resolve("a.md___jb_tmp___"),
        folder.resolve("a.md"),
        StandardCopyOption.REPLACE_EXISTING);

    assertThat(watch.next())
        .isEqualTo(new FolderWatch.Changes(Set.of(folder.resolve("a.md")), false));
  }

  @Test
  void nothingIsMissedOfManyFiles() throws Exception {
    Set<Path> written = new HashSet<>();
    for (int i = 0; i < 1000; i++) {
      written.add(Files.writeString(folder.resolve("n" + i + ".md"), "N"));
    }

    Set<Path> told = new HashSet<>();
    boolean isAll = false;
    while (!isAll && !told.containsAll(written)) {
      FolderWatch.Changes changes = watch.next();
      told.addAll(changes.files());
      isAll = changes.isAll();
    }
    assertThat(isAll || told.equals(written)).isTrue();
  }

  @Test
  void newFolderIsWatchedToo() throws Exception {
    Path findings = Files.createDirectories(temp.resolve("research/findings/2026"));
    assertThat(watch.next().isAll()).isTrue();
    Path note = Files.writeString(findings.resolve("risk.md"), "R");

    assertThat(filesUntil(note)).contains(note);
  }

  @Test
  void folderThatWasRenamedIsWatchedUnderItsNewName() throws Exception {
    Path moved = Files.move(folder, temp.resolve("research/pages"));
    assertThat(watch.next().isAll()).isTrue();
    Path note = Files.writeString(moved.resolve("a.md"), "B");

    assertThat(filesUntil(note)).contains(note);
  }

  @Test
  void folderThatWasNotThereIsWatchedOnceItIs() throws Exception {
    Path layouts = Files.createDirectories(temp.resolve("site/_layouts"));
    assertThat(watch.next().isAll()).isTrue();
    Path layout = Files.writeString(layouts.resolve("page.html"), "P");

    assertThat(filesUntil(layout)).contains(layout);
  }

  @Test
  void whatStandsBesideIsNoChange() throws Exception {
    Files.writeString(temp.resolve("notes.txt"), "mine");
    Files.writeString(folder.resolve("a.md"), "B");

    assertThat(watch.next().files()).containsExactly(folder.resolve("a.md"));
  }

  private Set<Path> filesUntil(Path file) throws InterruptedException {
    Set<Path> files = new HashSet<>();
    while (!files.contains(file)) {
      files.addAll(watch.next().files());
    }
    return files;
  }
}
