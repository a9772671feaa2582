package dev.fortnight.check;

import dev.fortnight.note.Link;
import dev.fortnight.topic.RemovedTopic;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The topics that are gone, and which of them readers may come looking for.
 *
 * @param bySlug all that there were
 * @param wasPublic whether readers have seen it; of the others only those have a page that a
 *     published note names
 */
public record RemovedTopics(Map<String, RemovedTopic> bySlug, Predicate<RemovedTopic> wasPublic) {

  /** Of notes that name one, which may be meant, so it blocks no sign-off. */
  static final String CHECK = "topic-removed";

  private static final String FOLDER = "topics/";

  public static final RemovedTopics NONE = of(List.of());

  /** Of which readers have seen none. */
  public static RemovedTopics of(Collection<RemovedTopic> removed) {
    Map<String, RemovedTopic> bySlug = new TreeMap<>();
    removed.forEach(topic -> bySlug.put(topic.slug(), topic));
    return new RemovedTopics(bySlug, topic -> false);
  }

  public RemovedTopics seen(Predicate<RemovedTopic> before) {
    return new RemovedTopics(bySlug, before);
  }

  /** Whether a topic is gone, by its slug. */
  public boolean has(String slug) {
    return bySlug.containsKey(slug);
  }

  Optional<RemovedTopic> of(String slug) {
    return Optional.ofNullable(bySlug.get(slug));
  }

  /** The topic whose page is, or was, at an address of the tree. */
  Optional<RemovedTopic> at(String address) {
    return address.startsWith(FOLDER) && address.endsWith("/")
        ? of(address.substring(FOLDER.length(), address.length() - 1))
        : Optional.empty();
  }

  /** Those that have a page in a tree with these notes. */
  List<RemovedTopic> shown(Collection<CheckedNote> notes, LinkResolver links) {
    Set<String> named = new HashSet<>();
    if (!bySlug.isEmpty()) {
      for (CheckedNote note : notes) {
        named.addAll(note.content().topics());
        for (Link link : note.content().prose().links()) {
          if (links.resolve(note.content(), link) instanceof LinkTarget.OtherPage page) {
            at(page.address()).ifPresent(topic -> named.add(topic.slug()));
          }
        }
      }
    }
    return bySlug.values().stream()
        .filter(topic -> wasPublic.test(topic) || named.contains(topic.slug()))
        .toList();
  }
}
