package dev.fortnight.announce.slack;

import dev.fortnight.announce.Announcer.Answer;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/**
 * What Slack's errors mean for a message. Sources: docs.slack.dev, {@code chat.postMessage}, {@code
 * chat.update} and "Sending messages using incoming webhooks".
 */
final class SlackErrors {

  private static final Duration USUAL_WAIT = Duration.ofMinutes(1);

  /** Slack may have done it. */
  private static final Set<String> UNCLEAR =
      Set.of("internal_error", "fatal_error", "service_unavailable", "request_timeout");

  private static final Set<String> LATER =
      Set.of("ratelimited", "rate_limited", "message_limit_exceeded", "update_failed");

  private static final Set<String> GONE = Set.of("message_not_found", "thread_not_found");

  private static final String TOKEN =
      "Set FORTNIGHT_SLACK_TOKEN to the bot token (xoxb-…) of an app that is installed in the"
          + " workspace.";
  private static final String INVITE =
      "Invite the app to the channel, in Slack, with '/invite' and the app's name.";
  private static final String CHANNEL =
      "Check announce.slack.channel in programme.yml; where the channel is private, invite the app"
          + " to it.";
  private static final String SCOPE =
      "Give the app the scopes chat:write and channels:history (groups:history for a private"
          + " channel), and install it again.";
  private static final String ARCHIVED =
      "Take the channel out of the archive, or name another in programme.yml.";
  private static final String REPORT = "Report this: Fortnight should not have sent it.";
  private static final String ADMINISTRATOR =
      "Ask the workspace's administrator to let the app post in the channel.";
  private static final String BY_HAND = "Correct or delete the message in Slack by hand.";
  private static final String WEBHOOK =
      "Set FORTNIGHT_SLACK_WEBHOOK to the address of an incoming webhook that is in use.";

  private static final Map<String, String> REMEDIES =
      Map.ofEntries(
          Map.entry("invalid_auth", TOKEN),
          Map.entry("not_authed", TOKEN),
          Map.entry("token_revoked", TOKEN),
          Map.entry("token_expired", TOKEN),
          Map.entry("account_inactive", TOKEN),
          Map.entry("not_in_channel", INVITE),
          Map.entry("channel_not_found", CHANNEL),
          Map.entry("missing_scope", SCOPE),
          Map.entry("not_allowed_token_type", TOKEN),
          Map.entry("is_archived", ARCHIVED),
          Map.entry("channel_is_archived", ARCHIVED),
          Map.entry("restricted_action", ADMINISTRATOR),
          Map.entry("action_prohibited", ADMINISTRATOR),
          Map.entry("cant_update_message", BY_HAND),
          Map.entry("edit_window_closed", BY_HAND),
          Map.entry("no_service", WEBHOOK),
          Map.entry("no_active_hooks", WEBHOOK),
          Map.entry("invalid_token", WEBHOOK),
          Map.entry("invalid_blocks", REPORT),
          Map.entry("invalid_blocks_format", REPORT),
          Map.entry("invalid_payload", REPORT),
          Map.entry("invalid_arguments", REPORT),
          Map.entry("msg_blocks_too_long", REPORT),
          Map.entry("msg_too_long", REPORT),
          Map.entry("no_text", REPORT));

  private SlackErrors() {}

  /** A code as it may be shown: whatever else a server sends is not repeated. */
  static String shown(String code) {
    return code.matches("[a-z][a-z_]{0,59}") ? code : "an error without a name";
  }

  static Answer answer(String code) {
    String shown = shown(code);
    String why = "Slack says " + shown;
    if (UNCLEAR.contains(shown)) {
      return new Answer.Unknown(why);
    }
    if (LATER.contains(shown)) {
      return new Answer.Later(USUAL_WAIT, why);
    }
    if (GONE.contains(shown)) {
      return new Answer.Gone();
    }
    return new Answer.Refused(
        why, REMEDIES.getOrDefault(shown, "See docs.slack.dev for what " + shown + " means."));
  }
}
