package dev.fortnight.site.search;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * A page that can be found.
 *
 * @param address of the page, relative to its tree's root
 * @param dateText the date as results show it, empty where there is none
 * @param sprint the number of the sprint that the date falls into
 * @param filters what it belongs to, such as {@code topic:7}
 * @param leads what it is about in few words: its description, its tags
 * @param text all that it says, its blocks parted by line breaks
 */
public record SearchDocument(
    String address,
    String title,
    String kind,
    Optional<LocalDate> date,
    String dateText,
    OptionalInt sprint,
    Set<String> filters,
    List<String> leads,
    String text) {}
