package dev.fortnight.site;

import dev.fortnight.note.Progress;

/**
 * Hears how far the making of a tree is.
 *
 * @param pages how many were looked at, whether they had to be made or not
 * @param files how many were let through to where they belong
 */
public record SiteProgress(Progress pages, Progress files) {

  static final SiteProgress SILENT = new SiteProgress(Progress.SILENT, Progress.SILENT);
}
