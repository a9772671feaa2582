package dev.fortnight.note;

import dev.fortnight.problem.SourceLocation;
import dev.fortnight.programme.YamlPlace;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/**
 * A note as its author wrote it. Nothing about it is checked yet.
 *
 * @param path relative to {@code research/}, for example {@code
 *     interviews/2026-11-10-county-architect.md}
 * @param slug its name in addresses: the file name without date and ending, or the front matter's
 * @param source the whole file, lines ending in a line feed
 * @param evidence what is marked as such in it
 * @param lostMarks marks of evidence that have no effect
 * @param lostKeys keys of its front matter that would keep it from the public and have no effect
 * @param configured what of its front matter comes from the configuration and not from its file
 * @param isHeldBack whether the configuration may keep it back, which its front matter then says
 *     too
 * @param omissions what of its text does not reach its page
 */
public record Note(
    String path,
    NoteKind kind,
    String slug,
    String title,
    Optional<LocalDate> date,
    FrontMatter frontMatter,
    String source,
    Prose prose,
    List<Evidence> evidence,
    List<LostMark> lostMarks,
    List<LostKey> lostKeys,
    SortedMap<String, Object> configured,
    boolean isHeldBack,
    List<Omission> omissions) {

  /** The keys of its front matter that say what it is called and about. */
  private static final Set<String> NAMING = Set.of("title", "description", "excerpt");

  /** In lines; no honest mark has more. */
  private static final int LONGEST_MARK = 20;

  /** The path from the programme's folder, as problems show it. */
  public String file() {
    return "research/" + path;
  }

  /** The path without its ending, as findings cite it. */
  public String reference() {
    return path.substring(0, path.lastIndexOf('.'));
  }

  /** Where a key or a value of the front matter stands. */
  public SourceLocation at(YamlPlace place) {
    return SourceLocation.columns(file(), place.line(), place.first(), place.end());
  }

  /** Where something in its text stands. */
  public SourceLocation at(TextPlace place) {
    return new SourceLocation(file(), place.line(), place.columns());
  }

  /** Where a key of the front matter stands; the first line where it is absent. */
  public SourceLocation atKey(String key) {
    return frontMatter.keys().stream()
        .filter(place -> place.path().equals(key))
        .findFirst()
        .map(this::at)
        .orElseGet(() -> new SourceLocation(file(), frontMatter.line(key)));
  }

  /** Where the one value of a key stands; its key where the value is empty or none of its own. */
  public SourceLocation atValue(String key) {
    List<YamlPlace> values = values(key);
    return values.size() == 1 && values.get(0).end() > values.get(0).first()
        ? at(values.get(0))
        : atKey(key);
  }

  /** Where one value of a key stands; its key where it isn't found. */
  public SourceLocation atValue(String key, String value) {
    return values(key).stream()
        .filter(place -> place.text().strip().equals(value) && place.end() > place.first())
        .findFirst()
        .map(this::at)
        .orElseGet(() -> atKey(key));
  }

  private List<YamlPlace> values(String key) {
    return frontMatter.places().stream()
        .filter(place -> !place.isKey() && place.path().equals(key))
        .toList();
  }

  /** Where a mark of evidence says something; the whole mark where that isn't found. */
  public SourceLocation atMark(Evidence mark, String said) {
    List<String> lines = source.lines().skip(mark.line() - 1).limit(LONGEST_MARK).toList();
    for (int i = 0; i < lines.size() && lines.get(i).strip().startsWith("{:"); i++) {
      int from = isolated(lines.get(i), said);
      if (from >= 0) {
        int first = lines.get(i).codePointCount(0, from) + 1;
        int end = first + said.codePointCount(0, said.length());
        return SourceLocation.columns(file(), mark.line() + i, first, end);
      }
    }
    return atLine(mark.line());
  }

  public SourceLocation atLine(int line) {
    return new SourceLocation(file(), line);
  }

  /** Where a line holds a value that is not a part of a longer one; below 0 where it doesn't. */
  private static int isolated(String line, String value) {
    int at = value.isEmpty() ? -1 : line.indexOf(value);
    while (at >= 0) {
      int end = at + value.length();
      boolean begins = at == 0 || !Character.isLetterOrDigit(line.charAt(at - 1));
      boolean ends = end == line.length() || !isWord(line.charAt(end));
      if (begins && ends) {
        return at;
      }
      at = line.indexOf(value, at + 1);
    }
    return -1;
  }

  private static boolean isWord(char character) {
    return Character.isLetterOrDigit(character) || "_:.-".indexOf(character) >= 0;
  }

  /** The topics that it belongs to, as slugs. */
  public List<String> topics() {
    List<String> many = frontMatter.texts("topics");
    return many.isEmpty() ? frontMatter.texts("topic") : many;
  }

  /** Whether it has the title and the description of an earlier state of it. */
  public boolean isCalledAs(Note earlier) {
    return title.equals(earlier.title) && description().equals(earlier.description());
  }

  /**
   * Whether pages of others show and link to the same of it as of an earlier state, but for its
   * title and its description: all but its text, and of that what is marked as evidence, its links
   * and its places.
   */
  public boolean isForOthersAs(Note earlier) {
    return path.equals(earlier.path)
        && slug.equals(earlier.slug)
        && date.equals(earlier.date)
        && beside(NAMING).equals(earlier.beside(NAMING))
        && configured.equals(earlier.configured)
        && isHeldBack == earlier.isHeldBack
        && prose.leadsWhere(earlier.prose)
        && prose.ids().equals(earlier.prose.ids())
        && hasEvidenceOf(earlier);
  }

  private Map<String, Object> beside(Set<String> keys) {
    Map<String, Object> rest = new HashMap<>(frontMatter.values());
    rest.keySet().removeAll(keys);
    return rest;
  }

  private boolean hasEvidenceOf(Note earlier) {
    boolean isSame = evidence.size() == earlier.evidence.size();
    for (int i = 0; isSame && i < evidence.size(); i++) {
      isSame = evidence.get(i).says(earlier.evidence.get(i));
    }
    return isSame;
  }

  /** What the note is about in a sentence or two, as plain text. */
  public String description() {
    return frontMatter
        .text("description")
        .or(() -> frontMatter.text("excerpt"))
        .orElse(prose.summary());
  }
}
