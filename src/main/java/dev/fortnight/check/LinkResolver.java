package dev.fortnight.check;

import dev.fortnight.note.Link;
import dev.fortnight.note.Note;
import dev.fortnight.note.NoteKind;
import dev.fortnight.note.TextPlace;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tells what links in notes lead to. Links between notes are relative paths of files, so that they
 * work on GitHub too; relative and absolute addresses of the site are understood as well.
 */
public final class LinkResolver {

  private static final String TOPICS = "topics/";

  private final ResearchIndex research;
  private final Map<String, Boolean> media = new ConcurrentHashMap<>();
  private final Map<String, List<LinkTarget>> targets = new ConcurrentHashMap<>();

  LinkResolver(ResearchIndex research) {
    this.research = research;
  }

  /** What the links of a note lead to, in their order; several ask, so it is looked up once. */
  public List<LinkTarget> targets(Note note) {
    return targets.computeIfAbsent(
        note.path(),
        path -> note.prose().links().stream().map(link -> resolve(note, link)).toList());
  }

  public LinkTarget resolve(Note from, Link link) {
    if (link.isExternal()) {
      return new LinkTarget.Elsewhere(link.target());
    }
    if (link.target().startsWith("#")) {
      return new LinkTarget.SamePage(link.fragment());
    }
    String path = decoded(link.path());
    String folder = from.path().substring(0, from.path().lastIndexOf('/') + 1);
    Optional<String> file = path.startsWith("/") ? Optional.empty() : joined(folder, path);
    Optional<Note> note = file.flatMap(research::note);
    if (note.isPresent()) {
      return new LinkTarget.OtherNote(note.get(), link.fragment());
    }
    if (file.isPresent()
        && !file.get().endsWith(".md")
        && media.computeIfAbsent(file.get(), research.snapshot().media()::has)) {
      return new LinkTarget.Media(file.get());
    }
    return page(from, path, link.fragment());
  }

  /** What a key of a note's front matter leads to; empty where it says nothing. */
  public Optional<LinkTarget> named(Note from, String key) {
    return from.frontMatter()
        .text(key)
        .map(
            target ->
                resolve(from, new Link(target, new TextPlace(1, Optional.empty()), false, "")));
  }

  /** The files under {@code research/} that the page of a note shows or links to, by path. */
  public SortedSet<String> media(Note note) {
    SortedSet<String> paths = new TreeSet<>();
    targets(note).forEach(target -> addMedia(target, paths));
    if (Recorded.address(note).isPresent()) {
      Recorded.WRITTEN.forEach(
          key -> named(note, key).ifPresent(target -> addMedia(target, paths)));
    }
    return paths;
  }

  private static void addMedia(LinkTarget target, Set<String> paths) {
    if (target instanceof LinkTarget.Media media) {
      paths.add(media.path());
    }
  }

  private LinkTarget page(Note from, String path, String fragment) {
    Optional<String> address =
        path.startsWith("/")
            ? joined("", path.substring(1))
            : research.address(from).flatMap(own -> joined(own, path));
    if (address.isEmpty()) {
      return new LinkTarget.Nowhere();
    }
    String folder =
        address.get().isEmpty() || isFolderOrFile(address.get())
            ? address.get()
            : address.get() + "/";
    Optional<Note> note = research.noteAt(folder);
    if (note.isPresent()) {
      return new LinkTarget.OtherNote(note.get(), fragment);
    }
    String name = folder.endsWith("/") ? folder.substring(0, folder.length() - 1) : folder;
    String topic = name.startsWith(TOPICS) ? name.substring(TOPICS.length()) : "";
    boolean isTopic = research.topics().contains(topic) || research.removedTopics().has(topic);
    boolean isSection = NoteKind.ofFolder(name).isPresent() || folder.equals(TOPICS);
    return isTopic || isSection || folder.isEmpty()
        ? new LinkTarget.OtherPage(folder, fragment)
        : new LinkTarget.Nowhere();
  }

  /** Whether a path ends in a slash, or in a dot and small letters. */
  private static boolean isFolderOrFile(String path) {
    int at = path.length();
    while (at > 0 && path.charAt(at - 1) >= 'a' && path.charAt(at - 1) <= 'z') {
      at--;
    }
    return path.endsWith("/") || at > 0 && at < path.length() && path.charAt(at - 1) == '.';
  }

  /** A path within the tree; empty where it climbs out of it. */
  private static Optional<String> joined(String folder, String path) {
    Deque<String> segments = new ArrayDeque<>();
    String whole = folder + path;
    for (String segment : whole.split("/")) {
      if (segment.equals("..")) {
        if (segments.isEmpty()) {
          return Optional.empty();
        }
        segments.removeLast();
      } else if (!segment.isEmpty() && !segment.equals(".")) {
        segments.addLast(segment);
      }
    }
    String joined = String.join("/", segments);
    boolean isFolder = whole.endsWith("/") && !joined.isEmpty();
    return Optional.of(isFolder ? joined + "/" : joined);
  }

  static String decoded(String path) {
    if (path.indexOf('%') < 0) {
      return path;
    }
    try {
      return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return path;
    }
  }
}
