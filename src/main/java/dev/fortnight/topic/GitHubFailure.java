package dev.fortnight.topic;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.fortnight.problem.ProblemException;
import java.io.FileNotFoundException;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import org.kohsuke.github.HttpException;

/**
 * Says in plain words why GitHub could not be read. Neither the answer nor the cause is passed on:
 * both may repeat what they were sent.
 */
record GitHubFailure(URI api, String repository, boolean withToken) {

  private static final String SET_TOKEN = "set FORTNIGHT_GITHUB_TOKEN to a token that may read it";

  ProblemException explain(Throwable failure) {
    Optional<GitHubLimit.ReachedException> limit =
        cause(failure, GitHubLimit.ReachedException.class);
    if (limit.isPresent()) {
      return limit(limit.get().reset());
    }
    if (cause(failure, JsonProcessingException.class).isPresent()) {
      return noJson();
    }
    if (cause(failure, FileNotFoundException.class).isPresent()) {
      return noAccess();
    }
    return cause(failure, HttpException.class)
        .filter(answer -> answer.getResponseCode() > 0)
        .map(this::status)
        .orElseGet(() -> unreachable(failure));
  }

  private ProblemException status(HttpException answer) {
    if (String.valueOf(answer.getMessage()).contains("secondary rate limit")) {
      return limit(Optional.empty());
    }
    return switch (answer.getResponseCode()) {
      case 401 -> refused();
      case 403, 404, 410, 451 -> noAccess();
      default ->
          new ProblemException(
              "GitHub at "
                  + host()
                  + (" answered " + answer.getResponseCode())
                  + (" when asked for " + repository),
              "This passes by itself as a rule: try again in some minutes.");
    };
  }

  private ProblemException unreachable(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return new ProblemException(
        "GitHub at " + host() + " cannot be reached (" + root.getClass().getSimpleName() + ")",
        "Check the network and 'backlog.github.api' in research/programme.yml; the topics stay as"
            + " they were last synced.");
  }

  private ProblemException limit(Optional<Instant> reset) {
    String until = reset.map(instant -> "it resets at " + instant).orElse("it says not until when");
    return new ProblemException(
        "GitHub's rate limit is used up; " + until,
        reset.isPresent()
            ? "Run this again after that time" + more()
            : "Wait some minutes" + more());
  }

  private String more() {
    return withToken
        ? "."
        : ", or set FORTNIGHT_GITHUB_TOKEN: with a token GitHub answers 5,000 requests an hour"
            + " instead of 60.";
  }

  private ProblemException refused() {
    return withToken
        ? new ProblemException(
            "GitHub at " + host() + " does not accept the token (401)",
            "It may have expired: make a new one and set FORTNIGHT_GITHUB_TOKEN to it.")
        : new ProblemException(
            "GitHub at " + host() + " wants to know who asks (401)",
            "To read " + repository + ", " + SET_TOKEN + ".");
  }

  private ProblemException noAccess() {
    String what = "GitHub shows no repository " + repository + " with issues";
    return withToken
        ? new ProblemException(
            what + " to this token",
            "Check its name under 'backlog' in research/programme.yml, and that the token may read"
                + " its issues.")
        : new ProblemException(
            what,
            "Check its name under 'backlog' in research/programme.yml; if it is private, "
                + SET_TOKEN
                + ".");
  }

  private ProblemException noJson() {
    return new ProblemException(
        host() + " did not answer as GitHub does when asked for " + repository + " (no JSON)",
        "Check that 'backlog.github.api' is the address of a REST API, and that no proxy answers in"
            + " its place.");
  }

  private String host() {
    return api.getHost() + (api.getPort() < 0 ? "" : ":" + api.getPort());
  }

  private static <T extends Throwable> Optional<T> cause(Throwable failure, Class<T> type) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (type.isInstance(cause)) {
        return Optional.of(type.cast(cause));
      }
    }
    return Optional.empty();
  }
}
