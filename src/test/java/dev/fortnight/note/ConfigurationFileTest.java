package dev.fortnight.note;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigurationFileTest {

  @TempDir Path folder;

  @BeforeEach
  void aWeeknoteAndAFinding() throws IOException {
    write("research/weeknotes/2026-11-13-two.md", "---\nrole: own\n---\nText.\n");
    write("research/findings/risk.md", "Text.\n");
  }

  @Test
  void notesOfAFolderTakeWhatItsConfigurationSays() throws IOException {
    write(
        "site/_config.yml",
        """
        permalink: /:year/:title/
        defaults:
          - scope: {path: ""}
            values: {role: default, council: a county}
        """);

    Notes notes = new SourceFolder(folder).notes();

    assertThat(notes.problems()).isEmpty();
    assertThat(notes.notes())
        .extracting(note -> Address.of(note).orElseThrow())
        .containsExactly("findings/risk/", "2026/two/");
    assertThat(notes.notes())
        .extracting(note -> note.frontMatter().text("role").orElseThrow())
        .containsExactly("default", "own");
  }

  @Test
  void folderWithoutConfigurationHasNotesWithoutDefaults() {
    Notes notes = new SourceFolder(folder).notes();

    assertThat(notes.problems()).isEmpty();
    assertThat(notes.notes()).extracting(Note::configured).allMatch(values -> values.isEmpty());
  }

  @Test
  void unreadableConfigurationIsTakenAsADraftOfEachNote() throws IOException {
    write("site/_config.yml", "permalink: " + "x".repeat(5_000_000));

    Notes notes = new SourceFolder(folder).notes();

    assertThat(notes.problems().stream().map(String::valueOf))
        .containsExactly(
            "site/_config.yml: this is over 64 KiB, so no note is published until it is corrected."
                + " Move what is not configuration elsewhere.");
    assertThat(notes.notes()).hasSize(2).allMatch(note -> note.frontMatter().saysYes("draft"));
    assertThat(notes.notes()).extracting(Note::configured).allMatch(values -> values.isEmpty());
  }

  @Test
  void linkIsNotFollowed() throws IOException {
    Path elsewhere = Files.writeString(folder.resolve("elsewhere.yml"), "permalink: pretty");
    Files.createDirectories(folder.resolve("site"));
    Files.createSymbolicLink(folder.resolve("site/_config.yml"), elsewhere);

    assertThat(new SourceFolder(folder).notes().problems().stream().map(String::valueOf))
        .containsExactly(
            "site/_config.yml: this is a link or a special file, so no note is published until it"
                + " is corrected. Put the file itself here.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"_config.yml", "_config.yaml", "site/_config.yaml", "research/_config.yml"})
  void fileInAnotherPlaceMovesNothingAndStillHoldsBack(String file) throws IOException {
    write(
        file,
        """
        permalink: pretty
        defaults:
          - scope: {path: findings}
            values: {role: default, published: false}
        """);

    Notes notes = new SourceFolder(folder).notes();

    assertThat(notes.problems().stream().map(String::valueOf))
        .containsExactly(
            file
                + ": what this says of notes has no effect, because only site/_config.yml is read."
                + " Move what is meant for notes there.",
            file
                + ":4: 'published' decides what is published, so it is no default, and the notes it"
                + " is for are not published unless they say it. Write 'published' in each note.");
    assertThat(notes.notes())
        .extracting(note -> note.frontMatter().saysNo("published"))
        .containsExactly(true, false);
    assertThat(notes.notes()).extracting(Note::configured).allMatch(values -> values.isEmpty());
  }

  @Test
  void fileInAnotherPlaceThatSaysNothingOfNotesIsNobodysBusiness() throws IOException {
    write("_config.yml", "title: A site\nplugins: [jekyll-feed]\n");

    assertThat(new SourceFolder(folder).notes().problems()).isEmpty();
  }

  private void write(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
