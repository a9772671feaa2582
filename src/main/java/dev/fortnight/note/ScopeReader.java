package dev.fortnight.note;

import dev.fortnight.problem.NearestName;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads which notes a set of defaults is for. */
final class ScopeReader {

  private static final List<String> FOLDERS =
      Arrays.stream(NoteKind.values()).map(NoteKind::folder).toList();

  /** Jekyll's own types, with the forms that it no longer recommends. */
  private static final Map<String, Set<NoteKind>> TYPES =
      Map.of(
          "posts", DefaultScope.POSTS,
          "post", DefaultScope.POSTS,
          "page", EnumSet.of(NoteKind.PAGE),
          "drafts", EnumSet.noneOf(NoteKind.class),
          "draft", EnumSet.noneOf(NoteKind.class));

  private final ConfigurationProblems problems;

  ScopeReader(ConfigurationProblems problems) {
    this.problems = problems;
  }

  DefaultScope read(Object value, String at) {
    if (value == null) {
      return DefaultScope.ALL;
    }
    if (!(value instanceof Map<?, ?> scope)) {
      problems.refuse(at, "'scope' does not hold keys", "Write 'path:' or 'type:' under it.");
      return DefaultScope.ALL;
    }
    String path = path(scope.get("path"), at + ".path");
    return scope.containsKey("type")
        ? new DefaultScope(path, kinds(scope.get("type"), at + ".type"), true)
        : new DefaultScope(path, DefaultScope.ALL.kinds(), false);
  }

  private String path(Object value, String at) {
    if (value != null && !(value instanceof String)) {
      problems.refuse(at, "'path' is not text", "Name a folder, such as 'interviews'.");
    }
    String path = value instanceof String text ? DefaultScope.path(text) : "";
    refuseSlip(path.split("/", 2)[0], at);
    return path;
  }

  private Set<NoteKind> kinds(Object value, String at) {
    String type = String.valueOf(value).strip();
    Optional<NoteKind> kind = NoteKind.ofFolder(type);
    if (kind.isPresent() || TYPES.containsKey(type)) {
      return kind.<Set<NoteKind>>map(EnumSet::of).orElseGet(() -> TYPES.get(type));
    }
    refuseSlip(type, at);
    return EnumSet.noneOf(NoteKind.class);
  }

  /** Folders and types that are nothing like ours belong to other parts of a Jekyll site. */
  private void refuseSlip(String name, String at) {
    if (name.isEmpty() || FOLDERS.contains(name) || name.contains("*")) {
      return;
    }
    NearestName.of(name, FOLDERS)
        .filter(near -> near.charAt(0) == name.charAt(0))
        .ifPresent(
            near ->
                problems.refuse(
                    at,
                    "there is no folder '" + name + "' of notes",
                    "Did you mean '" + near + "'?"));
  }
}
