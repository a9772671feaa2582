package dev.fortnight.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Page;
import dev.fortnight.browser.Axe;
import dev.fortnight.browser.Browser;
import dev.fortnight.cycle.SmallProgramme;
import dev.fortnight.problem.ProblemException;
import dev.fortnight.web.PreviewServer;
import dev.fortnight.web.PreviewState;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** A preview of a small programme, over HTTP and in a browser. */
@Timeout(120)
class PreviewTest {

  private static final String WEEK = "weeknotes/week-1.md";

  @TempDir Path temp;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final HttpClient client = HttpClient.newHttpClient();
  private final AtomicInteger asked = new AtomicInteger();
  private final Clock clock =
      new Clock() {
        @Override
        public ZoneId getZone() {
          return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
          throw new UnsupportedOperationException();
        }

        @Override
        public Instant instant() {
          asked.incrementAndGet();
          return Instant.now();
        }
      };

  private SmallProgramme programme;
  private PreviewServer server;
  private Preview preview;

  @Command
  private static final class Options {
    @Mixin private SourceOptions source;
  }

  @BeforeEach
  void start() throws IOException {
    programme = SmallProgramme.in(temp.resolve("programme"));
    programme.write(WEEK, week("We began."));
    Options options = new Options();
    new CommandLine(options).parseArgs("--programme", temp.resolve("programme").toString());
    PreviewState state = new PreviewState(temp.resolve("out"));
    server = PreviewServer.start(0, state);
    PreviewBuild build = new PreviewBuild(options.source, temp.resolve("out"));
    PreviewReport report = new PreviewReport(new PrintWriter(out), new PrintWriter(err));
    preview = new Preview(build, state, report, clock);
    build();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private void build() {
    preview.build(Optional.empty());
  }

  private static String week(String text) {
    return "---\ntitle: Week 1\n---\n" + text + "\n";
  }

  @Test
  void pagesTellOfBuildsAndFilesDoNot() throws Exception {
    HttpResponse<String> page = get("weeknotes/week-1/");

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("We began.", "/.fortnight/preview.js");
    assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(page.headers().firstValue("X-Robots-Tag")).contains("noindex");
    assertThat(Files.readString(temp.resolve("out/weeknotes/week-1/index.html")))
        .doesNotContain("preview");
  }

  @Test
  void pageIsFoundAtTheAddressThatTheSiteWillHave() throws Exception {
    assertThat(get("shared/weeknotes/week-1/").body()).contains("We began.");
    assertThat(get("weeknotes/week-1").headers().firstValue("Location"))
        .contains("/weeknotes/week-1/");
  }

  @Test
  void onlyThisSiteIsServedAndOnlyToThisMachine() throws Exception {
    for (String path :
        List.of(
            "%2e%2e/programme/research/programme.yml",
            "..%2fprogramme%2fresearch%2fprogramme.yml",
            ".fortnight-site",
            ".fortnight/",
            "assets/",
            "nowhere/")) {
      assertThat(get(path).statusCode()).as(path).isEqualTo(404);
    }
    HttpRequest post =
        HttpRequest.newBuilder(server.address()).POST(HttpRequest.BodyPublishers.noBody()).build();
    assertThat(client.send(post, BodyHandlers.ofString()).statusCode()).isEqualTo(405);
    assertThat(rawStatus("attacker.example")).startsWith("HTTP/1.1 421");
    assertThat(rawStatus("localhost:" + server.address().getPort())).startsWith("HTTP/1.1 200");
  }

  /** A client of the JDK sets no other host. */
  private String rawStatus(String host) throws IOException {
    try (java.net.Socket socket = new java.net.Socket("127.0.0.1", server.address().getPort())) {
      socket
          .getOutputStream()
          .write(("GET / HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n").getBytes());
      return new String(socket.getInputStream().readNBytes(12));
    }
  }

  @Test
  void problemsAreToldOnceAndThatTheyAreGone() throws Exception {
    programme.write("weeknotes/bad.md", "---\ntitle: \"<b>\n---\n");
    build();
    build();
    assertThat(err.toString()).containsOnlyOnce("research/weeknotes/bad.md");
    assertThat(get("").body())
        .contains("<summary>Preview: 1 problem", "research/weeknotes/bad.md:");

    Files.delete(research("weeknotes/bad.md"));
    build();
    assertThat(out.toString()).contains("(1 gone)");
    assertThat(get("").body()).doesNotContain("bad.md");
  }

  @Test
  void brokenProgrammeLeavesTheSiteAsItWas() throws Exception {
    String description = Files.readString(research("programme.yml"));
    programme.write("programme.yml", "title: [\n");
    programme.write(WEEK, week("We went on."));
    build();
    assertThat(get("weeknotes/week-1/").body()).contains("We began.", "Preview: not built");
    assertThat(err.toString()).contains("What was built before is still shown.");

    Files.delete(research("programme.yml"));
    build();
    Files.writeString(research("programme.yml"), description);
    build();
    assertThat(get("weeknotes/week-1/").body())
        .contains("We went on.")
        .doesNotContain("Preview: not built");
  }

  /** Some editors move a file away before they write it, and so does a checkout. */
  @Test
  void programmeThatIsGoneForAMomentLeavesTheSiteAsItWas() throws Exception {
    String description = Files.readString(research("programme.yml"));
    Files.delete(research("programme.yml"));
    build();
    assertThat(get("weeknotes/week-1/").body()).contains("We began.", "Preview: not built");

    Files.writeString(research("programme.yml"), description);
    build();
    assertThat(get("weeknotes/week-1/").body())
        .contains("We began.")
        .doesNotContain("Preview: not built");
  }

  @Test
  void portThatIsTakenIsSaid() {
    int port = server.address().getPort();

    assertThatThrownBy(() -> PreviewServer.start(port, new PreviewState(temp)))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("port " + port);
  }

  @Test
  void openPageIsLoadedAgain() throws Exception {
    try (Browser browser = Browser.start();
        FolderWatch watch = FolderWatch.of(List.of(temp.resolve("programme/research")))) {
      Thread watching = new Thread(() -> watch(watch));
      watching.start();
      Page page = browser.page();
      page.navigate(server.address() + "weeknotes/week-1/");
      programme.write(WEEK, week("We went on."));
      page.waitForSelector("text=We went on.");

      programme.write("weeknotes/bad.md", "---\ntitle: \"<img src=x onerror=alert(1)>\n---\n");
      page.waitForSelector(".fortnight-preview details:not([open])");
      page.click(".fortnight-preview summary");
      assertThat(Axe.violations(page)).isEmpty();
      programme.write(WEEK, week("Then we stopped."));
      page.waitForSelector("text=Then we stopped.");
      page.waitForSelector(".fortnight-preview-body");

      Files.delete(research(WEEK));
      page.waitForSelector("body:not(:has-text('Then we stopped.'))");
      programme.write(WEEK, week("We are back."));
      page.waitForSelector("text=We are back.");
      watch.close();
      watching.join();
    }
  }

  /** Building the same again warms Java up and is nobody's business. */
  @Test
  void rehearsalsTellAndWriteNothing() throws Exception {
    String told = out.toString();
    Map<String, FileTime> times = times();
    try (FolderWatch watch = FolderWatch.of(List.of(temp.resolve("programme/research")))) {
      Thread watching = new Thread(() -> watch(watch));
      watching.start();
      int before = asked.get();
      while (asked.get() < before + 3) { // each build asks for the time once
        Thread.sleep(10);
      }
      watch.close();
      watching.join();
    }

    assertThat(out.toString()).isEqualTo(told);
    assertThat(err.toString()).isEmpty();
    assertThat(times()).isEqualTo(times).isNotEmpty();
  }

  private Map<String, FileTime> times() throws IOException {
    Map<String, FileTime> times = new TreeMap<>();
    try (Stream<Path> files = Files.walk(temp.resolve("out"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        times.put(file.toString(), Files.getLastModifiedTime(file));
      }
    }
    return times;
  }

  private void watch(FolderWatch watch) {
    try {
      preview.run(watch);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Path research(String path) {
    return temp.resolve("programme/research").resolve(path);
  }

  private HttpResponse<String> get(String path) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(URI.create(server.address() + path)).build();
    return client.send(request, BodyHandlers.ofString());
  }

  @Test
  void aSecondPreviewTakesTheNextFreePort() {
    try (PreviewServer first = PreviewServer.start(new PreviewState(temp.resolve("out")));
        PreviewServer second = PreviewServer.start(new PreviewState(temp.resolve("out")))) {
      assertThat(second.address().getPort()).isGreaterThan(first.address().getPort());
      assertThat(second.address().getPort()).isBetween(4001, 4019);
    }
  }
}
