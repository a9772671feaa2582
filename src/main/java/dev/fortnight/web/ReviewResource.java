package dev.fortnight.web;

import dev.fortnight.cycle.Cycle;
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
import java.util.function.Function;

/** Where somebody who is signed in decides: item by item, then on the edition. */
@Path("/review")
@Produces("text/html;charset=utf-8")
@Blocking
public final class ReviewResource {

  private final ReviewDoor door;

  ReviewResource(ReviewDoor door) {
    this.door = door;
  }

  /** The templates, which Quarkus compiles against what they are given. */
  @CheckedTemplate
  static final class Templates {

    private Templates() {}

    static native TemplateInstance item(ItemPage page);

    static native TemplateInstance dossier(DossierPage page);

    static native TemplateInstance changed(ChangedPage page);
  }

  /** An item at one content; when the content is not the newest any more, says so. */
  @GET
  @Needs(Role.REVIEWER)
  @Path("items/{hash}")
  public Response item(@PathParam("hash") String hash) {
    return door.show((cycle, session) -> page(cycle, hash, session, ""));
  }

  @POST
  @Needs(Role.REVIEWER)
  @Path("items/{hash}/approve")
  public Response approve(
      @Context HttpHeaders headers,
      @PathParam("hash") String hash,
      @FormParam("form") String form,
      @FormParam("seen") String seen) {
    return door.decide(
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
    return door.decide(
        headers,
        form,
        (cycle, session) -> {
          if (reason == null || reason.isBlank()) {
            return page(cycle, hash, session, Words.say("item.reason.missing"));
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
    return door.decide(
        headers,
        form,
        (cycle, session) -> {
          Review review = cycle.review();
          if (!Seen.of(review).equals(seen)) {
            return changed(cycle);
          }
          Set<String> clean = cycle.clean(review, Visitors.decider(session));
          if (!clean.isEmpty()) {
            cycle.approve(review, clean, Visitors.decider(session));
          }
          return next(cycle);
        });
  }

  /**
   * The item to decide on next; when everything is decided, the edition. A reminder leads here, so
   * that it stays right when items change.
   */
  @GET
  @Needs(Role.REVIEWER)
  @Path("next")
  public Response next() {
    return door.show(
        (cycle, session) ->
            cycle.review().open().isEmpty()
                ? Response.seeOther(URI.create("/review/sign-off")).build()
                : next(cycle));
  }

  /** What a stranger could join up about participants. */
  @GET
  @Needs(Role.REVIEWER)
  @Path("participants")
  public Response participants() {
    return door.show(
        (cycle, session) -> Response.ok(Templates.dossier(DossierPage.of(cycle))).build());
  }

  /** Takes the sign-off of an edition back that is not published yet. */
  @POST
  @Needs(Role.OWNER)
  @Path("undo")
  public Response undo(
      @Context HttpHeaders headers,
      @FormParam("form") String form,
      @FormParam("edition") int edition) {
    return door.decide(
        headers,
        form,
        (cycle, session) -> {
          if (cycle.undoWindow().filter(window -> window.number() == edition).isEmpty()) {
            return changed(cycle);
          }
          cycle.takeBack(edition, session.name());
          return Response.seeOther(URI.create("/")).build();
        });
  }

  private Response onSeen(
      Cycle cycle, String hash, String seen, Function<Review.Entry, Response> action) {
    return entry(cycle, hash)
        .filter(entry -> Seen.of(entry).equals(seen))
        .map(action)
        .orElseGet(() -> changed(cycle));
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
        .orElseGet(() -> changed(cycle));
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

  private static Response changed(Cycle cycle) {
    return Response.status(Response.Status.CONFLICT)
        .entity(Templates.changed(ChangedPage.of(cycle)))
        .build();
  }
}
