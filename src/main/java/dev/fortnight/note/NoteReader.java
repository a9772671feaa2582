package dev.fortnight.note;

import dev.fortnight.problem.Problem;
import dev.fortnight.problem.SourceLocation;
import dev.fortnight.programme.StrictYaml;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes a note of a file's bytes, or says why it can't. */
public final class NoteReader {

  /** Honest notes have a few kilobytes; parsers get slow long before this. */
  private static final int LARGEST_NOTE = 256 * 1024;

  private static final int LARGEST_FRONT_MATTER = 16 * 1024;

  private static final Pattern FILE_NAME =
      Pattern.compile("(?:(\\d{4}-\\d{2}-\\d{2})-)?(.+)\\.(?:md|markdown)");

  private static final Pattern FIRST_HEADING = Pattern.compile("(?m)^# +(.+?) *#*$");

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
        && NoteKind.ofFolder(parts[0]).isPresent()
        && FILE_NAME.matcher(parts[parts.length - 1]).matches();
  }

  /**
   * @param path relative to {@code research/}, one that {@link #isNote} accepts
   */
  public Result read(String path, byte[] bytes) {
    if (bytes.length > LARGEST_NOTE) {
      return refused(path, 0, "the file is over 256 KiB", "Split it, or move its tables to data.");
    }
    String text;
    try {
      text = text(bytes);
    } catch (CharacterCodingException e) {
      return refused(path, 0, "the file is not UTF-8", "Save it as UTF-8.");
    }
    Optional<Parts> parts = split(text);
    if (parts.isEmpty()) {
      return refused(path, 1, "the front matter is never closed", "Add a line '---' under it.");
    }
    return read(path, text, parts.get());
  }

  private Result read(String path, String text, Parts parts) {
    if (parts.yaml().length() > LARGEST_FRONT_MATTER) {
      return refused(path, 1, "the front matter is over 16 KiB", "Move text below it.");
    }
    FrontMatter frontMatter;
    try {
      frontMatter = frontMatter(parts.yaml());
    } catch (StrictYaml.RefusedException e) {
      return refused(path, e.line() + 1, e.getMessage(), "Correct this line.");
    }
    try {
      return new Result.Read(note(path, text, frontMatter, parts));
    } catch (Markdown.TooComplexException e) {
      return refused(
          path,
          parts.bodyLine(),
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

  private static String text(byte[] bytes) throws CharacterCodingException {
    String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    String withoutMark = text.startsWith("\uFEFF") ? text.substring(1) : text;
    return withoutMark.replace("\r\n", "\n").replace('\r', '\n').replace('\0', '\uFFFD');
  }

  private record Parts(String yaml, String body, int bodyLine) {}

  private static Optional<Parts> split(String text) {
    if (!text.matches("(?s)---[ \\t]*\\n.*")) {
      return Optional.of(new Parts("", text, 1));
    }
    int start = text.indexOf('\n') + 1;
    Matcher end = Pattern.compile("(?m)^(?:---|\\.\\.\\.)[ \\t]*$").matcher(text);
    if (!end.find(start)) {
      return Optional.empty();
    }
    int bodyStart = Math.min(text.length(), end.end() + 1);
    int bodyLine = 1 + (int) text.substring(0, bodyStart).chars().filter(c -> c == '\n').count();
    return Optional.of(
        new Parts(text.substring(start, end.start()), text.substring(bodyStart), bodyLine));
  }

  private static FrontMatter frontMatter(String yaml) throws StrictYaml.RefusedException {
    StrictYaml.Mapping mapping = StrictYaml.read(yaml);
    Map<String, Integer> lines = new java.util.HashMap<>();
    mapping.lines().forEach((key, line) -> lines.put(key, line + 1));
    return new FrontMatter(mapping.values(), lines);
  }

  private Note note(String path, String text, FrontMatter frontMatter, Parts parts)
      throws Markdown.TooComplexException {
    NoteKind kind = NoteKind.ofFolder(path.substring(0, path.indexOf('/'))).orElseThrow();
    Matcher name = FILE_NAME.matcher(path.substring(path.lastIndexOf('/') + 1));
    if (!name.matches()) {
      throw new IllegalArgumentException(path + " is not the path of a note");
    }
    Optional<LocalDate> date =
        frontMatter
            .date("date")
            .or(() -> Optional.ofNullable(name.group(1)).flatMap(FrontMatter::parseDate));
    String slug = frontMatter.text("slug").orElse(slug(name.group(2)));
    Matcher heading = FIRST_HEADING.matcher(parts.body());
    String title =
        frontMatter
            .text("title")
            .orElseGet(() -> heading.find() ? heading.group(1) : name.group(2).replace('-', ' '));
    Markdown.Rendered rendered = markdown.render(parts.body(), parts.bodyLine());
    return new Note(
        path,
        kind,
        slug,
        title,
        date,
        frontMatter,
        text,
        rendered.prose(),
        evidence(path, frontMatter, parts, rendered));
  }

  /** A file name as it may stand in an address. */
  private static String slug(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFC)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{Nd}\\p{M}._~-]+", "-")
        .replaceAll("^[-.]+|[-.]+$", "");
  }

  private static List<Evidence> evidence(
      String path, FrontMatter frontMatter, Parts parts, Markdown.Rendered rendered) {
    List<String> participants = frontMatter.texts("participants");
    Optional<String> only =
        participants.size() == 1 ? Optional.of(participants.get(0)) : Optional.empty();
    List<Evidence> evidence = new ArrayList<>();
    for (BlockAttributes block : BlockAttributes.extract(parts.body()).blocks()) {
      if (block.isEvidence() && rendered.quotations().containsKey(block.id().orElseThrow())) {
        String id = block.id().orElseThrow();
        evidence.add(
            new Evidence(
                path.substring(0, path.lastIndexOf('.')),
                id,
                Optional.ofNullable(block.attributes().get("participant")).or(() -> only),
                words(block, "supports"),
                words(block, "contradicts"),
                rendered.quotations().get(id),
                parts.bodyLine() + block.line()));
      }
    }
    return List.copyOf(evidence);
  }

  private static List<String> words(BlockAttributes block, String attribute) {
    return Arrays.stream(block.attributes().getOrDefault(attribute, "").split("[\\s,]+"))
        .filter(word -> !word.isEmpty())
        .toList();
  }
}
