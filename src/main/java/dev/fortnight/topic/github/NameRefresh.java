package dev.fortnight.topic.github;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fortnight.topic.github.JdbiListStore.KnownPage;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads a short list whole, or sees by its ETags that it is as it was: renaming a label does not
 * touch the issues that bear it.
 */
final class NameRefresh {

  /** What was read. */
  record ReadNames(List<JsonNode> entries, List<KnownPage> pages) {}

  private final GitHubClient client;

  NameRefresh(GitHubClient client) {
    this.client = client;
  }

  /**
   * @param known its pages as they were
   * @return all of it; empty where nothing has changed
   */
  Optional<ReadNames> read(URI first, List<KnownPage> known)
      throws LimitReachedException, FailedException {
    if (known.isEmpty()) {
      return Optional.of(from(content(client.list(first, Optional.empty()))));
    }
    for (int i = 0; i < known.size(); i++) {
      KnownPage page = known.get(i);
      Answer answer = client.list(page.url(), Optional.of(page.etag()));
      if (answer instanceof Answer.Content content && i == 0) {
        return Optional.of(from(content));
      }
      boolean isLast = i == known.size() - 1;
      if (!(answer instanceof Answer.Unchanged same) || same.next().isPresent() == isLast) {
        return Optional.of(from(content(client.list(first, Optional.empty()))));
      }
    }
    return Optional.empty();
  }

  private ReadNames from(Answer.Content first) throws LimitReachedException, FailedException {
    List<JsonNode> entries = new ArrayList<>();
    List<KnownPage> pages = new ArrayList<>();
    Optional<Answer.Content> page = Optional.of(first);
    boolean hasTags = true;
    while (page.isPresent()) {
      Answer.Content content = page.get();
      content.json().forEach(entries::add);
      hasTags &= content.etag().isPresent();
      pages.add(new KnownPage(content.asked(), content.etag().orElse(""), true));
      page =
          content.next().isEmpty()
              ? Optional.empty()
              : Optional.of(content(client.list(content.next().get(), Optional.empty())));
    }
    return new ReadNames(entries, hasTags ? pages : List.of());
  }

  /** A list as it must be; anything else is no empty list. */
  static Answer.Content content(Answer answer) throws FailedException {
    if (answer instanceof Answer.Content content && content.json().isArray()) {
      return content;
    }
    throw new FailedException(
        answer instanceof Answer.Content
            ? FailedException.Why.NO_JSON
            : FailedException.Why.NO_ACCESS);
  }
}
