package dev.fortnight.site;

import dev.fortnight.note.Address;
import dev.fortnight.programme.Programme;
import dev.fortnight.site.cite.BibTex;
import dev.fortnight.site.cite.Citation;
import dev.fortnight.site.cite.CitationFile;
import dev.fortnight.site.cite.Sitemap;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What an edition has at its root for search engines and for those who cite it. */
final class Signposts {

  static final String CITATION = "CITATION.cff";
  static final String BIBTEX = "citation.bib";

  private final Programme programme;
  private final Tree.Edition edition;
  private final Messages messages;
  private final Map<Integer, LocalDate> dates = new HashMap<>();

  Signposts(Programme programme, Tree.Edition edition, Messages messages) {
    this.programme = programme;
    this.edition = edition;
    this.messages = messages;
    edition.past().forEach(past -> dates.put(past.number(), past.date()));
  }

  /**
   * @param pages addresses of pages that are worth finding
   * @param items whose page a file is, see {@link SiteBuilder}
   */
  void write(List<String> pages, Map<String, String> items, SiteSink sink) {
    Citation citation = PageDescription.citation(edition, programme);
    sink.file(CITATION, CitationFile.bytes(citation, messages.say("cite.message")));
    sink.file(BIBTEX, BibTex.of(citation).getBytes(StandardCharsets.UTF_8));
    sink.file(
        "sitemap.xml", Sitemap.bytes(pages.stream().map(page -> entry(page, items)).toList()));
    if (programme.site().url().getPath().equals("/")) {
      sink.file("robots.txt", robots().getBytes(StandardCharsets.UTF_8));
    }
  }

  private Sitemap.Entry entry(String page, Map<String, String> items) {
    return new Sitemap.Entry(
        Frame.absolute(programme, page),
        Optional.ofNullable(items.get(Address.file(page)))
            .map(edition.changedIn()::get)
            .map(dates::get));
  }

  /**
   * Crawlers read it at the root of a host only, so a site below one has none. Nothing is
   * forbidden: who may not look at a page of the working site does not see that it asks not to be
   * listed.
   */
  private String robots() {
    return "User-agent: *\nDisallow:\n\nSitemap: " + programme.site().url() + "sitemap.xml\n";
  }
}
