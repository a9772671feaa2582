package dev.fortnight.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fortnight.problem.ProblemException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderNoteSourceTest {

  @TempDir Path folder;

  @Test
  void givesTheFolderItself() {
    assertThat(new FolderNoteSource(folder).collect())
        .isEqualTo(new NoteSource.Collected(folder, Optional.empty(), List.of()));
  }

  @Test
  void saysThatTheFolderDoesNotExist() {
    assertThatThrownBy(() -> new FolderNoteSource(Path.of("absent")).collect())
        .isInstanceOf(ProblemException.class)
        .hasMessage("the folder absent does not exist");
  }
}
