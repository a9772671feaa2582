package dev.fortnight.note;

import dev.fortnight.problem.Problem;
import dev.fortnight.problem.SourceLocation;
import dev.fortnight.programme.StrictYaml;
import dev.fortnight.programme.YamlPlace;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes a note of a file's bytes, or says why it can't. */
public final class NoteReader {

  private static final Pattern FILE_NAME =
      Pattern.compile("(?:(\\d{4}-\\d{2}-\\d{2})-)?(.+)\\.(?:md|markdown)");

  private static final String CHECK = "front-matter";

  private final Markdown markdown = new FlexmarkMarkdown();

  /** A note, or the problem that keeps it from being one. */
  public sealed interface Result {

    record Read(Note note) implements Result {}

    record Refused(Problem problem) implements Result {}
  }

  /** Whether a path under {@code research/} is that of a note. */
  public static boolean isNote(String path) {
    String[] parts = path.split("/");
    return parts.length >= 2
        && Arrays.stream(parts).noneMatch(part -> part.startsWith("."))
        && NoteKind.ofFolder(parts[0]).isPresent()
        && FILE_NAME.matcher(parts[parts.length - 1]).matches();
  }

  /**
   * @param path relative to {@code research/}, one that {@link #isNote} accepts
   */
  public Result read(String path, byte[] bytes) {
    return read(path, bytes, NoteDefaults.NONE);
  }

  /**
   * @param path relative to {@code research/}, one that {@link #isNote} accepts
   * @param defaults what the configuration says of it
   */
  public Result read(String path, byte[] bytes, NoteDefaults defaults) {
    NoteText text;
    try {
      text = NoteText.of(bytes);
    } catch (NoteText.UnreadableException e) {
      return refused(path, e.line(), e.getMessage(), e.remedy());
    }
    try {
      return new Result.Read(note(path, text, frontMatter(text.yaml()), defaults));
    } catch (StrictYaml.RefusedException e) {
      return refused(path, e.line() + 1, e.getMessage(), "Correct this line.");
    } catch (Markdown.TooComplexException e) {
      return refused(
          path,
          text.bodyLine(),
          "the text is nested or repeated beyond what can be read safely",
          "Look for long runs of brackets, quotation marks or stars and shorten them.");
    }
  }

  private static Result refused(String path, int line, String what, String remedy) {
    return new Result.Refused(
        Problem.error(
            CHECK,
            new SourceLocation("research/" + path, line),
            what + ", so this note is not published",
            remedy));
  }

  private static FrontMatter frontMatter(String yaml) throws StrictYaml.RefusedException {
    StrictYaml.Mapping mapping = StrictYaml.read(yaml);
    Map<String, Integer> lines = new HashMap<>();
    mapping.lines().forEach((key, line) -> lines.put(key, line + 1));
    List<YamlPlace> places = mapping.places().stream().map(place -> place.below(1)).toList();
    return new FrontMatter(mapping.values(), lines, places);
  }

  private Note note(String path, NoteText text, FrontMatter own, NoteDefaults defaults)
      throws Markdown.TooComplexException {
    FrontMatter frontMatter = defaults.complete(own);
    NoteKind kind = NoteKind.ofFolder(path.substring(0, path.indexOf('/'))).orElseThrow();
    Matcher name = FILE_NAME.matcher(path.substring(path.lastIndexOf('/') + 1));
    if (!name.matches()) {
      throw new IllegalArgumentException(path + " is not the path of a note");
    }
    Optional<LocalDate> date =
        frontMatter
            .date("date")
            .or(() -> Optional.ofNullable(name.group(1)).flatMap(FrontMatter::parseDate));
    Optional<String> title = frontMatter.text("title");
    Optional<String> opening = title.isPresent() ? Optional.empty() : opening(text.body());
    String body = opening.map(line -> without(text.body(), line)).orElse(text.body());
    Markdown.Rendered rendered = markdown.render(body, text.bodyLine());
    Optional<String> heading =
        opening.isPresent() ? markdown.render(opening.get(), 1).heading() : rendered.heading();
    List<BlockAttributes> marks =
        rendered.attributes().stream()
            .filter(block -> block.classes().contains("evidence"))
            .toList();
    return new Note(
        path,
        kind,
        frontMatter.text("slug").orElse(slug(name.group(2))),
        title.or(() -> heading).orElse(name.group(2).replace('-', ' ')),
        date,
        frontMatter,
        text.whole(),
        rendered.prose(),
        evidence(path, frontMatter, text, rendered, marks),
        lostMarks(text, rendered, marks),
        LostKey.in(frontMatter),
        defaults.missingIn(own),
        defaults.holdBack(),
        List.copyOf(rendered.omissions()));
  }

  /** A heading of the first level in the first line: it is the title, so the text does without. */
  private static Optional<String> opening(String body) {
    return body.lines()
        .filter(line -> !line.isBlank())
        .findFirst()
        .filter(line -> line.startsWith("# "));
  }

  private static String without(String body, String line) {
    int start = body.indexOf(line);
    return body.substring(0, start)
        + " ".repeat(line.length())
        + body.substring(start + line.length());
  }

  /** A file name as it may stand in an address. */
  private static String slug(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFC)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{Nd}\\p{M}._~-]+", "-")
        .replaceAll("^[-.]+|[-.]+$", "");
  }

  private static List<Evidence> evidence(
      String path,
      FrontMatter frontMatter,
      NoteText text,
      Markdown.Rendered rendered,
      List<BlockAttributes> marks) {
    List<String> participants = frontMatter.texts("participants");
    Optional<String> only =
        participants.size() == 1 ? Optional.of(participants.get(0)) : Optional.empty();
    return marks.stream()
        .filter(mark -> isKept(mark, rendered))
        .map(
            mark ->
                new Evidence(
                    path.substring(0, path.lastIndexOf('.')),
                    mark.id().orElseThrow(),
                    Optional.ofNullable(mark.attributes().get("participant")).or(() -> only),
                    words(mark, "supports"),
                    words(mark, "contradicts"),
                    rendered.quotations().get(mark.id().orElseThrow()),
                    text.bodyLine() + mark.line()))
        .toList();
  }

  private static List<LostMark> lostMarks(
      NoteText text, Markdown.Rendered rendered, List<BlockAttributes> marks) {
    return marks.stream()
        .filter(mark -> !isKept(mark, rendered))
        .map(mark -> new LostMark(text.bodyLine() + mark.line(), mark.id().isPresent()))
        .toList();
  }

  private static boolean isKept(BlockAttributes mark, Markdown.Rendered rendered) {
    return mark.id().filter(rendered.quotations()::containsKey).isPresent();
  }

  private static List<String> words(BlockAttributes block, String attribute) {
    return Arrays.stream(block.attributes().getOrDefault(attribute, "").split("[\\s,]+"))
        .filter(word -> !word.isEmpty())
        .toList();
  }
}
