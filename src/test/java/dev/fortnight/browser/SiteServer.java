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
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/**
 * Serves a folder under a base path, as GitHub Pages would, on a free port of this machine: with
 * what was compressed once, and with no answer held back.
 */
final class SiteServer implements AutoCloseable {

  static {
    // Else the JDK's server sends a body only when its headers are acknowledged, 40 ms later.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

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
  private final Map<Stored, byte[]> compressed = new ConcurrentHashMap<>();

  /** A file as it was at some time. */
  private record Stored(Path file, FileTime changed, long size) {}

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

  /** Compresses everything before it is asked for, as a host that serves many has done. */
  void prepare() {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
        compressed(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    Path file = path.startsWith(base) ? folder.resolve(path.substring(base.length())) : folder;
    Path wanted = Files.isDirectory(file) && path.endsWith("/") ? file.resolve("index.html") : file;
    boolean isThere = path.startsWith(base) && Files.isRegularFile(wanted);
    Path sent = isThere ? wanted : folder.resolve("404.html");
    String name = sent.getFileName().toString();
    String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.getResponseHeaders().set("Cache-Control", "max-age=600");
    String accepted = exchange.getRequestHeaders().getFirst("Accept-Encoding");
    boolean isCompressed = accepted != null && accepted.contains("gzip") && isText(type);
    if (isCompressed) {
      exchange.getResponseHeaders().set("Content-Encoding", "gzip");
    }
    byte[] bytes = isCompressed ? compressed(sent) : Files.readAllBytes(sent);
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

  private byte[] compressed(Path file) throws IOException {
    Stored stored = new Stored(file, Files.getLastModifiedTime(file), Files.size(file));
    byte[] known = compressed.get(stored);
    if (known != null) {
      return known;
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      Files.copy(file, gzip);
    }
    compressed.put(stored, out.toByteArray());
    return out.toByteArray();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
