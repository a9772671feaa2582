package dev.fortnight.edition;

import dev.fortnight.site.SiteTree;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reads the pages of a tree as they were built, and says what would be in a reader's way: links
 * within the tree that lead nowhere, and what WCAG 2.2 asks of HTML that can be told without a
 * browser. What leads out of the tree is not looked for.
 */
final class PreviewCheck {

  private final Map<String, byte[]> files;
  private final SortedMap<String, ReadPage> pages;
  private final Set<Fault> faults = new LinkedHashSet<>();

  /**
   * Something that would be in a reader's way.
   *
   * @param page its file in the tree
   * @param what without a full stop
   */
  record Fault(Checklist.Kind kind, String page, String what) {}

  private PreviewCheck(SiteTree tree, ReadPages memory) {
    this.files = tree.files();
    this.pages = new TreeMap<>(memory.of(files));
  }

  /** By page. */
  static List<Fault> faults(SiteTree tree) {
    return faults(tree, ReadPages.none());
  }

  /** The same after another tree, reading only pages that it has differently. */
  static List<Fault> faults(SiteTree tree, ReadPages memory) {
    PreviewCheck check = new PreviewCheck(tree, memory);
    check.pages.forEach((path, page) -> page.inTheWay().forEach(what -> check.add(path, what)));
    check.pages.forEach(
        (path, page) -> page.targets().forEach(target -> check.follow(path, target)));
    return List.copyOf(check.faults);
  }

  private void add(String page, String inTheWay) {
    faults.add(new Fault(Checklist.Kind.ACCESSIBILITY, page, inTheWay));
  }

  private void follow(String page, String target) {
    if (!target.startsWith(ReadPage.ROOT)) {
      return;
    }
    String[] parts = parts(target);
    Optional<String> file = file(parts[0]);
    if (file.isEmpty()) {
      faults.add(new Fault(Checklist.Kind.LINKS, page, "a link leads to nothing in the edition"));
      return;
    }
    ReadPage there = pages.get(file.get());
    if (!parts[1].isEmpty() && there != null && !there.ids().contains(parts[1])) {
      faults.add(
          new Fault(Checklist.Kind.LINKS, page, "a link leads to a place that is not on its page"));
    }
  }

  private Optional<String> file(String path) {
    String whole = path.isEmpty() || path.endsWith("/") ? path + "index.html" : path;
    return files.containsKey(whole) ? Optional.of(whole) : Optional.empty();
  }

  /** The path within the tree and the fragment, both decoded. */
  private static String[] parts(String target) {
    try {
      URI uri = new URI(target);
      String fragment = Optional.ofNullable(uri.getFragment()).orElse("");
      return new String[] {uri.getPath().substring("/a/b/".length()), fragment};
    } catch (URISyntaxException e) {
      // a browser takes what is no address in the strict sense as it is
      String[] raw = target.substring(ReadPage.ROOT.length()).split("#", 2);
      return new String[] {raw[0], raw.length > 1 ? raw[1] : ""};
    }
  }
}
