package dev.fortnight.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fortnight.announce.slack.SlackStandIn;
import dev.fortnight.announce.slack.SlackStandIn.Conduct;
import dev.fortnight.programme.ProgrammeReader;
import dev.fortnight.site.Theme;
import dev.fortnight.sprint.Sprint;
import dev.fortnight.sprint.SprintCalendar;
import dev.fortnight.store.Database;
import dev.fortnight.store.TestDatabase;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Years of a programme's cycle in minutes: two machines on one database are killed, asleep and at
 * work at the same time, a host of pages takes its time, Slack misbehaves, an owner signs off
 * early, late and twice. Everything but the world outside is real. Each edition has to become
 * public and be announced once, in order, and not too early. By hand: {@code SimulatedSprints
 * FOLDER SEED SPRINTS H2|POSTGRESQL}.
 */
final class SimulatedSprints implements AutoCloseable {

  /** So long a sign-off can be taken back. */
  private static final Duration UNDO = Duration.ofMinutes(10);

  /** What a machine's clock may be off by. */
  private static final Duration AHEAD = Duration.ofSeconds(3);

  private static final String DESCRIPTION =
      """
      title: Shared software
      summary: "Who shares?"
      language: en-GB
      cycle:
        first: 2026-11-02
        length: P14D
        zone: Europe/London
        review: "FRI 14:00"
        open-call: "WED 16:00"
        holidays: gb-eng
        changes:
          - {sprint: 4, length: P28D, why: Nobody is here between the years.}
          - {sprint: 6, skipped: true, why: We write it up.}
      site: {url: "%s"}
      publish: {git: "%s", branch: gh-pages, every: P2D, working: [findings]}
      announce: {slack: {channel: %s, api: "%s"}}
      """;

  private static final String PAGE =
      """
      <!doctype html>
      <html lang="en">
      <head><title>{{ page.title | escape }}</title></head>
      <body><main><h1>{{ page.title | escape }}</h1>{{ content }}</main></body>
      </html>
      """;

  private final SetClock clock = new SetClock("2026-11-02T08:00:00Z");
  private final Random random;
  private final SmallProgramme programme;
  private final Database database;
  private final SlackStandIn slack = new SlackStandIn(clock);
  private final SimulatedPages pages;
  private final SprintCalendar calendar;
  private final List<SimulatedNode> nodes;
  private final Random misconduct;

  /** When each edition was signed off, for good. */
  private final TreeMap<Integer, Instant> signed = new TreeMap<>();

  private final TreeSet<Integer> pushed = new TreeSet<>();
  private int told;
  private int conducts;

  SimulatedSprints(Path folder, long seed, TestDatabase kind) throws IOException {
    random = new Random(seed);
    misconduct = new Random(-seed);
    programme = SmallProgramme.in(folder.resolve("programme"));
    pages = new SimulatedPages(folder.resolve("site.git"));
    programme.write(
        "programme.yml",
        DESCRIPTION.formatted(
            pages.address(), folder.resolve("site.git"), SlackStandIn.CHANNEL, slack.api()));
    simplify(programme.folder().resolve("site"));
    database = kind.open(folder.resolve("data"));
    calendar = new SprintCalendar(ProgrammeReader.read(programme.folder()).programme().cycle());
    SlackSecrets secrets = new SlackSecrets(Optional.of(SlackStandIn.TOKEN), Optional.empty());
    nodes =
        Stream.of("first", "second")
            .map(
                name ->
                    new SimulatedNode(
                        programme.folder(),
                        folder.resolve(name),
                        secrets,
                        database,
                        clock,
                        name.equals("second") ? AHEAD : Duration.ZERO))
            .toList();
    slack.conduct(this::conduct);
  }

  /** A theme of next to nothing: pages are what a cycle spends most of its time on. */
  private static void simplify(Path theme) throws IOException {
    for (String file : Theme.bundled().files().keySet()) {
      if (file.startsWith("_layouts/")) {
        Files.createDirectories(theme.resolve(file).getParent());
        Files.writeString(theme.resolve(file), PAGE);
      }
    }
  }

