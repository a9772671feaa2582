package dev.fortnight.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fortnight.problem.ProblemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderSinkTest {

  @TempDir Path temporary;
  private Path out;

  @BeforeEach
  void nameFolder() throws Exception {
    Files.createDirectories(temporary.resolve("programme"));
    out = temporary.resolve("out");
  }

  @Test
  void whatTheTreeNoLongerHasIsRemovedAndWhatIsForeignStays() throws Exception {
    write("a.html", "b/c/d.html");
    Files.writeString(out.resolve("mine.txt"), "mine");
    Files.writeString(out.resolve("b/mine.txt"), "mine");

    write("a.html", "e.html");

    assertThat(out.resolve("a.html")).exists();
    assertThat(out.resolve("e.html")).exists();
    assertThat(out.resolve("b/c")).doesNotExist();
    assertThat(out.resolve("mine.txt")).exists();
    assertThat(out.resolve("b/mine.txt")).exists();
  }

  @Test
  void whatAKilledRunWroteIsRemovedByTheNext() throws Exception {
    FolderSink.open(out).file("withdrawn/index.html", bytes("x"));

    write("a.html");

    assertThat(out.resolve("withdrawn")).doesNotExist();
  }

  @Test
  void whatARunExpectedButNeverWroteIsNotMissed() throws Exception {
    FolderSink killed = FolderSink.open(out);
    killed.expect(List.of("a.html", "b/index.html"));
    killed.file("b/index.html", bytes("x"));

    write("a.html");

    assertThat(out.resolve("a.html")).exists();
    assertThat(out.resolve("b")).doesNotExist();
  }

  @Test
  void theListOfWhatIsThereKeepsItsTimeWhereItIsTheSame() throws Exception {
    write("a.html", "b.html");
    FileTime then = FileTime.fromMillis(1_000_000);
    Files.setLastModifiedTime(out.resolve(".fortnight-site"), then);

    write("b.html", "a.html");

    assertThat(Files.getLastModifiedTime(out.resolve(".fortnight-site"))).isEqualTo(then);
  }

  @Test
  void aListInAnotherOrderIsPutInOrder() throws Exception {
    write("a.html", "b.html");
    Path list = out.resolve(".fortnight-site");
    String inOrder = Files.readString(list);
    for (String other : List.of("b.html\na.html\n", "a.html\r\nb.html\n", "changed", "")) {
      Files.writeString(list, other);

      write("a.html", "b.html");

      assertThat(Files.readString(list)).as(other).isEqualTo(inOrder);
    }
  }

  @Test
  void aListThatLacksWhatIsKeptGetsIt() throws Exception {
    write("a.html", "b.html");
    Path list = out.resolve(".fortnight-site");
    String whole = Files.readString(list);
    Files.writeString(list, "a.html\n");
    FolderSink sink = FolderSink.open(out);
    sink.kept("a.html");
    sink.kept("b.html");

    sink.finish();

    assertThat(list).hasContent(whole);
  }

  /** A run that is killed while it writes its list may leave half a path, or half a letter. */
  @Test
  void aBrokenPathInTheListNamesNothing() throws Exception {
    write("dŵr.html");
    Files.writeString(out.resolve("mine"), "mine");
    Files.write(out.resolve(".fortnight-site"), new byte[] {'d', (byte) 0xc5});
    write("dŵr.html");
    Files.writeString(
        out.resolve(".fortnight-site"), "mine", java.nio.file.StandardOpenOption.APPEND);

    write("b.html");

    assertThat(out.resolve("mine")).exists();
    assertThat(out.resolve("dŵr.html")).doesNotExist();
    assertThat(out.resolve(".fortnight-site")).hasContent("b.html\n");
  }

  @Test
  void whatAKilledRunHadOnItsWayIsRemovedAndThatOfALiveOneStays() throws Exception {
    write("a.html");
    long alive = ProcessHandle.current().parent().orElseThrow().pid();
    Files.writeString(out.resolve(".fortnight-site-" + Integer.MAX_VALUE + "-1"), "half");
    Files.writeString(out.resolve(".fortnight-site-" + alive + "-1"), "half");
    Files.writeString(out.resolve(".fortnight-site-mine"), "mine");

    write("a.html");

    assertThat(out)
        .isDirectoryNotContaining("glob:**-" + Integer.MAX_VALUE + "-1")
        .isDirectoryContaining("glob:**-" + alive + "-1")
        .isDirectoryContaining("glob:**-mine");
  }

  @Test
  void aFolderThatAKilledRunLeftEmptyGoesWithWhatWasInIt() throws Exception {
    write("a.html", "b/c/d.html");
    Files.delete(out.resolve("b/c/d.html"));
    Files.delete(out.resolve("b/c"));

    write("a.html");

    assertThat(out.resolve("b")).doesNotExist();
  }

  @Test
  void whatIsHeldHasNoNameInTheFolder() throws Exception {
    FolderSink sink = FolderSink.open(out);
    try (HeldFiles held = sink.hold()) {
      held.put("b.html", bytes("second"));
      held.put("a.html", bytes("first"));

      assertThat(out).isDirectoryNotContaining(file -> !file.endsWith(".fortnight-site"));
      assertThat(held.paths()).containsExactly("a.html", "b.html");
      assertThat(held.get("a.html")).asString().isEqualTo("first");
      assertThat(held.get("b.html")).asString().isEqualTo("second");
    }
  }

  @Test
  void nothingOutsideTheFolderIsExpected() {
    FolderSink sink = FolderSink.open(out);

    assertThatThrownBy(() -> sink.expect(List.of("a.html", "../b.html")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("../b.html leaves the folder");
  }

  @Test
  void whatIsUnchangedKeepsItsTime() throws Exception {
    write("a.html");
    FileTime then = FileTime.fromMillis(1_000_000);
    Files.setLastModifiedTime(out.resolve("a.html"), then);

    write("a.html");

    assertThat(Files.getLastModifiedTime(out.resolve("a.html"))).isEqualTo(then);
  }

  @Test
  void aLinkInTheFolderIsNotFollowed() throws Exception {
    Path elsewhere = Files.createDirectory(temporary.resolve("elsewhere"));
    Files.writeString(elsewhere.resolve("index.html"), "mine");
    write("a.html", "b/index.html");
    Files.delete(out.resolve("b/index.html"));
    Files.delete(out.resolve("b"));
    Files.createSymbolicLink(out.resolve("b"), elsewhere);
    Files.createSymbolicLink(out.resolve("c.html"), elsewhere.resolve("index.html"));
    Files.createSymbolicLink(out.resolve(".fortnight-site-1-1"), elsewhere.resolve("index.html"));

    FolderSink sink = FolderSink.open(out);
    assertThatThrownBy(() -> sink.file("b/index.html", bytes("x")))
        .isInstanceOf(ProblemException.class)
        .hasMessageEndingWith("is a symbolic link, which Fortnight does not follow");
    sink.file("c.html", bytes("x"));
    sink.file("d.html", bytes("x"));
    write("a.html");

    assertThat(elsewhere.resolve("index.html")).hasContent("mine");
  }

  @Test
  void aFolderThatHoldsSomethingElseIsRefused() throws Exception {
    Files.createDirectories(out);
    Files.writeString(out.resolve("letter.txt"), "mine");

    assertThatThrownBy(() -> FolderSink.open(out))
        .isInstanceOf(ProblemException.class)
        .hasMessage(out + " holds files that Fortnight did not put there");
  }

  @Test
  void theProgrammesFolderOrOneAboveItIsRefused() throws Exception {
    write("a.html");
    Path programme = Files.createDirectories(out.resolve("programme"));
    Files.createDirectories(programme.resolve("research"));

    for (Path folder : new Path[] {out, programme, programme.resolve("research/site")}) {
      assertThatThrownBy(() -> FolderSink.open(folder, programme))
          .isInstanceOf(ProblemException.class)
          .hasMessage(folder + " holds the programme, or is part of its research");
    }
    assertThat(FolderSink.open(programme.resolve("public"), programme)).isNotNull();
  }

  @Test
  void aPathThatLeavesTheFolderIsAFaultOfTheCaller() {
    FolderSink sink = FolderSink.open(out);

    for (String path :
        new String[] {
          "../x", "/etc/x", "a/../../x", ".fortnight-site", ".fortnight-site-1-1", ""
        }) {
      assertThatThrownBy(() -> sink.file(path, bytes("x")))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void whatTheOneBeforeWroteIsKnownToTheNext() throws Exception {
    FolderSink first = after(Optional.empty(), "a.html", "b/index.html");

    FolderSink second = after(Optional.of(first), "a.html", "c.html");
    assertThat(out.resolve("b")).doesNotExist();

    after(Optional.of(second), "c.html");
    assertThat(out.resolve("a.html")).doesNotExist();
    assertThat(out.resolve("c.html")).exists();
    assertThat(out.resolve(FolderSink.MARK)).hasContent("c.html");
  }

  @Test
  void whatAnotherProcessWroteMeanwhileIsKnownToTheNext() throws Exception {
    FolderSink first = after(Optional.empty(), "a.html");
    write("a.html", "theirs.html");

    after(Optional.of(first), "a.html");

    assertThat(out.resolve("theirs.html")).doesNotExist();
    assertThat(out.resolve(FolderSink.MARK)).hasContent("a.html");
  }

  @Test
  void whatABuildThatFailedWroteIsKnownToTheNext() throws Exception {
    FolderSink first = after(Optional.empty(), "a.html");
    FolderSink failed = FolderSink.open(out, temporary.resolve("programme"), Optional.of(first));
    failed.file("half.html", bytes("x"));

    after(Optional.of(failed), "a.html");

    assertThat(out.resolve("half.html")).doesNotExist();
  }

  @Test
  void whatIsKeptOfAFolderThatIsGoneIsListedAgain() throws Exception {
    FolderSink first = after(Optional.empty(), "a.html");
    Files.delete(out.resolve("a.html"));
    Files.delete(out.resolve(FolderSink.MARK));

    after(Optional.of(first), "a.html");

    assertThat(out.resolve(FolderSink.MARK)).hasContent("a.html");
    write();
    assertThat(out.resolve("a.html")).doesNotExist();
  }

  private FolderSink after(Optional<FolderSink> before, String... paths) {
    FolderSink sink = FolderSink.open(out, temporary.resolve("programme"), before);
    for (String path : paths) {
      sink.file(path, bytes("content"));
    }
    sink.finish();
    return sink;
  }

  private void write(String... paths) {
    FolderSink sink = FolderSink.open(out);
    for (String path : paths) {
      sink.file(path, bytes("content"));
    }
    sink.finish();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
  }
}
