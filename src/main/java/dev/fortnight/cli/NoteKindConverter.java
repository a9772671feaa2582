package dev.fortnight.cli;

import dev.fortnight.note.NoteKind;
import dev.fortnight.problem.NearestName;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a kind of note by its word, and lists the words for help. */
final class NoteKindConverter implements ITypeConverter<NoteKind>, Iterable<String> {

  private static final List<String> WORDS =
      Arrays.stream(NoteKind.values()).map(NoteKind::word).toList();

  @Override
  public NoteKind convert(String word) {
    return Arrays.stream(NoteKind.values())
        .filter(kind -> kind.word().equals(word))
        .findFirst()
        .orElseThrow(() -> new TypeConversionException(unknown(word)));
  }

  private static String unknown(String word) {
    return "there is no kind '"
        + Visible.text(word)
        + "'. "
        + NearestName.of(word, WORDS)
            .map(near -> "Did you mean '" + near + "'?")
            .orElse("The kinds are " + String.join(", ", WORDS) + ".");
  }

  @Override
  public Iterator<String> iterator() {
    return WORDS.iterator();
  }
}
