package dev.fortnight.site.feed;

import com.rometools.rome.feed.atom.Category;
import com.rometools.rome.feed.atom.Content;
import com.rometools.rome.feed.atom.Entry;
import com.rometools.rome.feed.atom.Link;
import com.rometools.rome.feed.atom.Person;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.WireFeedOutput;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.List;

/** A feed in Atom. Source: RFC 4287. */
public final class AtomFeed {

  private AtomFeed() {}

  /**
   * @param self the absolute address of the file
   */
  public static byte[] bytes(Feed feed, String self) {
    var atom = new com.rometools.rome.feed.atom.Feed("atom_1.0");
    atom.setTitle(xml(feed.title()));
    atom.setId(feed.id());
    atom.setLanguage(feed.language());
    atom.setAlternateLinks(List.of(link("alternate", "text/html", feed.home())));
    atom.setOtherLinks(List.of(link("self", "application/atom+xml", self)));
    atom.setAuthors(List.of(author(feed)));
    atom.setUpdated(Date.from(feed.updated()));
    atom.setEntries(feed.entries().stream().map(AtomFeed::entry).toList());
    try {
      return new WireFeedOutput().outputString(atom, true).getBytes(StandardCharsets.UTF_8);
    } catch (FeedException e) {
      throw new IllegalStateException("a feed of checked notes is always valid", e);
    }
  }

  private static Person author(Feed feed) {
    Person author = new Person();
    author.setName(xml(feed.author()));
    return author;
  }

  private static Entry entry(Feed.Entry entry) {
    Entry atom = new Entry();
    atom.setTitle(xml(entry.title()));
    atom.setId(entry.id());
    atom.setAlternateLinks(List.of(link("alternate", "text/html", entry.address())));
    atom.setPublished(Date.from(entry.published()));
    atom.setUpdated(Date.from(entry.updated()));
    Content content = new Content();
    content.setType("html");
    content.setValue(xml(entry.html()));
    atom.setContents(List.of(content));
    Category category = new Category();
    category.setTerm(entry.kind());
    atom.setCategories(List.of(category));
    return atom;
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
