package dev.fortnight.web;

import dev.fortnight.problem.Secret;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the server is told when it starts, by {@link LoopbackServer} and the environment. */
@ConfigMapping(prefix = "fortnight")
public interface ServerConfig {

  /** The folder that holds {@code research/programme.yml}. */
  Path programme();

  /** The folder of the state. */
  Path data();

  /** Whether the state is in its folder, whatever the environment says; for demonstrations. */
  @WithDefault("false")
  boolean embedded();

  /** Stops the programme's clock; for demonstrations and tests. */
  Optional<Instant> now();

  /** A repository that takes the site, whatever the programme says; for demonstrations. */
  Optional<Path> repository();

  /** The file that announcements are logged to, if not the usual one. */
  Optional<Path> announcements();

  /** The private register of participants. */
  Optional<Path> register();

  /** What GitHub knows Fortnight by. */
  Optional<Secret> githubToken();

  /** What Slack knows Fortnight by: the token of a bot. */
  Optional<Secret> slackToken();

  /** The address of an incoming webhook of Slack's, for want of a bot. */
  Optional<Secret> slackWebhook();

  /** The e-mail addresses of those who are reminded: {@code login=address}, commas between. */
  Optional<String> remindTo();

  /** What reminders by mail come from; without it none are sent. */
  Optional<String> mailFrom();

  /**
   * How long topics may be behind GitHub while no webhook comes. Shorter costs four requests more
   * for each repository and time, most of them free.
   */
  @WithDefault("PT5M")
  Duration topicsEvery();

  /**
   * What people write to get here, where that is not this machine. Requests that name another host
   * are refused, and cookies go to it by https only.
   */
  Optional<URI> address();

  SignIn signIn();

  /** Where people sign in. */
  interface SignIn {

    /** See {@link dev.fortnight.web.signin.ProviderSettings}; empty where a link signs in. */
    Optional<String> provider();

    /**
     * How many sign-ins from one address may fail within a quarter of an hour. More gives people
     * behind one proxy more room, and those who guess too.
     */
    @WithDefault("10")
    int attempts();

    /** The claim of an ID token that holds the login. */
    @WithDefault("preferred_username")
    String login();

    /** Who sees, see {@link dev.fortnight.web.signin.RoleRules}. */
    Optional<List<String>> readers();

    /** Who approves and holds. */
    Optional<List<String>> reviewers();

    /** Who signs off, where the programme does not name its owners. */
    Optional<List<String>> owners();

    /** What the provider knows Fortnight by. */
    Optional<String> client();

    Optional<Secret> secret();

    /** The directory at Microsoft's Entra ID. */
    Optional<String> tenant();
  }

  /** What GitHub signs its webhooks with. */
  Optional<WebhookSecret> webhookSecret();
}
