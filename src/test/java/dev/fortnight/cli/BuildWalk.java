package dev.fortnight.cli;

import dev.fortnight.site.FolderSink;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.stream.Stream;

/**
 * Edits a programme at random as people do, builds it over what is there after each edit, and
 * compares with a build from nothing. By hand: {@code BuildWalk FOLDER FIRST-SEED SEEDS EDITS}.
 */
final class BuildWalk {

  private static final List<String> KINDS =
      List.of("interviews", "weeknotes", "findings", "recommendations", "assumptions", "pages");

  /** Layouts have the second one too. */
  private static final List<String> PLACES = List.of("Place", "Evidence");

  private static final List<String> TAGS = List.of("risk", "support", "Money", "a <b>");
  private static final List<String> CONSENT =
      List.of("public", "public", "findings-only", "internal", "withdrawn");

  private final Path programme;
  private final Path out;
  private final Path anew;
  private final Tested tested;
  private final boolean isCommand;
  private final Random random;
  private final TreeMap<String, String> notes = new TreeMap<>();
  private final List<String> history = new ArrayList<>();
  private int names;

  /** Makes a small programme in a folder that is empty yet. */
  BuildWalk(Path folder, long seed) throws IOException {
    this(folder, seed, Optional.empty());
  }

  /** Has something else than the command build over what is there. */
  static BuildWalk of(Path folder, long seed, Tested tested) throws IOException {
    return new BuildWalk(folder, seed, Optional.of(tested));
  }

  /** Builds a programme into a folder. */
  interface Tested {

    void build(Path programme, Path out) throws IOException;
  }

  private BuildWalk(Path folder, long seed, Optional<Tested> other) throws IOException {
    this.tested = other.orElse((any, into) -> build(into));
    this.isCommand = other.isEmpty();
    this.programme = Files.createDirectories(folder.resolve("programme"));
    this.out = folder.resolve("out");
    this.anew = folder.resolve("anew");
    this.random = new Random(seed);
    describe("Notes");
    topics("open");
    for (int i = 0; i < 8; i++) {
      addNote();
    }
  }

  public static void main(String[] arguments) throws IOException {
    PrintStream out = System.out;
    int first = Integer.parseInt(arguments[1]);
    for (int seed = first; seed < first + Integer.parseInt(arguments[2]); seed++) {
      new BuildWalk(Path.of(arguments[0], "" + seed), seed).walk(Integer.parseInt(arguments[3]));
      out.println("seed " + seed + ": equal after each edit");
    }
    System.exit(0);
  }

  /**
   * @throws AssertionError with the edits so far, if a tree is not that of a clean build
   */
  void walk(int edits) throws IOException {
    compare();
    for (int i = 0; i < edits; i++) {
      edit();
      compare();
    }
  }

  private void edit() throws IOException {
    switch (random.nextInt(isCommand ? 21 : 19)) {
      case 0, 1 -> addNote();
      case 2 -> change("delete", null);
      case 3 -> rename();
      case 4 ->
          change("retitle", text -> line(text, "title", "\"Title " + random.nextInt() + "\""));
      case 5 -> change("retag", text -> line(text, "tags", "[\"" + pick(TAGS) + "\"]"));
      case 6 -> change("consent", text -> line(text, "consent", pick(CONSENT)));
      case 7 -> change("relink", text -> text + "\nSee [it](../" + pick(notes.keySet()) + ").\n");
      case 8 -> change("write", text -> text + "\nMore " + random.nextInt() + ".\n");
      case 9 ->
          change("permalink", text -> line(text, "permalink", "/at/" + random.nextInt(3) + "/"));
      case 10 -> topics(pick(List.of("open", "closed", "gone")));
      case 11 -> configure();
      case 12 -> theme();
      case 13 -> describe("Notes " + random.nextInt(3));
      case 14 ->
          change(
              "describe",
              text -> text.replaceFirst("(?m)^It is about .*$", "It is about " + random.nextInt()));
      case 15 ->
          change(
              "quote",
              text -> text.replaceFirst("(?m)^> .*$", "> Quotation " + random.nextInt() + "."));
      case 16 -> change("head", text -> text + "\n## " + pick(PLACES) + "\n");
      case 17 ->
          change(
              "point",
              text ->
                  text
                      + "\n[Here](../"
                      + pick(notes.keySet())
                      + "#"
                      + pick(PLACES).toLowerCase(Locale.ROOT)
                      + ").\n");
      case 18 ->
          change("move", text -> line(text, "redirect_from", "/was/" + random.nextInt(4) + "/"));
      case 19 -> tamper();
      default -> loseState();
    }
  }

