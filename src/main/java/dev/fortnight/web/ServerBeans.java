package dev.fortnight.web;

import dev.fortnight.cycle.Places;
import dev.fortnight.cycle.Refresh;
import dev.fortnight.cycle.ReminderAddresses;
import dev.fortnight.cycle.ReminderWays;
import dev.fortnight.cycle.SlackSecrets;
import dev.fortnight.cycle.TopicRefresh;
import dev.fortnight.privacy.Register;
import dev.fortnight.store.Database;
import dev.fortnight.store.DatabaseAddress;
import dev.fortnight.web.signin.RoleRules;
import dev.fortnight.web.signin.SignIn;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Makes what the server is composed of from the core, which knows nothing of injection. */
final class ServerBeans {

  @Produces
  @Singleton
  Database database(ServerConfig config) {
    return config.embedded()
        ? Database.open(config.data())
        : Database.open(DatabaseAddress.of(config.data(), System.getenv()));
  }

  void close(@Disposes Database database) {
    database.close();
  }

  @Produces
  @Singleton
  Clock clock(ServerConfig config) {
    return config
        .now()
        .map(now -> Clock.fixed(now, ZoneOffset.UTC))
        .orElseGet(() -> Clock.systemUTC());
  }

  /** Sign-ins go by the machine's time, whatever time the programme goes by. */
  @Produces
  @Singleton
  SignIn signIn(Database database) {
    return new SignIn(database, Clock.systemUTC());
  }

  @Produces
  @Singleton
  RoleRules rules(ServerConfig config) {
    return RoleRules.of(
        config.signIn().readers().orElse(List.of()),
        config.signIn().reviewers().orElse(List.of()),
        config.signIn().owners().orElse(List.of()));
  }

  @Produces
  @Singleton
  TopicRefresh topics(
      ServerConfig config,
      Database database,
      Refresh refresh,
      TopicReport report,
      RefreshReport steps) {
    return new TopicRefresh(
        Places.of(config.programme(), config.data(), config.githubToken()),
        database,
        Clock.systemUTC(),
        config.topicsEvery(),
        refresh::now,
        report,
        steps);
  }

  @Produces
  @Singleton
  Refresh refresh(
      ServerConfig config,
      Database database,
      Clock clock,
      RefreshReport report,
      ReminderMail mail) {
    Places usual = Places.of(config.programme(), config.data(), config.githubToken());
    Places places =
        new Places(
            usual.programme(),
            usual.data(),
            config.repository(),
            config.announcements().orElse(usual.announcements()),
            usual.token(),
            slack(config),
            reminders(config, mail));
    Register register =
        config.register().map(file -> Register.read(file, System.getenv())).orElse(Register.EMPTY);
    return new Refresh(places, register, database, clock, Clock.systemUTC(), report);
  }

  /** A demonstration reminds nobody. */
  private static ReminderWays reminders(ServerConfig config, ReminderMail mail) {
    boolean isActive = config.mailFrom().isPresent() && config.announcements().isEmpty();
    return new ReminderWays(
        config.address(),
        ReminderAddresses.of(config.remindTo()),
        isActive ? Optional.of(mail) : Optional.empty());
  }

  /** A demonstration tells nobody. */
  private static SlackSecrets slack(ServerConfig config) {
    return config.announcements().isPresent()
        ? SlackSecrets.NONE
        : new SlackSecrets(config.slackToken(), config.slackWebhook());
  }
}
