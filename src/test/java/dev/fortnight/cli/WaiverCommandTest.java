package dev.fortnight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code fortnight new waiver}, as {@code check} sees what it wrote. */
class WaiverCommandTest {

  private static final String NOTE = "weeknotes/2026-11-13-week-2.md";

  @TempDir private Path folder;

  @BeforeEach
  void aNoteHoldsTwoTextsThatLookPersonal() throws IOException {
    write("programme.yml", "title: Invented research\n");
    write(NOTE, "---\ntitle: W\n---\nWrite to info@anytown.example or ring 07700 900 123.\n");
  }

  @Test
  void onlyTheTextAtThePlacePasses() throws IOException {
    CommandRun run = waive("research/" + NOTE + ":4:10", "--until", "2999-01-31");

    assertThat(run.status()).isZero();
    assertThat(run.out())
        .isEqualTo("This text, found as an e-mail address, may be published until 2999-01-31.\n");
    assertThat(Files.readString(folder.resolve("research/waivers.yml")))
        .contains("kind: email", "reason: 'It''s a public inbox'", "by: 'Sam'")
        .doesNotContain("info@", "anytown");
    assertThat(check())
        .contains("error, line 4, column 39 (personal-data)")
        .doesNotContain("question", "waiver");
  }

  @Test
  void aTextInCaptionsPassesByItsLine() throws IOException {
    write(
        NOTE, "---\nrecording: https://example.org/a\ncaptions: ../media/call.vtt\n---\nA call.\n");
    write(
        "media/call.vtt",
        "WEBVTT\n\n00:01.000 --> 00:04.000\nWrite to info@anytown.example.\n"
            + "Or ring 07700 900 123.\n");
    assertThat(check()).contains("line 4 (personal-data)", "line 5 (personal-data)");

    waive("research/media/call.vtt:4", "--until", "2999-01-31");

    assertThat(check())
        .contains("line 5 (personal-data)")
        .doesNotContain("line 4 (personal-data)", "waiver");
    assertThat(waive("media/none.vtt:4").err()).startsWith("There are no captions there that can");
  }

  @Test
  void whatPassesAlreadyIsNotWrittenTwice() throws IOException {
    waive(NOTE + ":4:10", "--until", "2999-01-31");
    String before = Files.readString(folder.resolve("research/waivers.yml"));

    assertThat(waive(NOTE + ":4:10").out())
        .isEqualTo("This text is let pass already, until 2999-01-31.\n");
    assertThat(folder.resolve("research/waivers.yml")).hasContent(before);
  }

  @Test
  void aPlaceThatIsNotClearIsWrongUsage() {
    assertThat(waive(NOTE + ":4").err())
        .startsWith("Several texts there look personal, at 4:10, 4:39.");
    assertThat(waive(NOTE + ":1").err()).startsWith("Nothing there looks personal.");
    assertThat(waive("pages/none.md:1").err()).startsWith("There is no such note or topic.");
    assertThat(waive(NOTE + ":4:10", "--until", "2020-01-01").err())
        .startsWith("The last day has passed already.");
    assertThat(waive(NOTE + ":4").status()).isEqualTo(2);
    assertThat(folder.resolve("research/waivers.yml")).doesNotExist();
  }

  @Test
  void aFileOfSomethingElseIsLeftAsItIs() throws IOException {
    write("waivers.yml", "others: {a: b}\n");

    CommandRun run =
        CommandRun.ofFortnight(
            "new",
            "waiver",
            "--programme",
            folder.toString(),
            NOTE + ":4:10",
            "--reason=x",
            "--by=y");

    assertThat(run.status()).isEqualTo(3);
    assertThat(run.err())
        .startsWith("fortnight: research/waivers.yml is not a list of waivers at its end.");
    assertThat(folder.resolve("research/waivers.yml")).hasContent("others: {a: b}\n");
  }

  private CommandRun waive(String place, String... more) {
    String[] first = {
      "--programme", folder.toString(), place, "--reason", "It's a public inbox", "--by", "Sam"
    };
    return CommandRun.of(
        new WaiverCommand(),
        Stream.concat(Stream.of(first), Stream.of(more)).toArray(String[]::new));
  }

  private String check() {
    return CommandRun.of(new CheckCommand(), "--programme", folder.toString()).out();
  }

  private void write(String path, String text) throws IOException {
    Path file = folder.resolve("research").resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
