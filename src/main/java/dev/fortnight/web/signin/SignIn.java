package dev.fortnight.web.signin;

import dev.fortnight.problem.ProblemException;
import dev.fortnight.store.Database;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Signs people in: those whom a provider knows, and on a machine that only they can reach whoever
 * can run a command there, with a link that works once.
 */
public final class SignIn {

  private static final Duration LINK_LASTS = Duration.ofMinutes(10);
  private static final Duration SESSION_LASTS = Duration.ofHours(12);
  private static final Duration IDLE = Duration.ofHours(2);

  /** Each page that is looked at would wait for the disk otherwise. */
  private static final Duration NOTED_EVERY = Duration.ofMinutes(1);

  private static final int TOKEN_BYTES = 32;

  /** In UTF-16 units; what the store has room for. */
  private static final int LONGEST_NAME = 100;

  private final JdbiLinkStore links;
  private final JdbiSessionStore sessions;
  private final JdbiRoleStore roles;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  /** What this process saw of each person last; each request asks. */
  private final Map<Known, Optional<Role>> known = new ConcurrentHashMap<>();

  private record Known(String programmeId, String person) {}

  /**
   * @param clock the machine's, whatever time a programme goes by
   */
  public SignIn(Database database, Clock clock) {
    this.links = new JdbiLinkStore(database.jdbi());
    this.sessions = new JdbiSessionStore(database.jdbi());
    this.roles = new JdbiRoleStore(database.jdbi());
    this.clock = clock;
  }

  /**
   * A new token for a link that works once, within ten minutes.
   *
   * @param name what is to be shown with the decisions of whoever uses it
   * @throws ProblemException if it is no name that could be shown
   */
  public String link(String programmeId, String name) {
    check(name);
    String token = token();
    Instant now = clock.instant();
    links.forgetLinks(programmeId, now);
    links.addLink(programmeId, Session.hash(token), name, now.plus(LINK_LASTS));
    return token;
  }

  private static void check(String name) {
    if (name.isBlank()
        || name.length() > LONGEST_NAME
        || name.chars().anyMatch(Character::isISOControl)) {
      throw new ProblemException(
          "the name of who decides is empty, too long or not plain text",
          "Give the name that is to be shown, in at most " + LONGEST_NAME + " characters.");
    }
  }

  /** Uses a link up; empty where it was used before, is too old, or never was one. */
  public Optional<Session> redeem(String programmeId, String linkToken) {
    Instant now = clock.instant();
    return links
        .takeLink(programmeId, Session.hash(linkToken), now)
        .map(name -> begin(programmeId, Person.here(name), now, now));
  }

  /**
   * Signs somebody in whom a provider knows.
   *
   * @param provedAt when they proved to the provider who they are, as far as it says
   */
  public Session enter(String programmeId, Person person, Instant provedAt) {
    check(person.name());
    Instant now = clock.instant();
    return begin(programmeId, person, now, provedAt.isAfter(now) ? now : provedAt);
  }

  private Session begin(String programmeId, Person person, Instant now, Instant provedAt) {
    Session session = new Session(token(), person, provedAt);
    sessions.forget(programmeId, now.minus(SESSION_LASTS), now.minus(IDLE));
    sessions.add(programmeId, session, now);
    return session;
  }

  /** Who holds a token, as long as their session lasts. */
  public Optional<Session> session(String programmeId, String token) {
    Instant now = clock.instant();
    Optional<JdbiSessionStore.Noted> session = noted(programmeId, token, now);
    if (session.filter(one -> !one.seen().isAfter(now.minus(NOTED_EVERY))).isPresent()) {
      sessions.seen(programmeId, token, now);
    }
    return session.map(JdbiSessionStore.Noted::session);
  }

  /** The same for what a browser asks by itself, so that the session ends if nothing else comes. */
  public Optional<Session> unused(String programmeId, String token) {
    return noted(programmeId, token, clock.instant()).map(JdbiSessionStore.Noted::session);
  }

  private Optional<JdbiSessionStore.Noted> noted(String programmeId, String token, Instant now) {
    return sessions.session(programmeId, token, now.minus(SESSION_LASTS), now.minus(IDLE));
  }

  /** Everybody's sessions that have not ended, the newest first. */
  public List<OpenSession> open(String programmeId) {
    Instant now = clock.instant();
    return sessions.open(programmeId, now.minus(SESSION_LASTS), now.minus(IDLE));
  }

  /** Ends one of them, wherever its browser is. */
  public void end(String programmeId, OpenSession session) {
    sessions.endListed(programmeId, session.id());
  }

  /** Ends a session. */
  public void end(String programmeId, Session session) {
    sessions.end(programmeId, session.token());
  }

  /**
   * Remembers somebody's role.
   *
   * @return the role that it replaces, if it is another; of two that notice it, one is told
   */
  public Optional<RoleChange> remember(String programmeId, Person person, Optional<Role> role) {
    Known who = new Known(programmeId, person.id());
    if (role.equals(known.get(who))) {
      return Optional.empty();
    }
    Optional<Role> before = roles.role(programmeId, person.id());
    boolean isOurs = !before.equals(role) && roles.change(programmeId, person.id(), before, role);
    known.put(who, role);
    return isOurs ? Optional.of(new RoleChange(before, role)) : Optional.empty();
  }

  /** Somebody has another role than when it was looked at last; empty stands for none. */
  public record RoleChange(Optional<Role> before, Optional<Role> now) {}

  public Instant now() {
    return clock.instant();
  }

  private String token() {
    byte[] bytes = new byte[TOKEN_BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
