package dev.fortnight.web;

import dev.fortnight.cycle.Cycle;
import dev.fortnight.cycle.Refresh;
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
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.quartz.SchedulerException;

/** Where somebody who is signed in decides: item by item, then on the edition. */
@Path("/review")
@Produces("text/html;charset=utf-8")
@Blocking
public final class ReviewResource {

  private final Refresh refresh;
  private final RefreshSchedule schedule;
  private final Visitors visitors;

  ReviewResource(Refresh refresh, RefreshSchedule schedule, Visitors visitors) {
    this.refresh = refresh;
    this.schedule = schedule;
    this.visitors = visitors;
  }

  /** The templates, which Quarkus compiles against what they are given. */
  @CheckedTemplate
  static final class Templates {

    private Templates() {}

    static native TemplateInstance item(ItemPage page);

    static native TemplateInstance signOff(SignOffPage page);

    static native TemplateInstance dossier(DossierPage page);

    static native TemplateInstance changed();
  }

  /** An item at one content; when the content is not the newest any more, says so. */
  @GET
  @Needs(Role.REVIEWER)
  @Path("items/{hash}")
  public Response item(@Context HttpHeaders headers, @PathParam("hash") String hash) {
    return show(headers, (cycle, session) -> page(cycle, hash, session, ""));
  }

  @POST
  @Needs(Role.REVIEWER)
  @Path("items/{hash}/approve")
  public Response approve(
      @Context HttpHeaders headers,
      @PathParam("hash") String hash,
      @FormParam("form") String form,
      @FormParam("seen") String seen) {
    return decide(
        headers,
        form,
        (cycle, session) ->
            onSeen(
                cycle,
                hash,
                seen,
                entry -> {
                  cycle.approve(cycle.review(), Set.of(entry.key()), Visitors.decider(session));
                  return next(cycle);
                }));
  }

  @POST
  @Needs(Role.REVIEWER)
  @Path("items/{hash}/hold")
  public Response hold(
      @Context HttpHeaders headers,
      @PathParam("hash") String hash,
      @FormParam("form") String form,
      @FormParam("seen") String seen,
      @FormParam("reason") String reason) {
    return decide(
        headers,
        form,
        (cycle, session) -> {
          if (reason == null || reason.isBlank()) {
            return page(cycle, hash, session, "Say why it is held. The reason is kept.");
          }
          return onSeen(
              cycle,
              hash,
              seen,
              entry -> {
                cycle.hold(cycle.review(), entry.key(), session.name(), reason.strip());
                return next(cycle);
              });
        });
  }

  /** Approves what is open and of which the checks have nothing to say. */
  @POST
  @Needs(Role.REVIEWER)
  @Path("approve-clean")
  public Response approveClean(
      @Context HttpHeaders headers,
      @FormParam("form") String form,
      @FormParam("seen") String seen) {
    return decide(
        headers,
        form,
        (cycle, session) -> {
          Review review = cycle.review();
          if (!Seen.of(review).equals(seen)) {
            return changed();
          }
          Set<String> clean = cycle.clean(review, Visitors.decider(session));
          if (!clean.isEmpty()) {
            cycle.approve(review, clean, Visitors.decider(session));
          }
          return next(cycle);
        });
  }

  /** What a stranger could join up about participants. */
  @GET
  @Needs(Role.REVIEWER)
  @Path("participants")
  public Response participants(@Context HttpHeaders headers) {
    return show(
        headers, (cycle, session) -> Response.ok(Templates.dossier(DossierPage.of(cycle))).build());
  }

  @GET
  @Needs(Role.REVIEWER)
  @Path("sign-off")
  public Response signOff(@Context HttpHeaders headers) {
    return show(headers, (cycle, session) -> signOff(cycle, session, ""));
  }

  /** Signs exactly what was seen; when anything has changed since, shows it instead. */
  @POST
  @Needs(Role.OWNER)
  @Path("sign-off")
  public Response sign(
      @Context HttpHeaders headers,
      @FormParam("form") String form,
      @FormParam("seen") String seen,
      @FormParam("confirm") String confirm)
      throws SchedulerException {
    refresh.look();
    Response answer =
        decide(headers, form, (cycle, session) -> sign(cycle, session, seen, confirm));
    if (answer.getStatus() == Response.Status.SEE_OTHER.getStatusCode()) {
      schedule.request();
    }
    return answer;
  }

