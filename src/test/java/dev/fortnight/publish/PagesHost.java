package dev.fortnight.publish;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.eclipse.jgit.util.FileUtils;

/** Serves a site below {@code /shared/} as a host of static pages does, on a free loopback port. */
public final class PagesHost implements AutoCloseable {

  /** What answers in the place of a file. */
  public interface Answer {

    void to(HttpExchange exchange) throws IOException;
  }

  private static final String BASE = "/shared/";

  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(4);
  private final Map<String, Answer> answers = new ConcurrentHashMap<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private volatile Optional<Path> folder = Optional.empty();

  public PagesHost() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::answer);
    server.setExecutor(threads);
    server.start();
  }

  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + BASE);
  }

  /** Shows what a folder has. */
  public PagesHost show(Path site) {
    folder = Optional.of(site);
    return this;
  }

  /** Builds the site from a branch, as Pages does some time after a push. */
  public void build(Path repository, String branch, Path into) throws IOException {
    FileUtils.delete(into.toFile(), FileUtils.RECURSIVE | FileUtils.SKIP_MISSING);
    PublishedBranch.writeOut(repository, branch, into);
    show(into);
  }

  /** Answers a path in some other way. */
  public PagesHost answer(String path, Answer answer) {
    answers.put(BASE + path, answer);
    return this;
  }

  /** The paths that were asked for, with their queries, and all that the asker said of itself. */
  public List<String> requests() {
    return List.copyOf(requests);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      requests.add(exchange.getRequestURI() + " " + exchange.getRequestHeaders().keySet());
      String path = exchange.getRequestURI().getPath();
      Answer answer = answers.get(path);
      if (answer != null) {
        answer.to(exchange);
        return;
      }
      Optional<Path> file =
          folder
              .filter(site -> path.startsWith(BASE))
              .map(site -> site.resolve(path.substring(BASE.length())))
              .filter(Files::isRegularFile);
      if (file.isEmpty()) {
        exchange.sendResponseHeaders(404, -1);
        return;
      }
      byte[] bytes = Files.readAllBytes(file.get());
      exchange.sendResponseHeaders(200, bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
