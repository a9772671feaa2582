package dev.fortnight.topic.github;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.fortnight.problem.Secret;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GitHubClientTest {

  private final SimulatedGitHub github = new SimulatedGitHub();
  private final SimulatedGitHub other = new SimulatedGitHub();

  @AfterEach
  void close() {
    github.close();
    other.close();
  }

  @Test
  void tokenGoesToNoOtherHostWhereverAPagePoints() {
    GitHubClient client =
        new GitHubClient(
            github.address(),
            GitHubCredentials.personal(Optional.of(new Secret("ghp_example"))),
            Duration.ofSeconds(5),
            Clock.systemUTC());
    String authority = github.address().getAuthority();
    for (String elsewhere :
        new String[] {
          other.address() + "/repos/a/b/issues",
          "http://" + authority + "@" + other.address().getAuthority() + "/",
          "https://" + authority + "/",
          "file:///etc/passwd"
        }) {
      FailedException failure =
          catchThrowableOfType(
              FailedException.class, () -> client.get(URI.create(elsewhere), Optional.empty()));

      assertThat(failure.explain(github.address(), "a/b", true))
          .hasMessage(authority + " points to another host when asked for a/b");
    }
    assertThat(other.requests()).isEmpty();
    assertThat(github.requests()).isEmpty();
  }

  @Test
  void answerLargerThanAnyPageIsNotKept() throws Exception {
    SimulatedRepository repository = github.repository("a/b");
    int number = repository.create("Long");
    URI issue = URI.create(repository.url() + "/issues/" + number);
    GitHubClient client =
        new GitHubClient(
            github.address(),
            GitHubCredentials.personal(Optional.empty()),
            Duration.ofSeconds(30),
            Clock.systemUTC());
    repository.edit(number, "Long", "x".repeat(15_000_000));
    assertThat(client.get(issue, Optional.empty())).isInstanceOf(Answer.Content.class);
    repository.edit(number, "Long", "x".repeat(GitHubClient.MOST_BYTES));

    FailedException failure =
        catchThrowableOfType(FailedException.class, () -> client.get(issue, Optional.empty()));

    assertThat(failure.explain(github.address(), "a/b", true))
        .hasMessage(
            github.address().getAuthority()
                + " sent more than 32 MB for one page when asked for a/b");
  }
}
