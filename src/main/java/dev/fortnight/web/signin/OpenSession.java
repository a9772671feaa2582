package dev.fortnight.web.signin;

import java.time.Instant;

/**
 * A session that has not ended, as it is listed. What signs its browser in is not known here.
 *
 * @param id what it is called in the list; it signs nobody in
 * @param person see {@link Person#id}
 * @param name whose it is, as they are shown
 * @param begun when they signed in
 * @param seen when it was used last, to the minute
 */
public record OpenSession(String id, String person, String name, Instant begun, Instant seen) {

  /** Whether it is the one that a browser holds. */
  public boolean is(Session session) {
    return id.equals(Session.hash(session.token()));
  }

  /** Whether it is one of somebody's. */
  public boolean isOf(Session session) {
    return person.equals(session.person().id());
  }
}
