package dev.fortnight.topic;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.kohsuke.github.connector.GitHubConnector;
import org.kohsuke.github.connector.GitHubConnectorRequest;
import org.kohsuke.github.connector.GitHubConnectorResponse;

/** Reads from GitHub and gives up on a host that falls silent; github-api's own waits for ever. */
final class GitHubConnection implements GitHubConnector {

  private final HttpClient client;
  private final Duration patience;
  private final Consumer<byte[]> reader;

  /**
   * @param patience how long one answer may take, from the connection to its last byte
   * @param reader is shown each answer too
   */
  GitHubConnection(Duration patience, Consumer<byte[]> reader) {
    this.client = HttpClient.newBuilder().connectTimeout(patience).build();
    this.patience = patience;
    this.reader = reader;
  }

  @Override
  public GitHubConnectorResponse send(GitHubConnectorRequest request) throws IOException {
    CompletableFuture<HttpResponse<byte[]>> exchange =
        client.sendAsync(get(request), HttpResponse.BodyHandlers.ofByteArray());
    try {
      HttpResponse<byte[]> answer = exchange.get(patience.toMillis(), TimeUnit.MILLISECONDS);
      reader.accept(answer.body());
      return new Answer(request, answer);
    } catch (TimeoutException e) {
      exchange.cancel(true);
      throw new HttpTimeoutException("no answer within " + patience);
    } catch (ExecutionException e) {
      throw new IOException(e.getCause());
    } catch (InterruptedException e) {
      exchange.cancel(true);
      Thread.currentThread().interrupt();
      throw new InterruptedIOException();
    }
  }

  /** Nothing here ever writes to GitHub. */
  private static HttpRequest get(GitHubConnectorRequest request) {
    HttpRequest.Builder get = HttpRequest.newBuilder(URI.create(request.url().toString())).GET();
    request
        .allHeaders()
        .forEach((name, values) -> values.forEach(value -> get.header(name, value)));
    return get.build();
  }

  /** An answer that is here in full. */
  private static final class Answer extends GitHubConnectorResponse.ByteArrayResponse {

    private final byte[] body;

    Answer(GitHubConnectorRequest request, HttpResponse<byte[]> answer) {
      super(request, answer.statusCode(), answer.headers().map());
      this.body = answer.body();
    }

    @Override
    protected InputStream rawBodyStream() {
      return new ByteArrayInputStream(body);
    }
  }
}
