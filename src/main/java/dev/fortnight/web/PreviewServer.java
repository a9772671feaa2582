package dev.fortnight.web;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.fortnight.problem.ProblemException;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import sun.misc.Signal;

/**
 * Serves a built folder on this machine only, and adds to each page, on its way out, what tells of
 * problems and loads it again. The folder's files stay as a build makes them.
 */
public final class PreviewServer implements AutoCloseable {

  static {
    // else the JDK's server sends a body only when its headers are acknowledged, 40 ms later
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private static final String OWN = "/.fortnight/";
  private static final String EVENTS = OWN + "events";
  private static final Set<String> METHODS = Set.of("GET", "HEAD");
  private static final int USUAL_PORT = 4000;
  private static final int LAST_TRIED = 4019;
  private static final int OK = 200;
  private static final int FOUND = 302;
  private static final int NOT_FOUND = 404;
  private static final int NOT_ALLOWED = 405;
  private static final int MISDIRECTED = 421;
  private static final int NO_BODY = -1;

  private final HttpServer server;
  private final ExecutorService threads;
  private final PreviewPages pages;
  private final PreviewState state;

  private PreviewServer(
      HttpServer server, ExecutorService threads, PreviewPages pages, PreviewState state) {
    this.server = server;
    this.threads = threads;
    this.pages = pages;
    this.state = state;
  }

  /**
   * Starts on the usual port or, where others have it, such as other previews, on the next that is
   * free.
   *
   * @throws ProblemException if many are in use
   */
  public static PreviewServer start(PreviewState state) {
    for (int port = USUAL_PORT; port < LAST_TRIED; port++) {
      Optional<HttpServer> server = bound(port);
      if (server.isPresent()) {
        return start(server.get(), state);
      }
    }
    return start(LAST_TRIED, state);
  }

  /**
   * @param port 0 takes one that is free
   * @throws ProblemException if the port is in use
   */
  public static PreviewServer start(int port, PreviewState state) {
    HttpServer server =
        bound(port)
            .orElseThrow(
                () ->
                    new ProblemException(
                        "port "
                            + port
                            + " is in use or not yours to use, perhaps by another preview",
                        "Stop what uses it, or choose another with --port; --port 0 takes a free"
                            + " one."));
    return start(server, state);
  }

  /** Empty where the port is taken. */
  private static Optional<HttpServer> bound(int port) {
    try {
      InetAddress here = InetAddress.getByName(LoopbackServer.HOST);
      return Optional.of(HttpServer.create(new InetSocketAddress(here, port), 0));
    } catch (BindException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new ProblemException("no server can be started here", "Try another --port.", e);
    }
  }

  private static PreviewServer start(HttpServer server, PreviewState state) {
    ExecutorService threads =
        Executors.newCachedThreadPool(
            task -> {
              Thread thread = new Thread(task, "preview");
              thread.setDaemon(true);
              return thread;
            });
    PreviewServer preview = new PreviewServer(server, threads, new PreviewPages(state), state);
    server.setExecutor(threads);
    server.createContext("/", preview::answer);
    server.start();
    return preview;
  }

  /**
   * Makes Ctrl-C and SIGTERM a success. A build in the middle may stop anywhere: the next one puts
   * its folder right.
   */
  public void closeOnSignals() {
    for (String name : List.of("TERM", "INT")) {
      Signal.handle(
          new Signal(name),
          signal -> {
            close();
            System.exit(0);
          });
    }
  }

  public URI address() {
    return URI.create("http://" + LoopbackServer.HOST + ":" + server.getAddress().getPort() + "/");
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      Headers headers = exchange.getResponseHeaders();
      headers.set("Cache-Control", "no-store");
      headers.set("X-Robots-Tag", "noindex");
      headers.set("X-Content-Type-Options", "nosniff");
      headers.set("Cross-Origin-Resource-Policy", "same-origin");
      if (!isOurs(exchange.getRequestHeaders().getFirst("Host"))) {
        send(exchange, MISDIRECTED, "text/plain", "This is a preview for this machine only.\n");
      } else if (!METHODS.contains(exchange.getRequestMethod())) {
        headers.set("Allow", "GET, HEAD");
        send(exchange, NOT_ALLOWED, "text/plain", "A preview can only be read.\n");
      } else {
        answer(exchange, exchange.getRequestURI().getRawPath());
      }
    }
  }

  /** Another site's name that was pointed at this machine must not read what nobody reviewed. */
  private boolean isOurs(String host) {
    int port = server.getAddress().getPort();
    return (LoopbackServer.HOST + ":" + port).equals(host) || ("localhost:" + port).equals(host);
  }

  private void answer(HttpExchange exchange, String path) throws IOException {
    if (path.equals(EVENTS)) {
      events(exchange);
      return;
    }
    Optional<PreviewPages.Answer> own =
        path.startsWith(OWN) ? PreviewPages.own(path.substring(OWN.length())) : Optional.empty();
    if (own.isPresent()) {
      send(exchange, OK, own.get());
      return;
    }
    PreviewPages.Answer answer = pages.at(path);
    if (answer.isMoved()) {
      exchange.getResponseHeaders().set("Location", answer.type());
      exchange.sendResponseHeaders(FOUND, NO_BODY);
    } else {
      send(exchange, answer.isMissing() ? NOT_FOUND : OK, answer);
    }
  }

  /** Tells a page of builds until it goes away. */
  private void events(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
    exchange.sendResponseHeaders(OK, 0);
    try {
      int told = -1;
      while (!state.isClosed()) {
        int now = state.number();
        // a comment where nothing is new shows whether anybody still listens
        String line = now == told ? ":\n\n" : "data: " + now + "\n\n";
        told = now;
        exchange.getResponseBody().write(line.getBytes(StandardCharsets.US_ASCII));
        exchange.getResponseBody().flush();
        state.awaitOther(now);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void send(HttpExchange exchange, int status, String type, String text)
      throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    send(exchange, status, PreviewPages.Answer.of(type, bytes));
  }

  private static void send(HttpExchange exchange, int status, PreviewPages.Answer answer)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Type", answer.type());
    boolean isBare = exchange.getRequestMethod().equals("HEAD") || answer.bytes().length == 0;
    exchange.sendResponseHeaders(status, isBare ? NO_BODY : answer.bytes().length);
    if (!isBare) {
      exchange.getResponseBody().write(answer.bytes());
    }
  }

  @Override
  public void close() {
    state.close();
    server.stop(0);
    threads.shutdownNow();
  }
}
