package dev.fortnight;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * A published site in a folder, as it would answer under its address.
 *
 * @param folder holds the root
 * @param url the address of the root, ending with a slash
 */
public record PublishedSite(Path folder, URI url) {

  /** All pages by their path. */
  public Map<String, Document> pages() {
    Map<String, Document> pages = new TreeMap<>();
    for (String path : paths()) {
      if (path.endsWith(".html")) {
        pages.put(path, Jsoup.parse(text(path), url.resolve(path).toString()));
      }
    }
    return pages;
  }

  /** All files, relative to the root. */
  public List<String> paths() {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths
          .filter(Files::isRegularFile)
          .map(path -> folder.relativize(path).toString().replace('\\', '/'))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public String text(String path) {
    try {
      return Files.readString(folder.resolve(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every link, image, stylesheet and script of every page that leads nowhere, with its page. */
  public List<String> brokenLinks() {
    Map<String, Document> pages = pages();
    List<String> broken = new ArrayList<>();
    pages.forEach(
        (path, page) -> {
          for (Element element : page.select("[href], [src]")) {
            String attribute = element.hasAttr("href") ? "href" : "src";
            URI target = URI.create(element.absUrl(attribute));
            if (target.toString().startsWith(url.toString()) && !answers(target, pages)) {
              broken.add(path + " -> " + element.attr(attribute));
            }
          }
        });
    return broken;
  }

  /** Addresses on other sites that pages lead to. */
  public List<String> addressesElsewhere() {
    return pages().values().stream()
        .flatMap(page -> page.select("a[href]").stream())
        .map(link -> link.absUrl("href"))
        .filter(address -> !address.startsWith(url.toString()))
        .distinct()
        .sorted()
        .toList();
  }

  private boolean answers(URI target, Map<String, Document> pages) {
    String path = url.relativize(target).getPath();
    String file = path.isEmpty() || path.endsWith("/") ? path + "index.html" : path;
    if (!Files.isRegularFile(folder.resolve(file))) {
      return false;
    }
    String fragment = target.getFragment();
    return fragment == null || pages.get(file).getElementById(fragment) != null;
  }
}
