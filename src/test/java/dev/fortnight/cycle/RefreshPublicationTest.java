package dev.fortnight.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fortnight.privacy.Register;
import dev.fortnight.publish.PagesHost;
import dev.fortnight.publish.PublishedBranch;
import dev.fortnight.store.Database;
import dev.fortnight.store.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RefreshPublicationTest {

  @TempDir Path temp;

  private final SetClock clock = new SetClock("2026-11-13T14:30:00Z");
  private final PagesHost host = new PagesHost();
  private SmallProgramme programme;
  private Database database;
  private Refresh refresh;
  private Path repository;

  @BeforeEach
  void open() throws Exception {
    programme = SmallProgramme.in(temp.resolve("programme"));
    database = TestDatabase.H2.open(temp.resolve("data"));
    refresh = refresh();
    repository = temp.resolve("site.git");
    PublishedBranch.create(repository);
  }

  @AfterEach
  void close() throws Exception {
    refresh.close();
    database.close();
    host.close();
  }

  private Refresh refresh() {
    Places places = Places.of(programme.folder(), temp.resolve("data"), Optional.empty());
    return new Refresh(
        places, Register.EMPTY, database, clock, clock, (state, took) -> {}, Patience.USUAL);
  }

  @Test
  void folderIsLiveOnceItIsPublished() {
    programme.signOff(database, clock);

    refresh.now();

    assertThat(states())
        .isEqualTo(
            """
            edition 1: Live[at=2026-11-13T14:30:00Z]
            the working site: Live[at=2026-11-13T14:30:00Z]
            """);
    assertThat(announcements()).hasSize(1);
  }

  @Test
  void editionIsAnnouncedOnlyWhenItsAddressAnswersWithIt() throws Exception {
    publishToRepository();
    programme.signOff(database, clock);
    refresh.now();
    assertThat(states())
        .isEqualTo(
            """
            edition 1: Pending[since=2026-11-13T14:30:00Z]
            the working site: Pending[since=2026-11-13T14:30:00Z]
            """);

    clock.pass(Duration.ofSeconds(15));
    refresh.ifDue();
    assertThat(announcements()).isEmpty();

    build();
    clock.pass(Duration.ofSeconds(15));
    refresh.ifDue();
    assertThat(states())
        .isEqualTo(
            """
            edition 1: Live[at=2026-11-13T14:30:30Z]
            the working site: Live[at=2026-11-13T14:30:30Z]
            """);
    assertThat(announcements()).hasSize(1);
  }

  @Test
  void restartGoesOnWaiting() throws Exception {
    publishToRepository();
    programme.signOff(database, clock);
    refresh.now();
    refresh.close();
    build();
    clock.pass(Duration.ofMinutes(1));

    refresh = refresh();
    refresh.now();

    assertThat(states()).startsWith("edition 1: Live[at=2026-11-13T14:31:00Z]");
    assertThat(announcements()).hasSize(1);
    assertThat(log()).containsExactly("Publish edition 1", "Publish the working site");
  }

  @Test
  void eachTickAsksOnceAndAfterTenMinutesMoreSeldom() throws Exception {
    publishToRepository();
    refresh.now();
    assertThat(host.requests()).isEmpty();

    refresh.ifDue();
    refresh.ifDue();
    assertThat(host.requests()).hasSize(1);

    clock.pass(Duration.ofSeconds(15));
    refresh.ifDue();
    assertThat(host.requests()).hasSize(2);

    clock.pass(Duration.ofMinutes(10));
    refresh.now();
    refresh.ifDue();
    assertThat(host.requests()).hasSize(3);

    for (int tick = 0; tick < 19; tick++) {
      clock.pass(Duration.ofSeconds(15));
      refresh.ifDue();
    }
    assertThat(host.requests()).hasSize(3);
    clock.pass(Duration.ofSeconds(15));
    refresh.now();
    refresh.ifDue();
    assertThat(host.requests()).hasSize(4);
  }

  @Test
  void whatDoesNotAnswerIsToldWithWhatToLookAt() throws Exception {
    publishToRepository();
    refresh.now();
    clock.pass(Duration.ofMinutes(10));
    refresh.now();
    refresh.ifDue();

    PublicationState.Overdue overdue =
        (PublicationState.Overdue) refresh.state().published().get(0).state();
    assertThat(overdue.what()).isEqualTo("there is no versions.json at " + host.address());
    assertThat(overdue.remedy())
        .isEqualTo(
            "Look in the repository that the site is published to: under Actions for a build that"
                + " failed, and under Settings, Pages for the branch (gh-pages), the folder (/) and"
                + " the domain. Check that 'site.url' in programme.yml is where the repository is"
                + " served.");

    build();
    clock.pass(Duration.ofMinutes(5));
    refresh.now();
    refresh.ifDue();
    assertThat(states()).isEqualTo("the working site: Live[at=2026-11-13T14:45:00Z]\n");
  }

  @Test
  void publishedEditionIsNotMadeAnew() throws Exception {
    publishToRepository();
    programme.signOff(database, clock);
    refresh.now();
    Path manifest = temp.resolve("tampered");
    replaceInBranch("editions/1/index.html", "As an older Fortnight made it.");

    refresh.close();
    refresh = refresh();
    clock.pass(Duration.ofHours(1));
    refresh.now();

    PublishedBranch.writeOut(repository, "gh-pages", manifest);
    assertThat(manifest.resolve("editions/1/index.html"))
        .hasContent("As an older Fortnight made it.");
  }

  @Test
  void whatIsTakenBackLeavesEveryEditionThatHoldsIt() throws Exception {
    programme.signOff(database, clock);
    refresh.now();
    clock.pass(Duration.ofDays(14));
    programme.write(SmallProgramme.FINDING, SmallProgramme.finding("Another title"));
    programme.signOff(database, clock);
    refresh.now();
    clock.pass(Duration.ofDays(14));
    programme.write("findings/third.md", SmallProgramme.finding("Third"));
    programme.signOff(database, clock);
    refresh.now();
    assertThat(sites("clerk")).containsExactly("editions/1", "editions/2", "editions/3", "root");

    programme.write(
        SmallProgramme.SESSION, "---\ntitle: A clerk\nconsent: withdrawn\n---\nNothing.\n");
    refresh.now();

    assertThat(refresh.state().failures()).isEmpty();
    assertThat(sites("clerk")).isEmpty();
    String published = Files.readString(temp.resolve("data/site/editions/2/index.html"));
    refresh.now();
    assertThat(temp.resolve("data/site/editions/2/index.html")).hasContent(published);
  }

  @Test
  void whatIsGivenAgainIsBackInTheEditionAsItWasSigned() throws Exception {
    programme.signOff(database, clock);
    refresh.now();
    Path page = temp.resolve("data/site/editions/1/interviews/clerk/index.html");
    Path session = programme.folder().resolve("research").resolve(SmallProgramme.SESSION);
    String signed = Files.readString(page);
    String text = Files.readString(session);
    Files.writeString(session, text.replace("consent: public", "consent: withdrawn"));
    refresh.now();
    assertThat(page).doesNotExist();

    Files.writeString(session, text);
    refresh.now();

    assertThat(page).hasContent(signed);
  }

  @Test
  void whatIsTakenBackAgainAfterAnotherProcessGaveItIsOutAgain() throws Exception {
    Path page = temp.resolve("data/site/editions/1/interviews/clerk/index.html");
    Path session = programme.folder().resolve("research").resolve(SmallProgramme.SESSION);
    String text = Files.readString(session);
    String withdrawn = text.replace("consent: public", "consent: withdrawn");
    programme.signOff(database, clock);
    try (Refresh other = refresh()) {
      Files.writeString(session, withdrawn);
      refresh.now();
      assertThat(page).doesNotExist();
      Files.writeString(session, text);
      other.now();
      assertThat(page).exists();

      Files.writeString(session, withdrawn);
      refresh.now();

      assertThat(page).doesNotExist();
    }
  }

  @Test
  void everyEditionThatIsMissingIsPublishedNotOnlyTheNewest() throws Exception {
    programme.signOff(database, clock);
    clock.pass(Duration.ofDays(14));
    programme.write(SmallProgramme.FINDING, SmallProgramme.finding("Another title"));
    programme.signOff(database, clock);

    refresh.now();

    assertThat(temp.resolve("data/site/editions/1/index.html")).exists();
    assertThat(temp.resolve("data/site/editions/2/index.html")).exists();
  }

  @Test
  void anotherPlaceGetsAllEditions() throws Exception {
    programme.signOff(database, clock);
    refresh.now();
    publishToRepository();
    clock.pass(Duration.ofHours(1));

    refresh.now();

    assertThat(log()).containsExactly("Publish edition 1", "Publish the working site");
  }

  private void publishToRepository() throws Exception {
    programme.describe("publish: {git: \"" + repository + "\", branch: gh-pages}\n");
    Path file = programme.folder().resolve("research/programme.yml");
    Files.writeString(
        file,
        Files.readString(file).replace("https://example.org/shared/", host.address().toString()));
  }

  private void build() throws Exception {
    host.build(repository, "gh-pages", temp.resolve("built"));
  }

  private String states() {
    StringBuilder states = new StringBuilder();
    for (PublishedTree tree : refresh.state().published()) {
      states.append(tree.record().title()).append(": ").append(tree.state()).append('\n');
    }
    return states.toString();
  }

  private List<String> announcements() {
    try {
      Path file = temp.resolve("data/announcements.jsonl");
      return Files.exists(file) ? Files.readAllLines(file) : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> log() throws Exception {
    try (Repository bare = new FileRepositoryBuilder().setGitDir(repository.toFile()).build();
        Git git = new Git(bare)) {
      List<String> subjects = new ArrayList<>();
      for (RevCommit commit : git.log().add(bare.resolve("refs/heads/gh-pages")).call()) {
        subjects.add(commit.getShortMessage());
      }
      return subjects;
    }
  }

  /** Which trees show the session. */
  private List<String> sites(String slug) throws Exception {
    TreeMap<String, Path> trees = new TreeMap<>();
    Path site = temp.resolve("data/site");
    trees.put("root", site);
    for (int number = 1; number <= 3; number++) {
      trees.put("editions/" + number, site.resolve("editions/" + number));
    }
    return trees.entrySet().stream()
        .filter(tree -> Files.exists(tree.getValue().resolve("interviews/" + slug + "/index.html")))
        .map(Map.Entry::getKey)
        .toList();
  }

  private void replaceInBranch(String path, String text) throws Exception {
    Path work = temp.resolve("work");
    try (Git git =
        Git.cloneRepository()
            .setURI(repository.toString())
            .setBranch("gh-pages")
            .setDirectory(work.toFile())
            .call()) {
      Files.writeString(work.resolve(path), text);
      git.add().addFilepattern(".").call();
      git.commit().setMessage("By hand").setAuthor("A", "a@example.org").setSign(false).call();
      git.push().call();
    }
  }
}
