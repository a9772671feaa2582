package dev.fortnight.edition;

import dev.fortnight.check.CheckedResearch;
import dev.fortnight.note.Address;
import dev.fortnight.site.SiteTree;
import dev.fortnight.site.Tree;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The edition that signing now would make. It can be looked at, and no publisher takes it. */
public final class DraftEdition implements Announceable {

  private final SignedEdition edition;
  private final EditionContents contents;
  private final Tree.Edition facts;
  private final Opening opening;
  private final EditionMemory memory;
  private EditionPages pages;

  /**
   * @param memory of the drafts before; none for one that is signed
   */
  DraftEdition(
      SignedEdition edition,
      EditionContents contents,
      Tree.Edition facts,
      Opening opening,
      EditionMemory memory) {
    this.memory = memory;
    this.edition = edition;
    this.opening = opening;
    this.contents = contents;
    this.facts = facts;
  }

  /** The same with another opening, which no page shows. */
  synchronized DraftEdition opened(Opening words) {
    DraftEdition draft = new DraftEdition(edition, contents, facts, words, memory);
    draft.pages = pages;
    return draft;
  }

  @Override
  public int number() {
    return facts.number();
  }

  @Override
  public int sprint() {
    return facts.sprint();
  }

  @Override
  public News news() {
    return new NewsGathering(contents.research(), facts).gather();
  }

  @Override
  public Opening opening() {
    return opening;
  }

  @Override
  public CheckedResearch research() {
    return contents.research();
  }

  @Override
  public Optional<URI> callPage() {
    return contents.callPage();
  }

  /** What signing it would change. */
  public Outlook outlook() {
    return new Outlook(number(), facts.difference(), contents.research().withheld());
  }

  /** Its files, but for the manifest, which says who signed it. */
  public SiteTree site() {
    return pages().site();
  }

  /** Keys of the notes and topics that have a page, by its file. */
  Map<String, String> itemsByFile() {
    Map<String, String> items = new HashMap<>();
    research()
        .notes()
        .forEach(note -> items.put(Address.file(note.address()), note.content().path()));
    research()
        .topics()
        .forEach(
            topic -> {
              String key = "topics/" + topic.content().slug();
              items.put(Address.file(key + "/"), key);
            });
    return items;
  }

  EditionMemory memory() {
    return memory;
  }

  SignedEdition edition() {
    return edition;
  }

  EditionContents contents() {
    return contents;
  }

  Tree.Edition facts() {
    return facts;
  }

  synchronized EditionPages pages() {
    if (pages == null) {
      pages = EditionPages.of(contents, facts, memory.drafts());
    }
    return pages;
  }
}
