package dev.fortnight.web;

import dev.fortnight.cycle.Cycle;
import dev.fortnight.cycle.Refresh;
import dev.fortnight.edition.DecidedReview;
import dev.fortnight.edition.Introduction;
import dev.fortnight.edition.Review;
import dev.fortnight.web.signin.Role;
import dev.fortnight.web.signin.Session;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import org.quartz.SchedulerException;

/** Where an edition is signed off: what has to hold, what subscribers are told, and the button. */
@Path("/review/sign-off")
@Produces("text/html;charset=utf-8")
@Blocking
public final class SignOffResource {

  private final ReviewDoor door;
  private final Refresh refresh;
  private final RefreshSchedule schedule;
  private final Visitors visitors;
  private final Visit visit;

  SignOffResource(
      ReviewDoor door, Refresh refresh, RefreshSchedule schedule, Visitors visitors, Visit visit) {
    this.door = door;
    this.refresh = refresh;
    this.schedule = schedule;
    this.visitors = visitors;
    this.visit = visit;
  }

  /** The templates, which Quarkus compiles against what they are given. */
  @CheckedTemplate
  static final class Templates {

    private Templates() {}

    static native TemplateInstance signOff(SignOffPage page);

    static native TemplateInstance told(ToldPart told);
  }

  @GET
  @Needs(Role.REVIEWER)
  public Response look() {
    return door.showInTurn(
        Cycle::hasProspect,
        (cycle, session) -> page(cycle, session, maySign(), cycle.introduced(), ""));
  }

  /** How an introduction reads, with the whole page around it; keeps nothing. */
  @POST
  @Needs(Role.OWNER)
  @Path("introduction")
  public Response introduce(
      @Context HttpHeaders headers,
      @FormParam("form") String form,
      @FormParam("introduction") String introduction) {
    return door.show(
        headers, form, (cycle, session) -> page(cycle, session, Introduction.of(introduction), ""));
  }

  /** The same without the page, for where scripts run. */
  @POST
  @Needs(Role.OWNER)
  @Path("told")
  public Response told(
      @Context HttpHeaders headers,
      @FormParam("form") String form,
      @FormParam("introduction") String introduction) {
    return door.show(
        headers,
        form,
        (cycle, session) ->
            cycle.review().open().isEmpty() && cycle.editionOfSprint().isEmpty()
                ? Response.ok(
                        Templates.told(
                            ToldPart.of(
                                cycle,
                                cycle.draft(session.name()),
                                cycle.review().decided(),
                                Introduction.of(introduction))))
                    .build()
                : Response.status(Response.Status.CONFLICT).build());
  }

  /** Signs exactly what was seen; when anything has changed since, shows it instead. */
  @POST
  @Needs(Role.OWNER)
  public Response sign(
      @Context HttpHeaders headers,
      @FormParam("form") String form,
      @FormParam("seen") String seen,
      @FormParam("told") String told,
      @FormParam("introduction") String introduction,
      @FormParam("confirm") String confirm)
      throws SchedulerException {
    refresh.look();
    Signing signing = new Signing(seen, told, Introduction.of(introduction), "yes".equals(confirm));
    Response answer = door.decide(headers, form, (cycle, session) -> sign(cycle, session, signing));
    if (answer.getStatus() == Response.Status.SEE_OTHER.getStatusCode()) {
      schedule.request();
    }
    return answer;
  }

  /** What somebody sent to sign with. */
  private record Signing(
      String seen, String told, Optional<String> introduction, boolean isConfirmed) {}

  private Response sign(Cycle cycle, Session session, Signing signing) {
    Review review = cycle.review();
    if (!visitors.isFresh(session) || cycle.editionOfSprint().isPresent()) {
      return conflict(page(cycle, session, signing.introduction(), ""));
    }
    if (!Seen.toSign(review, cycle).equals(signing.seen())) {
      return conflict(page(cycle, session, signing.introduction(), Words.say("signoff.changed")));
    }
    if (!ToldPart.hash(signing.introduction()).equals(signing.told())) {
      return page(cycle, session, signing.introduction(), Words.say("signoff.unseen"));
    }
    if (!signing.isConfirmed()) {
      return page(cycle, session, signing.introduction(), Words.say("signoff.unconfirmed"));
    }
    DecidedReview decided = review.decided().introduced(signing.introduction());
    int missing = cycle.endorse(decided, Visitors.decider(session));
    if (missing > 0) {
      return page(cycle, session, signing.introduction(), Words.count("signoff.missing", missing));
    }
    cycle.signOff(decided, session.name());
    return Response.seeOther(URI.create("/")).build();
  }

  private boolean maySign() {
    return visit.role().filter(role -> role.mayActAs(Role.OWNER)).isPresent();
  }

  private Response page(
      Cycle cycle, Session session, Optional<String> introduction, String message) {
    return page(cycle, session, true, introduction, message);
  }

  private Response page(
      Cycle cycle,
      Session session,
      boolean maySign,
      Optional<String> introduction,
      String message) {
    SignOffPage page =
        SignOffPage.of(cycle, session, maySign, visitors.isFresh(session), introduction, message);
    return Response.ok(Templates.signOff(page)).build();
  }

  private static Response conflict(Response page) {
    return Response.fromResponse(page).status(Response.Status.CONFLICT).build();
  }
}
