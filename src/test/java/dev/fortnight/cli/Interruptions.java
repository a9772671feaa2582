package dev.fortnight.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Edits a programme, starts a build of it and kills that at random, many times over; then builds
 * once in peace. By hand: {@code Interruptions FOLDER SEED KILLS}.
 */
final class Interruptions {

  private static final int NOTES = 40;

  private final Path programme;
  private final Path out;
  private final Path anew;
  private final Path log;
  private final Random random;
  private final List<String> history = new ArrayList<>();
  private long whole;
  private int names;

  /** Makes a programme in a folder that is empty yet. */
  Interruptions(Path folder, long seed) throws IOException {
    this.programme = Files.createDirectories(folder.resolve("programme"));
    this.out = folder.resolve("out");
    this.anew = folder.resolve("anew");
    this.log = folder.resolve("log");
    this.random = new Random(seed);
    describe();
    for (int i = 0; i < NOTES; i++) {
      addNote();
    }
  }

  public static void main(String[] arguments) throws Exception {
    PrintStream terminal = System.out;
    Interruptions all = new Interruptions(Path.of(arguments[0]), Long.parseLong(arguments[1]));
    int hits = all.survive(Integer.parseInt(arguments[2]));
    terminal.println(arguments[2] + " builds killed, " + hits + " of them while they wrote: whole");
    System.exit(0);
  }

  /**
   * @return how many builds were killed after they had begun to write and before they had ended
   * @throws AssertionError with what was done, if a page is in pieces or the last tree is not that
   *     of a clean build
   */
  int survive(int kills) throws IOException, InterruptedException {
    long start = System.nanoTime();
    build(out);
    whole = System.nanoTime() - start;
    int hits = 0;
    for (int i = 0; i < kills; i++) {
      edit();
      hits += kill(i % 2 == 0) ? 1 : 0;
      pagesAreWhole();
    }
    build(out);
    build(anew);
    equal(files(anew), files(out));
    equalNames(
        List.of(".gitignore", "build", "build"),
        files(programme.resolve(".fortnight")).keySet().stream()
            .map(name -> name.replaceFirst("^build-[0-9a-f]{16}$", "build"))
            .toList());
    return hits;
  }

  /**
   * @param whileWriting soon after the first sign of it, else at any moment
   */
  private boolean kill(boolean whileWriting) throws IOException, InterruptedException {
    String before = signs();
    Process child = ChildBuild.start(ChildBuild.java(), List.of(), programme, out, log);
    if (whileWriting) {
      while (child.isAlive() && signs().equals(before)) {
        Thread.onSpinWait();
      }
      child.waitFor(random.nextInt(60_000), TimeUnit.MICROSECONDS);
    } else {
      child.waitFor((long) (whole * random.nextDouble()), TimeUnit.NANOSECONDS);
    }
    boolean isAlive = child.isAlive();
    child.destroyForcibly().waitFor();
    boolean isHit = isAlive && !signs().equals(before);
    history.add(isHit ? "killed while it wrote" : isAlive ? "killed" : "too late");
    return isHit;
  }

  /** What a build changes first. */
  private String signs() throws IOException {
    FileTime folder = Files.getLastModifiedTime(out);
    return folder + " " + Files.getLastModifiedTime(out.resolve(".fortnight-site"));
  }

  private void edit() throws IOException {
    for (int edits = random.nextInt(4); edits >= 0; edits--) {
      switch (random.nextInt(4)) {
        case 0 -> addNote();
        case 1 -> deleteNote();
        case 2 -> appendToNote();
        default -> describe();
      }
    }
  }

  /** All pages show it. */
  private void describe() throws IOException {
    String title = "Notes " + random.nextInt(10_000);
    Files.createDirectories(programme.resolve("research/weeknotes"));
    Files.writeString(
        programme.resolve("research/programme.yml"),
        """
        title: %s
        summary: What is it?
        cycle: {first: 2026-11-02, length: P14D, zone: Europe/London}
        site: {url: "https://example.org/notes/"}
        """
            .formatted(title));
    history.add("title " + title);
  }

  private void addNote() throws IOException {
    String name = "2026-11-10-n" + names++ + ".md";
    String text =
        "---\ntitle: Dŵr %d\ntags: [t%d]\npermalink: /dŵr/%d/%d/\n---\n%s\n"
            .formatted(names, random.nextInt(9), names % 3, names, "It is about this. ".repeat(99));
    Files.writeString(programme.resolve("research/weeknotes").resolve(name), text);
    history.add("add " + name);
  }

  private void deleteNote() throws IOException {
    Path note = anyNote();
    Files.delete(note);
    history.add("delete " + note.getFileName());
  }

  private void appendToNote() throws IOException {
    Path note = anyNote();
    Files.writeString(note, Files.readString(note) + "\nMore " + random.nextInt(10_000) + ".\n");
    history.add("write " + note.getFileName());
  }

  private Path anyNote() throws IOException {
    try (Stream<Path> notes = Files.list(programme.resolve("research/weeknotes"))) {
      List<Path> all = notes.sorted().toList();
      return all.get(random.nextInt(all.size()));
    }
  }

  private void build(Path folder) throws IOException, InterruptedException {
    Process child = ChildBuild.start(ChildBuild.java(), List.of(), programme, folder, log);
    if (child.waitFor() != 0) {
      throw new AssertionError(Files.readString(log) + " after " + history);
    }
  }

  private void pagesAreWhole() throws IOException {
    for (Map.Entry<String, String> file : files(out).entrySet()) {
      if (file.getKey().endsWith(".html") && !file.getValue().stripTrailing().endsWith("</html>")) {
        throw new AssertionError(file.getKey() + " is in pieces after " + history);
      }
    }
  }

  private void equal(Map<String, String> expected, Map<String, String> actual) {
    equalNames(List.copyOf(expected.keySet()), List.copyOf(actual.keySet()));
    expected.forEach(
        (path, text) -> {
          if (!text.equals(actual.get(path))) {
            throw new AssertionError(path + " differs after " + history);
          }
        });
  }

  private void equalNames(List<String> expected, List<String> actual) {
    if (!expected.equals(actual)) {
      throw new AssertionError(actual + " instead of " + expected + " after " + history);
    }
  }

  /** Folders too; a character for each byte. */
  private static Map<String, String> files(Path folder) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.filter(path -> !path.equals(folder)).toList()) {
        boolean isFile = Files.isRegularFile(path);
        files.put(
            folder.relativize(path).toString(),
            isFile ? Files.readString(path, java.nio.charset.StandardCharsets.ISO_8859_1) : "");
      }
    }
    return files;
  }
}
