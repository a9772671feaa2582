package dev.fortnight.publish;

import dev.fortnight.edition.ApprovedEdition;
import dev.fortnight.edition.WorkingSite;
import dev.fortnight.site.ArchivedEdition;
import dev.fortnight.site.SiteTree;
import java.util.function.Function;
import java.util.function.Supplier;

/** What is being published, built and hashed once however often it has to be tried. */
sealed interface Publication {

  HashedTree files();

  /** Makes the page that stands in for an edition which is kept as an archive only. */
  Function<ArchivedEdition, SiteTree> archivePage();

  /** What the history says of it. */
  String message();

  /** An edition. */
  record OfEdition(int number, HashedTree files, Function<ArchivedEdition, SiteTree> archivePage)
      implements Publication {

    @Override
    public String message() {
      return "Publish edition " + number;
    }
  }

  /**
   * The working site.
   *
   * @param waitingPage what stands at the root before the first edition
   */
  record OfWorkingSite(
      HashedTree files,
      Supplier<HashedTree> waitingPage,
      Function<ArchivedEdition, SiteTree> archivePage)
      implements Publication {

    @Override
    public String message() {
      return "Publish the working site";
    }
  }

  static Publication of(ApprovedEdition edition) {
    return new OfEdition(edition.number(), HashedTree.of(edition.site()), edition::archivePage);
  }

  static Publication of(WorkingSite site) {
    return new OfWorkingSite(
        HashedTree.of(site.site()), () -> HashedTree.of(site.waitingPage()), site::archivePage);
  }
}
