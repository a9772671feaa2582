package dev.fortnight.note;

import dev.fortnight.note.NoteConfiguration.DefaultSet;
import dev.fortnight.problem.Problem;
import dev.fortnight.problem.SourceLocation;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Finds Jekyll's configuration in the folder that notes come from. */
final class ConfigurationFile {

  /** Honest ones have a few kilobytes, and what they say is kept with each note. */
  private static final int LARGEST = 64 * 1024;

  /** Other places and names that Jekyll's users are used to. */
  private static final List<String> ELSEWHERE =
      List.of("site/_config.yaml", "_config.yml", "_config.yaml", "research/_config.yml");

  private ConfigurationFile() {}

  /** What the folder's configuration says; a problem for each file that is in the wrong place. */
  static NoteConfiguration in(Path folder) {
    NoteConfiguration configuration = read(folder, NoteConfiguration.FILE);
    for (String file : ELSEWHERE) {
      NoteConfiguration other = read(folder, file);
      if (other.concernsNotes()) {
        configuration = besides(configuration, file, other);
      }
    }
    return configuration;
  }

  /** A file that is not read still keeps back what it means to keep back. */
  private static NoteConfiguration besides(
      NoteConfiguration configuration, String file, NoteConfiguration other) {
    List<DefaultSet> sets = new ArrayList<>(configuration.sets());
    List<Problem> problems = new ArrayList<>(configuration.problems());
    problems.add(
        Problem.warning(
            ConfigurationProblems.CHECK,
            SourceLocation.file(file),
            "what this says of notes has no effect, because only "
                + NoteConfiguration.FILE
                + " is read",
            "Move what is meant for notes there."));
    if (other.isReadable()) {
      other.sets().stream()
          .map(set -> new DefaultSet(set.scope(), Map.of(), set.heldBackBy()))
          .forEach(sets::add);
      other.problems().stream().filter(Problem::isError).forEach(problems::add);
    }
    return new NoteConfiguration(
        List.copyOf(sets), configuration.isReadable(), List.copyOf(problems));
  }

  private static NoteConfiguration read(Path folder, String file) {
    Path path = folder.resolve(file);
    if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      return NoteConfiguration.NONE;
    }
    if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
      return ConfigurationProblems.unreadable(
          file, 0, "this is a link or a special file", "Put the file itself here.");
    }
    try {
      if (Files.size(path) > LARGEST) {
        return ConfigurationProblems.unreadable(
            file, 0, "this is over 64 KiB", "Move what is not configuration elsewhere.");
      }
      return of(file, Files.readAllBytes(path));
    } catch (IOException e) {
      return ConfigurationProblems.unreadable(
          file, 0, "this cannot be read", "Check its permissions.");
    }
  }

  static NoteConfiguration of(String file, byte[] bytes) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return ConfigurationReader.read(file, text.startsWith("\uFEFF") ? text.substring(1) : text);
    } catch (CharacterCodingException e) {
      return ConfigurationProblems.unreadable(file, 0, "this is not UTF-8", "Save it as UTF-8.");
    }
  }
}
