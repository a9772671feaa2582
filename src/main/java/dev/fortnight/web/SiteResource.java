package dev.fortnight.web;

import dev.fortnight.cycle.Refresh;
import dev.fortnight.web.SiteFiles.Found;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Shows the published site as a web server would. */
@Path("/site{path:(/.*)?}")
public final class SiteResource {

  private static final String ROOT = "/site/";
  private static final SitePath MISSING = new SitePath(List.of("404.html"), false);

  private final Refresh refresh;

  SiteResource(Refresh refresh) {
    this.refresh = refresh;
  }

  /** A file of the site, a folder's {@code index.html}, or the site's page for what is missing. */
  @GET
  @ForAnybody
  @Blocking
  public Response file(@Context HttpServerRequest request) throws IOException {
    String raw = request.path();
    if (!raw.startsWith(ROOT)) {
      return raw.equals("/site") ? moved(ROOT) : notFound();
    }
    Optional<SiteFiles> files = refresh.site().map(SiteFiles::of);
    Optional<SitePath> path = SitePath.of(raw.substring(ROOT.length()));
    if (files.isEmpty() || path.isEmpty()) {
      return notFound();
    }
    return answer(raw, path.get(), files.get());
  }

  /** What a web server that has these files would answer. */
  static Response answer(String raw, SitePath path, SiteFiles files) throws IOException {
    Found found = files.at(path);
    if (found instanceof Found.Folder && !path.endsWithSlash()) {
      return moved(raw + "/");
    }
    SitePath file = path.endsWithSlash() ? path.index() : path;
    Found content = path.endsWithSlash() ? files.at(file) : found;
    if (content instanceof Found.File bytes) {
      return Response.ok(bytes.bytes()).type(ContentTypes.of(file.text())).build();
    }
    return files.at(MISSING) instanceof Found.File page
        ? Response.status(404).entity(page.bytes()).type(ContentTypes.of(MISSING.text())).build()
        : notFound();
  }

  private static Response moved(String path) {
    return Response.status(302).location(URI.create(path)).build();
  }

  static Response notFound() {
    return Response.status(404)
        .entity(Words.say("missing.site") + "\n")
        .type("text/plain;charset=utf-8")
        .build();
  }
}
