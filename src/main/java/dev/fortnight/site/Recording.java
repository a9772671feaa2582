package dev.fortnight.site;

import dev.fortnight.check.CheckedNote;
import dev.fortnight.check.CheckedResearch;
import dev.fortnight.check.LinkTarget;
import dev.fortnight.note.FrontMatter;
import dev.fortnight.note.Link;
import dev.fortnight.note.Note;
import dev.fortnight.note.TextPlace;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a page shows of a recording: a link to it, and where it is a film on YouTube, what to load
 * once a reader asks for it. Nothing of another site is loaded before.
 */
final class Recording {

  private static final Pattern FILM =
      Pattern.compile(
          "https://(?:(?:www|m)\\.)?(?:"
              + "youtube\\.com/(?:watch\\?(?:[^#]*&)?v=|live/|shorts/|embed/)"
              + "|youtube-nocookie\\.com/embed/|youtu\\.be/)([A-Za-z0-9_-]{11})(?:[?&#/].*)?");

  private final CheckedResearch research;

  Recording(CheckedResearch research) {
    this.research = research;
  }

  /** Empty where a note has none that can be linked to. */
  Optional<Map<String, Object>> of(CheckedNote checked, String root) {
    Note note = checked.content();
    FrontMatter frontMatter = note.frontMatter();
    Optional<URI> address = frontMatter.text("recording").flatMap(Recording::web);
    if (address.isEmpty()) {
      return Optional.empty();
    }
    Map<String, Object> recording = new LinkedHashMap<>();
    recording.put("url", address.get().toString());
    recording.put("host", address.get().getHost());
    Matcher film = FILM.matcher(address.get().toString());
    if (film.matches()) {
      recording.put("url", "https://www.youtube.com/watch?v=" + film.group(1));
      recording.put("host", "YouTube");
      recording.put("embed", "https://www.youtube-nocookie.com/embed/" + film.group(1));
    }
    for (String key : new String[] {"captions", "transcript"}) {
      frontMatter
          .text(key)
          .flatMap(target -> written(note, target, root))
          .ifPresent(url -> recording.put(key + "_url", url));
    }
    return Optional.of(recording);
  }

  private static Optional<URI> web(String text) {
    try {
      return Optional.of(new URI(text))
          .filter(address -> "https".equals(address.getScheme()) && address.getHost() != null);
    } catch (java.net.URISyntaxException e) {
      return Optional.empty();
    }
  }

  /** A note of the site, or a page elsewhere. */
  private Optional<String> written(Note note, String target, String root) {
    Link link = new Link(target, new TextPlace(1, Optional.empty()), false, "");
    LinkTarget found = research.links().resolve(note, link);
    return found instanceof LinkTarget.OtherNote other
        ? research.note(other.note().path()).map(page -> root + page.address() + other.fragment())
        : web(target).map(URI::toString);
  }
}
