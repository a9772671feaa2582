package dev.fortnight.site.cite;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The addresses of a site for search engines. Source: https://www.sitemaps.org/protocol.html. */
public final class Sitemap {

  /** What the protocol allows in one file. */
  private static final int MOST = 50_000;

  private Sitemap() {}

  /**
   * A page.
   *
   * @param address absolute, in ASCII
   * @param changed when it last changed, where that is known
   */
  public record Entry(String address, Optional<LocalDate> changed) {}

  public static byte[] bytes(List<Entry> entries) {
    StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    xml.append("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
    for (Entry entry : entries.subList(0, Math.min(MOST, entries.size()))) {
      xml.append("<url><loc>").append(escaped(entry.address())).append("</loc>");
      entry.changed().ifPresent(day -> xml.append("<lastmod>").append(day).append("</lastmod>"));
      xml.append("</url>\n");
    }
    return xml.append("</urlset>\n").toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String escaped(String address) {
    return address
        .replace("&", "&amp;")
        .replace("'", "&apos;")
        .replace("\"", "&quot;")
        .replace("<", "&lt;")
        .replace(">", "&gt;");
  }
}
