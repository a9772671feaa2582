package dev.fortnight.publish;

import dev.fortnight.http.BoundedBody;
import dev.fortnight.problem.ProblemException;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A published site at its public address, read as a stranger reads it: without any token, from that
 * host alone, and past caches.
 */
final class WebSite implements ReadableSite {

  private static final int REDIRECTS = 5;
  private static final Set<Integer> MOVED = Set.of(301, 302, 303, 307, 308);
  private static final Set<Integer> MISSING = Set.of(404, 410);

  /** Shared, because a client of Java 17 cannot be closed. */
  private static final HttpClient CLIENT =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  private final URI root;
  private final Duration patience;

  /** No cache has seen it before. */
  private final String query = "fortnight=" + UUID.randomUUID();

  /**
   * @param root ends with a slash
   * @param patience how long one answer may take, from the connection to its last byte
   */
  WebSite(URI root, Duration patience) {
    this.root = root;
    this.patience = patience;
  }

  /**
   * Whether it is the address of a site, with nothing in it that is not for strangers.
   *
   * @throws ProblemException if not
   */
  static URI checked(URI address) {
    boolean isWeb = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
    if (!isWeb || address.getHost() == null || address.getRawUserInfo() != null) {
      throw new ProblemException(
          "the site's address is not one that a reader could open",
          "Write it as https://owner.github.io/name/, without user or token.");
    }
    String path = Objects.requireNonNullElse(address.getRawPath(), "");
    return address.resolve(path.endsWith("/") ? path : path + "/");
  }

  @Override
  public SiteFile file(String path, int limit) {
    URI address = root.resolve(encoded(path));
    for (int hop = 0; hop <= REDIRECTS; hop++) {
      HttpResponse<byte[]> answer;
      try {
        answer = get(withQuery(address), limit);
      } catch (BoundedBody.TooLong e) {
        return new SiteFile.TooLarge();
      } catch (IOException e) {
        throw new ProblemException(
            root.getHost() + " does not answer",
            "Check the address and the network, then try again.",
            e);
      }
      if (answer.statusCode() == 200) {
        return new SiteFile.Content(answer.body());
      }
      if (MISSING.contains(answer.statusCode())) {
        return new SiteFile.Missing();
      }
      if (!MOVED.contains(answer.statusCode())) {
        throw new ProblemException(
            root.getHost() + " answers with status " + answer.statusCode(),
            "Open the address in a browser to see why.");
      }
      address = target(address, answer);
    }
    throw new ProblemException(
        root.getHost() + " redirects without end", "Check the site's domain and its redirects.");
  }

  private URI target(URI from, HttpResponse<byte[]> answer) {
    try {
      URI target = from.resolve(new URI(answer.headers().firstValue("Location").orElse("")));
      if (isSameSite(from, target)) {
        return target;
      }
    } catch (URISyntaxException | IllegalArgumentException e) {
      // no address at all counts as another host
    }
    throw new ProblemException(
        root.getHost() + " redirects to another host, which is not followed",
        "If the site has a domain of its own, write that as 'site.url' in programme.yml.");
  }

  private boolean isSameSite(URI from, URI target) {
    boolean isSameHost =
        root.getHost().equalsIgnoreCase(target.getHost()) && target.getRawUserInfo() == null;
    boolean isSecured = from.getScheme().equals("http") && "https".equals(target.getScheme());
    boolean isAlike =
        from.getScheme().equals(target.getScheme()) && from.getPort() == target.getPort();
    return isSameHost && (isAlike || isSecured && from.getPort() == -1 && target.getPort() == -1);
  }

  private HttpResponse<byte[]> get(URI address, int limit) throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .timeout(patience)
            .header("Cache-Control", "no-cache")
            .header("User-Agent", "fortnight")
            .build();
    CompletableFuture<HttpResponse<byte[]>> exchange =
        CLIENT.sendAsync(
            request, head -> new BoundedBody(head.statusCode() == 200 ? limit : 65536));
    try {
      return exchange.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      exchange.cancel(true);
      throw new IOException("no answer within " + patience, e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof BoundedBody.TooLong tooLong
          ? tooLong
          : new IOException(e.getCause());
    } catch (InterruptedException e) {
      exchange.cancel(true);
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  private URI withQuery(URI address) {
    String text = address.toString().replaceAll("[?#].*", "");
    return URI.create(text + "?" + query);
  }

  private static String encoded(String path) {
    try {
      return new URI(null, null, "/" + path, null).toASCIIString().substring(1);
    } catch (URISyntaxException e) {
      throw new IllegalStateException("every plain path can be encoded", e);
    }
  }

  @Override
  public Optional<SortedSet<String>> paths() {
    return Optional.empty();
  }

  @Override
  public int connections() {
    return 8;
  }
}
