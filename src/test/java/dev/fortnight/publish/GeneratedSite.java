package dev.fortnight.publish;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.fortnight.site.ArchivedEdition;
import dev.fortnight.site.SiteTree;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;

/** A large site of made-up pages, each in a folder of its own, as a site of notes has them. */
final class GeneratedSite {

  private static final List<String> WORDS =
      List.of(
          "council",
          "shared",
          "their",
          "software",
          "because",
          "nobody",
          "answered",
          "question",
          "supplier",
          "contract",
          "renewal",
          "reuse",
          "officer",
          "team",
          "asked",
          "again");

  private final int[] revisions;

  GeneratedSite(int pages) {
    this.revisions = new int[pages];
  }

  private GeneratedSite(int[] revisions) {
    this.revisions = revisions;
  }

  /** The same site with another text on some pages. */
  GeneratedSite changed(int first, int pages) {
    int[] changed = Arrays.copyOf(revisions, revisions.length);
    for (int i = 0; i < pages; i++) {
      changed[(first + i) % changed.length]++;
    }
    return new GeneratedSite(changed);
  }

  Publication working() {
    return working(workingTree());
  }

  static Publication working(SiteTree tree) {
    HashedTree waiting = HashedTree.of(new SiteTree(new TreeMap<>()));
    return new Publication.OfWorkingSite(
        HashedTree.of(tree), () -> waiting, GeneratedSite::archivePage);
  }

  SiteTree workingTree() {
    return tree("{}\n");
  }

  Publication edition(int number) {
    String manifest =
        "{\"edition\": %d, \"date\": \"2026-11-13\", \"signed_by\": \"Owner (illustrative)\"}\n";
    return new Publication.OfEdition(
        number, HashedTree.of(tree(manifest.formatted(number))), GeneratedSite::archivePage);
  }

  private SiteTree tree(String manifest) {
    TreeMap<String, byte[]> files = new TreeMap<>();
    files.put("index.html", "<h1>Notes</h1>\n".getBytes(UTF_8));
    files.put("edition/manifest.json", manifest.getBytes(UTF_8));
    for (int i = 0; i < revisions.length; i++) {
      files.put("interviews/note-" + i + "/index.html", page(i).getBytes(UTF_8));
    }
    return new SiteTree(files);
  }

  private String page(int number) {
    Random random = new Random(31L * number + revisions[number]);
    StringBuilder html = new StringBuilder("<h1>Note " + number + "</h1>\n<p>");
    for (int i = 0; i < 1200; i++) {
      html.append(WORDS.get(random.nextInt(WORDS.size()))).append(i % 12 == 11 ? ".\n" : " ");
    }
    return html.append("</p>\n").toString();
  }

  private static SiteTree archivePage(ArchivedEdition archived) {
    TreeMap<String, byte[]> files = new TreeMap<>();
    files.put("index.html", ("<h1>Edition " + archived.number() + "</h1>\n").getBytes(UTF_8));
    return new SiteTree(files);
  }
}
