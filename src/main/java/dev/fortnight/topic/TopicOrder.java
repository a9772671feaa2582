package dev.fortnight.topic;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Arranges topics as they are listed and named everywhere: by repository, then number. */
public final class TopicOrder {

  private record Key(String repository, int number) {}

  private TopicOrder() {}

  /**
   * Each topic once, in order and with its slug. Pages overlap while issues change, so of a topic
   * that comes twice the one that was updated last is kept.
   *
   * @param repositories in the order of the backlog; the first needs no name in its slugs
   */
  public static List<Topic> arrange(Collection<String> repositories, Collection<Topic> topics) {
    Map<Key, Topic> newest = new HashMap<>();
    for (Topic topic : topics) {
      newest.merge(
          new Key(topic.repository(), topic.number()),
          topic,
          (one, other) -> other.updatedAt().isBefore(one.updatedAt()) ? one : other);
    }
    Map<String, String> prefixes = prefixes(repositories);
    List<String> order = List.copyOf(prefixes.keySet());
    return newest.values().stream()
        .sorted(
            Comparator.<Topic>comparingInt(topic -> order.indexOf(topic.repository()))
                .thenComparingInt(Topic::number))
        .map(topic -> topic.withSlug(prefixes.get(topic.repository()) + topic.number()))
        .toList();
  }

  /**
   * The slugs of a backlog's topics, those too that are not there any more.
   *
   * @param repositories in the order of the backlog
   */
  public static Slugs slugs(Collection<String> repositories) {
    Map<String, String> prefixes = prefixes(repositories);
    return (repository, number) ->
        Optional.ofNullable(prefixes.get(repository)).map(prefix -> prefix + number);
  }

  /** Names topics by where they stand; empty for a repository that is not of the backlog. */
  public interface Slugs {

    Optional<String> of(String repository, int number);
  }

  /** What stands before the number; repositories of one name are told apart by their owner. */
  private static Map<String, String> prefixes(Collection<String> repositories) {
    Map<String, String> prefixes = new LinkedHashMap<>();
    Set<String> taken = new HashSet<>();
    for (String repository : repositories) {
      if (prefixes.containsKey(repository)) {
        continue;
      }
      String name = repository.substring(repository.indexOf('/') + 1);
      boolean free = prefixes.isEmpty() || taken.add(name.toLowerCase(Locale.ROOT));
      String prefix = (free ? name : repository.replace('/', '-')) + "-";
      prefixes.put(repository, prefixes.isEmpty() ? "" : prefix);
    }
    return prefixes;
  }
}
