package dev.fortnight.cycle;

import dev.fortnight.announce.Announcer;
import dev.fortnight.announce.slack.SlackAnnouncer;
import dev.fortnight.announce.slack.WebhookAnnouncer;
import dev.fortnight.problem.ProblemException;
import dev.fortnight.problem.Secret;
import dev.fortnight.programme.Programme;
import java.util.Map;
import java.util.Optional;

/**
 * What Slack knows Fortnight by; it comes from the environment only.
 *
 * @param token of a bot, from {@code FORTNIGHT_SLACK_TOKEN}
 * @param webhook the address of an incoming webhook, from {@code FORTNIGHT_SLACK_WEBHOOK}; of no
 *     use beside a token
 */
public record SlackSecrets(Optional<Secret> token, Optional<Secret> webhook) {

  public static final SlackSecrets NONE = new SlackSecrets(Optional.empty(), Optional.empty());

  /**
   * @throws ProblemException if one of them cannot be right; the message does not repeat it
   */
  public static SlackSecrets from(Map<String, String> environment) {
    return new SlackSecrets(
        secret(environment, "FORTNIGHT_SLACK_TOKEN"),
        secret(environment, "FORTNIGHT_SLACK_WEBHOOK"));
  }

  private static Optional<Secret> secret(Map<String, String> environment, String name) {
    return Optional.ofNullable(environment.get(name))
        .filter(value -> !value.isBlank())
        .map(value -> secret(name, value));
  }

  private static Secret secret(String name, String value) {
    try {
      return new Secret(value);
    } catch (ProblemException e) {
      throw new ProblemException(name + ": " + e.getMessage(), e.remedy(), e);
    }
  }

  Optional<Announcer> announcer(Programme.Slack slack) {
    return token
        .<Announcer>map(secret -> new SlackAnnouncer(slack, secret))
        .or(() -> webhook.map(address -> new WebhookAnnouncer(slack.channel(), address)));
  }
}
