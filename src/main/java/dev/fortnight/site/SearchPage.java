package dev.fortnight.site;

import dev.fortnight.check.CheckedNote;
import dev.fortnight.check.CheckedResearch;
import dev.fortnight.check.ResearchGraph;
import dev.fortnight.note.NoteKind;
import dev.fortnight.site.search.SearchIndex;
import dev.fortnight.site.search.SearchLanguage;
import dev.fortnight.site.search.SearchMemory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** The page to search on, which lists everything by subject for those without JavaScript. */
final class SearchPage {

  static final String ADDRESS = "search/";
  static final String LAYOUT = "search";

  private final CheckedResearch research;
  private final Frame frame;
  private final SectionPages sections;
  private final TagPages tags;
  private final Words words;
  private final Messages messages;
  private final SearchDocuments documents;
  private final SearchLanguage language;
  private final SearchMemory memory;
  private SortedMap<String, byte[]> files;

  SearchPage(
      CheckedResearch research,
      ResearchGraph graph,
      Frame frame,
      SectionPages sections,
      TagPages tags,
      Words words,
      Messages messages,
      SearchMemory memory,
      TreeParts parts) {
    this.research = research;
    this.frame = frame;
    this.sections = sections;
    this.tags = tags;
    this.words = words;
    this.messages = messages;
    this.memory = memory;
    this.documents = new SearchDocuments(research, graph, words, parts);
    this.language = memory.language(research.programme().language());
  }

  /** What leads to it from every page. */
  Map<String, Object> link() {
    return Map.of("title", messages.say("search.title"), "url", ADDRESS);
  }

  Page page() {
    return new Page(ADDRESS, LAYOUT, () -> "", this::data);
  }

  /** The index, by path; it is made once, by whichever thread needs it first. */
  synchronized SortedMap<String, byte[]> files() {
    if (files == null) {
      files = SearchIndex.files(documents.all(), language, memory);
    }
    return files;
  }

  private Map<String, Object> data() {
    Map<String, Object> page = frame.page(ADDRESS, LAYOUT, messages.say("search.title"));
    page.put("shards", SearchIndex.shards(documents.count()));
    page.put("common", String.join(" ", language.common()));
    page.put("kinds", kinds());
    page.put(
        "assumptions",
        research.notes(NoteKind.ASSUMPTION).stream().map(SearchPage::value).toList());
    page.put(
        "topics",
        research.topics().stream()
            .map(
                topic ->
                    Map.of(
                        "title", topic.content().title(),
                        "url", topic.address(),
                        "value", topic.content().slug()))
            .toList());
    page.put("sections", sections.navigation());
    page.put("tags", tags.links());
    return page;
  }

  private static Map<String, Object> value(CheckedNote assumption) {
    return Map.of(
        "title", assumption.content().title(),
        "url", assumption.address(),
        "value", assumption.content().slug());
  }

  /** The kinds that there are something of. */
  private List<Map<String, Object>> kinds() {
    List<Map<String, Object>> kinds = new ArrayList<>();
    for (NoteKind kind : NoteKind.values()) {
      if (!research.notes(kind).isEmpty()) {
        kinds.add(Map.of("title", words.kind(kind), "value", kind.word()));
      }
    }
    if (!research.topics().isEmpty()) {
      kinds.add(Map.of("title", messages.say("search.topic"), "value", SearchDocuments.TOPIC));
    }
    if (!research.data().isEmpty()) {
      kinds.add(Map.of("title", messages.say("data.title"), "value", SearchDocuments.DATA));
    }
    return kinds;
  }
}
