package dev.fortnight.web;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The files of a preview as they are sent. */
final class PreviewPages {

  private static final String HTML = "text/html;charset=utf-8";
  private static final String END = "</body>";

  private final PreviewState state;

  PreviewPages(PreviewState state) {
    this.state = state;
  }

  /**
   * What is sent.
   *
   * @param type the type of the content; of what has moved, where it is
   */
  record Answer(String type, byte[] bytes, boolean isMissing, boolean isMoved) {

    static Answer of(String type, byte[] bytes) {
      return new Answer(type, bytes, false, false);
    }
  }

  /** What only a preview has. */
  static Optional<Answer> own(String name) {
    if (!List.of("preview.js", "preview.css").contains(name)) {
      return Optional.empty();
    }
    try (InputStream in = PreviewPages.class.getResourceAsStream("/assets/" + name)) {
      return Optional.of(Answer.of(ContentTypes.of(name), in.readAllBytes()));
    } catch (IOException e) {
      throw new IllegalStateException(name + " cannot be read", e);
    }
  }

  /**
   * @param path as the browser sent it
   */
  Answer at(String path) throws IOException {
    PreviewState.Shown shown = state.shown();
    SiteFiles files = new FolderSiteFiles(state.folder());
    Optional<SitePath> asked = SitePath.of(inTree(path, shown.site()));
    if (asked.isPresent()) {
      SitePath place = asked.get().endsWithSlash() ? asked.get().index() : asked.get();
      SiteFiles.Found found = files.at(place);
      if (found instanceof SiteFiles.Found.File file) {
        String type = ContentTypes.of(place.text());
        byte[] bytes = type.equals(HTML) ? told(file.bytes(), shown) : file.bytes();
        return Answer.of(type, bytes);
      }
      if (found instanceof SiteFiles.Found.Folder) {
        return new Answer(path.replaceFirst("^/+", "/") + "/", new byte[0], false, true);
      }
    }
    return missing(files, shown);
  }

  /** A page that is not found has links from the site's own root, wherever that will be. */
  private static String inTree(String path, Optional<URI> site) {
    String root = site.map(URI::getRawPath).filter(base -> path.startsWith(base)).orElse("/");
    return path.substring(Math.min(path.length(), root.length()));
  }

  /** It loads again too, for when its note comes back. */
  private Answer missing(SiteFiles files, PreviewState.Shown shown) throws IOException {
    byte[] page =
        files.at(new SitePath(List.of("404.html"), false)) instanceof SiteFiles.Found.File file
            ? file.bytes()
            : nothingYet().getBytes(StandardCharsets.UTF_8);
    return new Answer(HTML, told(page, shown), true, false);
  }

  private static String nothingYet() {
    return "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">"
        + "<meta name=\"viewport\" content=\"width=device-width\"><title>"
        + Words.say("preview.none.title")
        + "</title></head><body><h1>"
        + Words.say("preview.none")
        + "</h1></body></html>\n";
  }

  private static byte[] told(byte[] page, PreviewState.Shown shown) {
    String html = new String(page, StandardCharsets.UTF_8);
    int end = html.lastIndexOf(END);
    return end < 0
        ? page
        : (html.substring(0, end) + PreviewPanel.html(shown) + html.substring(end))
            .getBytes(StandardCharsets.UTF_8);
  }
}