  public static void main(String[] arguments) throws Exception {
    PrintStream out = System.out;
    try (SimulatedSprints all =
        new SimulatedSprints(
            Path.of(arguments[0]),
            Long.parseLong(arguments[1]),
            TestDatabase.valueOf(arguments[3]))) {
      out.println(all.run(Integer.parseInt(arguments[2]), out::println));
    }
    System.exit(0);
  }

  String run(int sprints) throws Exception {
    return run(sprints, line -> {});
  }

  /**
   * @param progress is told how far it is, from time to time
   * @return what happened, for people
   * @throws AssertionError if an edition or an announcement is missing, early, late or there twice
   */
  private String run(int sprints, Consumer<String> progress) throws Exception {
    Sprint sprint = calendar.sprint(1);
    for (int count = 0; count < sprints; count++) {
      fortnight(sprint);
      sprint = calendar.after(sprint.number());
      if (signed.size() % 10 == 0) {
        progress.accept("until " + sprint.first() + ": " + told + " of " + signed.size());
      }
    }
    settle();
    verify();
    return sprints
        + " sprints until "
        + sprint.first()
        + ": "
        + pages.published().size()
        + " editions, "
        + announced().size()
        + " announcements, "
        + nodes.stream().mapToInt(SimulatedNode::kills).sum()
        + " kills, "
        + conducts
        + " requests to Slack that went wrong";
  }

  private void fortnight(Sprint sprint) throws Exception {
    Instant end = calendar.after(sprint.number()).first().atStartOfDay(zone(sprint)).toInstant();
    Instant review = sprint.review().toInstant();
    assertThat(sprint.review().toLocalTime()).isEqualTo(LocalTime.of(14, 0));
    moveTo(sprint.first().atTime(8, 0).atZone(zone(sprint)).toInstant());
    programme.write(
        SmallProgramme.FINDING, SmallProgramme.finding("Lesson " + (signed.size() + 1)));
    ticksUntil(review);
    // one in four owners is late; all of them sign before the sprint is over
    boolean isLate = random.nextInt(4) == 0;
    Duration left = Duration.between(review, end).minusHours(1);
    Duration deadline = Duration.ofHours(48).compareTo(left) < 0 ? Duration.ofHours(48) : left;
    ticksUntil(
        review.plusSeconds(
            isLate
                ? between(deadline.toSeconds() - 1, left.toSeconds())
                : between(0, deadline.toSeconds())));
    signOff();
    boolean isAsleep = random.nextInt(6) == 0;
    for (int tick = isAsleep ? 99 : 0; tick < 12 && told < signed.size(); tick++) {
      moveTo(earlier(clock.instant().plusSeconds(random.nextInt(400)), end.minusSeconds(1)));
      tick();
    }
  }

  private static java.time.ZoneId zone(Sprint sprint) {
    return sprint.review().getZone();
  }

