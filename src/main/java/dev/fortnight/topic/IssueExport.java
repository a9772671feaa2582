package dev.fortnight.topic;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fortnight.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The issues in a JSON export: an array, several arrays one after the other as {@code gh api
 * --paginate} writes them, an array of arrays as {@code --slurp} does, or an archive with {@code
 * repo} and {@code issues}.
 */
final class IssueExport {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String REMEDY =
      "Export the backlog again with 'gh api --paginate"
          + " \"repos/OWNER/NAME/issues?state=all&per_page=100\"'.";

  private final JsonParser parser;
  private final String name;
  private final List<ExportedIssue> issues = new ArrayList<>();

  private IssueExport(JsonParser parser, String name) {
    this.parser = parser;
    this.name = name;
  }

  /**
   * @param name how messages call the file
   * @throws ProblemException if it is not an export; the message repeats nothing of it
   */
  static List<ExportedIssue> read(InputStream bytes, String name) throws IOException {
    try (JsonParser parser = JSON.createParser(bytes)) {
      return new IssueExport(parser, name).read();
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
      throw new ProblemException(name + ":" + line + ": this is not JSON", REMEDY);
    }
  }

  private List<ExportedIssue> read() throws IOException {
    JsonToken root = parser.nextToken();
    if (root == null) {
      throw new ProblemException(name + " is empty", REMEDY);
    }
    for (; root != null; root = parser.nextToken()) {
      switch (root) {
        case START_ARRAY -> array();
        case START_OBJECT -> archive();
        default -> throw noExport();
      }
    }
    return issues;
  }

  private void array() throws IOException {
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (parser.currentToken() == JsonToken.START_ARRAY) {
        array();
        continue;
      }
      int line = parser.currentTokenLocation().getLineNr();
      issues.add(new ExportedIssue(JSON.readTree(parser), line, Optional.empty()));
    }
  }

  private void archive() throws IOException {
    int before = issues.size();
    boolean found = false;
    Optional<String> repository = Optional.empty();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = parser.currentName();
      JsonToken value = parser.nextToken();
      if (key.equals("issues") && value == JsonToken.START_ARRAY) {
        found = true;
        array();
      } else if (key.equals("repo") && value == JsonToken.VALUE_STRING) {
        repository = Optional.of(parser.getText());
      } else {
        parser.skipChildren();
      }
    }
    if (!found) {
      throw noExport();
    }
    Optional<String> named = repository;
    issues
        .subList(before, issues.size())
        .replaceAll(issue -> new ExportedIssue(issue.json(), issue.line(), named));
  }

  private ProblemException noExport() {
    int line = parser.currentTokenLocation().getLineNr();
    return new ProblemException(name + ":" + line + ": this is not an export of issues", REMEDY);
  }
}
