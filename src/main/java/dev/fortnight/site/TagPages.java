package dev.fortnight.site;

import dev.fortnight.check.CheckedNote;
import dev.fortnight.check.CheckedResearch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** A page for each tag, with the notes that carry it, and one that lists all tags. */
final class TagPages {

  static final String ADDRESS = "tags/";
  static final String LAYOUT = "tags";
  private static final String ONE = "tag";

  private static final Pattern SEPARATORS = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern AT_EDGES = Pattern.compile("^-|-$");

  private final Frame frame;
  private final Cards cards;
  private final Words words;
  private final Messages messages;
  private final SortedMap<String, Tag> tags = new TreeMap<>();

  /** Tags that differ only in letters' case or in signs are one, called as it is first written. */
  private record Tag(String name, String address, List<CheckedNote> notes) {

    /** Notes come one after the other, so one that has a tag twice was the last to be added. */
    boolean endsWith(CheckedNote note) {
      return !notes.isEmpty() && notes.get(notes.size() - 1) == note;
    }
  }

  TagPages(CheckedResearch research, Frame frame, Cards cards, Words words, Messages messages) {
    this.frame = frame;
    this.cards = cards;
    this.words = words;
    this.messages = messages;
    Map<String, Optional<Tag>> byName = new HashMap<>();
    for (CheckedNote note : research.notes()) {
      for (String name : note.tags()) {
        Optional<Tag> tag = byName.computeIfAbsent(name, this::tag);
        if (tag.isPresent() && !tag.get().endsWith(note)) {
          tag.get().notes().add(note);
        }
      }
    }
  }

  private Optional<Tag> tag(String name) {
    return address(name)
        .map(at -> tags.computeIfAbsent(at, any -> new Tag(name, at, new ArrayList<>())));
  }

  /** Where a tag's page stands; empty for one without a letter or a digit. */
  static Optional<String> address(String tag) {
    String parts = SEPARATORS.matcher(tag.toLowerCase(Locale.ROOT)).replaceAll("-");
    String slug = AT_EDGES.matcher(parts).replaceAll("");
    return Optional.of(slug)
        .filter(name -> !name.isEmpty() && name.length() <= 100)
        .map(name -> ADDRESS + name + "/");
  }

  List<Page> pages() {
    List<Page> pages = new ArrayList<>();
    if (!tags.isEmpty()) {
      pages.add(new Page(ADDRESS, LAYOUT, new Shown.Lists(), () -> "", this::list));
      tags.values()
          .forEach(
              tag ->
                  pages.add(
                      new Page(tag.address(), ONE, new Shown.Lists(), () -> "", () -> data(tag))));
    }
    return pages;
  }

  private Map<String, Object> list() {
    Map<String, Object> page = frame.page(ADDRESS, LAYOUT, messages.say("tags.title"));
    page.put("items", links());
    return page;
  }

  /** All tags as lists show them. */
  List<Map<String, Object>> links() {
    return tags.values().stream()
        .map(
            tag ->
                Map.<String, Object>of(
                    "title", tag.name(),
                    "url", tag.address(),
                    "count_text", messages.count("tags.notes", tag.notes().size())))
        .toList();
  }

  private Map<String, Object> data(Tag tag) {
    Map<String, Object> page = frame.page(tag.address(), ONE, messages.say("tags.one", tag.name()));
    page.put("section", Map.of("title", messages.say("tags.title"), "url", ADDRESS));
    page.put(
        "items",
        tag.notes().stream()
            .sorted(
                Comparator.comparing((CheckedNote note) -> note.content().kind())
                    .thenComparing(SectionPages.OLDEST_FIRST.reversed()))
            .map(this::card)
            .toList());
    return page;
  }

  private Map<String, Object> card(CheckedNote note) {
    Map<String, Object> card = new TreeMap<>(cards.card(note));
    card.put("kind_text", words.kind(note.content().kind()));
    return card;
  }
}
