package dev.fortnight.edition;

import dev.fortnight.check.CheckedResearch;
import dev.fortnight.problem.Problem;
import dev.fortnight.site.ArchivedEdition;
import dev.fortnight.site.LonePage;
import dev.fortnight.site.SiteTree;
import dev.fortnight.site.Tree;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * An edition that was signed off. Only {@link Editions} makes one, and a publisher takes no other
 * edition.
 */
public final class ApprovedEdition implements EditionStage, Announceable {

  private final EditionContents contents;
  private final Tree.Edition facts;
  private final Set<String> takenBack;
  private final Opening opening;
  private final Supplier<MadeSite> making;
  private MadeSite made;

  /**
   * @param takenBack keys of items that were signed off and may no longer be shown
   * @param opening as it may be told now
   * @param making makes its files, with the manifest
   */
  ApprovedEdition(
      EditionContents contents,
      Tree.Edition facts,
      Set<String> takenBack,
      Opening opening,
      Supplier<MadeSite> making) {
    this.contents = contents;
    this.facts = facts;
    this.takenBack = takenBack;
    this.opening = opening;
    this.making = making;
  }

  @Override
  public int number() {
    return facts.number();
  }

  /** What the edition's pages say of it. */
  public Tree.Edition facts() {
    return facts;
  }

  @Override
  public News news() {
    return new NewsGathering(contents.research(), facts).gather();
  }

  @Override
  public int sprint() {
    return facts.sprint();
  }

  /** When it was signed off, in the programme's zone. */
  public LocalDate date() {
    return facts.date();
  }

  /** What the team changed its mind about, in sentences, most important first. */
  public List<String> headlines() {
    return facts.difference().headlines().stream().map(Tree.Headline::text).toList();
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

  /** Whether something in it was taken back since it was signed off. */
  public boolean isAmended() {
    return !takenBack.isEmpty();
  }

  /** The page that stands in for an older edition which is kept as an archive only. */
  public SiteTree archivePage(ArchivedEdition archived) {
    SiteTree.Collector collector = new SiteTree.Collector();
    LonePage.ofArchive(contents.research(), contents.theme(), archived, collector);
    return collector.tree();
  }

  /** Its files; the same edition gives the same bytes. */
  public SiteTree site() {
    return made().site();
  }

  private synchronized MadeSite made() {
    if (made == null) {
      made = making.get();
    }
    return made;
  }

  /** What was left out of its files at the last moment. */
  public List<Problem> problems() {
    return made().problems();
  }

  /** What its files hash to, see {@link Manifest#tree}. */
  public String tree() {
    return Manifest.tree(Manifest.hashes(site().files()));
  }
}
