package dev.fortnight.note;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.GZIPInputStream;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.transport.PacketLineOut;
import org.eclipse.jgit.transport.RefAdvertiser.PacketLineOutRefAdvertiser;
import org.eclipse.jgit.transport.UploadPack;

/** A git host on this machine, over git's HTTP protocol, which knows one user. */
final class GitHostStub implements AutoCloseable {

  private static final String TYPE = "application/x-git-upload-pack-";

  private final HttpServer server;
  private final List<String> passwords = new CopyOnWriteArrayList<>();

  private GitHostStub() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.start();
  }

  GitHostStub(Path repository, String user, String password) throws IOException {
    this();
    String expected = Base64.getEncoder().encodeToString((user + ":" + password).getBytes(UTF_8));
    server.createContext("/", exchange -> serve(exchange, repository, "Basic " + expected));
  }

  static GitHostStub redirectingTo(String address) throws IOException {
    GitHostStub stub = new GitHostStub();
    stub.server.createContext(
        "/",
        exchange -> {
          String rest = exchange.getRequestURI().toString().substring("/notes.git".length());
          exchange.getResponseHeaders().set("Location", address + rest);
          exchange.sendResponseHeaders(302, -1);
          exchange.close();
        });
    return stub;
  }

  /** A host of web pages, which knows nothing of git. */
  static GitHostStub ofPages() throws IOException {
    GitHostStub stub = new GitHostStub();
    stub.server.createContext(
        "/",
        exchange -> {
          byte[] page = "<html>Sign in, please</html>".getBytes(UTF_8);
          exchange.getResponseHeaders().set("Content-Type", "text/html");
          exchange.sendResponseHeaders(200, page.length);
          exchange.getResponseBody().write(page);
          exchange.close();
        });
    return stub;
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/notes.git";
  }

  /** Every {@code Authorization} that was sent. */
  List<String> passwords() {
    return passwords;
  }

  private void serve(HttpExchange exchange, Path repository, String expected) throws IOException {
    String sent = exchange.getRequestHeaders().getFirst("Authorization");
    Optional.ofNullable(sent).ifPresent(passwords::add);
    if (!expected.equals(sent)) {
      exchange.getResponseHeaders().set("WWW-Authenticate", "Basic realm=\"notes\"");
      exchange.sendResponseHeaders(401, -1);
      exchange.close();
      return;
    }
    try (Git git = Git.open(repository.toFile())) {
      UploadPack upload = new UploadPack(git.getRepository());
      upload.setBiDirectionalPipe(false);
      if (exchange.getRequestURI().getPath().endsWith("/info/refs")) {
        advertise(exchange, upload);
      } else {
        upload(exchange, upload);
      }
    }
    exchange.close();
  }

  private static void advertise(HttpExchange exchange, UploadPack upload) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    PacketLineOut lines = new PacketLineOut(body);
    lines.writeString("# service=git-upload-pack\n");
    lines.end();
    upload.sendAdvertisedRefs(new PacketLineOutRefAdvertiser(lines));
    exchange.getResponseHeaders().set("Content-Type", TYPE + "advertisement");
    exchange.sendResponseHeaders(200, body.size());
    body.writeTo(exchange.getResponseBody());
  }

  private static void upload(HttpExchange exchange, UploadPack upload) throws IOException {
    boolean zipped = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
    InputStream wanted = exchange.getRequestBody();
    exchange.getResponseHeaders().set("Content-Type", TYPE + "result");
    exchange.sendResponseHeaders(200, 0);
    upload.upload(
        zipped ? new GZIPInputStream(wanted) : wanted,
        exchange.getResponseBody(),
        OutputStream.nullOutputStream());
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
