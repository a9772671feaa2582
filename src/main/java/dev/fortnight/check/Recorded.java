package dev.fortnight.check;

import dev.fortnight.note.FrontMatter;
import dev.fortnight.note.Note;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;

/** What the front matter of a note says of a recording. */
public final class Recorded {

  static final String KEY = "recording";

  /** The keys that name it in writing. */
  public static final List<String> WRITTEN = List.of("captions", "transcript");

  private Recorded() {}

  /** Where it can be heard or seen; empty where that is no address that a page may link to. */
  public static Optional<URI> address(Note note) {
    return note.frontMatter().text(KEY).flatMap(Recorded::web);
  }

  /** An address by https, in the form that a page links to. */
  public static Optional<URI> web(String text) {
    try {
      return Optional.of(new URI(text))
          .filter(address -> "https".equals(address.getScheme()) && address.getHost() != null);
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  static boolean isSaid(FrontMatter frontMatter, String key) {
    return frontMatter.has(key) && !frontMatter.saysNo(key);
  }
}
