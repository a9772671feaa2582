package dev.fortnight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a build holds grows with the text of its notes and little more. These have so many different
 * words that an index made of objects, which once took five times as much as the notes, would not
 * fit; the smallest heap that they are built in is 48 MB.
 */
class BoundedMemoryTest {

  private static final int NOTES = 150;
  private static final int WORDS = 2500;
  private static final int VOCABULARY = 20_000;
  private static final String HEAP = "-Xmx64m";

  @TempDir Path folder;

  @Test
  void manyWordsFitIntoASmallHeap() throws Exception {
    writeProgramme();
    Path log = folder.resolve("log");

    Process build =
        ChildBuild.start(ChildBuild.java(), List.of(HEAP), folder, folder.resolve("out"), log);

    assertThat(build.waitFor()).as(Files.readString(log)).isZero();
    assertThat(Files.readString(log)).contains(NOTES + " notes, 0 with problems");
  }

  private void writeProgramme() throws IOException {
    Path research = Files.createDirectories(folder.resolve("research/weeknotes")).getParent();
    Files.writeString(
        research.resolve("programme.yml"),
        "title: Notes\ncycle: {first: 2003-01-06}\nsite: {url: 'https://example.org/'}\n");
    Random random = new Random(7);
    for (int i = 0; i < NOTES; i++) {
      StringBuilder note = new StringBuilder("---\ntitle: Note " + i + "\ndate: 2003-02-03\n---\n");
      for (int word = 0; word < WORDS; word++) {
        note.append(word(random.nextInt(VOCABULARY))).append(word % 12 == 11 ? ".\n\n" : " ");
      }
      Files.writeString(research.resolve("weeknotes/n" + i + ".md"), note.append("done.\n"));
    }
  }

  /** A word that no detector takes for anything. */
  private static String word(int number) {
    StringBuilder word = new StringBuilder();
    for (int rest = number + 1000; rest > 0; rest /= 20) {
      word.append("bdfghjklmnprstvwzcqx".charAt(rest % 20)).append("aeiou".charAt(rest % 5));
    }
    return word.toString();
  }
}
