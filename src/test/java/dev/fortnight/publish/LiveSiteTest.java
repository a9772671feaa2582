package dev.fortnight.publish;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fortnight.publish.LiveSite.Answer;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveSiteTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @TempDir Path site;

  private final PagesHost host = new PagesHost();
  private final PagesHost other = new PagesHost();

  @AfterEach
  void close() {
    host.close();
    other.close();
  }

  @Test
  void answersWithTheBytesOfVersionsJsonAndTellsNothingOfItself() throws Exception {
    Files.writeString(site.resolve("versions.json"), "{\"working\": true}");
    host.show(site);

    assertThat(ask(host.address()))
        .isInstanceOfSatisfying(
            Answer.Versions.class,
            versions -> assertThat(new String(versions.bytes(), UTF_8)).contains("working"));
    assertThat(host.requests())
        .singleElement()
        .asString()
        .matches("/shared/versions\\.json\\?fortnight=[0-9a-f-]{36} .*")
        .doesNotContainIgnoringCase("authorization", "cookie");
  }

  @Test
  void eachQuestionGoesPastCaches() throws Exception {
    Files.writeString(site.resolve("versions.json"), "{}");
    host.show(site);
    ask(host.address());
    ask(host.address());

    assertThat(host.requests()).hasSize(2).doesNotHaveDuplicates();
  }

  @Test
  void readsWhatVersionsJsonSaysOfEachTree() {
    Answer.Versions versions =
        new Answer.Versions(
            """
            {"latest": 2, "working": true, "working_tree": "cc",
             "editions": [{"number": 2, "tree": "bb"}, {"number": 1, "tree": "aa"}]}
            """
                .getBytes(UTF_8));

    assertThat(versions.has(1, "aa")).isTrue();
    assertThat(versions.has(2, "aa")).isFalse();
    assertThat(versions.has(3, "aa")).isFalse();
    assertThat(versions.hasWorkingSite("cc")).isTrue();
    assertThat(versions.hasWorkingSite("aa")).isFalse();
    assertThat(new Answer.Versions("<html>".getBytes(UTF_8)).has(1, "aa")).isFalse();
  }

  @Test
  void redirectOnTheSameHostIsFollowed() throws Exception {
    Files.createDirectories(site.resolve("moved"));
    Files.writeString(site.resolve("moved/versions.json"), "{}");
    host.show(site).answer("versions.json", redirectTo("/shared/moved/versions.json"));

    assertThat(ask(host.address())).isInstanceOf(Answer.Versions.class);
  }

  @Test
  void redirectToAnotherHostIsNotFollowed() {
    String elsewhere = other.address().resolve("versions.json").toString();
    host.answer("versions.json", redirectTo(elsewhere));

    assertThat(ask(host.address()))
        .isEqualTo(
            new Answer.Nothing(
                "127.0.0.1 redirects to another host, which is not followed",
                "If the site has a domain of its own, write that as 'site.url' in"
                    + " programme.yml."));
    assertThat(other.requests()).isEmpty();
  }

  @Test
  void redirectsThatNeverEndAreLeft() {
    host.answer("versions.json", redirectTo("versions.json"));

    assertThat(ask(host.address()))
        .isEqualTo(
            new Answer.Nothing(
                "127.0.0.1 redirects without end", "Check the site's domain and its redirects."));
    assertThat(host.requests()).hasSize(6);
  }

  @Test
  void answerOfMoreThanAMegabyteIsNotRead() {
    host.answer(
        "versions.json",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          byte[] block = new byte[1 << 16];
          for (int i = 0; i < 1 << 14; i++) {
            exchange.getResponseBody().write(block);
          }
        });

    assertThat(((Answer.Nothing) ask(host.address())).what())
        .endsWith("is longer than anything Fortnight publishes");
  }

  @Test
  void hostThatSendsHalfAnAnswerIsGivenUpOn() {
    CountDownLatch end = new CountDownLatch(1);
    host.answer(
        "versions.json",
        exchange -> {
          exchange.sendResponseHeaders(200, 100);
          exchange.getResponseBody().write('{');
          exchange.getResponseBody().flush();
          try {
            end.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });

    assertThat(new LiveSite(host.address(), Duration.ofMillis(200)).ask())
        .isEqualTo(
            new Answer.Nothing(
                "127.0.0.1 does not answer", "Check the address and the network, then try again."));
    end.countDown();
  }

  @Test
  void missingFileAndFailingHostAreToldApart() {
    assertThat(((Answer.Nothing) ask(host.address())).what())
        .isEqualTo("there is no versions.json at " + host.address());

    host.answer("versions.json", exchange -> exchange.sendResponseHeaders(503, -1));
    assertThat(((Answer.Nothing) ask(host.address())).what())
        .isEqualTo("127.0.0.1 answers with status 503");
  }

  @Test
  void addressWithATokenIsRefused() {
    URI address = URI.create("http://x:secret@127.0.0.1/shared/");

    assertThat(ask(address).toString())
        .contains("not one that a reader could open")
        .doesNotContain("secret");
  }

  private static Answer ask(URI address) {
    return new LiveSite(address, PATIENCE).ask();
  }

  private static PagesHost.Answer redirectTo(String target) {
    return exchange -> {
      exchange.getResponseHeaders().add("Location", target);
      exchange.sendResponseHeaders(302, -1);
    };
  }
}
