package dev.fortnight.web;

import dev.fortnight.cycle.Cycle;
import dev.fortnight.cycle.Refresh;
import dev.fortnight.web.signin.Role;
import dev.fortnight.web.signin.Session;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;

/** Shows the edition that signing now would make, page by page. */
@Path("/")
@Blocking
public final class EditionPreviewResource {

  /** Below it are pages that were written by many, as below {@code /site/}. */
  static final String ROOT = "/preview/";

  private final Refresh refresh;
  private final Visit visit;
  private final EditionPreviews previews;

  EditionPreviewResource(Refresh refresh, Visit visit, EditionPreviews previews) {
    this.refresh = refresh;
    this.visit = visit;
    this.previews = previews;
  }

  /** Makes it and leads to it; while something is in the way, to what that is. */
  @GET
  @Needs(Role.REVIEWER)
  @Path("preview")
  public Response preview() {
    Optional<Session> visitor = visit.session();
    if (visitor.isEmpty()) {
      return SignInResource.refuse();
    }
    // made outside, so that decisions need not wait for it
    Cycle cycle = refresh.cycle();
    boolean isReady = cycle.review().open().isEmpty() && cycle.editionOfSprint().isEmpty();
    String address =
        isReady
            ? ROOT + previews.keep(cycle.draft(visitor.get().name()).site()) + "/"
            : "/review/sign-off";
    return Response.seeOther(URI.create(address)).build();
  }

  /** Its address is what lets somebody in: no cookie goes with what these pages send. */
  @GET
  @ForAnybody
  @Path("preview/{token}{path:(/.*)?}")
  public Response page(@Context HttpServerRequest request, @PathParam("token") String token)
      throws IOException {
    String raw = request.path();
    String root = ROOT + token + "/";
    if (!raw.startsWith(root)) {
      return SiteResource.notFound();
    }
    Optional<SiteFiles> files = previews.of(token).map(TreeSiteFiles::new);
    Optional<SitePath> path = SitePath.of(raw.substring(root.length()));
    return files.isPresent() && path.isPresent()
        ? SiteResource.answer(raw, path.get(), files.get())
        : SiteResource.notFound();
  }
}
