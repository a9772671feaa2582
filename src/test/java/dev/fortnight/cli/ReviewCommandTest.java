package dev.fortnight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fortnight.cycle.SmallProgramme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReviewCommandTest {

  private static final String OWNER = "Product owner (illustrative)";

  @TempDir Path temp;

  private Path programme;

  @BeforeEach
  void write() throws IOException {
    programme = Files.createDirectories(temp.resolve("programme"));
    SmallProgramme.in(programme);
  }

  @Test
  void everythingIsOpenAtFirst() {
    CommandRun list = review("list");

    assertThat(list.status()).isZero();
    assertThat(list.out())
        .contains(": 0 of 4 decided")
        .contains("  " + SmallProgramme.FINDING + "\n")
        .contains("          new\n")
        .contains("Look with 'fortnight review show MARK'");
  }

  @Test
  void anItemIsApprovedByItsMarkAndHeldByItsPath() {
    String mark = mark(SmallProgramme.SESSION);

    CommandRun approved = review("approve", mark, "--by", OWNER);
    CommandRun held =
        review("hold", SmallProgramme.FINDING, "--by", OWNER, "--reason", "Ask first.");

    assertThat(approved.out()).isEqualTo("1 item approved; 3 items are open.\n");
    assertThat(held.out()).isEqualTo(SmallProgramme.FINDING + " is held.\n");
    assertThat(review("list").out())
        .contains(": 2 of 4 decided")
        .contains("by Product owner (illustrative) in sprint")
        .contains(": Ask first.");
  }

  @Test
  void aMarkOfAContentThatHasChangedIsRefused() throws IOException {
    String mark = mark(SmallProgramme.FINDING);
    Path note = programme.resolve("research/" + SmallProgramme.FINDING);
    Files.writeString(note, Files.readString(note) + "\nOne sentence more.\n");

    CommandRun run = review("approve", mark, "--by", OWNER);

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err())
        .contains("There is no '" + mark + "' in this review; it may have changed.");
    assertThat(review("list").out()).contains(": 0 of 4 decided");
  }

  @Test
  void signOffIsRefusedWhileSomethingIsOpen() {
    CommandRun run = review("sign-off", "--yes", "--by", OWNER);

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("4 items are not decided yet");
  }

  @Test
  void whatIsCleanIsApprovedAtOnceAndSignedOffOnce() {
    assertThat(review("approve", "--all-clean", "--by", OWNER).out())
        .isEqualTo("4 items approved; 0 items are open.\n");

    CommandRun signed = review("sign-off", "--yes", "--by", OWNER);
    CommandRun again = review("sign-off", "--yes", "--by", OWNER);

    assertThat(signed.status()).isZero();
    assertThat(signed.out())
        .contains("Edition 1: 2 new, 0 changed, 0 gone")
        .contains("Edition 1 is signed off by Product owner (illustrative).");
    assertThat(again.status()).isEqualTo(2);
    assertThat(again.err()).contains("This sprint has its edition already: edition 1.");
  }

  @Test
  void whatBlocksIsSaidWithItsRemedyAndNothingIsSigned() throws IOException {
    new SmallProgramme(programme)
        .write("pages/how.md", "---\ntitle: How\n---\nLook [here](nowhere.md).\n");
    assertThat(review("list").out())
        .contains(
            """

            Before signing off:
              consent         holds
              personal data   holds
              links           1 problem
              references      holds
              accessibility   1 problem
            """);
    review("approve", "--all-clean", "--by", OWNER);
    review("approve", "pages/how.md", "--by", OWNER);

    CommandRun run = review("sign-off", "--yes", "--by", OWNER);
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out())
        .contains(
            """
            pages/how.md: warning, line 4: this leads to no page of the site, so only the words are shown.
              Link to a note by its relative path, for example ../findings/name.md.
            pages/how.md: warning, line 4: the words of this link do not say where it leads.
              Put the link on the words that name its target.
            """);
    assertThat(run.err())
        .contains(
            "2 problems keep the edition from being signed off. Mend what is said above, or hold"
                + " those items.");

    review("hold", "pages/how.md", "--by", OWNER, "--reason", "Not yet.");
    assertThat(review("sign-off", "--yes", "--by", OWNER).status()).isZero();
  }

  @Test
  void anIntroductionIsShownBeforeItIsSigned() {
    review("approve", "--all-clean", "--by", OWNER);
    CommandRun refused =
        review("sign-off", "--yes", "--by", OWNER, "--introduction", "Ask clerk@example.net.");
    assertThat(refused.status()).isEqualTo(2);
    assertThat(refused.err())
        .contains("the introduction holds an e-mail address")
        .doesNotContain("clerk@");

    CommandRun signed =
        review("sign-off", "--yes", "--by", OWNER, "--introduction", "It is the phone.");
    assertThat(signed.status()).isZero();
    assertThat(signed.out())
        .contains("Subscribers will read: It is the phone. Shared software, edition 1: ");
  }

  @Test
  void remindersThatAreDueArePrintedAndNotSent() {
    assertThat(review("remind", "--dry").out()).isEqualTo("No reminder is due.\n");
  }

  @Test
  void signOffIsTakenBackWhileItsEditionWaits() throws IOException {
    new SmallProgramme(programme).waitBeforePublishing();
    review("approve", "--all-clean", "--by", OWNER);
    assertThat(review("undo", "--by", OWNER).err())
        .contains("No edition waits to be published, so there is nothing to take back.");

    assertThat(review("sign-off", "--yes", "--by", OWNER).out())
        .containsPattern("Edition 1 waits until \\d\\d:\\d\\d:\\d\\d on \\d+ \\w+ 20\\d\\d; until")
        .contains("until then 'fortnight review undo' takes it back.");
    assertThat(run("publish").out())
        .contains("\nedition 1 waits until ")
        .doesNotContain("edition 1: published");
    assertThat(review("undo", "--by", OWNER).out())
        .isEqualTo("The sign-off of edition 1 is taken back.\n");

    assertThat(run("publish").out()).doesNotContain("edition 1");
    assertThat(review("sign-off", "--yes", "--by", OWNER).out())
        .contains("Edition 1 is signed off");
  }

  @Test
  void showTellsTheDifferenceInWords() throws IOException {
    review("approve", "--all-clean", "--by", OWNER);
    Path note = programme.resolve("research/" + SmallProgramme.FINDING);
    Files.writeString(note, Files.readString(note) + "\nOne sentence more.\n");

    assertThat(review("show", SmallProgramme.FINDING).out())
        .contains("open, changed since somebody decided on it")
        .contains("[added: One sentence more.]");
  }

  @Test
  void whoDecidesMustBeNamed() {
    CommandRun run = review("approve", "--all-clean");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("Say who decides with --by NAME");
  }

  @Test
  void anAddressIsNoNameToShow() {
    CommandRun run = review("approve", "--all-clean", "--by", "owner@illustrative.example.org");

    assertThat(run.status()).isEqualTo(3);
    assertThat(run.err())
        .contains("the name of who decides is published, and this one holds an e-mail address")
        .doesNotContain("owner@");
  }

  @Test
  void jsonTellsWhatTheTextTells() {
    assertThat(review("list", "--format", "json").out())
        .contains("\"item\" : \"" + SmallProgramme.FINDING + "\"")
        .contains("\"state\" : \"open\"")
        .contains("\"why\" : \"new\"");
  }

  @Test
  void theWorkingSiteIsComparedWithTheNewestEdition() throws IOException {
    assertThat(run("compare").err()).contains("There is no edition to compare with yet.");
    review("approve", "--all-clean", "--by", OWNER);
    review("sign-off", "--yes", "--by", OWNER);
    Path note = programme.resolve("research/" + SmallProgramme.FINDING);
    Files.writeString(note, Files.readString(note) + "\nOne sentence more.\n");

    CommandRun run = run("compare");

    assertThat(run.status()).isZero();
    assertThat(run.out()).contains("Nothing changed our minds.").contains("Changed: ");
    assertThat(run.out()).contains("[added: One sentence more.]");
    assertThat(run("compare", "1").status()).isEqualTo(2);
  }

  private String mark(String item) {
    Matcher line =
        Pattern.compile("(?m)^\\w+ +([0-9a-f]{8})  " + Pattern.quote(item) + "$")
            .matcher(review("list").out());
    assertThat(line.find()).isTrue();
    return line.group(1);
  }

  private CommandRun review(String... arguments) {
    List<String> all = new ArrayList<>(List.of("review"));
    all.addAll(List.of(arguments));
    return run(all.toArray(String[]::new));
  }

  private CommandRun run(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(
        List.of("--programme", programme.toString(), "--data", temp.resolve("data").toString()));
    return CommandRun.ofFortnight(all.toArray(String[]::new));
  }
}
