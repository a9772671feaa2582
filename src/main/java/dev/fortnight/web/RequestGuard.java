package dev.fortnight.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Set;

/**
 * Stands before everything: refuses requests that a foreign page sends here by a name of its own
 * (DNS rebinding), and tells browsers what no answer may be used for.
 */
@Singleton
final class RequestGuard {

  private static final Set<String> OURS = Set.of("127.0.0.1", "localhost", "[::1]", "::1");

  private static final String OWN_PAGES =
      "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self';"
          + " form-action 'self'; base-uri 'none';"
          + " frame-ancestors 'none'";

  /**
   * The site's pages bring the rest in themselves. What they are made of was written by many, so
   * they are kept in an origin of their own, from which no script reaches the review.
   */
  private static final String SITE =
      "frame-ancestors 'none'; sandbox allow-scripts allow-forms allow-popups allow-downloads"
          + " allow-top-navigation-by-user-activation";

  private static final String NOT_FRAMED = "frame-ancestors 'none'";

  /** A drawing that is opened by itself is a page too, and needs nothing but its own styles. */
  private static final String DRAWING =
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox; " + NOT_FRAMED;

  private static final int FIRST = 1000;

  void register(@Observes Filters filters) {
    filters.register(RequestGuard::guard, FIRST);
  }

  private static void guard(RoutingContext context) {
    HttpServerRequest request = context.request();
    HttpServerResponse response = context.response();
    boolean isSite =
        context.normalizedPath().startsWith("/site/")
            || context.normalizedPath().startsWith(EditionPreviewResource.ROOT);
    response.putHeader(
        "Content-Security-Policy", isSite ? site(context.normalizedPath()) : OWN_PAGES);
    if (isSite) {
      // the site's own scripts read its files from that origin
      response.putHeader("Access-Control-Allow-Origin", "*");
    }
    response.putHeader("X-Content-Type-Options", "nosniff");
    response.putHeader("Referrer-Policy", "no-referrer");
    response.putHeader("Cache-Control", "no-store");
    if (isOurs(request.authority())) {
      context.next();
      return;
    }
    response
        .setStatusCode(403)
        .putHeader("Content-Type", "text/plain; charset=utf-8")
        .end("This server answers on this machine only, as 127.0.0.1 or localhost.\n");
  }

  private static String site(String path) {
    return path.endsWith(".svg") ? DRAWING : SITE;
  }

  private static boolean isOurs(HostAndPort host) {
    return host != null && OURS.contains(host.host().toLowerCase(Locale.ROOT));
  }
}
