package dev.fortnight.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fortnight.announce.slack.SlackStandIn;
import dev.fortnight.store.Database;
import dev.fortnight.store.DatabaseAddress;
import dev.fortnight.store.TestServer;
import dev.fortnight.topic.Topic;
import dev.fortnight.topic.TopicStore;
import dev.fortnight.topic.github.SimulatedGitHub;
import dev.fortnight.topic.github.SimulatedRepository;
import java.io.BufferedReader;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Two processes on one PostgreSQL, of which one is killed in the middle of a step: the other ends
 * it, once. By hand: {@code KilledProcesses FOLDER SEED [STEP…]}, all steps where none is named.
 */
final class KilledProcesses {

  private static final String ID = "shared-software";

  /** The outbox waits for two minutes where a message may be on its way. */
  private static final Duration LONGEST = Duration.ofMinutes(4);

  private static final long LOOK_MILLIS = 100;

  /** Three pages of GitHub's. */
  private static final int TOPICS = 250;

  private final Path folder;
  private final SmallProgramme programme;
  private final SimulatedPages pages;
  private final SimulatedGitHub github = new SimulatedGitHub();
  private final SimulatedRepository repository = github.repository("council/shared");
  private final SlackStandIn slack = new SlackStandIn(Clock.systemUTC());
  private final DatabaseAddress.Server address = TestServer.create();
  private final Database database = Database.open(address);

  private KilledProcesses(Path folder) throws Exception {
    this.folder = Files.createDirectories(folder);
    programme = SmallProgramme.in(folder.resolve("programme"));
    pages = new SimulatedPages(folder.resolve("site.git"));
    pages.buildAtOnce();
    for (int topic = 1; topic <= TOPICS; topic++) {
      repository.create("Topic " + topic);
    }
    programme.describe(
        """
        publish: {git: "%s", branch: gh-pages}
        announce: {slack: {channel: %s, api: "%s"}}
        backlog: {github: {repositories: [council/shared], api: "%s"}}
        """
            .formatted(
                folder.resolve("site.git"), SlackStandIn.CHANNEL, slack.api(), github.address()));
    Path description = programme.folder().resolve("research/programme.yml");
    Files.writeString(
        description,
        Files.readString(description)
            .replace("https://example.org/shared/", pages.address().toString()));
    programme.signOff(database, new SetClock(TickingProcess.NOW.toString()));
  }

  public static void main(String[] arguments) throws Exception {
    PrintStream out = System.out;
    Random random = new Random(Long.parseLong(arguments[1]));
    List<String> named = List.of(arguments).subList(2, arguments.length);
    List<Step> steps =
        Stream.of(Step.values())
            .filter(step -> named.isEmpty() || named.contains(step.word()))
            .toList();
    for (Step step : steps) {
      int statements = 1 + random.nextInt(20);
      Duration took = kill(Path.of(arguments[0], step.word()), step, statements);
      out.println(
          step.word()
              + ": killed at its statement "
              + statements
              + ", ended once by the other "
              + took.toMillis()
              + " ms later");
    }
    System.exit(0);
  }

  /**
   * @return how long after the kill the step was through
   * @throws AssertionError if something is missing at the end or there twice
   */
  static Duration kill(Path folder, Step step, int statements) throws Exception {
    return new KilledProcesses(folder).kill(step, statements);
  }

  private Duration kill(Step step, int statements) throws Exception {
    Process first = start("first", step.word(), statements);
    Process second = null;
    try {
      BufferedReader said = first.inputReader();
      String line = said.readLine();
      while (line != null && !line.equals(TickingProcess.STOPPED)) {
        line = said.readLine();
      }
      assertThat(line).as("see " + folder).isEqualTo(TickingProcess.STOPPED);
      second = start("second", "-", 0);
      Instant killed = Instant.now();
      first.destroyForcibly().waitFor();
      await(killed, () -> isThrough(step, killed));
      Duration took = Duration.between(killed, Instant.now());
      await(killed, () -> topics().size() == TOPICS);
      await(killed, () -> isThrough(Step.ANNOUNCE, killed) && slack.messages().size() >= 2);
      verify();
      return took;
    } finally {
      first.destroyForcibly().waitFor();
      if (second != null) {
        second.destroyForcibly().waitFor();
      }
      slack.close();
      github.close();
      pages.close();
      database.close();
    }
  }

  private Process start(String name, String step, int statements) throws Exception {
    return TickingProcess.start(
        programme.folder(), folder.resolve(name), address.url(), step, statements);
  }

  /** Whether the other process came to the end of a step since. */
  private boolean isThrough(Step step, Instant killed) {
    return StepStore.in(database, ID)
        .of(step)
        .filter(now -> !(now.state() instanceof StepState.Running))
        .filter(now -> now.state().since().isAfter(killed))
        .isPresent();
  }

  private interface Question {
    boolean isSo() throws Exception;
  }

  private void await(Instant since, Question question) throws Exception {
    while (!question.isSo()) {
      assertThat(Instant.now()).as("the time, see " + folder).isBefore(since.plus(LONGEST));
      Thread.sleep(LOOK_MILLIS); // the processes are at it
    }
  }

  private List<Topic> topics() {
    return TopicStore.in(database).topics(ID);
  }

  private void verify() throws Exception {
    assertThat(topics())
        .extracting(Topic::title)
        .containsExactlyElementsOf(
            IntStream.rangeClosed(1, TOPICS).mapToObj(topic -> "Topic " + topic).toList());
    assertThat(pages.published()).containsExactly("Publish edition 1");
    assertThat(slack.messages())
        .extracting(message -> message.at("/metadata/event_payload/id").asText())
        .containsExactly(
            ID + "/1/" + SlackStandIn.CHANNEL, ID + "/1/" + SlackStandIn.CHANNEL + "/1");
  }
}
