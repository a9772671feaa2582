package dev.fortnight.topic.github;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fortnight.store.Database;
import dev.fortnight.web.GitHubSignature;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Measures how the packaged server takes webhooks while people work on a backlog, and whether its
 * store holds what GitHub holds afterwards. A program, as no test asserts a time.
 */
public final class WebhookLoad implements AutoCloseable {

  private static final String SECRET = "It's a Secret to Everybody";
  private static final String REPOSITORY = "council/shared";
  private static final int WARM_UP = 10;
  private static final int LASTING = 300;
  private static final int DOOMED = 300;
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final Path jar;
  private final Path folder = Files.createTempDirectory("webhooks");
  private final Random random = new Random(1);
  private final SimulatedGitHub github = new SimulatedGitHub();
  private final SimulatedRepository shared = github.repository(REPOSITORY);
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build(); // as GitHub's hooks
  private final Queue<Integer> doomed = new ArrayDeque<>();
  private final ConcurrentLinkedQueue<Long> micros = new ConcurrentLinkedQueue<>();
  private final AtomicInteger refused = new AtomicInteger();
  private final AtomicInteger unanswered = new AtomicInteger();
  private Process server;
  private URI address;

  private WebhookLoad(Path jar) throws IOException {
    this.jar = jar;
    Files.createDirectories(folder.resolve("research"));
    Files.writeString(
        folder.resolve("research/programme.yml"),
        "title: Shared software\nbacklog: {github: {repositories: [%s], label: research, api: \"%s\"}}\n"
            .formatted(REPOSITORY, github.address()));
    for (int i = 0; i < LASTING; i++) {
      shared.create("Question " + i, "research");
    }
    for (int i = 0; i < DOOMED; i++) {
      doomed.add(shared.create("Question without an answer " + i, "research"));
    }
  }

  /**
   * @param arguments the packaged jar, deliveries a second, how many seconds, and "kill" if the
   *     server is to be killed in the middle
   */
  public static void main(String[] arguments) throws Exception {
    int rate = Integer.parseInt(arguments[1]);
    int count = rate * Integer.parseInt(arguments[2]);
    boolean isKilled = arguments.length > 3;
    try (WebhookLoad load = new WebhookLoad(Path.of(arguments[0]).toAbsolutePath())) {
      load.serve();
      load.send(rate, rate * WARM_UP);
      load.report("in the first " + WARM_UP + " seconds of the server: ");
      load.send(rate, isKilled ? count / 2 : count);
      load.report("then: ");
      if (isKilled) {
        load.server.destroyForcibly().waitFor();
        load.serve();
        load.send(rate, count / 2);
        load.report("after the kill: ");
      }
      if (isKilled) {
        load.sweep();
      }
      System.out.println(load.isTrue() ? "the store equals GitHub" : "THE STORE IS NOT GITHUB'S");
    }
  }

  private void serve() throws IOException {
    server = fortnight("serve", "--port", "0");
    BufferedReader output = server.inputReader();
    String line = output.readLine();
    address = URI.create(line.substring("Serving on ".length()) + "webhooks/github");
  }

  private Process fortnight(String... command) throws IOException {
    List<String> line = new ArrayList<>(List.of("java", "-jar", jar.toString()));
    line.addAll(List.of(command));
    line.addAll(List.of("--programme", folder.toString()));
    line.addAll(List.of("--data", folder.resolve("data").toString()));
    ProcessBuilder builder = new ProcessBuilder(line).redirectError(folder.resolve("log").toFile());
    builder.environment().put("FORTNIGHT_WEBHOOK_SECRET", SECRET);
    builder.environment().put("FORTNIGHT_GITHUB_TOKEN", SyncedProgramme.TOKEN);
    return builder.start();
  }

  /** A webhook, and what happened before GitHub sent it. */
  private record Prepared(HttpRequest webhook, Runnable event) {}