  private long between(long from, long to) {
    return from + (long) (random.nextDouble() * Math.max(0, to - from));
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  /** Sometimes all machines are asleep until then. */
  private void ticksUntil(Instant then) throws Exception {
    int ticks = Math.max(0, random.nextInt(5) - 1);
    long left = Duration.between(clock.instant(), then).toSeconds();
    List<Instant> times =
        random
            .longs(ticks, 0, Math.max(1, left))
            .sorted()
            .mapToObj(clock.instant()::plusSeconds)
            .toList();
    for (Instant time : times) {
      moveTo(time);
      tick();
    }
    moveTo(then);
  }

  private void moveTo(Instant then) {
    if (then.isAfter(clock.instant())) {
      clock.pass(Duration.between(clock.instant(), then));
    }
  }

  private void signOff() {
    if (random.nextInt(10) == 0) {
      programme.signOff(database, clock);
      clock.pass(Duration.ofMinutes(5));
      programme.cycle(database, clock).takeBack(signed.size() + 1, "Owner");
    }
    programme.signOff(database, clock);
    signed.put(signed.size() + 1, clock.instant());
  }

  private void tick() throws Exception {
    switch (random.nextInt(4)) {
      case 0 -> pages.goDown();
      case 1 -> {} // it is being built
      default -> pages.build();
    }
    SimulatedNode first = nodes.get(random.nextInt(2));
    boolean isAsked = random.nextInt(4) == 0;
    boolean isInDanger = random.nextInt(3) == 0;
    if (random.nextInt(5) == 0) {
      atOnce(isAsked, isInDanger);
    } else {
      first.tick(random, isAsked, isInDanger);
    }
    verifyNothingIsEarly();
  }

  private void atOnce(boolean isAsked, boolean isInDanger) throws InterruptedException {
    List<Throwable> thrown = new ArrayList<>();
    List<Thread> threads = new ArrayList<>();
    for (SimulatedNode node : nodes) {
      Random own = new Random(random.nextLong());
      Thread thread = new Thread(() -> node.tick(own, isAsked, isInDanger));
      thread.setUncaughtExceptionHandler(
          (of, e) -> {
            synchronized (thrown) {
              thrown.add(e);
            }
          });
      thread.start();
      threads.add(thread);
    }
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(thrown).isEmpty();
  }

  private synchronized Conduct conduct(String method) {
    int chance = misconduct.nextInt(100);
    if (chance < 3) {
      nodes.forEach(SimulatedNode::kill);
    }
    if (chance < 70) {
      return Conduct.ANSWERS;
    }
    conducts++;
    Conduct[] all = Conduct.values();
    Conduct chosen = all[1 + misconduct.nextInt(all.length - 1)];
    // a client waits twenty seconds for one that is silent
    return chosen.name().endsWith("SILENT") ? Conduct.ACCEPTS_AND_HANGS_UP : chosen;
  }

  private void verifyNothingIsEarly() throws IOException {
    SortedSet<Integer> now = pages.pushedEditions();
    assertThat(now).as("what was pushed once stays").containsAll(pushed);
    for (int edition : now) {
      if (pushed.add(edition)) {
        assertThat(clock.instant().plus(AHEAD))
            .as("edition %s", edition)
            .isAfterOrEqualTo(signed.get(edition).plus(UNDO));
      }
    }
    List<Integer> all = announced();
    assertThat(pages.publicEditions())
        .as("what was announced just now")
        .containsAll(all.subList(told, all.size()));
    told = all.size();
  }

  /** The world is kind again, and both machines are awake. */
  private void settle() throws Exception {
    slack.conduct(method -> Conduct.ANSWERS);
    for (int tick = 0; tick < 20; tick++) {
      clock.pass(Duration.ofMinutes(10));
      pages.build();
      nodes.get(tick % 2).tick(random, true, false);
      verifyNothingIsEarly();
    }
    for (SimulatedNode node : nodes) {
      assertThat(node.state().failures()).isEmpty();
    }
  }

  private void verify() throws Exception {
    List<Integer> expected = List.copyOf(signed.keySet());
    assertThat(pages.published())
        .isEqualTo(expected.stream().map(number -> "Publish edition " + number).toList());
    assertThat(announced()).isEqualTo(expected);
    assertThat(firstLines()).isEqualTo(expectedLines(expected));
    assertThat(ids()).doesNotHaveDuplicates();
    Map<String, Long> replies =
        slack.messages().stream()
            .filter(message -> message.has("thread_ts"))
            .collect(
                Collectors.groupingBy(
                    message -> message.path("thread_ts").asText(), Collectors.counting()));
    assertThat(replies).hasSize(expected.size());
  }

  private static List<String> expectedLines(List<Integer> editions) {
    return editions.stream()
        .map(number -> (number == 1 ? "We now think: " : "We now put it so: ") + lesson(number))
        .toList();
  }

  private static String lesson(int number) {
    return "“Lesson " + number + "”.";
  }

  private List<String> firstLines() {
    return slack.messages().stream()
        .filter(message -> !message.has("thread_ts"))
        .map(message -> message.path("text").asText().replaceAll("(?s) Shared software.*", ""))
        .toList();
  }

  /** Of the messages that stand in the channel itself, as they came. */
  private List<Integer> announced() {
    return firstLines().stream()
        .map(line -> Integer.parseInt(line.replaceAll("\\D+", "")))
        .toList();
  }

  private List<String> ids() {
    return slack.messages().stream()
        .map(message -> message.at("/metadata/event_payload/id").asText())
        .toList();
  }

  @Override
  public void close() {
    slack.close();
    pages.close();
    database.close();
  }
}
