package dev.fortnight.web;

import dev.fortnight.web.signin.PublicAddress;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/**
 * Stands before everything: refuses requests that a foreign page sends here by a name of its own
 * (DNS rebinding), and tells browsers what no answer may be used for.
 */
@Singleton
final class RequestGuard {

  private static final String OWN_PAGES =
      "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self';"
          + " connect-src 'self'; form-action 'self'; base-uri 'none';"
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

  private static final Set<String> HERE = Set.of("127.0.0.1", "0:0:0:0:0:0:0:1", "::1");

  private static final int FIRST = 1000;

  private final Optional<URI> address;

  RequestGuard(ServerConfig config) {
    this.address = config.address();
  }

  void register(@Observes Filters filters) {
    filters.register(this::guard, FIRST);
  }

  private void guard(RoutingContext context) {
    tell(context);
    HttpServerRequest request = context.request();
    String path = context.normalizedPath();
    // whoever asks whether the server is well knows it by whatever name
    boolean isAnswered =
        path.startsWith("/q/health")
            || isOurs(request.authority()) && (!path.startsWith("/q/") || isFromHere(request));
    if (isAnswered && isForeignSignIn(request, path)) {
      context.response().setStatusCode(303).putHeader("Location", "/sign-in").end();
      return;
    }
    if (isAnswered) {
      context.next();
      return;
    }
    context
        .response()
        .setStatusCode(403)
        .putHeader("Content-Type", "text/plain; charset=utf-8")
        .end(
            address
                .map(url -> "This server answers as " + url + " only.\n")
                .orElse("This server answers on this machine only, as 127.0.0.1 or localhost.\n"));
  }

  private void tell(RoutingContext context) {
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
    if (address.filter(url -> "https".equals(url.getScheme())).isPresent()) {
      response.putHeader("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
    }
    response.putHeader("X-Content-Type-Options", "nosniff");
    response.putHeader("Referrer-Policy", "no-referrer");
    response.putHeader("Cache-Control", "no-store");
    context.addHeadersEndHandler(end -> nameCharacters(response));
  }

  /** Where a template answers with a status of its own, Qute does not name them. */
  private static void nameCharacters(HttpServerResponse response) {
    if ("text/html".equals(response.headers().get("Content-Type"))) {
      response.putHeader("Content-Type", "text/html;charset=utf-8");
    }
  }

  /**
   * Whether another site sends somebody to sign in, who asked for no such thing. On the way back
   * from a provider a browser holds what Quarkus gave it on the way there.
   */
  private static boolean isForeignSignIn(HttpServerRequest request, String path) {
    String site = request.getHeader("Sec-Fetch-Site");
    return Set.of(ProviderResource.PROVIDER, ProviderResource.AGAIN).contains(path)
        && Set.of("cross-site", "same-site").contains(site == null ? "" : site)
        && request.cookies().stream()
            .noneMatch(cookie -> cookie.getName().matches("q_(?:auth|session).*"));
  }

  private static String site(String path) {
    return path.endsWith(".svg") ? DRAWING : SITE;
  }

  /** Figures are for this machine alone, and not for those who come through a proxy on it. */
  private static boolean isFromHere(HttpServerRequest request) {
    return PublicAddress.isLoopback(request.authority().host())
        && HERE.contains(request.remoteAddress().hostAddress());
  }

  private boolean isOurs(HostAndPort host) {
    return host != null
        && (PublicAddress.isLoopback(host.host())
            || address.filter(url -> url.getHost().equalsIgnoreCase(host.host())).isPresent());
  }
}
