package dev.fortnight.site;

import dev.fortnight.programme.Programme;
import dev.fortnight.site.cite.BibTex;
import dev.fortnight.site.cite.Citation;
import dev.fortnight.site.cite.LinkedData;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How a page is cited and what it says of itself to machines. All of it follows from what its
 * layout is given anyway, so that it changes when the page does.
 */
final class PageDescription {

  private static final Set<String> REPORTS = Set.of("finding", "recommendation", "edition");

  private final Programme programme;
  private final Messages messages;
  private final Words words;

  PageDescription(Programme programme, Messages messages, Words words) {
    this.programme = programme;
    this.messages = messages;
    this.words = words;
  }

  /** What {@code page} stands for in layouts, with its description. */
  Map<String, Object> with(Map<String, Object> page) {
    Map<String, Object> described = new LinkedHashMap<>(page);
    List<Map<String, Object>> things = new ArrayList<>();
    String kind = page.get("kind").toString();
    boolean isReport =
        REPORTS.contains(kind) && (!kind.equals("edition") || page.containsKey("edition"));
    if (isReport || kind.equals(DataPages.LAYOUT)) {
      Citation citation = citation(page);
      described.put("cite", Map.of("text", sentence(citation), "bibtex", BibTex.of(citation)));
      described.put("meta", meta(citation, isReport, page));
      things.add(
          LinkedData.thing(isReport ? "Report" : "Dataset", citation, facts(citation, page)));
    }
    if (page.get("section") instanceof Map<?, ?> section
        && !section.get("url").equals(page.get("url"))) {
      things.add(trail(section, page));
    }
    if (!things.isEmpty()) {
      described.put("linked_data", LinkedData.text(things));
    }
    return described;
  }

  /** An edition is cited as a whole, at the address that never changes. */
  static Citation citation(Tree.Edition edition, Programme programme) {
    String address = programme.site().url() + "editions/" + edition.number() + "/";
    return new Citation(
        key(programme, address),
        programme.title(),
        programme.title(),
        programme.summary(),
        Optional.of(edition.date()),
        Optional.of(edition.number()),
        address,
        Optional.of(programme.site().licence()).filter(id -> Frame.licenceAddress(id).isPresent()));
  }

  private Citation citation(Map<String, Object> page) {
    String address = page.getOrDefault("cited_url", page.get("canonical")).toString();
    return new Citation(
        key(programme, address),
        page.getOrDefault("cited_title", page.get("title")).toString(),
        programme.title(),
        page.getOrDefault("description", "").toString(),
        Optional.ofNullable(page.get("cited_date")).map(date -> LocalDate.parse(date.toString())),
        Stream.of("cited_edition", "approved_in", "changed_in")
            .map(page::get)
            .filter(Objects::nonNull)
            .map(number -> (Integer) number)
            .findFirst(),
        address,
        Optional.of(page.getOrDefault("licence", programme.site().licence()).toString()));
  }

  private static String key(Programme programme, String address) {
    String path = address.substring(programme.site().url().toString().length());
    return programme.id() + "-" + path.replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
  }

  private String sentence(Citation citation) {
    StringBuilder sentence = new StringBuilder(citation.author());
    if (!citation.title().equals(citation.author())) {
      sentence.append(", ").append(messages.say("cite.quoted", citation.title()));
    }
    citation.date().ifPresent(date -> sentence.append(", ").append(words.day(date)));
    citation
        .edition()
        .ifPresent(number -> sentence.append(", ").append(messages.say("cite.edition", number)));
    return sentence.append(". ").append(citation.address()).toString();
  }

  private List<Map<String, Object>> meta(
      Citation citation, boolean isReport, Map<String, Object> page) {
    Map<String, String> meta = new LinkedHashMap<>();
    String language = page.get("lang").toString();
    if (isReport) {
      meta.put("citation_title", citation.title());
      meta.put("citation_author", citation.author());
      citation
          .date()
          .ifPresent(
              date -> meta.put("citation_publication_date", date.toString().replace('-', '/')));
      meta.put("citation_technical_report_institution", citation.author());
      citation
          .edition()
          .ifPresent(number -> meta.put("citation_technical_report_number", number.toString()));
      meta.put("citation_language", language);
      meta.put("citation_public_url", citation.address());
    }
    meta.put("DC.title", citation.title());
    meta.put("DC.creator", citation.author());
    citation.date().ifPresent(date -> meta.put("DC.date", date.toString()));
    meta.put("DC.identifier", citation.address());
    meta.put("DC.language", language);
    citation.licence().ifPresent(id -> meta.put("DC.rights", Frame.licenceAddress(id).orElse(id)));
    meta.put("DC.type", isReport ? "Text" : "Dataset");
    List<Map<String, Object>> named = new ArrayList<>();
    meta.forEach((name, content) -> named.add(Map.of("name", name, "content", content)));
    return named;
  }

  private Map<String, Object> facts(Citation citation, Map<String, Object> page) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("inLanguage", page.get("lang"));
    citation
        .licence()
        .flatMap(Frame::licenceAddress)
        .ifPresent(address -> facts.put("license", address));
    citation.edition().ifPresent(number -> facts.put("version", number));
    URI root = programme.site().url();
    facts.put(
        "isPartOf",
        LinkedData.typed("WebSite", Map.of("name", programme.title(), "url", root.toString())));
    if (page.containsKey("file")) {
      facts.put(
          "distribution",
          LinkedData.typed(
              "DataDownload",
              Map.of("encodingFormat", "text/csv", "contentUrl", address(page.get("file")))));
    }
    return facts;
  }

  private Map<String, Object> trail(Map<?, ?> section, Map<String, Object> page) {
    return LinkedData.trail(
        List.of(
            new LinkedData.Step(programme.title(), address("")),
            new LinkedData.Step(section.get("title").toString(), address(section.get("url"))),
            new LinkedData.Step(page.get("title").toString(), page.get("canonical").toString())));
  }

  private String address(Object inTree) {
    return Frame.absolute(programme, inTree.toString());
  }
}
