package dev.fortnight.web;

import dev.fortnight.cycle.PublishedSite;
import java.io.IOException;

/** The files of the published site, as they are now. */
interface SiteFiles {

  /** What is at a path. */
  sealed interface Found {

    record File(byte[] bytes) implements Found {}

    record Folder() implements Found {}

    record Nothing() implements Found {}
  }

  Found at(SitePath path) throws IOException;

  static SiteFiles of(PublishedSite site) {
    if (site instanceof PublishedSite.Folder folder) {
      return new FolderSiteFiles(folder.path());
    }
    PublishedSite.Branch branch = (PublishedSite.Branch) site;
    return new BranchSiteFiles(branch.repository(), branch.ref());
  }
}
