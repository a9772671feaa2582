package dev.fortnight.site;

import dev.fortnight.check.CheckedNote;
import dev.fortnight.check.CheckedResearch;
import dev.fortnight.check.LinkTarget;
import dev.fortnight.check.Recorded;
import dev.fortnight.note.Captions;
import dev.fortnight.note.Note;
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
    Optional<URI> address = Recorded.address(note);
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
    for (String key : Recorded.WRITTEN) {
      written(note, key, root).ifPresent(url -> recording.put(key + "_url", url));
    }
    return Optional.of(recording);
  }

  /** A note of the site, a file of captions, or a page elsewhere. */
  private Optional<String> written(Note note, String key, String root) {
    LinkTarget target = research.links().named(note, key).orElse(new LinkTarget.Nowhere());
    if (target instanceof LinkTarget.OtherNote other) {
      return research
          .note(other.note().path())
          .map(page -> root + page.address() + other.fragment());
    }
    if (target instanceof LinkTarget.Media media && Captions.isNamed(media.path())) {
      return Optional.ofNullable(research.files().get(media.path()))
          .map(file -> root + file.address());
    }
    return target instanceof LinkTarget.Elsewhere elsewhere
        ? Recorded.web(elsewhere.address()).map(URI::toString)
        : Optional.empty();
  }
}
