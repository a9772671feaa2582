package dev.fortnight.web;

import dev.fortnight.cycle.Cycle;
import dev.fortnight.cycle.Refresh;
import dev.fortnight.web.signin.Session;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/** Lets those in who are signed in, to the programme as it stands. */
@Singleton
final class ReviewDoor {

  private final Refresh refresh;
  private final Visit visit;
  private final Object turn = new Object();

  ReviewDoor(Refresh refresh, Visit visit) {
    this.refresh = refresh;
    this.visit = visit;
  }

  /** A page that decides nothing. It is made while others decide, so that they need not wait. */
  Response show(BiFunction<Cycle, Session, Response> page) {
    refresh.look();
    return visit
        .session()
        .map(session -> page.apply(refresh.cycle(), session))
        .orElseGet(SignInResource::refuse);
  }

  /**
   * The same for a page that takes a while to make when it is the first of its kind. Such are made
   * one after the other, each of the programme as it stands when its turn has come: so nobody makes
   * what has become outdated while they waited.
   *
   * @param isQuick whether there is no need to wait
   */
  Response showInTurn(Predicate<Cycle> isQuick, BiFunction<Cycle, Session, Response> page) {
    if (refresh.known().filter(isQuick).isPresent()) {
      return show(page);
    }
    synchronized (turn) {
      return show(page);
    }
  }

  /** The same for what a form asks for. */
  Response show(HttpHeaders headers, String form, BiFunction<Cycle, Session, Response> page) {
    return Visitors.sender(visit.session(), headers, form)
        .map(session -> page.apply(refresh.cycle(), session))
        .orElseGet(SignInResource::refuse);
  }

  /** What a form decides, one after the other. */
  Response decide(HttpHeaders headers, String form, BiFunction<Cycle, Session, Response> action) {
    return Visitors.sender(visit.session(), headers, form)
        .map(session -> refresh.with(cycle -> action.apply(cycle, session)))
        .orElseGet(SignInResource::refuse);
  }
}
