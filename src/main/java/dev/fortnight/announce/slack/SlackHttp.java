package dev.fortnight.announce.slack;

import dev.fortnight.http.BoundedBody;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLHandshakeException;

/**
 * Sends one request, once: no redirection is followed and nothing is tried again, so that no
 * request is made twice unseen. What it says of a failure never holds an address or a secret.
 */
final class SlackHttp {

  /** A page of a channel's history: a hundred messages of 40,000 characters of four bytes. */
  private static final int MOST_BYTES = 16_000_000;

  /** For an answer that sets no time, or none that can be read. */
  private static final Duration USUAL_WAIT = Duration.ofMinutes(1);

  private static final Duration LONGEST_WAIT = Duration.ofDays(1);

  private final HttpClient client;
  private final Duration patience;

  /**
   * @param patience how long one answer may take, from the connection to its last byte
   */
  SlackHttp(Duration patience) {
    this.patience = patience;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(patience)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
  }

  /** What came back. */
  sealed interface Exchange {

    /** An answer that says something. */
    record Answered(int status, byte[] body) implements Exchange {}

    /** Slack asks to wait. */
    record Limited(Duration pause) implements Exchange {}

    /** The request cannot have got there. */
    record NotSent(String why) implements Exchange {}

    /** The request may have been done. */
    record Unclear(String why) implements Exchange {}
  }

  Exchange send(HttpRequest request) {
    CompletableFuture<HttpResponse<byte[]>> exchange =
        client.sendAsync(request, head -> new BoundedBody(MOST_BYTES));
    try {
      return answered(exchange.get(patience.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException e) {
      exchange.cancel(true);
      return new Exchange.Unclear("Slack did not answer in time");
    } catch (ExecutionException e) {
      return failed(e.getCause());
    } catch (InterruptedException e) {
      exchange.cancel(true);
      Thread.currentThread().interrupt();
      return new Exchange.Unclear("Fortnight was stopped while it waited for an answer");
    }
  }

  private static Exchange answered(HttpResponse<byte[]> response) {
    int status = response.statusCode();
    if (status == 429) {
      return new Exchange.Limited(pause(response.headers().firstValue("Retry-After")));
    }
    if (status >= 500 || status == 408) {
      return new Exchange.Unclear("Slack answered with status " + status);
    }
    return new Exchange.Answered(status, response.body());
  }

  private static Duration pause(Optional<String> seconds) {
    return seconds
        .filter(text -> text.strip().matches("[0-9]{1,7}"))
        .map(text -> Duration.ofSeconds(Math.max(1, Long.parseLong(text.strip()))))
        .map(wait -> wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait)
        .orElse(USUAL_WAIT);
  }

  private static Exchange failed(Throwable cause) {
    for (Throwable one = cause; one != null; one = one.getCause()) {
      if (one instanceof HttpConnectTimeoutException
          || one instanceof ConnectException
          || one instanceof UnresolvedAddressException
          || one instanceof SSLHandshakeException) {
        return new Exchange.NotSent("Slack cannot be reached");
      }
    }
    return new Exchange.Unclear("the connection to Slack broke off");
  }
}