  /** Takes the sign-off of an edition back that is not published yet. */
  @POST
  @Needs(Role.OWNER)
  @Path("undo")
  public Response undo(
      @Context HttpHeaders headers,
      @FormParam("form") String form,
      @FormParam("edition") int edition) {
    return decide(
        headers,
        form,
        (cycle, session) -> {
          if (cycle.undoWindow().filter(window -> window.number() == edition).isEmpty()) {
            return changed();
          }
          cycle.takeBack(edition, session.name());
          return Response.seeOther(URI.create("/")).build();
        });
  }

  private Response sign(Cycle cycle, Session session, String seen, String confirm) {
    Review review = cycle.review();
    if (!visitors.isFresh(session) || cycle.editionOfSprint().isPresent()) {
      return conflict(signOff(cycle, session, ""));
    }
    if (!Seen.of(review).equals(seen)) {
      return conflict(
          signOff(
              cycle, session, "Something has changed since you looked, so nothing was signed."));
    }
    if (!"yes".equals(confirm)) {
      return signOff(cycle, session, "Tick the box to sign the edition off.");
    }
    int missing = cycle.endorse(review.decided(), Visitors.decider(session));
    if (missing > 0) {
      return signOff(cycle, session, endorsed(missing));
    }
    cycle.signOff(review.decided(), session.name());
    return Response.seeOther(URI.create("/")).build();
  }

  private static String endorsed(int missing) {
    return "You have signed this. "
        + (missing == 1 ? "One more owner has" : missing + " more owners have")
        + " to sign the same before it is published.";
  }

  /** A page for somebody who is signed in, of the programme as it stands. */
  private Response show(HttpHeaders headers, BiFunction<Cycle, Session, Response> page) {
    refresh.look();
    return visitors
        .visitor(headers)
        .map(session -> page.apply(refresh.cycle(), session))
        .orElseGet(SignInResource::refuse);
  }

  private Response decide(
      HttpHeaders headers, String form, BiFunction<Cycle, Session, Response> action) {
    Optional<Session> sender = visitors.sender(headers, form);
    if (sender.isEmpty()) {
      return SignInResource.refuse();
    }
    return refresh.with(cycle -> action.apply(cycle, sender.get()));
  }

  private Response onSeen(
      Cycle cycle, String hash, String seen, Function<Review.Entry, Response> action) {
    return entry(cycle, hash)
        .filter(entry -> Seen.of(entry).equals(seen))
        .map(action)
        .orElseGet(ReviewResource::changed);
  }

  private static Optional<Review.Entry> entry(Cycle cycle, String hash) {
    return cycle.review().entries().stream()
        .filter(entry -> entry.item().hash().equals(hash))
        .findFirst();
  }

  private static Response page(Cycle cycle, String hash, Session session, String message) {
    return entry(cycle, hash)
        .map(entry -> Response.ok(Templates.item(ItemPage.of(cycle, entry, session, message))))
        .map(Response.ResponseBuilder::build)
        .orElseGet(ReviewResource::changed);
  }

  private Response signOff(Cycle cycle, Session session, String message) {
    boolean isFresh = visitors.isFresh(session);
    return Response.ok(Templates.signOff(SignOffPage.of(cycle, session, isFresh, message))).build();
  }

  /** The next item to decide on, those first that were held before; then the overview. */
  private static Response next(Cycle cycle) {
    String address =
        cycle.review().open().stream()
            .findFirst()
            .map(entry -> "/review/items/" + entry.item().hash())
            .orElse("/");
    return Response.seeOther(URI.create(address)).build();
  }

  private static Response conflict(Response page) {
    return Response.fromResponse(page).status(Response.Status.CONFLICT).build();
  }

  private static Response changed() {
    return Response.status(Response.Status.CONFLICT).entity(Templates.changed()).build();
  }
}