  private void addNote() throws IOException {
    String kind = pick(KINDS);
    String path = kind + "/2026-11-" + (10 + random.nextInt(10)) + "-n" + names++ + ".md";
    String cited = notes.isEmpty() ? "" : pick(notes.keySet()).replaceFirst("\\.md$", "#q1");
    write(
        path,
        """
        ---
        title: "Note %d"
        tags: ["%s"]
        consent: %s
        participants: [P0%d]
        topics: [1]
        evidence: ["%s"]
        supports: [n1]
        ---
        It is about this.

        > A quotation.
        {: #q1 .evidence supports="n1"}
        """
            .formatted(names, pick(TAGS), pick(CONSENT), random.nextInt(4), cited));
    history.add("add " + path);
  }

  /** Makes a change of the text of some note; none to have it deleted. */
  private void change(String what, UnaryOperator<String> change) throws IOException {
    if (notes.isEmpty()) {
      return;
    }
    String path = pick(notes.keySet());
    history.add(what + " " + path);
    if (change == null) {
      notes.remove(path);
      Files.delete(research(path));
    } else {
      write(path, change.apply(notes.get(path)));
    }
  }

  private void rename() throws IOException {
    if (notes.isEmpty()) {
      return;
    }
    String path = pick(notes.keySet());
    String other = pick(KINDS) + "/renamed-" + names++ + ".md";
    Files.createDirectories(research(other).getParent());
    Files.move(research(path), research(other));
    notes.put(other, notes.remove(path));
    history.add("rename " + path + " to " + other);
  }

  private static String line(String text, String key, String value) {
    String line = key + ": " + value + "\n";
    String others = text.replaceFirst("(?m)^" + key + ":.*\n", "");
    return others.replaceFirst("---\n", Matcher.quoteReplacement("---\n" + line));
  }

  private void topics(String state) throws IOException {
    Path file = research("backlog.json");
    Files.createDirectories(file.getParent());
    Files.writeString(file, state.equals("gone") ? gone() : "[" + topic(1, state) + "]");
    history.add("topics " + state);
  }

  private String topic(int number, String state) {
    return """
        {"number": %d, "html_url": "https://github.com/example/notes/issues/%d",
         "title": "Who pays? %d", "state": "%s", "labels": [],
         "created_at": "2026-11-02T09:00:00Z", "updated_at": "2026-11-02T09:00:00Z"}"""
        .formatted(number, number, random.nextInt(3), state);
  }

  /** Topic 1 is deleted, or is topic 2 by now, which is there or not. */
  private String gone() {
    String other = random.nextBoolean() ? ", " + topic(2, "open") : "";
    return """
        [{"number": 1, "repository": "example/notes", "tombstone": {"at": "2026-11-0%dT09:00:00Z",
          "reason": "%s", "movedTo": "https://github.com/example/notes/issues/2"}}%s]"""
        .formatted(1 + random.nextInt(2), pick(List.of("deleted", "transferred")), other);
  }

  private void configure() throws IOException {
    Path file = programme.resolve("site/_config.yml");
    Files.createDirectories(file.getParent());
    boolean isShown = random.nextBoolean();
    Files.writeString(
        file,
        "defaults: [{scope: {path: '', type: weeknotes}, values: {published: %s}}]\n"
            .formatted(isShown));
    history.add("_config.yml shows weeknotes: " + isShown);
  }