  /** Each at its time, however the ones before are answered; the wait counts from that time. */
  private void send(int rate, int count) throws InterruptedException {
    List<Prepared> prepared = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      prepared.add(prepare());
    }
    micros.clear();
    ExecutorService people = Executors.newSingleThreadExecutor();
    List<CompletableFuture<?>> answers = new ArrayList<>();
    long start = System.nanoTime();
    for (int i = 0; i < count; i++) {
      long due = start + i * 1_000_000_000L / rate;
      long early = due - System.nanoTime();
      if (early > 0) {
        Thread.sleep(early / 1_000_000, (int) (early % 1_000_000));
      }
      people.submit(prepared.get(i).event());
      answers.add(
          client
              .sendAsync(prepared.get(i).webhook(), HttpResponse.BodyHandlers.discarding())
              .handle((answer, failure) -> note(due, answer)));
    }
    answers.forEach(CompletableFuture::join);
    people.shutdown();
    people.awaitTermination(1, TimeUnit.MINUTES);
  }

  private Void note(long due, HttpResponse<Void> answer) {
    if (answer == null) {
      unanswered.incrementAndGet();
    } else if (answer.statusCode() != 202) {
      refused.incrementAndGet();
    } else {
      micros.add((System.nanoTime() - due) / 1_000);
    }
    return null;
  }

  private Prepared prepare() {
    int kind = random.nextInt(20);
    if (kind == 0 && !doomed.isEmpty()) {
      int number = doomed.remove();
      return new Prepared(
          webhook("issues", "deleted", number), () -> during(() -> shared.delete(number)));
    }
    int number = 1 + random.nextInt(LASTING);
    String text = "Text " + random.nextInt();
    return kind < 4
        ? new Prepared(
            webhook("issue_comment", "created", number),
            () -> during(() -> shared.comment(number, "grace", text)))
        : new Prepared(
            webhook("issues", "edited", number),
            () -> during(() -> shared.edit(number, text, text)));
  }

  private void during(Runnable event) {
    synchronized (github) {
      event.run();
    }
  }

  private HttpRequest webhook(String event, String action, int number) {
    ObjectNode payload = JSON.createObjectNode().put("action", action);
    payload.set("issue", shared.json(shared.issues.get(number)).put("body", "Text ".repeat(3000)));
    payload.putObject("repository").put("full_name", REPOSITORY);
    String body = payload.toString();
    return HttpRequest.newBuilder(address)
        .timeout(Duration.ofSeconds(10))
        .header("X-GitHub-Event", event)
        .header("X-GitHub-Delivery", "delivery " + random.nextLong())
        .header("X-Hub-Signature-256", GitHubSignature.of(SECRET, body))
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(body))
        .build();
  }

  private void report(String when) {
    long[] sorted = micros.stream().mapToLong(Long::longValue).sorted().toArray();
    System.out.printf(
        when
            + "%d accepted, %d refused, %d unanswered; ms: median %.1f, 99th percentile %.1f, longest %.1f%n",
        sorted.length,
        refused.get(),
        unanswered.get(),
        sorted[sorted.length / 2] / 1e3,
        sorted[sorted.length * 99 / 100] / 1e3,
        Arrays.stream(sorted).max().orElse(0) / 1e3);
  }

  private void sweep() throws IOException, InterruptedException {
    Process sync = fortnight("sync", "--sweep");
    System.out.print(new String(sync.getInputStream().readAllBytes()));
    sync.waitFor();
  }

  /** Whether the store comes to hold what GitHub holds. */
  private boolean isTrue() throws InterruptedException {
    try (Database database = Database.open(folder.resolve("data"))) {
      SyncedProgramme programme =
          new SyncedProgramme(github, database, Optional.of("research"), REPOSITORY);
      for (long seconds = 0; seconds < PATIENCE.toSeconds(); seconds++) {
        if (programme.stored().equals(programme.held())) {
          System.out.println(seconds + " seconds after the last delivery:");
          return true;
        }
        Thread.sleep(1_000);
      }
      return false;
    }
  }

  @Override
  public void close() throws IOException, InterruptedException {
    server.destroyForcibly().waitFor();
    github.close();
    System.out.print(Files.readString(folder.resolve("log")));
  }
}
