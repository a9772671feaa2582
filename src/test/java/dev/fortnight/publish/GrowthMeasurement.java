package dev.fortnight.publish;

import dev.fortnight.edition.ApprovedEdition;
import dev.fortnight.edition.SignedOff;
import dev.fortnight.edition.Source;
import dev.fortnight.site.SiteTree;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * How a published branch grows: 26 editions of 1,000 notes, 5 % of which change in each sprint,
 * against a branch that holds one edition and, commit by commit, only the pages of the notes that
 * changed. The aim is 1.3 times. Run by hand: {@code GrowthMeasurement FOLDER [NOTES [EDITIONS]]}.
 */
public final class GrowthMeasurement {

  private static final String[] WORDS =
      ("council shared their software because nobody answered question supplier contract renewal"
              + " reuse officer team asked again after before licence budget hosting policy small")
          .split(" ");

  private final int notes;
  private final int[] revisions;

  private GrowthMeasurement(int notes) {
    this.notes = notes;
    this.revisions = new int[notes];
  }

  /** Measures and prints. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    int notes = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1000;
    int editions = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 26;
    new GrowthMeasurement(notes).measure(folder, editions, System.out);
    System.exit(0);
  }

  private void measure(Path folder, int editions, PrintStream out) throws IOException {
    Path whole = folder.resolve("whole.git");
    Path least = folder.resolve("least.git");
    Branch.create(whole);
    Branch.create(least);
    Map<String, byte[]> kept = new TreeMap<>();
    Map<String, byte[]> before = new TreeMap<>();
    try (SignedOff signedOff = new SignedOff(folder.resolve("data"))) {
      for (int number = 1; number <= editions; number++) {
        ApprovedEdition edition = signedOff.edition(source(), number);
        SiteTree tree = edition.site();
        publisher(whole).publish(edition);
        Map<String, Long> unexpected = new TreeMap<>();
        for (Map.Entry<String, byte[]> file : tree.files().entrySet()) {
          boolean isChanged = !java.util.Arrays.equals(before.get(file.getKey()), file.getValue());
          if (number == 1 || isChanged && isOfChangedNote(file.getKey(), number)) {
            kept.put(file.getKey(), file.getValue());
          } else if (isChanged) {
            unexpected.put(file.getKey(), (long) file.getValue().length);
          }
        }
        commit(least, kept, number);
        before = tree.files();
        out.println("edition " + number + ": changed besides: " + summary(unexpected));
        change(number);
      }
    }
    out.println("whole " + size(whole) + " bytes, least " + size(least) + " bytes");
    out.printf("ratio %.2f%n", (double) size(whole) / size(least));
  }

  private static String summary(Map<String, Long> files) {
    return files.size() + " files " + files.entrySet().stream().limit(12).toList();
  }

  private boolean isOfChangedNote(String path, int edition) {
    for (int i = 0; i < notes / 20; i++) {
      if (path.contains("/note-" + changedNote(edition - 1, i) + "/")) {
        return true;
      }
    }
    return false;
  }

  private int changedNote(int edition, int index) {
    return (edition * 7919 + index * 20 + edition) % notes;
  }

  private void change(int edition) {
    for (int i = 0; i < notes / 20; i++) {
      revisions[changedNote(edition, i)]++;
    }
  }

  private Source source() {
    Source source = Source.small();
    for (int i = 0; i < notes; i++) {
      String folder = i % 20 < 11 ? "interviews" : i % 20 < 16 ? "weeknotes" : "findings";
      source.with(folder + "/2026-11-0" + (i % 9 + 1) + "-note-" + i + ".md", note(i));
    }
    return source;
  }

  private String note(int number) {
    Random random = new Random(number);
    StringBuilder text = new StringBuilder("---\ntitle: Note " + number + "\n");
    text.append("consent: public\nmethod: interview\n---\n");
    for (int paragraph = 0; paragraph < 12; paragraph++) {
      if (paragraph == 5) {
        random = new Random(number * 1000L + revisions[number]);
      }
      for (int i = 0; i < 50; i++) {
        text.append(WORDS[random.nextInt(WORDS.length)]).append(i % 10 == 9 ? ".\n" : " ");
      }
      text.append("\n");
    }
    return text.toString();
  }

  private static GitHubPagesPublisher publisher(Path remote) {
    return new GitHubPagesPublisher(
        remote.toString(),
        Settings.DEFAULT,
        remote.resolveSibling("cache-of-" + remote.getFileName()),
        GitLogin.NONE,
        Clock.fixed(Source.REVIEW, ZoneOffset.UTC));
  }

  /** The files alone, at the root, by git itself. */
  private static void commit(Path repository, Map<String, byte[]> files, int number)
      throws IOException {
    Path work = repository.resolveSibling("work");
    Files.createDirectories(work);
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Path path = work.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.write(path, file.getValue());
    }
    String[] git = {"--git-dir=" + repository, "--work-tree=" + work};
    Branch.git(work, git[0], git[1], "symbolic-ref", "HEAD", "refs/heads/gh-pages");
    Branch.git(work, git[0], git[1], "config", "core.bare", "false");
    Branch.git(work, git[0], git[1], "add", "--all");
    Branch.git(
        work,
        git[0],
        git[1],
        "-c",
        "user.name=Measurement",
        "-c",
        "user.email=measurement@example.org",
        "commit",
        "--quiet",
        "--allow-empty",
        "--message",
        "Edition " + number);
  }

  private static long size(Path repository) throws IOException {
    Branch.git(repository, "--git-dir=" + repository, "gc", "--quiet", "--prune=now");
    try (Stream<Path> files = Files.walk(repository.resolve("objects"))) {
      return files.filter(file -> file.toString().endsWith(".pack")).mapToLong(size()).sum();
    }
  }

  private static java.util.function.ToLongFunction<Path> size() {
    return file -> file.toFile().length();
  }
}
