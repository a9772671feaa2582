package dev.fortnight.edition;

import dev.fortnight.problem.Problem;
import dev.fortnight.site.SiteTree;
import java.util.List;

/**
 * The files of a tree.
 *
 * @param problems what was left out of them at the last moment
 */
record MadeSite(SiteTree site, List<Problem> problems) {}
