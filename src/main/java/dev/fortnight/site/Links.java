package dev.fortnight.site;

import dev.fortnight.check.CheckedResearch;
import dev.fortnight.check.LinkTarget;
import dev.fortnight.note.Link;
import dev.fortnight.note.Note;
import dev.fortnight.note.Prose;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Points the links in notes at the pages of the tree; what leads nowhere in it becomes text. */
final class Links {

  private static final Pattern OUTSIDE = Pattern.compile("(?is)(?:https?:|mailto:|tel:|//).*");
  private static final Pattern RENAMED = Pattern.compile("^(?:text-)+");

  private final CheckedResearch research;
  private final Set<String> addresses;
  private final Set<String> layoutIds;
  private final Map<Prose, Set<String>> ids = Collections.synchronizedMap(new IdentityHashMap<>());

  /**
   * @param addresses of all pages of the tree
   * @param layoutIds what the layouts call their own places
   */
  Links(CheckedResearch research, Set<String> addresses, Set<String> layoutIds) {
    this.research = research;
    this.addresses = addresses;
    this.layoutIds = layoutIds;
  }

  /** What an id of a text is called on its page: another name where a layout has it already. */
  String id(String id) {
    String bare = RENAMED.matcher(id).replaceFirst("");
    return layoutIds.contains(bare) ? "text-" + id : id;
  }

  /** A fragment that leads to a place in a text, as the page calls it. */
  private String fragment(Prose prose, String fragment) {
    String id = fragment.isEmpty() ? "" : fragment.substring(1);
    return escaped(hasId(prose, id) ? "#" + id(id) : fragment);
  }

  /** A text may link to its own places thousands of times, so it is read for them once. */
  private boolean hasId(Prose prose, String id) {
    return !id.isEmpty() && ids.computeIfAbsent(prose, Prose::ids).contains(id);
  }

  /**
   * A note's text as it stands on its own page.
   *
   * @param root what leads from that page to the tree's root
   * @param memory of the texts of pages
   */
  String own(Note note, String root, PartMemory<String> memory) {
    List<Link> links = note.prose().links();
    List<LinkTarget> targets = research.links().targets(note);
    List<Optional<String>> addresses = new ArrayList<>(links.size());
    for (int i = 0; i < links.size(); i++) {
      addresses.add(address(note, links.get(i), targets.get(i), root, Optional.empty()));
    }
    return memory.of(
        note.path(),
        List.of(note.prose(), addresses),
        () -> note.prose().html(addresses, found -> Optional.of(id(found))));
  }

  /** A part of a note's text as it stands on another page; ids stay behind, they are its note's. */
  String quoted(Note note, Prose part, String root) {
    Optional<String> home = research.note(note.path()).map(page -> root + page.address());
    return part.html(
        link ->
            address(
                note,
                link,
                research.links().resolve(note, link),
                root,
                Optional.of(home.orElse(""))),
        id -> Optional.empty());
  }

  /** A topic's text: it knows no notes, so only links to other sites stay. */
  String foreign(Prose prose) {
    return prose.html(
        link -> link.isImage() ? Optional.empty() : inTopic(prose, link),
        found -> Optional.of(id(found)));
  }

  private Optional<String> inTopic(Prose prose, Link link) {
    if (link.target().startsWith("#")) {
      return Optional.of(fragment(prose, link.target()));
    }
    return link.isExternal() ? outside(link.target()) : Optional.empty();
  }

  /** The sanitizer lets only these through; nothing else may be written even if it changes. */
  private static Optional<String> outside(String target) {
    return OUTSIDE.matcher(target).matches() ? Optional.of(escaped(target)) : Optional.empty();
  }

  private Optional<String> address(
      Note note, Link link, LinkTarget target, String root, Optional<String> home) {
    if (target instanceof LinkTarget.Elsewhere elsewhere) {
      return link.isImage() ? Optional.empty() : outside(elsewhere.address());
    }
    if (target instanceof LinkTarget.Media media) {
      return Optional.ofNullable(research.files().get(media.path()))
          .map(file -> root + file.address());
    }
    if (link.isImage()) {
      return Optional.empty();
    }
    if (target instanceof LinkTarget.SamePage same) {
      String fragment = fragment(note.prose(), same.fragment());
      return home.isEmpty()
          ? Optional.of(fragment)
          : home.filter(page -> !page.isEmpty()).map(page -> page + fragment);
    }
    if (target instanceof LinkTarget.OtherNote other) {
      return research
          .note(other.note().path())
          .map(page -> root + page.address() + fragment(other.note().prose(), other.fragment()));
    }
    return target instanceof LinkTarget.OtherPage other && addresses.contains(other.address())
        ? Optional.of(root + other.address() + escaped(other.fragment()))
        : Optional.empty();
  }

  /** Text safe in a double-quoted attribute, and anywhere else. */
  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("\"", "&quot;")
        .replace("<", "&lt;")
        .replace(">", "&gt;");
  }
}
