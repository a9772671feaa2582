package dev.fortnight.web;

import dev.fortnight.site.SiteTree;

/** A site in memory. */
record TreeSiteFiles(SiteTree tree) implements SiteFiles {

  @Override
  public Found at(SitePath path) {
    byte[] bytes = tree.files().get(path.text());
    if (bytes != null) {
      return new Found.File(bytes);
    }
    String folder = path.text().isEmpty() ? "" : path.text() + "/";
    String first = tree.files().ceilingKey(folder);
    return first != null && first.startsWith(folder) ? new Found.Folder() : new Found.Nothing();
  }
}
