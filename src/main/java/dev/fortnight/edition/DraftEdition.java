package dev.fortnight.edition;

import dev.fortnight.check.CheckedResearch;
import dev.fortnight.site.SiteTree;
import dev.fortnight.site.Tree;

/** The edition that signing now would make. It can be looked at, and no publisher takes it. */
public final class DraftEdition implements Announceable {

  private final SignedEdition edition;
  private final EditionContents contents;
  private final Tree.Edition facts;
  private EditionPages pages;

  DraftEdition(SignedEdition edition, EditionContents contents, Tree.Edition facts) {
    this.edition = edition;
    this.contents = contents;
    this.facts = facts;
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
  public CheckedResearch research() {
    return contents.research();
  }

  /** What signing it would change. */
  public Outlook outlook() {
    return new Outlook(number(), facts.difference(), contents.research().withheld());
  }

  /** Its files, but for the manifest, which says who signed it. */
  public SiteTree site() {
    return pages().site();
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
      pages = EditionPages.of(contents, facts);
    }
    return pages;
  }
}
