package dev.fortnight.site.search;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A page that can be found, whose text is made when its turn comes: all texts at once would need
 * more memory than the index.
 *
 * @param address of the page, relative to its tree's root
 * @param isAsBefore whether it is known to be what the index before was made of
 */
public record Findable(
    String address,
    Optional<LocalDate> date,
    boolean isAsBefore,
    Supplier<SearchDocument> document) {}
