package dev.fortnight.cycle;

import dev.fortnight.edition.Checklist;
import dev.fortnight.edition.DraftEdition;
import dev.fortnight.edition.Review;
import java.util.Optional;

/**
 * What there is to sign off, all of one moment.
 *
 * @param draft the edition that signing would make; empty as long as something is not decided
 * @param checklist what has to hold, as far as it can be told yet
 */
public record Prospect(Review review, Optional<DraftEdition> draft, Checklist checklist) {}
