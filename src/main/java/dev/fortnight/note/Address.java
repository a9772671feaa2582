package dev.fortnight.note;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Where a note's page stands in a tree: relative to the tree's root, without a leading slash,
 * ending in a slash or in a file name, for example {@code findings/risk-is-about-assurance/}.
 */
public final class Address {

  private static final Pattern SEGMENT =
      Pattern.compile("[\\p{L}\\p{Nd}_][\\p{L}\\p{Nd}\\p{M}._~-]*");

  /** File systems allow 255 bytes for a name; a partial file's name is a little longer. */
  private static final int LONGEST_SEGMENT = 200;

  private static final int LONGEST_ADDRESS = 400;

  /**
   * Names that Windows keeps for devices, whatever follows them, and what it calls {@code .git}.
   */
  private static final Pattern DEVICE =
      Pattern.compile("(?i)(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\\..*)?|(?i)git~1");

  private static final int LONGEST_DEVICE = 5;

  /** What the site itself puts at a tree's or the site's root. */
  private static final Set<String> RESERVED =
      Set.of(
          "assets",
          "media",
          "edition",
          "editions",
          "working",
          "tags",
          "search",
          "feeds",
          "data",
          "evidence",
          "open-call",
          "index.html",
          "404.html",
          "feed.xml",
          "feed.json",
          "calendar.ics",
          "findings.json",
          "findings.csv",
          "assumptions.json",
          "topics.json",
          "schemas",
          "citation.cff",
          "citation.bib",
          "versions.json",
          "sitemap.xml",
          "robots.txt",
          "cname",
          "readme.md");

  private Address() {}

  /**
   * The address that the folder and the slug, or a permalink, give; empty where it is not usable.
   */
  public static Optional<String> of(Note note) {
    if (!note.frontMatter().has("permalink")) {
      return Optional.of(note.kind().folder() + "/" + note.slug() + "/").filter(Address::isUsable);
    }
    return Permalink.of(note)
        .flatMap(permalink -> permalink.expand(note))
        .map(Address::relative)
        .filter(Address::isUsable);
  }

  /**
   * An address that a page once had, as {@code redirect_from} writes it; empty where it leads out
   * of the site or to what the site itself uses.
   */
  public static Optional<String> former(String written) {
    return Optional.of(written)
        .filter(address -> !address.startsWith("//"))
        .map(Address::relative)
        .filter(Address::isUsable);
  }

  /** Whether the file name alone gives a note's address. */
  public static boolean isFromFileName(Note note) {
    return !note.frontMatter().has("permalink") && !note.frontMatter().has("slug");
  }

  /** The address with the note's date in it; empty where it is not usable. */
  public static Optional<String> dated(Note note) {
    return note.date()
        .map(date -> note.kind().folder() + "/" + date + "-" + note.slug() + "/")
        .filter(Address::isUsable);
  }

  /** What two addresses share where a file system or a browser takes one for the other. */
  public static String folded(String address) {
    return isFolded(address)
        ? address
        : Normalizer.normalize(address, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
  }

  /** Most addresses are plain, and all are asked for in each build. */
  private static boolean isFolded(String address) {
    for (int i = 0; i < address.length(); i++) {
      char character = address.charAt(i);
      if (character >= 128 || character >= 'A' && character <= 'Z') {
        return false;
      }
    }
    return true;
  }

  /** The file of an address: {@code index.html} is added to a folder. */
  public static String file(String address) {
    return address.isEmpty() || address.endsWith("/") ? address + "index.html" : address;
  }

  private static String relative(String expanded) {
    String relative = expanded.replaceAll("/{2,}", "/").replaceFirst("^/", "");
    boolean isFile = relative.endsWith(".html");
    return isFile || relative.endsWith("/") ? relative : relative + "/";
  }

  private static boolean isUsable(String address) {
    boolean isFolder = address.endsWith("/");
    String path = isFolder ? address.substring(0, address.length() - 1) : address;
    String[] segments = path.split("/", -1);
    for (int i = 0; i < segments.length; i++) {
      if (!isUsable(segments[i], !isFolder && i == segments.length - 1)) {
        return false;
      }
    }
    String first = folded(segments[0]);
    boolean isSection = segments.length == 1 && NoteKind.ofFolder(first).isPresent();
    return bytes(address) <= LONGEST_ADDRESS
        && !RESERVED.contains(first)
        && !first.equals("topics")
        && !isSection
        && !folded(segments[segments.length - 1]).equals("index.html");
  }

  /** A folder never ends like a file, so that no page's folder is another page's file. */
  private static boolean isUsable(String segment, boolean isFile) {
    if (isPlain(segment)) {
      return true;
    }
    return SEGMENT.matcher(segment).matches()
        && bytes(segment) <= LONGEST_SEGMENT
        && !segment.contains("..")
        && !segment.endsWith(".")
        && !DEVICE.matcher(segment).matches()
        && (isFile || !folded(segment).endsWith(".html"));
  }

  /**
   * Small letters, digits and hyphens, too many for a device: most segments are, and that shows.
   */
  private static boolean isPlain(String segment) {
    if (segment.length() <= LONGEST_DEVICE
        || segment.length() > LONGEST_SEGMENT
        || segment.charAt(0) == '-') {
      return false;
    }
    for (int i = 0; i < segment.length(); i++) {
      char character = segment.charAt(i);
      boolean isPlain =
          character >= 'a' && character <= 'z'
              || character >= '0' && character <= '9'
              || character == '-';
      if (!isPlain) {
        return false;
      }
    }
    return true;
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
