package dev.fortnight.web;

import dev.fortnight.cycle.Refresh;
import dev.fortnight.cycle.Standing;
import dev.fortnight.edition.AccessAudit;
import dev.fortnight.store.Database;
import dev.fortnight.web.signin.Attempts;
import dev.fortnight.web.signin.OpenSession;
import dev.fortnight.web.signin.Person;
import dev.fortnight.web.signin.Role;
import dev.fortnight.web.signin.SignIn;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Keeps in the audit who was let in, who was not and whose role changed; stops who tries too often.
 */
@Singleton
final class SignInRecord {

  private final Refresh refresh;
  private final Database database;
  private final Attempts attempts;
  private final Attempts refusals;
  private final Clock clock;

  /**
   * @param clock the programme's
   */
  SignInRecord(ServerConfig config, Refresh refresh, Database database, Clock clock) {
    this.attempts = new Attempts(Clock.systemUTC(), config.signIn().attempts());
    this.refusals = new Attempts(Clock.systemUTC(), Integer.MAX_VALUE);
    this.refresh = refresh;
    this.database = database;
    this.clock = clock;
  }

  boolean mayTry(HttpServerRequest request) {
    return attempts.mayTry(request.remoteAddress().hostAddress());
  }

  /**
   * @param why what was wrong; never what somebody sent as a secret
   */
  void failed(HttpServerRequest request, String why) {
    if (attempts.failed(request.remoteAddress().hostAddress())) {
      append((audit, sprint) -> audit.signInFailed(sprint, why, clock.instant()));
    }
  }

  void signedIn(Person person, Optional<Role> role) {
    String what = person.name() + ", " + word(role);
    append((audit, sprint) -> audit.signedIn(sprint, what, clock.instant()));
  }

  /** Of what people ask for that they may not do, as much is kept as of failed sign-ins. */
  void refused(Person person, Optional<Role> role, Role needed) {
    if (refusals.failed(person.id())) {
      String what = person.name() + ", " + word(role) + ", asked for what needs " + word(needed);
      append((audit, sprint) -> audit.refused(sprint, what, clock.instant()));
    }
  }

  void roleChanged(String name, SignIn.RoleChange change) {
    String what = name + ": " + word(change.before()) + ", now " + word(change.now());
    append((audit, sprint) -> audit.roleChanged(sprint, what, clock.instant()));
  }

  void ended(Person by, OpenSession session) {
    String what = by.name() + " ended one of " + session.name();
    append((audit, sprint) -> audit.sessionEnded(sprint, what, clock.instant()));
  }

  private static String word(Optional<Role> role) {
    return role.map(SignInRecord::word).orElse("no role");
  }

  private static String word(Role role) {
    return role.name().toLowerCase(Locale.ROOT);
  }

  private void append(BiConsumer<AccessAudit, Integer> entry) {
    Optional<Standing> standing = refresh.state().standing();
    standing.ifPresent(
        now ->
            entry.accept(
                new AccessAudit(database, now.programme().id()), now.review().sprint().number()));
  }
}
