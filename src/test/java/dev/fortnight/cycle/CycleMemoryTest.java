package dev.fortnight.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fortnight.edition.Checklist;
import dev.fortnight.edition.Review;
import dev.fortnight.privacy.Register;
import dev.fortnight.problem.Problem;
import dev.fortnight.problem.ProblemException;
import dev.fortnight.site.SiteTree;
import dev.fortnight.store.Database;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a process keeps in mind changes nothing of what it shows, publishes and lets sign. */
class CycleMemoryTest {

  private static final List<String> CONSENT =
      List.of("public", "public", "findings-only", "internal", "withdrawn");

  /** The second one looks personal, so it is a doubt or is held back. */
  private static final List<String> SENTENCES =
      List.of("They share it.", "Write to kim@example.org.", "See [it](../pages/how.md#how).");

  @TempDir Path temp;

  private final CycleMemory memory = CycleMemory.keeping();
  private Database database;
  private SmallProgramme programme;
  private Instant now = Instant.parse("2026-11-13T14:30:00Z");

  @BeforeEach
  void open() throws IOException {
    database = Database.open(temp.resolve("data"));
    programme = SmallProgramme.in(temp.resolve("programme"));
    programme.write("pages/how.md", "---\ntitle: How\n---\n## How\n\nText.\n");
    programme.write("assumptions/phones.md", "---\ntitle: Phones matter\n---\nText.\n");
  }

  @AfterEach
  void close() {
    database.close();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void allIsAsInAProcessThatKnowsNothing(long seed) throws IOException {
    Random random = new Random(seed);
    for (int step = 0; step < 20; step++) {
      change(random, step);
      now = now.plus(Duration.ofMinutes(1));
      Clock clock = Clock.fixed(now, ZoneOffset.UTC);
      decide(cycle(clock, CycleMemory.none()), random);
      Cycle remembering = cycle(clock, memory);
      Cycle anew = cycle(clock, CycleMemory.none());

      assertThat(problems(remembering)).isEqualTo(problems(anew));
      assertThat(texts(remembering.workingSite().site()))
          .isEqualTo(texts(anew.workingSite().site()));
      assertThat(signable(remembering)).isEqualTo(signable(anew));
    }
  }

  private void change(Random random, int step) throws IOException {
    String sentence = SENTENCES.get(random.nextInt(SENTENCES.size())) + " " + step + ".";
    switch (random.nextInt(7)) {
      case 0 ->
          programme.write(
              SmallProgramme.SESSION,
              "---\ntitle: A clerk\nconsent: %s\nmethod: interview\nparticipants: [P01]\n---\n> %s\n{: #q1 .evidence supports=\"phones\"}\n"
                  .formatted(CONSENT.get(random.nextInt(CONSENT.size())), sentence));
      case 1 -> programme.write(SmallProgramme.FINDING, SmallProgramme.finding("Title " + step));
      case 2 ->
          programme.write(
              "pages/how.md", "---\ntitle: How " + step + "\n---\n## How\n\n" + sentence + "\n");
      case 3 -> Files.deleteIfExists(programme.folder().resolve("research/pages/how.md"));
      case 4 ->
          programme.describe(random.nextBoolean() ? "" : "allow: {addresses: [kim@example.org]}\n");
      case 5 -> retitle(step);
      default ->
          programme.write(
              "weeknotes/2026-11-" + (10 + step % 5) + "-week.md",
              "---\ntitle: Week\ntags: [risk]\n---\n" + sentence + "\n");
    }
  }

  /** All pages show it. */
  private void retitle(int step) throws IOException {
    Path file = programme.folder().resolve("research/programme.yml");
    String retitled = Files.readString(file).replaceFirst("title: .*", "title: Shared " + step);
    Files.writeString(file, retitled);
  }

  private static void decide(Cycle cycle, Random random) {
    Review review = cycle.review();
    for (Review.Entry entry : review.open()) {
      if (random.nextInt(5) == 0) {
        cycle.hold(cycle.review(), entry.key(), "Owner", "Not yet");
      } else {
        cycle.approve(cycle.review(), Set.of(entry.key()), "Owner");
      }
    }
    if (random.nextInt(6) == 0 && cycle.editionOfSprint().isEmpty()) {
      try {
        cycle.signOff(cycle.review().decided(), "Owner");
      } catch (ProblemException e) {
        assertThat(e.remedy()).isNotBlank();
      }
    }
  }

  private Cycle cycle(Clock clock, CycleMemory remembered) {
    Places places =
        Places.of(programme.folder(), programme.folder().resolveSibling("data"), Optional.empty());
    Collected collected =
        new Collector(programme.folder())
            .remembering(remembered.sources())
            .store(database)
            .register(Register.EMPTY)
            .collect();
    return Cycle.of(collected, places, database, clock, remembered);
  }

  private static List<String> problems(Cycle cycle) {
    return cycle.problems().stream().map(Problem::toString).toList();
  }

  /** What could be signed: its pages and what the checklist says, or why there is no such thing. */
  private static Map<String, String> signable(Cycle cycle) {
    try {
      Prospect prospect = cycle.prospect("Owner");
      Map<String, String> all = new TreeMap<>(Map.of("checklist", lines(prospect.checklist())));
      prospect.draft().ifPresent(draft -> all.putAll(texts(draft.site())));
      return all;
    } catch (ProblemException e) {
      return Map.of("refused", e.getMessage());
    }
  }

  private static String lines(Checklist checklist) {
    return checklist.lines().stream().map(Object::toString).collect(Collectors.joining("\n"));
  }

  private static Map<String, String> texts(SiteTree tree) {
    Map<String, String> texts = new TreeMap<>();
    tree.files().forEach((path, bytes) -> texts.put(path, text(path, bytes)));
    return texts;
  }

  private static String text(String path, byte[] bytes) {
    return path.endsWith(".png")
        ? String.valueOf(Arrays.hashCode(bytes))
        : new String(bytes, StandardCharsets.UTF_8);
  }
}
