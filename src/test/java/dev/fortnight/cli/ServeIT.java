package dev.fortnight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fortnight.cycle.SmallProgramme;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The packaged server as a process of its own. */
@Timeout(120)
class ServeIT {

  private static final String SERVING = "Serving on ";

  @TempDir Path temp;

  private final List<Process> started = new ArrayList<>();

  @BeforeEach
  void write() throws IOException {
    SmallProgramme.in(temp.resolve("programme"));
  }

  @AfterEach
  void stop() throws InterruptedException {
    for (Process process : started) {
      process.destroyForcibly().waitFor();
    }
  }

  @Test
  void servesUntilItIsTerminated() throws Exception {
    Process server = serve("0");
    String address = address(server);
    assertThat(get(address + "q/health/ready").statusCode()).isEqualTo(200);
    assertThat(get(address).body()).contains("Sprint", "Somebody has to answer the phone");

    server.toHandle().destroy(); // SIGTERM; what it wrote before can still be read

    assertThat(server.waitFor()).isZero();
    assertThat(server.errorReader().lines()).isEmpty();
  }

  @Test
  void commandWorksBesideTheServer() throws Exception {
    address(serve("0"));

    Process check = start("check");

    assertThat(check.waitFor()).isZero();
    assertThat(check.inputReader().lines()).contains("2 notes are fine.");
  }

  @Test
  void portInUseIsToldInOneLine() throws Exception {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      int port = other.getLocalPort();

      Process server = serve(String.valueOf(port));

      assertThat(server.waitFor()).isEqualTo(3);
      assertThat(server.inputReader().lines()).isEmpty();
      assertThat(server.errorReader().lines())
          .containsExactly(
              "fortnight: port "
                  + port
                  + " is in use. Stop what uses it, or choose another with --port.");
    }
  }

  @Test
  void portThatTwoWantIsServedByOne() throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      port = free.getLocalPort();
    }
    address(serve(String.valueOf(port)));

    assertThat(serve(String.valueOf(port)).waitFor()).isEqualTo(3);
    assertThat(get("http://127.0.0.1:" + port + "/").statusCode()).isEqualTo(200);
  }

  @Test
  void stateThatCannotBeOpenedIsToldWithoutAStackTrace() throws Exception {
    Files.writeString(temp.resolve("data"), "a file where a folder should be");

    Process server = serve("0");

    assertThat(server.waitFor()).isEqualTo(3);
    assertThat(server.errorReader().lines())
        .singleElement()
        .asString()
        .startsWith("fortnight: the data folder " + temp.resolve("data") + " cannot be made");
  }

  @Test
  void portOutOfRangeIsWrongUsage() throws Exception {
    assertThat(serve("65536").waitFor()).isEqualTo(2);
  }

  private Process serve(String port) throws IOException {
    return start("serve", "--port", port);
  }

  private Process start(String command, String... options) throws IOException {
    List<String> line = new ArrayList<>();
    line.add(ProcessHandle.current().info().command().orElseThrow());
    line.addAll(List.of("-jar", System.getProperty("fortnight.jar"), command));
    line.addAll(List.of("--programme", temp.resolve("programme").toString()));
    line.addAll(List.of("--data", temp.resolve("data").toString()));
    line.addAll(List.of(options));
    ProcessBuilder builder = new ProcessBuilder(line);
    builder.environment().put("FORTNIGHT_NOW", "2026-11-13T14:30:00Z");
    builder.environment().put("FORTNIGHT_UNKNOWN", "ignored");
    Process process = builder.start();
    started.add(process);
    return process;
  }

  private static String address(Process server) throws IOException {
    BufferedReader output = server.inputReader();
    String line = output.readLine();
    assertThat(line).startsWith(SERVING);
    return line.substring(SERVING.length());
  }

  private static HttpResponse<String> get(String address) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(address)).build(),
            HttpResponse.BodyHandlers.ofString());
  }
}
