package dev.fortnight.web;

import dev.fortnight.edition.Editions;
import dev.fortnight.programme.ProgrammeReader;
import dev.fortnight.store.Database;
import dev.fortnight.web.signin.SignIn;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Measures how the packaged server answers twenty reviewers at once while it builds the site again
 * and again, and whether each decision that it answered is kept. A program, as no test asserts a
 * time.
 */
public final class ReviewLoad implements AutoCloseable {

  private static final int REVIEWERS = 20;
  private static final int WARM_UP = 10;
  private static final int BUILD_MILLIS = 3_000;
  private static final String SERVING = "Serving on ";
  private static final String SECRET = "It's a Secret to Everybody";
  private static final Pattern ITEM =
      Pattern.compile("href=\"/review/items/([0-9a-f]+)\" data-item>Reason");

  private final Path jar;
  private final String[] options;
  private final LargeProgramme programme = LargeProgramme.in(Files.createTempDirectory("review"));
  private final Random random = new Random(1);
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();
  private final AtomicInteger decided = new AtomicInteger();
  private final AtomicInteger told = new AtomicInteger();
  private final AtomicInteger streams = new AtomicInteger();
  private final List<LoadedReviewer> reviewers = new ArrayList<>();
  private Duration spent = Duration.ZERO;
  private long together;
  private Process server;
  private URI address;

  /**
   * @param micros since the request was due
   * @param status of HTTP; 0 where there was no answer
   */
  private record Answer(String kind, long micros, int status) {

    /** What somebody else did meanwhile is told by a conflict, which is no error. */
    boolean isError() {
      return status != 200 && status != 303 && status != 409;
    }
  }

  private ReviewLoad(Path jar, String... options) throws IOException {
    this.jar = jar;
    this.options = options;
  }

  /**
   * @param arguments the packaged jar, requests a second, how many seconds, and options for the
   *     server's Java
   */
  public static void main(String[] arguments) throws Exception {
    int rate = Integer.parseInt(arguments[1]);
    int count = rate * Integer.parseInt(arguments[2]);
    String[] options = Arrays.copyOfRange(arguments, 3, arguments.length);
    try (ReviewLoad load = new ReviewLoad(Path.of(arguments[0]).toAbsolutePath(), options)) {
      load.serve();
      load.signIn();
      load.streams();
      load.send(rate, rate * WARM_UP, load.programme::touch, LoadedReviewer::next);
      load.report("in the first " + WARM_UP + " seconds");
      load.send(rate, count / 2, load.programme::touch, LoadedReviewer::next);
      load.report("while it is decided, and a published item changes again and again");
      load.approveClean();
      load.send(
          rate, count / 2, load.programme::touchInternally, LoadedReviewer::nextBeforeSigning);
      load.report("while everything is decided, and somebody reconsiders after each build");
      load.verify();
    }
  }

  private void serve() throws IOException {
    List<String> line = new ArrayList<>(List.of("java"));
    line.addAll(List.of(options));
    line.addAll(List.of("-jar", jar.toString(), "serve", "--port", "0"));
    line.addAll(List.of("--programme", programme.programme().toString()));
    line.addAll(List.of("--data", programme.data().toString()));
    ProcessBuilder builder =
        new ProcessBuilder(line).redirectError(programme.folder().resolve("log").toFile());
    builder.environment().put("FORTNIGHT_WEBHOOK_SECRET", SECRET);
    builder.environment().put("FORTNIGHT_NOW", LargeProgramme.NOW);
    server = builder.start();
    BufferedReader output = server.inputReader();
    address =
        output
            .lines()
            .filter(said -> said.startsWith(SERVING))
            .findFirst()
            .map(said -> URI.create(said.substring(SERVING.length())))
            .orElseThrow();
  }

