package dev.fortnight.topic.github;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fortnight.http.BoundedBody;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * Asks GitHub one thing after another and never waits for it to be ready again. The token goes to
 * the API's own address only, wherever a page or a redirection may point.
 */
final class GitHubClient {

  /** A hundred issues of 65,536 characters of four bytes, the longest GitHub takes, are 26 MB. */
  static final int MOST_BYTES = 32 * 1024 * 1024;

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern NEXT = Pattern.compile("<([^>]+)>\\s*;[^,]*\\brel=\"?next\"?");
  private static final int REDIRECTIONS = 3;

  private final HttpClient client;
  private final URI api;
  private final GitHubCredentials credentials;
  private final Duration patience;
  private final Clock clock;
  private Requests requests = Requests.NONE;

  /**
   * @param api where the REST API begins
   * @param patience how long one answer may take, from the connection to its last byte
   */
  GitHubClient(URI api, GitHubCredentials credentials, Duration patience, Clock clock) {
    String address = api.toString();
    this.api = URI.create(address.endsWith("/") ? address.replaceAll("/+$", "") : address);
    this.credentials = credentials;
    this.patience = patience;
    this.clock = clock;
    this.client =
        HttpClient.newBuilder()
            .connectTimeout(patience)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
  }

  Requests requests() {
    return requests;
  }

  URI address(String pathAndQuery) {
    return URI.create(api + pathAndQuery);
  }

  /** Whom GitHub takes Fortnight for, as a hash. */
  String identity() {
    return credentials
        .grant(clock.instant())
        .map(GitHubCredentials.Grant::identity)
        .orElse(DigestUtils.sha256Hex(""));
  }

  /** As {@link #get(URI, Optional)}, following to where a repository has been renamed to. */
  Answer list(URI address, Optional<String> etag) throws LimitReachedException, FailedException {
    Answer answer = get(address, etag);
    for (int i = 0; i < REDIRECTIONS && answer instanceof Answer.Moved moved; i++) {
      answer = get(moved.to(), etag);
    }
    return answer;
  }

  /**
   * Asks once.
   *
   * @param etag of what is here already
   */
  Answer get(URI address, Optional<String> etag) throws LimitReachedException, FailedException {
    if (!isOfApi(address)) {
      throw new FailedException(FailedException.Why.ELSEWHERE);
    }
    HttpResponse<byte[]> response = send(request(address, etag));
    HttpHeaders headers = response.headers();
    requests = requests.answered(response.statusCode(), headers);
    return switch (response.statusCode()) {
      case 200 -> content(address, response);
      case 304 -> new Answer.Unchanged(next(headers));
      case 301, 302, 307, 308 -> new Answer.Moved(location(address, headers));
      case 404, 410, 451 -> new Answer.Absent(response.statusCode());
      case 401 -> throw new FailedException(FailedException.Why.REFUSED);
      case 403, 429 -> {
        String body = new String(response.body(), StandardCharsets.UTF_8);
        RateLimit.check(response.statusCode(), headers, body, clock.instant());
        yield new Answer.Absent(response.statusCode());
      }
      default -> throw new FailedException(response.statusCode());
    };
  }

  private Answer content(URI address, HttpResponse<byte[]> response) throws FailedException {
    HttpHeaders headers = response.headers();
    return new Answer.Content(
        address,
        json(response.body()),
        next(headers),
        headers.firstValue("ETag"),
        RateLimit.date(headers));
  }

  private static JsonNode json(byte[] body) throws FailedException {
    try {
      JsonNode json = JSON.readTree(body);
      if (json != null && json.isContainerNode()) {
        return json;
      }
    } catch (JsonProcessingException e) {
      // not passed on: its message repeats what was sent
      throw new FailedException(FailedException.Why.NO_JSON);
    } catch (IOException e) {
      throw new IllegalStateException("reading from memory cannot fail", e);
    }
    throw new FailedException(FailedException.Why.NO_JSON);
  }

  private HttpRequest request(URI address, Optional<String> etag) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address)
            .GET()
            .header("Accept", "application/vnd.github+json")
            .header("X-GitHub-Api-Version", "2022-11-28")
            .header("User-Agent", "fortnight");
    credentials
        .grant(clock.instant())
        .ifPresent(grant -> request.header("Authorization", "Bearer " + grant.token().reveal()));
    etag.ifPresent(tag -> request.header("If-None-Match", tag));
    return request.build();
  }

  private HttpResponse<byte[]> send(HttpRequest request) throws FailedException {
    requests = requests.sent();
    CompletableFuture<HttpResponse<byte[]>> exchange =
        client.sendAsync(request, head -> new BoundedBody(MOST_BYTES));
    try {
      return exchange.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      exchange.cancel(true);
      throw FailedException.unreachable(new HttpTimeoutException("no answer"));
    } catch (ExecutionException e) {
      if (isTooLarge(e)) {
        throw new FailedException(FailedException.Why.TOO_LARGE);
      }
      throw FailedException.unreachable(e.getCause());
    } catch (InterruptedException e) {
      exchange.cancel(true);
      Thread.currentThread().interrupt();
      throw FailedException.unreachable(new InterruptedIOException());
    }
  }

  private static boolean isTooLarge(Throwable failure) {
    return failure != null
        && (failure instanceof BoundedBody.TooLong || isTooLarge(failure.getCause()));
  }

  private boolean isOfApi(URI address) {
    return api.getScheme().equals(address.getScheme())
        && api.getRawAuthority().equals(address.getRawAuthority());
  }

  private URI location(URI asked, HttpHeaders headers) throws FailedException {
    return headers
        .firstValue("Location")
        .flatMap(GitHubClient::uri)
        .map(asked::resolve)
        .orElseThrow(() -> new FailedException(FailedException.Why.ELSEWHERE));
  }

  private static Optional<URI> next(HttpHeaders headers) {
    Matcher matcher = NEXT.matcher(String.join(", ", headers.allValues("Link")));
    return matcher.find() ? uri(matcher.group(1)) : Optional.empty();
  }

  private static Optional<URI> uri(String text) {
    try {
      return Optional.of(new URI(text));
    } catch (java.net.URISyntaxException e) {
      return Optional.empty();
    }
  }
}
