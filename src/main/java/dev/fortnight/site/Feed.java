package dev.fortnight.site;

import com.rometools.rome.feed.atom.Category;
import com.rometools.rome.feed.atom.Content;
import com.rometools.rome.feed.atom.Entry;
import com.rometools.rome.feed.atom.Link;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.WireFeedOutput;
import dev.fortnight.check.CheckedNote;
import dev.fortnight.check.CheckedResearch;
import dev.fortnight.note.Note;
import dev.fortnight.note.NoteKind;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;

/** The Atom feed of a tree: the newest notes, whole. Source: RFC 4287. */
final class Feed {

  static final String FILE = "feed.xml";

  private static final int MOST_ENTRIES = 20;

  private final CheckedResearch research;
  private final Links links;
  private final String treeUrl;
  private final String siteUrl;

  /**
   * @param treeUrl the absolute address of the tree, ending with a slash
   */
  Feed(CheckedResearch research, Links links, String treeUrl) {
    this.research = research;
    this.links = links;
    this.treeUrl = treeUrl;
    this.siteUrl = research.programme().site().url().toString();
  }

  byte[] bytes() {
    com.rometools.rome.feed.atom.Feed feed = new com.rometools.rome.feed.atom.Feed("atom_1.0");
    List<Entry> entries = entries();
    feed.setTitle(xml(research.programme().title()));
    feed.setId(siteUrl);
    feed.setLanguage(research.programme().language().toLanguageTag());
    feed.setAlternateLinks(List.of(link("alternate", "text/html", treeUrl)));
    feed.setOtherLinks(List.of(link("self", "application/atom+xml", treeUrl + FILE)));
    feed.setAuthors(List.of(author()));
    feed.setUpdated(entries.stream().map(Entry::getUpdated).max(Date::compareTo).orElse(EPOCH));
    feed.setEntries(entries);
    try {
      return new WireFeedOutput().outputString(feed, true).getBytes(StandardCharsets.UTF_8);
    } catch (FeedException e) {
      throw new IllegalStateException("a feed of checked notes is always valid", e);
    }
  }

  private static final Date EPOCH = Date.from(java.time.Instant.EPOCH);

  private com.rometools.rome.feed.atom.Person author() {
    var author = new com.rometools.rome.feed.atom.Person();
    author.setName(xml(research.programme().title()));
    return author;
  }

  private List<Entry> entries() {
    return research.notes().stream()
        .filter(note -> note.content().date().isPresent())
        .filter(note -> note.content().kind() != NoteKind.PAGE)
        .sorted(SectionPages.OLDEST_FIRST.reversed())
        .limit(MOST_ENTRIES)
        .map(this::entry)
        .toList();
  }

  private Entry entry(CheckedNote checked) {
    Note note = checked.content();
    Entry entry = new Entry();
    entry.setTitle(xml(note.title()));
    entry.setId(siteUrl + checked.address());
    entry.setAlternateLinks(List.of(link("alternate", "text/html", treeUrl + checked.address())));
    Date published = at(note.date().orElseThrow());
    entry.setPublished(published);
    entry.setUpdated(note.frontMatter().date("last_modified_at").map(Feed::at).orElse(published));
    Content content = new Content();
    content.setType("html");
    content.setValue(xml(links.quoted(note, note.prose(), treeUrl)));
    entry.setContents(List.of(content));
    Category category = new Category();
    category.setTerm(note.kind().word());
    entry.setCategories(List.of(category));
    return entry;
  }

  private static Date at(LocalDate day) {
    return Date.from(day.atStartOfDay(ZoneOffset.UTC).toInstant());
  }

  /** Drops what XML 1.0 cannot carry. */
  private static String xml(String text) {
    return text.replaceAll("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]", "");
  }

  private static Link link(String relation, String type, String address) {
    Link link = new Link();
    link.setRel(relation);
    link.setType(type);
    link.setHref(address);
    return link;
  }
}
