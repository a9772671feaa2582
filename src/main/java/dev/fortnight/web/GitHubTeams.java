package dev.fortnight.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fortnight.problem.ProblemException;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Asks GitHub which teams somebody is in, with their own token. Source: docs.github.com, "Get team
 * membership for a user".
 */
@Singleton
final class GitHubTeams {

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final String api;
  private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

  /**
   * @param user where Quarkus asks who somebody is; teams are beside it
   */
  GitHubTeams(
      @ConfigProperty(
              name = "quarkus.oidc.user-info-path",
              defaultValue = "https://api.github.com/user")
          String user) {
    this.api = user.replaceFirst("/user$", "");
  }

  /**
   * @param teams as {@code organisation/team}
   * @return those that they are in
   * @throws ProblemException if GitHub cannot be asked
   */
  Set<String> of(String login, String token, Set<String> teams) {
    Set<String> members = new TreeSet<>();
    for (String team : teams) {
      if (isIn(login, token, team)) {
        members.add(team);
      }
    }
    return members;
  }

  private boolean isIn(String login, String token, String team) {
    String member = URLEncoder.encode(login, StandardCharsets.UTF_8);
    String membership = "/orgs/" + team.replace("/", "/teams/") + "/memberships/" + member;
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(api + membership))
            .timeout(PATIENCE)
            .header("Accept", "application/vnd.github+json")
            .header("Authorization", "Bearer " + token)
            .build();
    try {
      HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      JsonNode found = answer.statusCode() == 200 ? MAPPER.readTree(answer.body()) : null;
      return found != null && "active".equals(found.path("state").asText());
    } catch (IOException e) {
      throw unreachable(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unreachable(e);
    }
  }

  private static ProblemException unreachable(Exception cause) {
    return new ProblemException(
        "GitHub could not be asked for teams", "Wait a moment and sign in again.", cause);
  }
}
