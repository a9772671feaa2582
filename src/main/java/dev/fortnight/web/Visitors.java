package dev.fortnight.web;

import dev.fortnight.cycle.Refresh;
import dev.fortnight.cycle.Standing;
import dev.fortnight.note.Sha256;
import dev.fortnight.programme.Programme;
import dev.fortnight.web.signin.Session;
import dev.fortnight.web.signin.SignIn;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/** Tells who sends a request, and whether a form comes from a page of ours. */
@Singleton
final class Visitors {

  /** What browsers say of a request that no other site has a part in. */
  private static final Set<String> OUR_OWN = Set.of("same-origin", "none");

  private final Refresh refresh;
  private final SignIn signIn;

  Visitors(Refresh refresh, SignIn signIn) {
    this.refresh = refresh;
    this.signIn = signIn;
  }

  /** Who is signed in to this programme; empty for everybody else. */
  Optional<Session> visitor(HttpHeaders headers) {
    return programme()
        .flatMap(
            id ->
                Optional.ofNullable(headers.getCookies().get(cookieName(id)))
                    .map(Cookie::getValue)
                    .flatMap(token -> signIn.session(id, token)));
  }

  /** Who sent a form; empty if nobody signed in did, or another site had a part in it. */
  Optional<Session> sender(HttpHeaders headers, String formToken) {
    String site = headers.getHeaderString("Sec-Fetch-Site");
    return visitor(headers)
        .filter(session -> session.sent(formToken))
        .filter(session -> site == null || OUR_OWN.contains(site));
  }

  /** The cookie that signs a browser in; one that is gone when the browser is. */
  Optional<NewCookie> enter(String linkToken) {
    return programme()
        .flatMap(
            id -> signIn.redeem(id, linkToken).map(session -> cookie(id, session.token(), -1)));
  }

  /** Ends a session; the cookie that it leaves behind is empty and gone at once. */
  NewCookie leave(Session session) {
    String id = programme().orElseThrow();
    signIn.end(id, session);
    return cookie(id, "", 0);
  }

  boolean isFresh(Session session) {
    return session.isFresh(signIn.now());
  }

  private Optional<String> programme() {
    return refresh.look().standing().map(Standing::programme).map(Programme::id);
  }

  /** Cookies of one host are shared by its ports, and each may serve another programme. */
  private static String cookieName(String programmeId) {
    byte[] id = programmeId.getBytes(StandardCharsets.UTF_8);
    return "fortnight-" + Sha256.of(id).substring(0, 8);
  }

  /** Not strict, or a link in a message would arrive signed out. */
  private static NewCookie cookie(String programmeId, String value, int maxAge) {
    return new NewCookie.Builder(cookieName(programmeId))
        .value(value)
        .path("/")
        .maxAge(maxAge)
        .httpOnly(true)
        .sameSite(NewCookie.SameSite.LAX)
        .build();
  }
}
