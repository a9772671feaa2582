package dev.fortnight.edition;

import dev.fortnight.check.CheckedResearch;
import dev.fortnight.site.Tree;
import java.util.List;

/**
 * What a review would become if it was signed off as it stands.
 *
 * @param number of the edition
 * @param difference to the edition before
 * @param withheld quotations that findings make and that it could not show
 */
public record Outlook(
    int number, Tree.Difference difference, List<CheckedResearch.Withheld> withheld) {}
