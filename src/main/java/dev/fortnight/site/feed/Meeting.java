package dev.fortnight.site.feed;

import java.time.Instant;

/**
 * A date that readers may want in their calendar.
 *
 * @param uid names it for good: a calendar that has it already takes what is new of it
 * @param title what it is, in a few words
 * @param address a page that says more
 * @param isCancelled whether it does not take place. It stays in the file, because a calendar that
 *     has it would otherwise keep it as it was
 */
public record Meeting(
    String uid, String title, String address, Instant start, Instant end, boolean isCancelled) {}
