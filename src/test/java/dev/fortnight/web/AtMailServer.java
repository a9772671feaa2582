package dev.fortnight.web;

import dev.fortnight.cycle.SmallProgramme;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.util.FileUtils;

/** An illustrative programme whose owner is reminded by a mail server that keeps what it takes. */
public final class AtMailServer implements QuarkusTestResourceLifecycleManager {

  /** Beside the data: a file for each message as it came, headers and text. */
  static final String TAKEN = "mail";

  private Path folder;
  private ServerSocket server;

  /** A server of its own for it. */
  public static final class Profile implements QuarkusTestProfile {

    @Override
    public List<TestResourceEntry> testResources() {
      return List.of(new TestResourceEntry(AtMailServer.class));
    }

    @Override
    public boolean disableGlobalTestResources() {
      return true;
    }
  }

  @Override
  public Map<String, String> start() {
    try {
      folder = Files.createTempDirectory("reminded");
      Files.createDirectory(folder.resolve(TAKEN));
      SmallProgramme programme = SmallProgramme.in(folder.resolve("programme"));
      programme.review("owners: [ada], remind: [P2D]");
      server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
      Thread thread = new Thread(this::serve, "mail");
      thread.setDaemon(true);
      thread.start();
      return Map.of(
          "fortnight.programme", programme.folder().toString(),
          "fortnight.data", folder.resolve("data").toString(),
          "fortnight.now", "2026-11-13T14:30:00Z",
          "fortnight.remind-to", "ada=ada@example.org",
          "fortnight.mail-from", "fortnight@example.org",
          "quarkus.mailer.mock", "false",
          "quarkus.mailer.host", "127.0.0.1",
          "quarkus.mailer.port", String.valueOf(server.getLocalPort()),
          "quarkus.http.test-port", "0");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void serve() {
    while (!server.isClosed()) {
      try (Socket socket = server.accept()) {
        converse(socket);
      } catch (SocketException e) {
        return; // it was stopped
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** As much of RFC 5321 as a client needs that has one message. */
  private void converse(Socket socket) throws IOException {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    PrintWriter out = new PrintWriter(socket.getOutputStream(), true, StandardCharsets.UTF_8);
    out.print("220 mail.example.org\r\n");
    out.flush();
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      if (line.equals("DATA")) {
        answer(out, "354 go on");
        StringBuilder message = new StringBuilder();
        for (line = in.readLine(); !line.equals("."); line = in.readLine()) {
          message.append(line).append('\n');
        }
        Files.writeString(Files.createTempFile(folder.resolve(TAKEN), "message", ".txt"), message);
      }
      answer(out, line.equals("QUIT") ? "221 bye" : "250 ok");
    }
  }

  private static void answer(PrintWriter out, String line) {
    out.print(line + "\r\n");
    out.flush();
  }

  @Override
  public void stop() {
    try {
      server.close();
      FileUtils.delete(folder.toFile(), FileUtils.RECURSIVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
