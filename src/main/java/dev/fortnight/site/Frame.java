package dev.fortnight.site;

import dev.fortnight.check.CheckedResearch;
import dev.fortnight.programme.Programme;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What every page of a tree has around its own content. */
final class Frame {

  /** Names and addresses of the licences that councils use. Source: spdx.org. */
  private static final Map<String, List<String>> LICENCES =
      Map.of(
          "OGL-UK-3.0",
          List.of(
              "Open Government Licence v3.0",
              "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/"),
          "CC-BY-4.0",
          List.of(
              "Creative Commons Attribution 4.0", "https://creativecommons.org/licenses/by/4.0/"),
          "CC0-1.0",
          List.of("CC0 1.0", "https://creativecommons.org/publicdomain/zero/1.0/"));

  private static final String MISSING = "404.html";

  /** What follows is not ASCII. */
  private static final int DEL = 127;

  private final CheckedResearch research;
  private final Programme programme;
  private final Tree tree;
  private final Messages messages;

  Frame(CheckedResearch research, Tree tree, Messages messages) {
    this.research = research;
    this.messages = messages;
    this.programme = research.programme();
    this.tree = tree;
  }

  /** What {@code site} stands for in layouts. */
  Map<String, Object> site(List<Map<String, Object>> navigation) {
    Map<String, Object> site = new LinkedHashMap<>();
    site.put("title", programme.title());
    site.put("summary", programme.summary());
    site.put("language", programme.language().toLanguageTag());
    site.put("url", programme.site().url().toString());
    programme.site().contact().ifPresent(contact -> site.put("contact", contact));
    site.putAll(licence(programme.site().licence()));
    programme
        .site()
        .logo()
        .map(research.files()::get)
        .ifPresent(file -> site.put("logo", file.address()));
    site.put("nav", navigation);
    site.put("foot", foot());
    site.put("words", messages.texts());
    return site;
  }

  /** Pages that every page leads to from its foot, where the programme has them. */
  private List<Map<String, Object>> foot() {
    return Stream.of("glossary", "accessibility", "correct-or-withdraw")
        .map(name -> research.note("pages/" + name + ".md"))
        .flatMap(Optional::stream)
        .map(Cards::link)
        .toList();
  }

  /** What may be done with a text: the licence of the whole site, or its own. */
  Map<String, Object> licence(String id) {
    List<String> known = LICENCES.get(id);
    return known == null
        ? Map.of("licence", id)
        : Map.of("licence", id, "licence_name", known.get(0), "licence_url", known.get(1));
  }

  /** Where a licence that is known by its identifier can be read. */
  static Optional<String> licenceAddress(String id) {
    return Optional.ofNullable(LICENCES.get(id)).map(known -> known.get(1));
  }

  /** What {@code page} stands for in layouts, whatever the page. */
  Map<String, Object> page(String address, String kind, String title) {
    Map<String, Object> page = new LinkedHashMap<>();
    page.put("title", title);
    page.put("kind", kind);
    page.put("url", address);
    // Jekyll has an opinion of its own on what a page's url is
    page.put("address", address);
    page.put("root", root(address));
    page.put("canonical", absolute(programme, address));
    page.put("lang", programme.language().toLanguageTag());
    if (tree instanceof Tree.Working working) {
      page.put("working", true);
      if (working.besideEditions()) {
        page.put("approved_url", "../");
      }
    }
    return page;
  }

  /** The address of a page of the newest edition. */
  static String absolute(Programme programme, String address) {
    URI root = programme.site().url();
    return isPlain(address) ? root + address : root.resolve(asUri(address)).toString();
  }

  /** Most addresses have nothing to encode or to resolve, and each page asks for several. */
  private static boolean isPlain(String address) {
    return !address.startsWith("/") && address.chars().allMatch(c -> c < DEL && isPlain((char) c));
  }

  private static boolean isPlain(char c) {
    return Character.isLetterOrDigit(c) || "-_/".indexOf(c) >= 0;
  }

  static URI asUri(String address) {
    return URI.create(
        URI.create("http://localhost/").resolve(encoded(address)).getRawPath().substring(1));
  }

  private static String encoded(String address) {
    try {
      return new URI(null, null, "/" + address, null).toASCIIString();
    } catch (java.net.URISyntaxException e) {
      throw new IllegalArgumentException(address, e);
    }
  }

  /**
   * What leads from a page to its tree's root: relative, but absolute for the page at any depth.
   */
  String root(String address) {
    if (address.equals(MISSING)) {
      String path = programme.site().url().getPath();
      return tree instanceof Tree.Working working && working.besideEditions()
          ? path + "working/"
          : path;
    }
    int depth = (int) address.chars().filter(c -> c == '/').count();
    return depth == 0 ? "./" : "../".repeat(depth);
  }
}