  private void signIn() throws IOException, InterruptedException {
    while (!overview("").contains("What changed</h2>")) {
      Thread.sleep(500);
    }
    String id = ProgrammeReader.read(programme.programme()).programme().id();
    List<String> cookies = new ArrayList<>();
    try (Database database = Database.open(programme.data())) {
      SignIn signIn = new SignIn(database, Clock.systemUTC());
      for (int i = 0; i < REVIEWERS; i++) {
        HttpRequest redeem =
            HttpRequest.newBuilder(address.resolve("/sign-in"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(
                    HttpRequest.BodyPublishers.ofString(
                        "token=" + signIn.link(id, "Reviewer " + i)))
                .build();
        HttpResponse<String> answer = client.send(redeem, HttpResponse.BodyHandlers.ofString());
        cookies.add(answer.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0]);
      }
    }
    Matcher items = ITEM.matcher(overview(cookies.get(0)));
    for (String cookie : cookies) {
      if (!items.find()) {
        throw new IllegalStateException("fewer items than reviewers");
      }
      reviewers.add(new LoadedReviewer(address, cookie, items.group(1), random));
    }
  }

  private String overview(String cookie) throws IOException, InterruptedException {
    HttpRequest look = HttpRequest.newBuilder(address).header("Cookie", cookie).build();
    return client.send(look, HttpResponse.BodyHandlers.ofString()).body();
  }

  private void streams() {
    for (LoadedReviewer reviewer : reviewers) {
      client
          .sendAsync(reviewer.progress(), HttpResponse.BodyHandlers.ofLines())
          .thenAccept(
              answer -> {
                streams.incrementAndGet();
                answer.body().forEach(line -> told.incrementAndGet());
                streams.decrementAndGet();
              });
    }
  }

  /** Changes a file of the programme. */
  private interface Touch {
    void with(String word) throws IOException;
  }

  /** Each at its time, however the ones before are answered; the wait counts from that time. */
  private void send(
      int rate, int count, Touch touch, Function<LoadedReviewer, LoadedReviewer.Step> next)
      throws Exception {
    answers.clear();
    List<CompletableFuture<?>> all = new ArrayList<>();
    long start = System.nanoTime();
    long built = 0;
    for (int i = 0; i < count; i++) {
      long due = start + i * 1_000_000_000L / rate;
      long early = due - System.nanoTime();
      if (early > 0) {
        Thread.sleep(early / 1_000_000, (int) (early % 1_000_000));
      }
      boolean isBuildDue = (due - start) / 1_000_000 / BUILD_MILLIS >= built;
      if (isBuildDue) {
        built++;
        touch.with("word " + random.nextInt());
        client.sendAsync(push(), HttpResponse.BodyHandlers.discarding());
      }
      LoadedReviewer reviewer = reviewers.get(i % reviewers.size());
      LoadedReviewer.Step step = isBuildDue ? reviewer.reconsider() : next.apply(reviewer);
      all.add(
          client
              .sendAsync(step.request(), HttpResponse.BodyHandlers.ofString())
              .handle((answer, failure) -> note(due, reviewer, step, answer)));
    }
    all.forEach(CompletableFuture::join);
  }

  private HttpRequest push() {
    String body = "{\"ref\":\"refs/heads/main\"}";
    return HttpRequest.newBuilder(address.resolve("/webhooks/github"))
        .header("X-GitHub-Event", "push")
        .header("X-Hub-Signature-256", GitHubSignature.of(SECRET, body))
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(body))
        .build();
  }

  private Void note(
      long due, LoadedReviewer reviewer, LoadedReviewer.Step step, HttpResponse<String> answer) {
    long micros = (System.nanoTime() - due) / 1_000;
    answers.add(new Answer(step.kind(), micros, answer == null ? 0 : answer.statusCode()));
    if (answer != null && answer.statusCode() == 200) {
      reviewer.saw(step, answer.body());
    }
    if (answer != null && answer.statusCode() == 303 && step.isDecision()) {
      decided.incrementAndGet();
    }
    return null;
  }

  private void approveClean() throws IOException, InterruptedException {
    LoadedReviewer reviewer = reviewers.get(0);
    HttpRequest look =
        HttpRequest.newBuilder(reviewer.next().request(), (name, value) -> true)
            .uri(address)
            .GET()
            .build();
    String page = client.send(look, HttpResponse.BodyHandlers.ofString()).body();
    Optional<LoadedReviewer.Step> approve = reviewer.approveClean(page);
    if (approve.isEmpty()) {
      return;
    }
    together = -kept();
    HttpRequest request = approve.get().request();
    int status = client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    together += kept();
    System.out.printf("approving what is left, %d items: %d%n", together, status);
  }

  private void report(String when) {
    Map<String, List<Answer>> kinds = new TreeMap<>();
    answers.forEach(
        answer -> kinds.computeIfAbsent(answer.kind(), kind -> new ArrayList<>()).add(answer));
    Duration cpu = server.toHandle().info().totalCpuDuration().orElse(Duration.ZERO);
    System.out.printf(
        "%s: %.1f ms of a processor for each request and what is built meanwhile%n",
        when, (cpu.toMillis() - spent.toMillis()) / (double) answers.size());
    spent = cpu;
    kinds.forEach((kind, some) -> line(kind, some));
    line("all", answers);
  }

  private static void line(String kind, Iterable<Answer> some) {
    List<Answer> list = new ArrayList<>();
    some.forEach(list::add);
    long[] sorted = list.stream().mapToLong(Answer::micros).sorted().toArray();
    System.out.printf(
        "  %-14s %5d, %d errors, %d conflicts; ms: median %.1f, 95th %.1f, 99th %.1f, longest %.1f%n",
        kind,
        sorted.length,
        list.stream().filter(Answer::isError).count(),
        list.stream().filter(answer -> answer.status() == 409).count(),
        sorted[sorted.length / 2] / 1e3,
        sorted[sorted.length * 95 / 100] / 1e3,
        sorted[sorted.length * 99 / 100] / 1e3,
        sorted[sorted.length - 1] / 1e3);
  }

  /** Whether the audit has each decision that was answered, and holds. */
  private void verify() throws IOException {
    System.out.printf("%d streams are open and were told %d lines%n", streams.get(), told.get());
    System.out.printf(
        "%d decisions were answered, the audit has %d%n", decided.get(), kept() - together);
  }

  private long kept() throws IOException {
    try (Database database = Database.open(programme.data())) {
      Editions editions =
          new Editions(database, ProgrammeReader.read(programme.programme()).programme());
      editions.audit().fault().ifPresent(System.out::println);
      return editions.auditLines().stream()
          .filter(line -> line.by().startsWith("Reviewer"))
          .filter(line -> Set.of("approved", "held").contains(line.did()))
          .count();
    }
  }

  @Override
  public void close() throws IOException, InterruptedException {
    server.destroy();
    server.waitFor();
    System.out.print(Files.readString(programme.folder().resolve("log")));
  }
}
