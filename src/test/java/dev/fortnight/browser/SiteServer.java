package dev.fortnight.browser;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.fortnight.PublishedSite;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPOutputStream;

/** Serves a folder under a base path, as GitHub Pages would, on a free port of this machine. */
final class SiteServer implements AutoCloseable {

  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("html", "text/html; charset=utf-8"),
          Map.entry("css", "text/css; charset=utf-8"),
          Map.entry("js", "text/javascript; charset=utf-8"),
          Map.entry("svg", "image/svg+xml"),
          Map.entry("json", "application/json"),
          Map.entry("txt", "text/plain; charset=utf-8"),
          Map.entry("xml", "application/atom+xml"),
          Map.entry("vtt", "text/vtt; charset=utf-8"),
          Map.entry("csv", "text/csv; charset=utf-8"),
          Map.entry("png", "image/png"),
          Map.entry("zip", "application/zip"));

  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(4);
  private final Path folder;
  private final String base;

  /**
   * @param base begins and ends with a slash
   */
  SiteServer(Path folder, String base) {
    this.folder = folder;
    this.base = base;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::answer);
    server.setExecutor(threads);
    server.start();
  }

  /** Under the path that the programme says, which its page for missing addresses builds on. */
  static SiteServer of(PublishedSite site) {
    return new SiteServer(site.folder(), site.url().getPath());
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + base);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    Path file = path.startsWith(base) ? folder.resolve(path.substring(base.length())) : folder;
    Path wanted = Files.isDirectory(file) && path.endsWith("/") ? file.resolve("index.html") : file;
    boolean isThere = path.startsWith(base) && Files.isRegularFile(wanted);
    Path sent = isThere ? wanted : folder.resolve("404.html");
    byte[] bytes = Files.readAllBytes(sent);
    String name = sent.getFileName().toString();
    String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.getResponseHeaders().set("Cache-Control", "max-age=600");
    String accepted = exchange.getRequestHeaders().getFirst("Accept-Encoding");
    if (accepted != null && accepted.contains("gzip") && isText(type)) {
      exchange.getResponseHeaders().set("Content-Encoding", "gzip");
      bytes = compressed(bytes);
    }
    boolean isHead = exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(isThere ? 200 : 404, isHead ? -1 : bytes.length);
    if (!isHead) {
      exchange.getResponseBody().write(bytes);
    }
    exchange.close();
  }

  private static boolean isText(String type) {
    return !type.equals("image/png") && !type.equals("application/zip");
  }

  private static byte[] compressed(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