  /** Takes a theme of its own, or changes a part of it. */
  private void theme() throws IOException {
    Path site = programme.resolve("site");
    if (!Files.isDirectory(site.resolve("_layouts"))) {
      copy(Path.of("site"), site);
    }
    String part = pick(List.of("_layouts/finding.html", "_includes/tags.html", "assets/icon.svg"));
    Files.writeString(
        site.resolve(part),
        Files.readString(site.resolve(part)).stripTrailing()
            + "\n<!-- "
            + random.nextInt()
            + " -->\n");
    history.add("theme " + part);
  }

  private void describe(String title) throws IOException {
    Path file = research("programme.yml");
    Files.createDirectories(file.getParent());
    Files.writeString(
        file,
        """
        title: %s
        summary: What is it?
        cycle: {first: 2026-11-02, length: P14D, zone: Europe/London}
        backlog: {file: backlog.json}
        site: {url: "https://example.org/notes/"}
        """
            .formatted(title));
    history.add("title " + title);
  }

  /** Somebody changes or deletes what was built. */
  private void tamper() throws IOException {
    String file = pick(files(out).keySet());
    boolean isDeleted = random.nextBoolean();
    // a folder without its list is somebody else's, and is refused
    if (isDeleted && !file.equals(FolderSink.MARK)) {
      Files.delete(out.resolve(file));
    } else {
      Files.writeString(out.resolve(file), "changed");
    }
    history.add("tamper " + file);
  }

  private void loseState() throws IOException {
    Map<String, byte[]> states = files(programme.resolve(".fortnight"));
    for (String name : states.keySet()) {
      byte[] state = states.get(name);
      if (random.nextBoolean()) {
        Files.delete(programme.resolve(".fortnight").resolve(name));
      } else if (state.length > 0) {
        state[random.nextInt(state.length)] ^= 4;
        Files.write(programme.resolve(".fortnight").resolve(name), state);
      }
    }
    history.add("lose the state");
  }

  private void compare() throws IOException {
    for (int again = random.nextInt(3); again >= 0; again--) {
      tested.build(programme, out);
    }
    delete(anew);
    CommandRun clean = build(anew);
    Map<String, byte[]> expected = files(anew);
    Map<String, byte[]> actual = files(out);
    List<String> different = new ArrayList<>();
    Stream.concat(expected.keySet().stream(), actual.keySet().stream())
        .distinct()
        .filter(file -> !Objects.deepEquals(expected.get(file), actual.get(file)))
        .forEach(different::add);
    if (!different.isEmpty()) {
      throw new AssertionError(different + " after " + history);
    }
    if (!isCommand) {
      return;
    }
    CommandRun again = build(out);
    if (!again.err().equals(clean.err()) || again.status() != clean.status()) {
      throw new AssertionError("it says something else after " + history);
    }
  }

  private CommandRun build(Path folder) {
    CommandRun run =
        CommandRun.ofFortnight(
            "build",
            "--programme",
            programme.toString(),
            "--data",
            programme.resolve("none").toString(),
            "--out",
            folder.toString());
    if (run.status() > Fortnight.LEFT_OUT) {
      throw new AssertionError(run.err() + " after " + history);
    }
    return run;
  }

  private void write(String path, String text) throws IOException {
    Files.createDirectories(research(path).getParent());
    Files.writeString(research(path), text);
    notes.put(path, text);
  }

  private Path research(String path) {
    return programme.resolve("research").resolve(path);
  }

  private <T> T pick(Collection<T> some) {
    return some.stream().skip(random.nextInt(some.size())).findFirst().orElseThrow();
  }

  static Map<String, byte[]> files(Path folder) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    if (!Files.isDirectory(folder)) {
      return files;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.put(folder.relativize(file).toString(), Files.readAllBytes(file));
      }
    }
    return files;
  }

  private static void copy(Path from, Path to) throws IOException {
    for (Map.Entry<String, byte[]> file : files(from).entrySet()) {
      Path target = to.resolve(file.getKey());
      if (Files.notExists(target)) {
        Files.createDirectories(target.getParent());
        Files.write(target, file.getValue());
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    if (Files.notExists(folder)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
