package dev.fortnight.web;

import dev.fortnight.cycle.Refresh;
import dev.fortnight.cycle.Standing;
import dev.fortnight.edition.Decider;
import dev.fortnight.note.Sha256;
import dev.fortnight.programme.Programme;
import dev.fortnight.web.signin.Person;
import dev.fortnight.web.signin.Role;
import dev.fortnight.web.signin.Session;
import dev.fortnight.web.signin.SignIn;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Tells who sends a request, what they may do, and whether a form comes from a page of ours. */
@Singleton
final class Visitors {

  /** What browsers say of a request that no other site has a part in. */
  private static final Set<String> OUR_OWN = Set.of("same-origin", "none");

  private final Refresh refresh;
  private final SignIn signIn;
  private final Roles roles;
  private final SignInRecord record;
  private final boolean isSecure;

  Visitors(Refresh refresh, SignIn signIn, Roles roles, SignInRecord record, ServerConfig config) {
    this.refresh = refresh;
    this.signIn = signIn;
    this.roles = roles;
    this.record = record;
    this.isSecure = config.address().filter(url -> "https".equals(url.getScheme())).isPresent();
  }

  /** Who is signed in to this programme and has a role in it; empty for everybody else. */
  Optional<Session> visitor(HttpHeaders headers) {
    return visitor(headers, true);
  }

  /**
   * @param isUse whether the request is a use of the session, which would end without any
   */
  Optional<Session> visitor(HttpHeaders headers, boolean isUse) {
    return programme()
        .flatMap(
            programme ->
                session(headers, programme, isUse)
                    .filter(session -> role(session.person(), programme).isPresent()));
  }

  private Optional<Session> session(HttpHeaders headers, Programme programme, boolean isUse) {
    return Optional.ofNullable(headers.getCookies().get(cookieName(programme.id())))
        .map(Cookie::getValue)
        .flatMap(
            token ->
                isUse
                    ? signIn.session(programme.id(), token)
                    : signIn.unused(programme.id(), token));
  }

  /** What somebody may do, signed in or not. */
  Optional<Role> role(Optional<Session> visitor) {
    return visitor
        .flatMap(session -> programme().flatMap(programme -> role(session.person(), programme)))
        .or(roles::ofNobody);
  }

  /** Keeps in the audit if it is another than before. */
  private Optional<Role> role(Person person, Programme programme) {
    Optional<Role> role = roles.of(person, programme);
    signIn
        .remember(programme.id(), person, role)
        .ifPresent(change -> record.roleChanged(person.name(), change));
    return role;
  }

  /** Who sent a form; empty if nobody signed in did, or another site had a part in it. */
  Optional<Session> sender(HttpHeaders headers, String formToken) {
    return sender(visitor(headers), headers, formToken);
  }

  /** The same where it is known already who is signed in. */
  static Optional<Session> sender(
      Optional<Session> visitor, HttpHeaders headers, String formToken) {
    return visitor.filter(session -> session.sent(formToken)).filter(session -> isOurOwn(headers));
  }

  /** Whether no other site had a part in a request, as far as the browser tells. */
  static boolean isOurOwn(HttpHeaders headers) {
    String site = headers.getHeaderString("Sec-Fetch-Site");
    return site == null || OUR_OWN.contains(site);
  }

  /** Whose decision it is. */
  static Decider decider(Session session) {
    Person person = session.person();
    return new Decider(
        person.id(), person.name(), person.isHere() ? Set.of() : Set.of(person.login()));
  }

  /** The cookie that signs a browser in; one that is gone when the browser is. */
  Optional<NewCookie> enter(HttpHeaders headers, String linkToken) {
    if (roles.ofNobody().isEmpty()) {
      return Optional.empty();
    }
    return programme()
        .flatMap(
            programme ->
                signIn
                    .redeem(programme.id(), linkToken)
                    .map(session -> begin(headers, programme, session)));
  }

  /** The same for somebody whom a provider knows; empty for those who have no role. */
  Optional<NewCookie> enter(HttpHeaders headers, Person person, Instant provedAt) {
    return programme()
        .filter(programme -> role(person, programme).isPresent())
        .map(
            programme -> begin(headers, programme, signIn.enter(programme.id(), person, provedAt)));
  }

  /** Whoever signs in once more leaves no session behind. */
  private NewCookie begin(HttpHeaders headers, Programme programme, Session session) {
    session(headers, programme, true).ifPresent(before -> signIn.end(programme.id(), before));
    record.signedIn(session.person(), role(session.person(), programme));
    return cookie(programme.id(), session.token(), -1);
  }

  /** Ends a session; the cookie that it leaves behind is empty and gone at once. */
  NewCookie leave(Session session) {
    String id = programme().orElseThrow().id();
    signIn.end(id, session);
    return cookie(id, "", 0);
  }

  boolean isFresh(Session session) {
    return session.isFresh(signIn.now());
  }

  Instant now() {
    return signIn.now();
  }

  private Optional<Programme> programme() {
    return refresh.look().standing().map(Standing::programme);
  }

  /**
   * Cookies of one host are shared by its ports, and each may serve another programme. The prefix
   * keeps other hosts of a domain from setting it. Source: RFC 6265bis, 4.1.3.2.
   */
  private String cookieName(String programmeId) {
    byte[] id = programmeId.getBytes(StandardCharsets.UTF_8);
    return (isSecure ? "__Host-" : "") + "fortnight-" + Sha256.of(id).substring(0, 8);
  }

  /** Not strict, or a link in a message would arrive signed out. */
  private NewCookie cookie(String programmeId, String value, int maxAge) {
    return new NewCookie.Builder(cookieName(programmeId))
        .value(value)
        .path("/")
        .maxAge(maxAge)
        .httpOnly(true)
        .secure(isSecure)
        .sameSite(NewCookie.SameSite.LAX)
        .build();
  }
}
