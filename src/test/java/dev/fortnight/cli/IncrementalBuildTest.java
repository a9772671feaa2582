package dev.fortnight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fortnight.cycle.SmallProgramme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A build over an earlier one leaves what a build from nothing makes. */
class IncrementalBuildTest {

  @TempDir Path temp;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void treeIsThatOfACleanBuildAfterEachEdit(long seed) throws IOException {
    new BuildWalk(temp, seed).walk(15);
  }

  @Test
  void onlyWhatShowsAChangeIsMadeAnew() throws IOException {
    SmallProgramme programme = SmallProgramme.in(temp.resolve("programme"));
    programme.write("weeknotes/week-1.md", "---\ntitle: Week 1\n---\nWe began.\n\nThen.\n");
    build();
    Map<String, FileTime> before = times();
    programme.write("weeknotes/week-1.md", "---\ntitle: Week 1\n---\nWe began.\n\nThen more.\n");

    assertThat(build().out()).contains(" 1 of them made anew, ");
    Map<String, FileTime> after = times();
    assertThat(after.keySet()).isEqualTo(before.keySet());
    assertThat(after.entrySet())
        .filteredOn(file -> !file.getValue().equals(before.get(file.getKey())))
        .extracting(Map.Entry::getKey)
        .filteredOn(file -> file.endsWith(".html"))
        .containsExactly("weeknotes/week-1/index.html");
  }

  @Test
  void buildAfterNoChangeMakesNothingAndSaysTheSame() throws IOException {
    SmallProgramme programme = SmallProgramme.in(temp.resolve("programme"));
    programme.write("weeknotes/bad.md", "---\ntitle: [\n---\n");
    CommandRun first = build();
    build();

    CommandRun again = build();

    assertThat(again.out()).contains(", none of them made anew, ");
    assertThat(again.err()).isEqualTo(first.err()).contains("bad.md");
    assertThat(again.status()).isEqualTo(first.status()).isEqualTo(Fortnight.LEFT_OUT);
  }

  @Test
  void pageIsExplained() throws IOException {
    SmallProgramme programme = SmallProgramme.in(temp.resolve("programme"));
    assertThat(build("--explain", "findings/phones-matter/").out())
        .startsWith(
            """
            findings/phones-matter/ was made anew: no earlier build that is remembered made it.
              made with: _includes/""")
        .contains("\n  shows: findings/phones-matter.md, interviews/2026-11-10-clerk.md\n");
    programme.write(SmallProgramme.FINDING, SmallProgramme.finding("Phones matter more"));

    assertThat(build("--explain", "/findings/phones-matter/index.html").out())
        .startsWith("findings/phones-matter/ was made anew: title changed.\n");
    assertThat(build("--explain", "findings/phones-matter/").out())
        .startsWith("findings/phones-matter/ was left as it was: nothing that it is made of");
    assertThat(build("--explain", "nowhere/").out())
        .startsWith("There is no page at 'nowhere/'.\n");
  }

  @Test
  void aListOfFilesThatSomebodyChangedIsWrittenAgain() throws Exception {
    SmallProgramme.in(temp.resolve("programme"));
    Thread.sleep(150); // so that the build can tell that nothing was written since
    build();
    assertThat(build().out()).contains(", none of them made anew, ");
    Path list = temp.resolve("out/.fortnight-site");
    String whole = Files.readString(list);
    Files.writeString(list, "changed");

    build();

    assertThat(Files.readString(list)).isEqualTo(whole);
  }

  @Test
  void stateIsKeptOutOfTheRepository() throws IOException {
    SmallProgramme.in(temp.resolve("programme"));
    build();

    assertThat(temp.resolve("programme/.fortnight/.gitignore")).hasContent("*");
  }

  private CommandRun build(String... more) {
    Path programme = temp.resolve("programme");
    List<String> arguments = new ArrayList<>(List.of("build", "--programme"));
    arguments.add(programme.toString());
    arguments.addAll(List.of("--out", temp.resolve("out").toString()));
    arguments.addAll(List.of(more));
    return CommandRun.ofFortnight(arguments.toArray(String[]::new));
  }

  private Map<String, FileTime> times() throws IOException {
    Path out = temp.resolve("out");
    Map<String, FileTime> times = new TreeMap<>();
    try (Stream<Path> files = Files.walk(out)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        times.put(out.relativize(file).toString(), Files.getLastModifiedTime(file));
      }
    }
    return times;
  }
}
