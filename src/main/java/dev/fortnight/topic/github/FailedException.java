package dev.fortnight.topic.github;

import dev.fortnight.problem.ProblemException;
import java.net.URI;

/**
 * A request came to nothing. It keeps no answer and no cause, as both may repeat what they were
 * sent.
 */
final class FailedException extends Exception {

  /** What was wrong. */
  enum Why {
    REFUSED,
    NO_JSON,
    NO_ACCESS,
    ELSEWHERE,
    TOO_LARGE,
    STATUS,
    UNREACHABLE
  }

  private final Why why;
  private final int status;

  FailedException(Why why) {
    this(why, 0, why.name());
  }

  FailedException(int status) {
    this(Why.STATUS, status, "status " + status);
  }

  private FailedException(Why why, int status, String message) {
    super(message);
    this.why = why;
    this.status = status;
  }

  static FailedException unreachable(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return new FailedException(Why.UNREACHABLE, 0, root.getClass().getSimpleName());
  }

  boolean isNoAccess() {
    return why == Why.NO_ACCESS;
  }

  /** In plain words, for whoever runs the sync. */
  ProblemException explain(URI api, String repository, boolean withToken) {
    String host = api.getHost() + (api.getPort() < 0 ? "" : ":" + api.getPort());
    return switch (why) {
      case REFUSED -> refused(host, repository, withToken);
      case NO_ACCESS -> noAccess(repository, withToken);
      case NO_JSON ->
          new ProblemException(
              host + " did not answer as GitHub does when asked for " + repository + " (no JSON)",
              "Check that 'backlog.github.api' is the address of a REST API, and that no proxy"
                  + " answers in its place.");
      case ELSEWHERE ->
          new ProblemException(
              host + " points to another host when asked for " + repository,
              "Fortnight asks no other host than 'backlog.github.api' in research/programme.yml:"
                  + " check that it is the address of the REST API.");
      case TOO_LARGE ->
          new ProblemException(
              host + " sent more than 32 MB for one page when asked for " + repository,
              "No page of GitHub's is that large: check that 'backlog.github.api' is the address"
                  + " of a REST API, and that no proxy answers in its place.");
      case STATUS ->
          new ProblemException(
              "GitHub at " + host + " answered " + status + " when asked for " + repository,
              "This passes by itself as a rule: try again in some minutes.");
      case UNREACHABLE ->
          new ProblemException(
              "GitHub at " + host + " cannot be reached (" + getMessage() + ")",
              "Check the network and 'backlog.github.api' in research/programme.yml; the topics"
                  + " stay as they were last synced.");
    };
  }

  private static final String SET_TOKEN = "set FORTNIGHT_GITHUB_TOKEN to a token that may read it";

  private static ProblemException refused(String host, String repository, boolean withToken) {
    return withToken
        ? new ProblemException(
            "GitHub at " + host + " does not accept the token (401)",
            "It may have expired: make a new one and set FORTNIGHT_GITHUB_TOKEN to it.")
        : new ProblemException(
            "GitHub at " + host + " wants to know who asks (401)",
            "To read " + repository + ", " + SET_TOKEN + ".");
  }

  private static ProblemException noAccess(String repository, boolean withToken) {
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
}
