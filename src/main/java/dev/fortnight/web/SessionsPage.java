package dev.fortnight.web;

import dev.fortnight.programme.Programme;
import dev.fortnight.web.signin.OpenSession;
import dev.fortnight.web.signin.Session;
import java.util.List;

/**
 * Where people are signed in.
 *
 * @param form see {@link Session#formToken}
 * @param lines the newest first
 */
public record SessionsPage(String programme, String form, List<Line> lines) {

  /**
   * A session.
   *
   * @param id see {@link OpenSession}
   * @param used since when and until when, a sentence
   * @param isHere whether it is of the browser that looks, which signs out otherwise
   * @param which tells its button from the others for who hears it alone
   */
  public record Line(String id, String name, String used, boolean isHere, String which) {}

  static SessionsPage of(Programme programme, Session viewer, List<OpenSession> shown) {
    Dates dates = new Dates(programme);
    return new SessionsPage(
        programme.title(),
        viewer.formToken(),
        shown.stream().map(one -> line(one, viewer, dates)).toList());
  }

  private static Line line(OpenSession session, Session viewer, Dates dates) {
    String begun = dates.moment(session.begun());
    return new Line(
        session.id(),
        session.name(),
        Words.say("sessions.used", begun, dates.moment(session.seen())),
        session.is(viewer),
        Words.say("sessions.which", session.name(), begun));
  }
}
