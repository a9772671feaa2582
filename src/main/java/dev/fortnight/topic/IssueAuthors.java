package dev.fortnight.topic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Remembers of each issue in GitHub's answers how its author stands to the repository, which
 * github-api's issues do not tell.
 */
final class IssueAuthors implements Consumer<byte[]> {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<Integer, TopicAuthor> authors = new HashMap<>();

  @Override
  public void accept(byte[] answer) {
    try {
      JsonNode json = JSON.readTree(answer);
      if (json != null && json.isArray()) {
        json.forEach(this::remember);
      }
    } catch (IOException e) {
      // an answer that is not JSON has no authors; github-api says what is wrong with it
      return;
    }
  }

  private void remember(JsonNode issue) {
    authors.put(
        issue.path("number").asInt(), TopicAuthor.of(issue.path("author_association").asText()));
  }

  TopicAuthor of(int number) {
    return authors.getOrDefault(number, TopicAuthor.OUTSIDER);
  }
}
