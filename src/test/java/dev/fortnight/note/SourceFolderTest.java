package dev.fortnight.note;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceFolderTest {

  @TempDir Path folder;

  @Test
  void saysWhichFilesLookLikeNotesAndAreNone() throws IOException {
    write("weeknotes/one.md");
    write("weeknotes/two\nlines.md");
    write("weeknotes/README.txt");
    write("interview/2026-11-10-a.md");
    write("thoughts/a.md");
    write("loose.md");
    write("README.md");
    Files.createSymbolicLink(folder.resolve("research/findings"), folder.resolve("elsewhere"));
    Files.createSymbolicLink(folder.resolve("research/weeknotes/old"), folder.resolve("elsewhere"));

    Notes notes = new SourceFolder(folder).notes();

    assertThat(notes.notes()).extracting(Note::path).containsExactly("weeknotes/one.md");
    assertThat(notes.problems().stream().sorted().map(String::valueOf))
        .containsExactly(
            "research/findings: this is a link, which Fortnight does not follow, so it is not"
                + " published. Put the folder or the note itself here.",
            "research/interview/2026-11-10-a.md: this stands in no folder of notes, so it is not"
                + " published. Did you mean the folder 'interviews'?",
            "research/loose.md: this stands in no folder of notes, so it is not published. Move it"
                + " to one of interviews, weeknotes, findings, recommendations, assumptions, pages.",
            "research/thoughts/a.md: this stands in no folder of notes, so it is not published."
                + " Move it to one of interviews, weeknotes, findings, recommendations, assumptions,"
                + " pages.",
            "research/weeknotes/old: this is a link, which Fortnight does not follow, so it is not"
                + " published. Put the folder or the note itself here.",
            "research/weeknotes/two�lines.md: this file's name has characters that a note's cannot"
                + " have, so it is not published. Rename it.");
  }

  private void write(String path) throws IOException {
    Path file = folder.resolve("research").resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "---\ntitle: Illustrative\n---\nText.\n");
  }
}
